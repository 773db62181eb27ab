import { describe, expect, it } from 'vitest';
import { LocalPoseService } from '../../../workers/pose-service';
import type { PoseServicePorts } from '../../../workers/pose-service';
import type { LoadProgress } from '../../../workers/protocol';
import {
  LOAD_OPTIONS,
  PictureLedger,
  fakeEstimator,
  fakeLandmarker,
  fakePorts,
  someLandmarks,
} from '../../support/fake-pose';
import { millis } from '../../../src/core/units';

const silent = (): void => undefined;

const loadedService = async (overrides = {}): Promise<LocalPoseService> => {
  const service = new LocalPoseService(fakePorts(overrides));
  expect(await service.load(LOAD_OPTIONS, silent)).toMatchObject({ ok: true });
  return service;
};

describe('the pose service', () => {
  it('reports progress: bytes first, then that it starts', async () => {
    const stages: LoadProgress['stage'][] = [];
    const service = new LocalPoseService(fakePorts());
    const loaded = await service.load(LOAD_OPTIONS, ({ stage }) => stages.push(stage));
    expect(stages).toEqual(['downloading', 'starting']);
    expect(loaded).toEqual({
      ok: true,
      value: {
        model: 'full',
        delegate: 'CPU',
        engine: 'mediapipe',
        pictureMs: null,
        movement: { kind: 'absent' },
      },
    });
  });

  it('gives a frame with the size and time of its picture', async () => {
    const service = await loadedService();
    const ledger = new PictureLedger();
    const detection = await service.detect(ledger.open(), 33);
    expect(detection).toMatchObject({
      ok: true,
      value: { pose: { timestampMs: 33, width: 640, height: 480 }, movement: null, inferenceMs: 5 },
    });
  });

  it('gives a frame without landmarks when nobody is there', async () => {
    const service = await loadedService({
      createLandmarker: () => Promise.resolve(fakeLandmarker({ detect: () => null })),
    });
    const detection = await service.detect(new PictureLedger().open(), 33);
    expect(detection).toMatchObject({ ok: true, value: { pose: { landmarks: null } } });
  });

  it('says how bright the picture is in which nobody was found, and spares that where somebody was', async () => {
    const nobody = await loadedService({
      createLandmarker: () => Promise.resolve(fakeLandmarker({ detect: () => null })),
      measureBrightness: () => 0.05,
    });
    const dark = await nobody.detect(new PictureLedger().open(), 33);
    expect(dark).toMatchObject({ ok: true, value: { pose: { landmarks: null, brightness: 0.05 } } });
    const seen = await (await loadedService()).detect(new PictureLedger().open(), 33);
    expect(seen.ok && 'brightness' in seen.value.pose).toBe(false);
  });

  it('closes every picture once: recognised, out of order, before load, and when the model throws', async () => {
    const ledger = new PictureLedger();
    const unloaded = new LocalPoseService(fakePorts());
    expect(await unloaded.detect(ledger.open(), 1)).toMatchObject({ fault: { code: 'not-loaded' } });
    const service = await loadedService();
    expect(await service.detect(ledger.open(), 10)).toMatchObject({ ok: true });
    expect(await service.detect(ledger.open(), 10)).toMatchObject({ fault: { code: 'out-of-order' } });
    expect(await service.detect(ledger.open(), NaN)).toMatchObject({ fault: { code: 'out-of-order' } });
    const endless = await service.detect(ledger.open(), Infinity);
    expect(endless).toMatchObject({ fault: { code: 'out-of-order' } });
    const throwing = await loadedService({
      createLandmarker: () =>
        Promise.resolve(
          fakeLandmarker({
            detect: () => {
              throw new Error('graph error');
            },
          }),
        ),
    });
    expect(await throwing.detect(ledger.open(), 1)).toEqual({
      ok: false,
      fault: { code: 'detect-failed', detail: 'graph error' },
    });
    expect(ledger).toMatchObject({ opened: 6, closed: 6, closedTwice: 0 });
  });

  it('takes landmarks that are no numbers, or too few, for nobody', async () => {
    const spoilt = someLandmarks();
    spoilt.world[7] = NaN;
    const short = { ...someLandmarks(), image: new Float32Array(4) };
    for (const landmarks of [spoilt, short]) {
      const service = await loadedService({
        createLandmarker: () => Promise.resolve(fakeLandmarker({ detect: () => landmarks })),
      });
      const nobody = { ok: true, value: { pose: { landmarks: null } } };
      expect(await service.detect(new PictureLedger().open(), 1)).toMatchObject(nobody);
      const pose = { timestampMs: millis(2), width: 640, height: 480, landmarks };
      expect(await service.observe(pose)).toMatchObject(nobody);
    }
  });

  it('starts its clock anew after a reset', async () => {
    const service = await loadedService();
    const ledger = new PictureLedger();
    await service.detect(ledger.open(), 1000);
    await service.reset();
    expect(await service.detect(ledger.open(), 0)).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<PoseServicePorts>]>([
    ['webgl-missing', { hasWebGl: () => false }],
    [
      'model-missing',
      {
        downloadBundle: () => Promise.resolve({ ok: false, fault: { code: 'model-missing', detail: '404' } }),
      },
    ],
    ['wasm-load', { createLandmarker: () => Promise.reject(new Error('no wasm')) }],
    [
      'out-of-memory',
      {
        createLandmarker: () => Promise.reject(new RangeError('Out of memory: Cannot allocate Wasm memory')),
      },
    ],
  ])('answers %s as a value', async (code, overrides) => {
    const service = new LocalPoseService(fakePorts(overrides));
    expect(await service.load(LOAD_OPTIONS, silent)).toMatchObject({ ok: false, fault: { code } });
  });

  it('misses WebGL where LiteRT did not start and MediaPipe would read no picture', async () => {
    const { createLandmarker } = fakePorts();
    const service = new LocalPoseService(
      fakePorts({
        hasWebGl: () => false,
        createLandmarker: (options) =>
          options.engine === 'litert' ? Promise.reject(new Error('no wasm')) : createLandmarker(options),
      }),
    );
    expect(await service.load({ ...LOAD_OPTIONS, engine: 'litert' }, silent)).toMatchObject({
      ok: false,
      fault: { code: 'webgl-missing' },
    });
  });
});

describe('the movement model', () => {
  const OPTIONS = { ...LOAD_OPTIONS, movementUrl: 'http://localhost/models/movement/' };
  const pose = { timestampMs: millis(5), width: 640, height: 480, landmarks: someLandmarks() };

  it('is waited for when asked, and named', async () => {
    const service = new LocalPoseService(
      fakePorts({ loadMovementEstimator: () => Promise.resolve(fakeEstimator()) }),
    );
    const loaded = await service.load({ ...OPTIONS, awaitMovement: true }, silent);
    expect(loaded).toMatchObject({ value: { movement: { kind: 'ready', id: '0123456789ab' } } });
  });

  it('does not hold up the start otherwise, and does not stop it by failing', async () => {
    const service = new LocalPoseService(fakePorts());
    const loaded = await service.load(OPTIONS, silent);
    expect(loaded).toMatchObject({ ok: true, value: { movement: { kind: 'loading' } } });
    await Promise.resolve();
    await Promise.resolve();
    expect(await service.movementStatus()).toEqual({ kind: 'failed', detail: 'no movement model' });
    expect(await service.observe(pose)).toMatchObject({ ok: true, value: { movement: null } });
  });

  it('is put out of use when it throws; the picture still counts', async () => {
    const estimator = fakeEstimator({
      step: () => {
        throw new Error('tensor disposed');
      },
    });
    const service = new LocalPoseService(
      fakePorts({ loadMovementEstimator: () => Promise.resolve(estimator) }),
    );
    await service.load({ ...OPTIONS, awaitMovement: true }, silent);
    expect(await service.observe(pose)).toMatchObject({ ok: true, value: { movement: null } });
    expect(await service.movementStatus()).toMatchObject({ kind: 'failed' });
  });

  it('is thrown away when it arrives after the service was closed', async () => {
    let disposed = 0;
    let arrive = silent;
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const service = new LocalPoseService(
      fakePorts({
        loadMovementEstimator: async () => {
          await arrival;
          return fakeEstimator({ dispose: () => (disposed += 1) });
        },
      }),
    );
    await service.load(OPTIONS, silent);
    await service.close();
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(disposed).toBe(1);
    expect(await service.movementStatus()).toEqual({ kind: 'absent' });
  });
});
