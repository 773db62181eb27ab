import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

/** A body of whose landmarks only the first ones are seen, in shares of a 16:9 picture. */
export function bodyPose(
  points: readonly { readonly x: number; readonly y: number; readonly visibility: number }[],
): PoseFrame {
  const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
  points.forEach(({ x, y, visibility }, index) => {
    image.set([x, y, 0, visibility], index * IMAGE_STRIDE);
  });
  const world = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);
  return { timestampMs: millis(0), width: 1280, height: 720, landmarks: { image, world } };
}
