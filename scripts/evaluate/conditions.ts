import { keepRate } from '../../src/capture/keep-rate';
import { mirrorPose } from '../../src/core/pose/access';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { Start } from './starts';

/** How a recorded clip is made harder before it is analysed. */
export interface Condition {
  readonly label: string;
  /** Frames per second to thin out to; null keeps every frame. */
  readonly fps: number | null;
  /** Share of frames lost at random, 0..1. */
  readonly drop: number;
  readonly mirror: boolean;
  readonly start: Start;
}

export const AS_RECORDED: Condition = {
  label: 'as recorded',
  fps: null,
  drop: 0,
  mirror: false,
  start: 'as recorded',
};

/** What every clip must survive unchanged (but for the sides, in the mirror). */
export const CONDITION_MATRIX: readonly Condition[] = [
  AS_RECORDED,
  { ...AS_RECORDED, label: '10 frames/s', fps: 10 },
  { ...AS_RECORDED, label: '30 % of frames lost', drop: 0.3 },
  { ...AS_RECORDED, label: 'mirrored', mirror: true },
  { ...AS_RECORDED, label: 'starts at go', start: 'at go' },
  { ...AS_RECORDED, label: 'starts in mid-movement', start: 'in mid-movement' },
];

/** The frames as they would have come. Thinning and loss keep every time stamp; the mirror swaps the sides. The start is cut before. */
export const applyCondition = (frames: readonly PoseFrame[], condition: Condition): readonly PoseFrame[] => {
  const thinned = condition.fps === null ? frames : thin(frames, condition.fps);
  const kept = condition.drop > 0 ? dropAtRandom(thinned, condition.drop) : thinned;
  return condition.mirror ? kept.map(mirrorPose) : kept;
};

const thin = (frames: readonly PoseFrame[], fps: number): readonly PoseFrame[] => {
  const isDue = keepRate(fps);
  return frames.filter((frame) => isDue(frame.timestampMs / 1000));
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
