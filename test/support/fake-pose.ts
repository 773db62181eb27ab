import type { Landmarker } from '../../workers/landmarker-port';
import type { MovementEstimator } from '../../workers/movement-estimator-port';
import type { PoseServicePorts } from '../../workers/pose-service';
import type { LoadOptions } from '../../workers/protocol';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../../src/core/pose/pose-frame';
import { LANDMARK_COUNT } from '../../src/core/pose/landmark';

/** Counts pictures made and closed: in the end the two are equal, and none was closed twice. */
export class PictureLedger {
  opened = 0;
  closed = 0;
  closedTwice = 0;

  open(width = 640, height = 480): ImageBitmap {
    this.opened += 1;
    let isClosed = false;
    return {
      width,
      height,
      close: () => {
        if (isClosed) this.closedTwice += 1;
        else this.closed += 1;
        isClosed = true;
      },
    };
  }

  /** As a camera's: there can be further handles on the same picture, and its pixels can be had. */
  openFrame(width = 640, height = 480): VideoFrame {
    return Object.assign(this.open(width, height), {
      displayWidth: width,
      displayHeight: height,
      visibleRect: { width, height },
      clone: (): VideoFrame => this.openFrame(width, height),
      copyTo: (pixels: Uint8ClampedArray) => {
        new Uint32Array(pixels.buffer).forEach((_, i, all) => (all[i] = i));
        return Promise.resolve([]);
      },
    }) as unknown as VideoFrame;
  }
}

export const someLandmarks = (): PoseLandmarks => ({
  image: new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE).fill(0.5),
  world: new Float32Array(LANDMARK_COUNT * WORLD_STRIDE),
});

/** A landmarker that sees a person in every picture, unless told otherwise. */
export const fakeLandmarker = (overrides: Partial<Landmarker> = {}): Landmarker => ({
  detect: () => someLandmarks(),
  reset: () => Promise.resolve(),
  close: () => undefined,
  ...overrides,
});

/** Ports of the pose service in which everything works. The clock ticks 5 ms a look. */
export const fakePorts = (overrides: Partial<PoseServicePorts> = {}): PoseServicePorts => {
  let timeMs = 0;
  return {
    createLandmarker: () => Promise.resolve(fakeLandmarker()),
    downloadBundle: (_url, _model, onProgress) => {
      onProgress({ stage: 'downloading', loadedBytes: 3, totalBytes: 3 });
      return Promise.resolve({ ok: true, value: new Uint8Array(3) });
    },
    loadMovementEstimator: () => Promise.reject(new Error('no movement model')),
    prove: () => Promise.resolve({ correct: true, pictureMs: 20 }),
    hasGpu: () => true,
    hasWebGl: () => true,
    hasFetchedWasm: () => true,
    measureBrightness: () => 0.5,
    now: () => (timeMs += 5),
    ...overrides,
  };
};

export const fakeEstimator = (overrides: Partial<MovementEstimator> = {}): MovementEstimator => ({
  id: '0123456789ab',
  step: () => null,
  reset: () => undefined,
  dispose: () => undefined,
  ...overrides,
});

export const LOAD_OPTIONS: LoadOptions = {
  model: 'full',
  delegate: 'CPU',
  engine: 'mediapipe',
  wasmUrls: { mediapipe: 'http://localhost/wasm', litert: 'http://localhost/litert' },
  modelUrl: 'http://localhost/models/pose_landmarker_full.task',
  movementUrl: null,
  awaitMovement: false,
};
