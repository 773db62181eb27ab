import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../../../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../../../src/core/pose/pose-frame';
import type { Proof } from '../../../workers/known-picture';
import { runKnownPicture } from '../../../workers/known-picture';
import expected from '../../../workers/known-picture.json';
import type { Landmarker } from '../../../workers/landmarker-port';
import { LocalPoseService } from '../../../workers/pose-service';
import type { PoseServicePorts } from '../../../workers/pose-service';
import type { Engine, Loaded, LoadOptions, PoseModel } from '../../../workers/protocol';
import {
  LOAD_OPTIONS,
  PictureLedger,
  fakeLandmarker,
  fakePorts,
  someLandmarks,
} from '../../support/fake-pose';

/** What can be built, as `engine delegate`. */
type RunnerName = 'mediapipe CPU' | 'mediapipe GPU' | 'litert CPU' | 'litert GPU';
type Proofs = Readonly<Partial<Record<RunnerName, Proof>>>;

/** A machine on which each of these can be built and gives this proof; the others cannot be built. */
const machine = (proofs: Proofs, overrides: Partial<PoseServicePorts> = {}) => {
  const built: RunnerName[] = [];
  const open = new Map<Landmarker, RunnerName>();
  const ports = fakePorts({
    createLandmarker: ({ engine, delegate }) => {
      const name = `${engine} ${delegate}` as RunnerName;
      built.push(name);
      if (proofs[name] === undefined) return Promise.reject(new Error(`no ${name}`));
      const landmarker = fakeLandmarker({ close: () => void open.delete(landmarker) });
      open.set(landmarker, name);
      return Promise.resolve(landmarker);
    },
    prove: (landmarker, model) => {
      expect(model).toBe(LOAD_OPTIONS.model);
      const proof = proofs[open.get(landmarker) ?? 'mediapipe CPU'];
      return proof === undefined ? Promise.reject(new Error('absent')) : Promise.resolve(proof);
    },
    ...overrides,
  });
  const start = async (delegate: LoadOptions['delegate'], engine: Engine = 'mediapipe') => {
    const options = { ...LOAD_OPTIONS, delegate, engine };
    const loaded = await new LocalPoseService(ports).load(options, () => undefined);
    const used = loaded.ok ? `${loaded.value.engine} ${loaded.value.delegate}` : loaded.fault.code;
    const chipRefusal = loaded.ok ? loaded.value.chipRefusal : undefined;
    return { used, built, open: [...open.values()], chipRefusal };
  };
  return { start, ports };
};

const right = (pictureMs: number): Proof => ({ correct: true, pictureMs });
const wrong = (pictureMs: number): Proof => ({ correct: false, pictureMs });

describe('the fastest delegate', () => {
  it('is the graphics chip where it is right and faster; what was tried is closed', async () => {
    const here = machine({ 'mediapipe CPU': right(50), 'mediapipe GPU': right(12) });
    const { used, built, open } = await here.start('fastest');
    expect(used).toBe('mediapipe GPU');
    expect(built).toEqual(['mediapipe GPU', 'mediapipe CPU']);
    expect(open).toEqual(['mediapipe GPU']);
  });

  it.each<[string, Proofs]>([
    ['slower', { 'mediapipe CPU': right(50), 'mediapipe GPU': right(51) }],
    ['no faster', { 'mediapipe CPU': right(50), 'mediapipe GPU': right(50) }],
    ['wrong', { 'mediapipe CPU': right(50), 'mediapipe GPU': wrong(5) }],
    ['slower than any live picture may be', { 'mediapipe CPU': right(190), 'mediapipe GPU': right(100.1) }],
    ['not to be built', { 'mediapipe CPU': right(50) }],
  ])('is the processor where the graphics chip is %s', async (_, proofs) => {
    const { used, open } = await machine(proofs).start('fastest');
    expect(used).toBe('mediapipe CPU');
    expect(open).toEqual(['mediapipe CPU']);
  });

  it.each<[string, Proofs, string]>([
    ['faster', { 'litert CPU': right(20), 'litert GPU': right(8) }, 'litert GPU'],
    ['slower', { 'litert CPU': right(20), 'litert GPU': right(25) }, 'litert CPU'],
    ['wrong', { 'litert CPU': right(20), 'litert GPU': wrong(2) }, 'litert CPU'],
    ['all that is right', { 'litert CPU': wrong(2), 'litert GPU': right(20) }, 'litert GPU'],
  ])('is LiteRT on the graphics chip or on the processor where the chip is %s', async (_, proofs, best) => {
    const here = machine({ 'mediapipe GPU': right(1), ...proofs });
    expect(await here.start('fastest', 'litert')).toMatchObject({ used: best, open: [best] });
  });

  it('is looked for where the engine would use it', async () => {
    const proofs = { 'litert CPU': right(20), 'litert GPU': right(8), 'mediapipe CPU': right(50) };
    const asked: Engine[] = [];
    const here = machine(proofs, {
      hasGpu: (engine) => {
        asked.push(engine);
        return Promise.resolve(false);
      },
    });
    expect(await here.start('fastest', 'litert')).toMatchObject({ used: 'litert CPU' });
    expect(asked).toEqual(['litert']);
  });

  it('is not looked for where the browser draws in software: trying that takes seconds', async () => {
    const here = machine({ 'mediapipe CPU': right(50), 'mediapipe GPU': right(1) }, { hasGpu: () => false });
    const { used, built } = await here.start('fastest');
    expect(used).toBe('mediapipe CPU');
    expect(built).toEqual(['mediapipe CPU']);
  });
});

describe('a delegate that the person fixed', () => {
  it('is the graphics chip without timing the processor, but not without proof', async () => {
    const faster = machine({ 'mediapipe CPU': right(9), 'mediapipe GPU': right(30) });
    expect(await faster.start('GPU')).toMatchObject({
      used: 'mediapipe GPU',
      built: ['mediapipe GPU'],
    });
    const lying = machine({ 'mediapipe CPU': right(9), 'mediapipe GPU': wrong(30) });
    expect(await lying.start('GPU')).toMatchObject({ used: 'mediapipe CPU' });
  });

  it('is LiteRT on the graphics chip, else MediaPipe there, else the processor', async () => {
    const both = machine({ 'litert GPU': right(9), 'mediapipe GPU': right(5), 'litert CPU': right(20) });
    expect(await both.start('GPU', 'litert')).toMatchObject({ used: 'litert GPU', built: ['litert GPU'] });
    const webGlOnly = machine({ 'mediapipe GPU': right(9), 'litert CPU': right(20) });
    expect(await webGlOnly.start('GPU', 'litert')).toMatchObject({ used: 'mediapipe GPU' });
    const slow = machine({ 'litert GPU': right(101), 'mediapipe GPU': wrong(9), 'litert CPU': right(20) });
    expect(await slow.start('GPU', 'litert')).toMatchObject({ used: 'litert CPU', open: ['litert CPU'] });
    const software = machine({ 'litert CPU': right(20) }, { hasGpu: () => false });
    expect(await software.start('GPU', 'litert')).toMatchObject({ built: ['litert GPU', 'litert CPU'] });
  });

  it('is the processor where the graphics chip is built and then never answers', async () => {
    const { ports } = machine({ 'litert GPU': right(9), 'litert CPU': right(20) });
    let open = 0;
    const mute = fakeLandmarker({ close: () => void (open -= 1) });
    const hanging: PoseServicePorts = {
      ...ports,
      patience: { startMs: 50, downloadMs: 50, lookEveryMs: 1, proofMs: 5 },
      createLandmarker: (options) => {
        if (options.delegate === 'CPU') return ports.createLandmarker(options);
        open += 1;
        return Promise.resolve(mute);
      },
      prove: (landmarker) =>
        landmarker === mute ? new Promise(() => undefined) : ports.prove(landmarker, 'full'),
    };
    const options = { ...LOAD_OPTIONS, delegate: 'GPU', engine: 'litert' } as const;
    const loaded = await new LocalPoseService(hanging).load(options, () => undefined);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        engine: 'litert',
        delegate: 'CPU',
        pictureMs: 20,
        chipRefusal: { why: 'no-answer', pictureMs: null },
      },
    });
    expect(open).toBe(0);
  });

  it.each<[NonNullable<Loaded['chipRefusal']>, Proofs]>([
    [{ why: 'not-started', pictureMs: null }, {}],
    [{ why: 'wrong', pictureMs: null }, { 'litert GPU': wrong(5) }],
    [{ why: 'slow', pictureMs: 101 }, { 'litert GPU': right(101) }],
  ])('is said why it is not the wanted graphics chip: %o', async (refusal, onChip) => {
    for (const other of [{}, { 'mediapipe GPU': right(30) }]) {
      const here = machine({ 'litert CPU': right(20), ...other, ...onChip });
      const { chipRefusal, used } = await here.start('GPU', 'litert');
      expect(chipRefusal).toEqual(refusal);
      expect(used).toBe('mediapipe GPU' in other ? 'mediapipe GPU' : 'litert CPU');
    }
  });

  it.each<[LoadOptions['delegate'], Proofs]>([
    ['GPU', { 'litert GPU': right(9) }],
    ['fastest', { 'litert GPU': right(25) }],
    ['CPU', {}],
  ])('is nothing to explain where %s was wanted and no trial failed', async (delegate, onChip) => {
    const here = machine({ 'litert CPU': right(20), ...onChip });
    expect((await here.start(delegate, 'litert')).chipRefusal).toBeUndefined();
  });

  it('is the processor without any trial', async () => {
    const here = machine({ 'mediapipe CPU': right(9), 'mediapipe GPU': right(1) });
    expect(await here.start('CPU')).toMatchObject({ built: ['mediapipe CPU'] });
  });

  it('that cannot be built at all is a fault', async () => {
    expect(await machine({}).start('fastest', 'litert')).toMatchObject({ used: 'wasm-load' });
  });
});

describe('LiteRT', () => {
  it('is used where it gets the known picture right', async () => {
    const { used, open } = await machine({ 'litert CPU': right(20) }).start('CPU', 'litert');
    expect(used).toBe('litert CPU');
    expect(open).toEqual(['litert CPU']);
  });

  it.each<[string, Proofs]>([
    ['is wrong', { 'litert CPU': wrong(5), 'mediapipe CPU': right(50) }],
    ['cannot be started', { 'mediapipe CPU': right(50) }],
  ])('gives way to MediaPipe where it %s', async (_, proofs) => {
    const { used, open } = await machine(proofs).start('CPU', 'litert');
    expect(used).toBe('mediapipe CPU');
    expect(open).toEqual(['mediapipe CPU']);
  });

  it('gives way to MediaPipe where it never answers', async () => {
    const { ports } = machine({ 'mediapipe CPU': right(50) });
    const hanging: PoseServicePorts = {
      ...ports,
      patience: { startMs: 5, downloadMs: 50, lookEveryMs: 1, proofMs: 50 },
      createLandmarker: (options) =>
        options.engine === 'litert' ? new Promise(() => undefined) : ports.createLandmarker(options),
    };
    const options = { ...LOAD_OPTIONS, engine: 'litert' } as const;
    const loaded = await new LocalPoseService(hanging).load(options, () => undefined);
    expect(loaded).toMatchObject({ ok: true, value: { engine: 'mediapipe' } });
  });

  it('says how long a picture takes; MediaPipe only where that is asked for, and only where it is right', async () => {
    const timesOf = async (proofs: Proofs, engine: Engine, timed: boolean) => {
      const { ports } = machine(proofs);
      const options = { ...LOAD_OPTIONS, engine, ...(timed ? { timed } : {}) } as LoadOptions;
      const loaded = await new LocalPoseService(ports).load(options, () => undefined);
      return loaded.ok ? loaded.value.pictureMs : loaded.fault.code;
    };
    expect(await timesOf({ 'litert CPU': right(20) }, 'litert', false)).toBe(20);
    expect(await timesOf({ 'mediapipe CPU': right(50) }, 'mediapipe', false)).toBeNull();
    expect(await timesOf({ 'mediapipe CPU': right(50) }, 'mediapipe', true)).toBe(50);
    expect(await timesOf({ 'mediapipe CPU': wrong(50) }, 'mediapipe', true)).toBeNull();
  });

  it('needs no WebGL; where it does not start either, that is what is missing', async () => {
    const without = { hasWebGl: () => false, hasGpu: () => false };
    expect(await machine({ 'litert CPU': right(20) }, without).start('fastest', 'litert')).toMatchObject({
      used: 'litert CPU',
    });
    expect(await machine({}, without).start('fastest', 'litert')).toMatchObject({ used: 'webgl-missing' });
  });
});

describe('the known picture', () => {
  const known = (shift: number, model: PoseModel = 'full'): PoseLandmarks => {
    const landmarks = someLandmarks();
    for (const [name, [x = 0, y = 0]] of Object.entries(expected.landmarks[model])) {
      landmarks.image.set([x + shift, y], LANDMARK[name as keyof typeof LANDMARK] * IMAGE_STRIDE);
    }
    return landmarks;
  };
  /** A clock that the landmarker moves by what each picture takes. */
  const prove = async (answers: readonly (PoseLandmarks | null)[], timesMs: readonly number[]) => {
    let atMs = 0;
    let picture = 0;
    const landmarker = fakeLandmarker({
      detect: () => {
        atMs += timesMs[picture] ?? 0;
        return answers[picture++] ?? null;
      },
    });
    const proof = await runKnownPicture(landmarker, new PictureLedger().open(), 'full', () => atMs);
    return { proof, pictures: picture };
  };

  it('takes the median of what follows the first picture, which compiles', async () => {
    const { proof } = await prove(Array<PoseLandmarks>(6).fill(known(0)), [900, 20, 21, 19, 300, 22]);
    expect(proof).toEqual({ correct: true, pictureMs: 21 });
  });

  it('is not looked at for long by what takes seconds', async () => {
    const { proof, pictures } = await prove(Array<PoseLandmarks>(6).fill(known(0)), [9000, 1900, 2000]);
    expect(proof).toEqual({ correct: true, pictureMs: 1900 });
    expect(pictures).toBe(2);
  });

  it('is wrong when a joint is off by more than engines differ, at once or later', async () => {
    expect(await prove([known(0.012)], [500])).toEqual({
      proof: { correct: false, pictureMs: Infinity },
      pictures: 1,
    });
    expect((await prove([known(0.008), known(0.008), known(0.012)], [5, 5, 5])).proof.correct).toBe(false);
    expect((await prove([known(0, 'lite')], [5])).proof.correct).toBe(false);
    expect((await prove([null], [5])).proof.correct).toBe(false);
  });
});
