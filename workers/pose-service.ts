import { createBodyTracker } from '../src/core/body/body-tracker';
import type { Stance } from '../src/core/body/stance';
import type { PoseFrame, PoseLandmarks } from '../src/core/pose/pose-frame';
import { credible } from '../src/core/pose/pose-frame';
import { millis } from '../src/core/units';
import type { Landmarker, Picture } from './landmarker-port';
import type { LoadMovementEstimator } from './movement-estimator-port';
import { MovementSlot } from './movement-slot';
import { failed, startFault, succeeded } from './pose-fault';
import type {
  Detection,
  LoadOptions,
  LoadProgress,
  Loaded,
  MovementStatus,
  PoseModel,
  PoseService,
  Result,
} from './protocol';
import { startLandmarker } from './start-landmarker';
import type { StartPorts, Started } from './start-landmarker';

/** What the service stands on; the tests put fakes here. */
export interface PoseServicePorts extends StartPorts {
  readonly downloadBundle: (
    url: string,
    model: PoseModel,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<Result<Uint8Array>>;
  readonly loadMovementEstimator: LoadMovementEstimator;
  /** Whether pictures can be handed to MediaPipe. */
  readonly hasWebGl: () => boolean;
  /** Asked for pictures in which nobody was found. */
  readonly measureBrightness: (picture: Picture) => number | undefined;
  readonly now: () => number;
}

/** Inference and nothing else: pictures in, landmarks and the movement model's estimate out. Faults are values. */
export class LocalPoseService implements PoseService {
  readonly #ports: PoseServicePorts;
  readonly #movement: MovementSlot;
  #landmarker: Landmarker | null = null;
  #tracker = createBodyTracker();
  #lastTimestampMs = -Infinity;

  constructor(ports: PoseServicePorts) {
    this.#ports = ports;
    this.#movement = new MovementSlot(ports.loadMovementEstimator);
  }

  async load(options: LoadOptions, onProgress: (progress: LoadProgress) => void): Promise<Result<Loaded>> {
    await this.close();
    // MediaPipe takes pictures in through WebGL 2, whatever the delegate; LiteRT does without.
    if (options.engine === 'mediapipe' && !this.#ports.hasWebGl()) return NO_WEBGL;
    const bundle = await this.#ports.downloadBundle(options.modelUrl, options.model, onProgress);
    if (!bundle.ok) return bundle;
    let started: Started;
    try {
      started = await startLandmarker(this.#ports, options, bundle.value, () => {
        onProgress({ stage: 'starting' });
      });
    } catch (error) {
      return this.#ports.hasWebGl() ? startFault(error) : NO_WEBGL;
    }
    // What LiteRT could not start, MediaPipe starts, and then reads no picture.
    if (started.engine === 'mediapipe' && !this.#ports.hasWebGl()) {
      started.landmarker.close();
      return NO_WEBGL;
    }
    this.#landmarker = started.landmarker;
    this.#lastTimestampMs = -Infinity;
    const movement = this.#movement.load(options.movementUrl);
    if (options.awaitMovement) await movement;
    return succeeded({
      model: options.model,
      delegate: started.delegate,
      engine: started.engine,
      pictureMs: started.pictureMs,
      ...(started.chipRefusal === null ? {} : { chipRefusal: started.chipRefusal }),
      movement: this.#movement.status,
    });
  }

  async detect(picture: Picture, timestampMs: number): Promise<Result<Detection>> {
    try {
      return await this.#detect(picture, timestampMs);
    } catch (error) {
      return failed('detect-failed', error);
    } finally {
      picture.close();
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- asynchronous across the boundary, synchronous within
  async observe(pose: PoseFrame): Promise<Result<Detection>> {
    if (!this.#advance(pose.timestampMs)) return this.#outOfOrder(pose.timestampMs);
    return succeeded(this.#follow({ ...pose, landmarks: credible(pose.landmarks) }, 0));
  }

  async reset(): Promise<Result<null>> {
    this.#lastTimestampMs = -Infinity;
    this.#tracker = createBodyTracker();
    this.#movement.reset();
    try {
      await this.#landmarker?.reset();
      return succeeded(null);
    } catch (error) {
      return failed('detect-failed', error);
    }
  }

  resume(stance: Stance): Promise<void> {
    this.#tracker.resume(stance);
    return Promise.resolve();
  }

  movementStatus(): Promise<MovementStatus> {
    return Promise.resolve(this.#movement.status);
  }

  close(): Promise<void> {
    this.#landmarker?.close();
    this.#landmarker = null;
    this.#movement.dispose();
    return Promise.resolve();
  }

  async #detect(picture: Picture, timestampMs: number): Promise<Result<Detection>> {
    const landmarker = this.#landmarker;
    if (landmarker === null) return failed('not-loaded', 'detect before load');
    if (!this.#advance(timestampMs)) return this.#outOfOrder(timestampMs);
    const startMs = this.#ports.now();
    const landmarks = credible(await landmarker.detect(picture, timestampMs));
    const inferenceMs = this.#ports.now() - startMs;
    const brightness = landmarks === null ? this.#ports.measureBrightness(picture) : undefined;
    const pose = poseFrame(picture, timestampMs, landmarks, brightness);
    return succeeded(this.#follow(pose, inferenceMs));
  }

  #follow(pose: PoseFrame, inferenceMs: number): Detection {
    const tracked = this.#tracker.step(pose);
    return { pose, tracked, movement: this.#movement.step(tracked), inferenceMs };
  }

  #advance(timestampMs: number): boolean {
    if (!Number.isFinite(timestampMs) || timestampMs <= this.#lastTimestampMs) return false;
    this.#lastTimestampMs = timestampMs;
    return true;
  }

  #outOfOrder(timestampMs: number): Result<Detection> {
    return failed('out-of-order', `${String(timestampMs)} ms after ${String(this.#lastTimestampMs)} ms`);
  }
}

const NO_WEBGL = failed('webgl-missing', 'no WebGL 2 context in the worker');

const poseFrame = (
  picture: Picture,
  timestampMs: number,
  landmarks: PoseLandmarks | null,
  brightness: number | undefined,
): PoseFrame => ({
  timestampMs: millis(timestampMs),
  width: 'displayWidth' in picture ? picture.displayWidth : picture.width,
  height: 'displayHeight' in picture ? picture.displayHeight : picture.height,
  landmarks,
  ...(brightness === undefined ? {} : { brightness }),
});
