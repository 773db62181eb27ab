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
import type { Delegate, LoadOptions } from '../../../workers/protocol';
import {
  LOAD_OPTIONS,
  PictureLedger,
  fakeLandmarker,
  fakePorts,
  someLandmarks,
} from '../../support/fake-pose';

/** A machine on which each delegate gives this proof, or cannot be built. */
const machine = (proofs: Record<Delegate, Proof | 'absent'>, overrides: Partial<PoseServicePorts> = {}) => {
  const built: Delegate[] = [];
  const open = new Map<Landmarker, Delegate>();
  const ports = fakePorts({
    createLandmarker: ({ delegate }) => {
      built.push(delegate);
      if (proofs[delegate] === 'absent') return Promise.reject(new Error(`no ${delegate}`));
      const landmarker = fakeLandmarker({ close: () => void open.delete(landmarker) });
      open.set(landmarker, delegate);
      return Promise.resolve(landmarker);
    },
    prove: (landmarker) => {
      const proof = proofs[open.get(landmarker) ?? 'CPU'];
      return proof === 'absent' ? Promise.reject(new Error('absent')) : Promise.resolve(proof);
    },
    ...overrides,
  });
  const start = async (delegate: LoadOptions['delegate']) => {
    const loaded = await new LocalPoseService(ports).load({ ...LOAD_OPTIONS, delegate }, () => undefined);
    return {
      delegate: loaded.ok ? loaded.value.delegate : loaded.fault.code,
      built,
      open: [...open.values()],
    };
  };
  return { start };
};

const right = (pictureMs: number): Proof => ({ correct: true, pictureMs });
const wrong = (pictureMs: number): Proof => ({ correct: false, pictureMs });

describe('the fastest delegate', () => {
  it('is the graphics chip where it is right and faster; what was tried is closed', async () => {
    const { delegate, built, open } = await machine({ CPU: right(50), GPU: right(12) }).start('fastest');
    expect(delegate).toBe('GPU');
    expect(built).toEqual(['GPU', 'CPU', 'GPU']);
    expect(open).toEqual(['GPU']);
  });

  it.each<[string, Record<Delegate, Proof | 'absent'>]>([
    ['slower', { CPU: right(50), GPU: right(51) }],
    ['no faster', { CPU: right(50), GPU: right(50) }],
    ['wrong', { CPU: right(50), GPU: wrong(5) }],
    ['slower than any live picture may be', { CPU: right(190), GPU: right(100.1) }],
    ['not to be built', { CPU: right(50), GPU: 'absent' }],
  ])('is the processor where the graphics chip is %s', async (_, proofs) => {
    const { delegate, open } = await machine(proofs).start('fastest');
    expect(delegate).toBe('CPU');
    expect(open).toEqual(['CPU']);
  });

  it('is not looked for where the browser draws in software: trying that takes seconds', async () => {
    const { delegate, built } = await machine(
      { CPU: right(50), GPU: right(1) },
      { hasGpu: () => false },
    ).start('fastest');
    expect(delegate).toBe('CPU');
    expect(built).toEqual(['CPU']);
  });
});

describe('a delegate that the person fixed', () => {
  it('is the graphics chip without timing the processor, but not without proof', async () => {
    expect(await machine({ CPU: right(9), GPU: right(30) }).start('GPU')).toMatchObject({
      delegate: 'GPU',
      built: ['GPU', 'GPU'],
    });
    expect(await machine({ CPU: right(9), GPU: wrong(30) }).start('GPU')).toMatchObject({ delegate: 'CPU' });
  });

  it('is the processor without any trial', async () => {
    expect(await machine({ CPU: right(9), GPU: right(1) }).start('CPU')).toMatchObject({ built: ['CPU'] });
  });

  it('that cannot be built at all is a fault', async () => {
    expect(await machine({ CPU: 'absent', GPU: 'absent' }).start('fastest')).toMatchObject({
      delegate: 'wasm-load',
    });
  });
});

describe('the known picture', () => {
  const known = (shift: number): PoseLandmarks => {
    const landmarks = someLandmarks();
    for (const [name, [x = 0, y = 0]] of Object.entries(expected.landmarks)) {
      landmarks.image.set([x + shift, y], LANDMARK[name as keyof typeof LANDMARK] * IMAGE_STRIDE);
    }
    return landmarks;
  };
  /** A clock that the landmarker moves by what each picture takes. */
  const prove = (answers: readonly (PoseLandmarks | null)[], timesMs: readonly number[]) => {
    let atMs = 0;
    let picture = 0;
    const landmarker = fakeLandmarker({
      detect: () => {
        atMs += timesMs[picture] ?? 0;
        return answers[picture++] ?? null;
      },
    });
    const proof = runKnownPicture(landmarker, new PictureLedger().open(), () => atMs);
    return { proof, pictures: picture };
  };

  it('takes the median of what follows the first picture, which compiles', () => {
    const { proof } = prove(Array<PoseLandmarks>(6).fill(known(0)), [900, 20, 21, 19, 300, 22]);
    expect(proof).toEqual({ correct: true, pictureMs: 21 });
  });

  it('is not looked at for long by what takes seconds', () => {
    const { proof, pictures } = prove(Array<PoseLandmarks>(6).fill(known(0)), [9000, 1900, 2000]);
    expect(proof).toEqual({ correct: true, pictureMs: 1900 });
    expect(pictures).toBe(2);
  });

  it('is wrong when a joint is off by more than models differ, at once or later', () => {
    expect(prove([known(0.05)], [500])).toEqual({
      proof: { correct: false, pictureMs: Infinity },
      pictures: 1,
    });
    expect(prove([known(0.03), known(0.03), known(0.05)], [5, 5, 5]).proof.correct).toBe(false);
    expect(prove([null], [5]).proof.correct).toBe(false);
  });
});
