import { jointIndex, toPixels, visibilityAt, type Joint } from '../pose/access';
import { LANDMARK, LANDMARK_COUNT } from '../pose/landmark';
import { WORLD_STRIDE, type PoseFrame, type PoseLandmarks } from '../pose/pose-frame';
import type { Degrees, Millis, Side } from '../units';
import { midpoint, midpoint3, type Vec2, type Vec3 } from './vector';

/**
 * The landmarks of one frame with y UP: `picture` in pixels (33 × x, y), `world` in metres (33 × x, y, z; z away
 * from the camera), `visibility` 0..1 (0 outside the picture).
 */
export interface Skeleton {
  readonly timestampMs: Millis;
  readonly picture: Float64Array;
  readonly world: Float64Array;
  readonly visibility: Float64Array;
}

export function toSkeleton(pose: PoseFrame, landmarks: PoseLandmarks): Skeleton {
  const picture = toPixels(pose, landmarks);
  const world = Float64Array.from(landmarks.world);
  const visibility = new Float64Array(LANDMARK_COUNT);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    picture[i * 2 + 1] = pose.height - (picture[i * 2 + 1] ?? 0);
    world[i * WORLD_STRIDE + 1] = -(world[i * WORLD_STRIDE + 1] ?? 0);
    visibility[i] = visibilityAt(landmarks, i);
  }
  return { timestampMs: pose.timestampMs, picture, world, visibility };
}

/** Rotates picture and world so that the camera's roll is gone; `rollDeg` + = the picture shows upright things tilted counter-clockwise. */
export function levelSkeleton(skeleton: Skeleton, rollDeg: Degrees): Skeleton {
  const c = Math.cos((-rollDeg * Math.PI) / 180);
  const s = Math.sin((-rollDeg * Math.PI) / 180);
  const picture = skeleton.picture.slice();
  const world = skeleton.world.slice();
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    turn(picture, i * 2, c, s);
    turn(world, i * WORLD_STRIDE, c, s);
  }
  return { ...skeleton, picture, world };
}

function turn(values: Float64Array, at: number, c: number, s: number): void {
  const x = values[at] ?? 0;
  const y = values[at + 1] ?? 0;
  values[at] = x * c - y * s;
  values[at + 1] = x * s + y * c;
}

export const picturePoint = (skeleton: Skeleton, index: number): Vec2 => ({
  x: skeleton.picture[index * 2] ?? 0,
  y: skeleton.picture[index * 2 + 1] ?? 0,
});

export const worldPoint = (skeleton: Skeleton, index: number): Vec3 => ({
  x: skeleton.world[index * WORLD_STRIDE] ?? 0,
  y: skeleton.world[index * WORLD_STRIDE + 1] ?? 0,
  z: skeleton.world[index * WORLD_STRIDE + 2] ?? 0,
});

export const pictureJoint = (skeleton: Skeleton, side: Side, joint: Joint): Vec2 =>
  picturePoint(skeleton, jointIndex(side, joint));

export const worldJoint = (skeleton: Skeleton, side: Side, joint: Joint): Vec3 =>
  worldPoint(skeleton, jointIndex(side, joint));

export const pictureMid = (skeleton: Skeleton, joint: Joint): Vec2 =>
  midpoint(pictureJoint(skeleton, 'left', joint), pictureJoint(skeleton, 'right', joint));

export const worldMid = (skeleton: Skeleton, joint: Joint): Vec3 =>
  midpoint3(worldJoint(skeleton, 'left', joint), worldJoint(skeleton, 'right', joint));

export const jointVisibility = (skeleton: Skeleton, side: Side, joint: Joint): number =>
  skeleton.visibility[jointIndex(side, joint)] ?? 0;

export const nosePoint = (skeleton: Skeleton): Vec2 => picturePoint(skeleton, LANDMARK.nose);
