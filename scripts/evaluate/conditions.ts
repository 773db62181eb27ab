import { LANDMARK_NAMES, LANDMARK, type LandmarkName } from '../../src/core/pose/landmark';
import {
  IMAGE_STRIDE,
  WORLD_STRIDE,
  type PoseFrame,
  type PoseLandmarks,
} from '../../src/core/pose/pose-frame';

/** How a recorded clip is made harder before it is analysed. */
export interface Condition {
  readonly label: string;
  /** Frames per second to thin out to; null keeps every frame. */
  readonly fps: number | null;
  /** Share of frames lost at random, 0..1. */
  readonly drop: number;
  readonly mirror: boolean;
}

export const AS_RECORDED: Condition = { label: 'as recorded', fps: null, drop: 0, mirror: false };

/** What every clip must survive unchanged (but for the sides, in the mirror). */
export const CONDITION_MATRIX: readonly Condition[] = [
  AS_RECORDED,
  { label: '10 frames/s', fps: 10, drop: 0, mirror: false },
  { label: '30 % of frames lost', fps: null, drop: 0.3, mirror: false },
  { label: 'mirrored', fps: null, drop: 0, mirror: true },
];

export const applyCondition = (frames: readonly PoseFrame[], condition: Condition): readonly PoseFrame[] => {
  const thinned = condition.fps === null ? frames : thin(frames, condition.fps);
  const kept = condition.drop > 0 ? dropAtRandom(thinned, condition.drop) : thinned;
  return condition.mirror ? kept.map(mirrorFrame) : kept;
};

/** Keeps the first frame at or after each tick of the wanted rate. */
const thin = (frames: readonly PoseFrame[], fps: number): readonly PoseFrame[] => {
  const start = frames[0]?.timestampMs ?? 0;
  let tick = 0;
  return frames.filter((frame) => {
    const due = start + (tick * 1000) / fps;
    if (frame.timestampMs < due - 1) return false;
    tick = Math.floor(((frame.timestampMs - start + 1) * fps) / 1000) + 1;
    return true;
  });
};

/** One fixed seed: a lost frame is the same lost frame in every run. */
const DROP_SEED = 20_250_731;

const dropAtRandom = (frames: readonly PoseFrame[], share: number): readonly PoseFrame[] => {
  const random = seededRandom(DROP_SEED);
  return frames.filter(() => random() >= share);
};

/** Mulberry32: a small generator that is the same on every machine. Uniform in [0, 1). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** For each landmark the one that takes its place in a mirror. */
const MIRRORED_INDEX = LANDMARK_NAMES.map((name) => LANDMARK[mirroredName(name)]);

function mirroredName(name: LandmarkName): LandmarkName {
  if (name.includes('left')) return name.replace('left', 'right') as LandmarkName;
  return name.replace('right', 'left') as LandmarkName;
}

/** The landmarks of the mirrored picture, as a perfectly mirror-symmetric pose model would see it. */
export const mirrorFrame = (frame: PoseFrame): PoseFrame => ({
  ...frame,
  landmarks: frame.landmarks && mirrorLandmarks(frame.landmarks),
});

const mirrorLandmarks = ({ image, world }: PoseLandmarks): PoseLandmarks => {
  const mirrored = { image: new Float32Array(image.length), world: new Float32Array(world.length) };
  MIRRORED_INDEX.forEach((from, to) => {
    mirrored.image.set(image.subarray(from * IMAGE_STRIDE, (from + 1) * IMAGE_STRIDE), to * IMAGE_STRIDE);
    mirrored.world.set(world.subarray(from * WORLD_STRIDE, (from + 1) * WORLD_STRIDE), to * WORLD_STRIDE);
    mirrored.image[to * IMAGE_STRIDE] = 1 - (image[from * IMAGE_STRIDE] ?? 0);
    mirrored.world[to * WORLD_STRIDE] = -(world[from * WORLD_STRIDE] ?? 0);
  });
  return mirrored;
};
