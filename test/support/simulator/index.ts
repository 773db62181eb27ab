import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { AVERAGE_CAMERA, createCameraman, MEASURED_NOISE, type Camera, type LandmarkNoise } from './camera';
import type { Movement, TrueRep } from './movement';
import { createRandom } from './random';

export interface FilmOptions {
  readonly fps?: number;
  readonly camera?: Partial<Camera>;
  readonly noise?: LandmarkNoise;
  readonly seed?: number;
  /** Share of frames that are dropped at random. */
  readonly drop?: number;
}

export interface Film {
  readonly poses: readonly PoseFrame[];
  readonly truth: readonly TrueRep[];
}

/** Films a movement: pose frames as the pose model would give them, and what truly happened. */
export function film(movement: Movement, options: FilmOptions = {}): Film {
  const random = createRandom(options.seed ?? 1);
  const fps = options.fps ?? 15;
  const shoot = createCameraman(
    { ...AVERAGE_CAMERA, ...options.camera },
    options.noise ?? MEASURED_NOISE,
    random,
  );
  const poses: PoseFrame[] = [];
  for (let frame = 0; frame < movement.durationS * fps; frame++) {
    const pose = shoot(movement.at(frame / fps), frame / fps);
    if (random() >= (options.drop ?? 0)) poses.push(pose);
  }
  return { poses, truth: movement.truth };
}

export { AVERAGE_BUILD, scaleBuild, type Build } from './body';
export { AVERAGE_CAMERA, MEASURED_NOISE, NO_NOISE, type Camera } from './camera';
export { IDLE_KINDS, simulateIdle } from './idle';
export type { RepPlan, TrueRep } from './movement';
export { simulateMovement } from './movements';
export { estimateMovement } from './estimates';
