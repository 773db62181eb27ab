import { LANDMARK, LANDMARK_NAMES } from '../core/pose/landmark';
import type { LandmarkName } from '../core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../core/pose/pose-frame';
import type { PoseFrame } from '../core/pose/pose-frame';

/** The landmark on the other side; the nose is its own. */
const twinOf = (name: LandmarkName): LandmarkName => {
  const twin = name.includes('left') ? name.replace('left', 'right') : name.replace('right', 'left');
  return LANDMARK_NAMES.find((candidate) => candidate === twin) ?? name;
};
const TWINS = LANDMARK_NAMES.map((name) => LANDMARK[twinOf(name)]);

/**
 * What the model would have seen in the flipped picture: x mirrored, and left and right swapped, since the model names
 * sides by how the body looks.
 */
export const mirrorPose = (pose: PoseFrame): PoseFrame => {
  const { landmarks } = pose;
  if (landmarks === null) return pose;
  const image = swapTwins(landmarks.image, IMAGE_STRIDE);
  const world = swapTwins(landmarks.world, WORLD_STRIDE);
  for (let at = 0; at < image.length; at += IMAGE_STRIDE) image[at] = 1 - (image[at] ?? 0);
  for (let at = 0; at < world.length; at += WORLD_STRIDE) world[at] = -(world[at] ?? 0);
  return { ...pose, landmarks: { image, world } };
};

const swapTwins = (packed: Float32Array, stride: number): Float32Array => {
  const swapped = new Float32Array(packed.length);
  TWINS.forEach((twin, index) => {
    swapped.set(packed.subarray(twin * stride, (twin + 1) * stride), index * stride);
  });
  return swapped;
};
