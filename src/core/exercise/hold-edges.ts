import { millis, type Millis } from '../units';

/** One value in time. */
export interface Sample {
  readonly atMs: Millis;
  readonly value: number;
}

/**
 * A person's movement from one place to another starts and ends gently: it follows the minimum-jerk profile
 * (Flash & Hogan 1985, J Neurosci 5:1688). Its first and last part are hidden in noise, but its middle
 * is not, and from there both ends follow: in that profile the first and the last fifth of the way each take 0.945 of
 * the time between them.
 */
const TAIL_SHARE = 0.945;
/** A person may linger before the end: never reach farther than this beyond what was seen. Milliseconds. */
const MAX_TAIL_MS = 350;
/** The pose model and our own filter show a body in movement this much late (measured: 80–120 ms). */
const LAG_MS = 100;
const LOW = 0.2;
const HIGH = 0.8;

/** When a movement between two levels began and ended. */
export interface Movement {
  readonly startMs: Millis;
  readonly endMs: Millis;
}

/**
 * Times the last movement from one level to another within samples in order of time. Null when the samples do not
 * hold the whole of its middle.
 */
export const timeMovement = (samples: readonly Sample[], from: number, to: number): Movement | null => {
  const span = to - from;
  if (span === 0) return null;
  const share = (value: number): number => (value - from) / span;
  const arrived = lastCrossing(samples, samples.length, (value) => share(value) - HIGH);
  if (!arrived) return null;
  const left = lastCrossing(samples, arrived.index, (value) => share(value) - LOW);
  if (!left) return null;
  const tailMs = Math.min(MAX_TAIL_MS, TAIL_SHARE * (arrived.atMs - left.atMs));
  return {
    startMs: millis(left.atMs - LAG_MS - tailMs),
    endMs: millis(arrived.atMs - LAG_MS + tailMs),
  };
};

/** The last time before `end` (an index) when the level rose through zero, between samples. */
const lastCrossing = (
  samples: readonly Sample[],
  end: number,
  level: (value: number) => number,
): { readonly atMs: number; readonly index: number } | null => {
  for (let i = Math.min(end, samples.length - 1); i > 0; i--) {
    const before = samples[i - 1];
    const after = samples[i];
    if (!before || !after || level(before.value) >= 0 || level(after.value) < 0) continue;
    return { atMs: crossingTime(before, after, level), index: i };
  }
  return null;
};

/** When a level was passed between two samples, linearly. */
export const crossingTime = (before: Sample, after: Sample, level: (value: number) => number): number => {
  const a = level(before.value);
  const b = level(after.value);
  const share = a === b ? 1 : Math.min(1, Math.max(0, -a / (b - a)));
  return before.atMs + share * (after.atMs - before.atMs);
};
