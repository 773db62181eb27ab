import type { Side } from '../units';
import { LANDMARK, LANDMARK_COUNT, type LandmarkName } from './landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame, type PoseLandmarks } from './pose-frame';

/** Joints that every measure needs, by the name used in the core. Left and right are the person's. */
export const JOINTS = ['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle', 'heel', 'toe'] as const;
export type Joint = (typeof JOINTS)[number];

/** Index of a joint of one side in the packed arrays. */
export const jointIndex = (side: Side, joint: Joint): number =>
  LANDMARK[`${side}-${joint === 'toe' ? 'foot-index' : joint}` as LandmarkName];

/** Visibility 0..1 as the pose model gives it; 0 when the landmark lies outside the picture. */
export function visibilityAt(landmarks: PoseLandmarks, index: number): number {
  const at = index * IMAGE_STRIDE;
  const x = landmarks.image[at] ?? Number.NaN;
  const y = landmarks.image[at + 1] ?? Number.NaN;
  const inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
  return inside ? (landmarks.image[at + 3] ?? 0) : 0;
}

/**
 * Landmarks in picture pixels: 33 × (x right, y DOWN). Angles may be taken here, never on the normalised values,
 * where x and y are divided by different lengths.
 */
export function toPixels(pose: PoseFrame, landmarks: PoseLandmarks): Float64Array {
  const pixels = new Float64Array(LANDMARK_COUNT * 2);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    pixels[i * 2] = (landmarks.image[i * IMAGE_STRIDE] ?? Number.NaN) * pose.width;
    pixels[i * 2 + 1] = (landmarks.image[i * IMAGE_STRIDE + 1] ?? Number.NaN) * pose.height;
  }
  return pixels;
}

/** Whether every coordinate is a finite number; a model that returns NaN must not poison the filters. */
export const isFiniteLandmarks = (landmarks: PoseLandmarks): boolean =>
  landmarks.image.every(Number.isFinite) && landmarks.world.every(Number.isFinite);

const MIRROR_OF: readonly number[] = mirrorTable();

function mirrorTable(): number[] {
  const names = Object.keys(LANDMARK) as LandmarkName[];
  return names.map((name) => {
    const swapped = name.includes('left') ? name.replace('left', 'right') : name.replace('right', 'left');
    return LANDMARK[swapped as LandmarkName];
  });
}

/** The twin that a mirrored picture would have given: x flipped, left and right swapped. */
export function mirrorPose(pose: PoseFrame): PoseFrame {
  if (!pose.landmarks) return pose;
  const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
  const world = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);
  MIRROR_OF.forEach((from, to) => {
    for (let k = 0; k < IMAGE_STRIDE; k++) {
      const value = pose.landmarks?.image[from * IMAGE_STRIDE + k] ?? 0;
      image[to * IMAGE_STRIDE + k] = k === 0 ? 1 - value : value;
    }
    for (let k = 0; k < WORLD_STRIDE; k++) {
      const value = pose.landmarks?.world[from * WORLD_STRIDE + k] ?? 0;
      world[to * WORLD_STRIDE + k] = k === 0 ? -value : value;
    }
  });
  return { ...pose, landmarks: { image, world } };
}
