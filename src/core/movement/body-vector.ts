import { LANDMARK, type LandmarkName } from '../pose/landmark';
import { pictureMid, type Skeleton } from '../body/skeleton';
import { WORLD_STRIDE } from '../pose/pose-frame';

/** The landmarks the movement model reads. Eyes, mouth and fingers say nothing about pelvis and knees. */
export const BODY_LANDMARKS = [
  'nose',
  'left-ear',
  'right-ear',
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
  'left-ankle',
  'right-ankle',
  'left-heel',
  'right-heel',
  'left-foot-index',
  'right-foot-index',
] as const satisfies readonly LandmarkName[];

const POINTS = BODY_LANDMARKS.length;
const INDEX = BODY_LANDMARKS.map((name) => LANDMARK[name]);
const slot = (name: (typeof BODY_LANDMARKS)[number]): number => BODY_LANDMARKS.indexOf(name);

/** Slots of the joints that other parts of the movement model name. */
export const SLOT = {
  leftShoulder: slot('left-shoulder'),
  rightShoulder: slot('right-shoulder'),
  leftHip: slot('left-hip'),
  rightHip: slot('right-hip'),
  leftKnee: slot('left-knee'),
  rightKnee: slot('right-knee'),
  leftAnkle: slot('left-ankle'),
  rightAnkle: slot('right-ankle'),
} as const;

/** Per landmark: image x, y and world x, y, z. */
export const VALUES_PER_POINT = 5;
export const BODY_VECTOR_LENGTH = POINTS * VALUES_PER_POINT;
export const BODY_POINTS = POINTS;

/**
 * One frame's body, in metres of the pose model's world, x right and y down in the picture, not yet levelled.
 *
 * `values` holds, per landmark, its place in the picture relative to the middle of the hips (divided by `pixelsPerMetre`)
 * and its world position. The two come from different outputs of the pose network and err differently.
 */
export interface BodyVector {
  readonly timestampMs: number;
  readonly values: Float32Array;
  readonly visibility: Float32Array;
  /** Middle of the hips in the picture, pixels, y down from the lower border. */
  readonly pelvisX: number;
  readonly pelvisY: number;
  /** Weak-perspective scale: least squares of picture against world. */
  readonly pixelsPerMetre: number;
}

/** Reads a body from a skeleton that is not levelled; null when the body has no extent. */
export function toBodyVector(skeleton: Skeleton): BodyVector | null {
  const { x: pelvisX, y: pelvisUp } = pictureMid(skeleton, 'hip');
  const values = new Float32Array(BODY_VECTOR_LENGTH);
  const visibility = new Float32Array(POINTS);
  let dot = 0;
  let norm = 0;
  INDEX.forEach((landmark, point) => {
    const w = landmark * WORLD_STRIDE;
    const o = point * VALUES_PER_POINT;
    // Skeletons have y up, the network has learnt y down.
    const x = (skeleton.picture[landmark * 2] ?? 0) - pelvisX;
    const y = pelvisUp - (skeleton.picture[landmark * 2 + 1] ?? 0);
    const worldX = skeleton.world[w] ?? 0;
    const worldY = -(skeleton.world[w + 1] ?? 0);
    values[o] = x;
    values[o + 1] = y;
    values[o + 2] = worldX;
    values[o + 3] = worldY;
    values[o + 4] = skeleton.world[w + 2] ?? 0;
    visibility[point] = skeleton.visibility[landmark] ?? 0;
    dot += x * worldX + y * worldY;
    norm += worldX * worldX + worldY * worldY;
  });
  const scale = dot / norm;
  if (!(scale > 1)) return null;
  for (let point = 0; point < POINTS; point++) {
    values[point * VALUES_PER_POINT]! /= scale;
    values[point * VALUES_PER_POINT + 1]! /= scale;
  }
  return {
    timestampMs: skeleton.timestampMs,
    values,
    visibility,
    pelvisX,
    pelvisY: -pelvisUp,
    pixelsPerMetre: scale,
  };
}

/** For each value of a body vector, the value of the mirrored body that belongs in its place, and its sign. */
export const BODY_MIRROR: { readonly from: readonly number[]; readonly sign: readonly number[] } = (() => {
  const from: number[] = [];
  const sign: number[] = [];
  for (const name of BODY_LANDMARKS) {
    const twin = mirroredSlot(name);
    for (let k = 0; k < VALUES_PER_POINT; k++) {
      from.push(twin * VALUES_PER_POINT + k);
      sign.push(k === 0 || k === 2 ? -1 : 1);
    }
  }
  return { from, sign };
})();

/** Slot of the same landmark on the other side. */
export function mirroredSlot(name: (typeof BODY_LANDMARKS)[number]): number {
  const twin = name.startsWith('left-')
    ? name.replace('left-', 'right-')
    : name.startsWith('right-')
      ? name.replace('right-', 'left-')
      : name;
  return (BODY_LANDMARKS as readonly string[]).indexOf(twin);
}
