import type { ExerciseDefinition } from '../exercise/definition';
import { threshold, type Threshold } from '../exercise/threshold';
import type { Millis } from '../units';

/**
 * Pictures a second below which the count is called unsure, where the exercise says nothing of its own: the highest of the
 * exercises'. What was measured there stands beside it.
 */
export const EXACT_FROM: Threshold = threshold(
  9,
  '1/s',
  'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
  'The highest of the five: band steps and the side plank. How unevenly pictures come is not known beforehand.',
);

/** Slower than it should be for this long: a single stumble is bridged by the counting itself. */
const BEHIND_AFTER_MS = 2000;
/** Kept up for this long, all is well again: nobody is told twice a minute. */
const WELL_AFTER_MS = 4000;

/** Whether pictures come fast enough for the count to be exact. */
export interface PaceWatch {
  readonly isBehind: boolean;
  /** The lowest rate while it was behind, pictures a second; null while it never was. */
  readonly slowestFps: number | null;
  /** Since when the rate is otherwise than `isBehind` says; null while it is not. */
  readonly sinceMs: Millis | null;
}

export const STEADY_PACE: PaceWatch = { isBehind: false, slowestFps: null, sinceMs: null };

export const exactFrom = (definition: ExerciseDefinition | null): number =>
  (definition?.exactFrom ?? EXACT_FROM).value;

/**
 * Moves the watch by one picture. Pure.
 *
 * @param fps pictures a second over the last two seconds
 * @param least see {@link exactFrom}
 */
export function stepPace(before: PaceWatch, atMs: Millis, fps: number, least: number): PaceWatch {
  const isSlow = fps < least;
  const slowestFps = before.isBehind && isSlow ? Math.min(before.slowestFps ?? fps, fps) : before.slowestFps;
  if (isSlow === before.isBehind) return { ...before, slowestFps, sinceMs: null };
  const sinceMs = before.sinceMs ?? atMs;
  const neededMs = isSlow ? BEHIND_AFTER_MS : WELL_AFTER_MS;
  if (atMs - sinceMs < neededMs) return { ...before, slowestFps, sinceMs };
  return {
    isBehind: isSlow,
    slowestFps: isSlow ? Math.min(slowestFps ?? fps, fps) : slowestFps,
    sinceMs: null,
  };
}
