/** The 33 landmarks of the pose model, in its own order. Left and right are the person's. */
export const LANDMARK_NAMES = [
  'nose',
  'left-eye-inner',
  'left-eye',
  'left-eye-outer',
  'right-eye-inner',
  'right-eye',
  'right-eye-outer',
  'left-ear',
  'right-ear',
  'mouth-left',
  'mouth-right',
  'left-shoulder',
  'right-shoulder',
  'left-elbow',
  'right-elbow',
  'left-wrist',
  'right-wrist',
  'left-pinky',
  'right-pinky',
  'left-index',
  'right-index',
  'left-thumb',
  'right-thumb',
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
] as const;

export type LandmarkName = (typeof LANDMARK_NAMES)[number];

export const LANDMARK_COUNT = LANDMARK_NAMES.length;

/** Index of each landmark in the packed arrays of a {@link PoseFrame}. */
export const LANDMARK = Object.fromEntries(LANDMARK_NAMES.map((name, index) => [name, index])) as Readonly<
  Record<LandmarkName, number>
>;
