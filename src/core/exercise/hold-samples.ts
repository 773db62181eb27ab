import type { Millis } from '../units';
import type { Sample } from './hold-edges';
import type { Threshold } from './threshold';

/** When a line counts as steady. */
export interface SteadyLimits {
  /** For how long the line must be steady before a hold begins, or the floor is learnt. */
  readonly steadyMs: Threshold<Millis>;
  /** Steady: the line moves less than this. */
  readonly steadySpeed: Threshold;
}

/** Far enough back to hold the whole of a slow lift. */
const BUFFER_MS = 4000;
/** Fewer samples show no course. */
const LEAST_SAMPLES = 3;
/** A window is seen when this share of it is: the rest may lie before the first frame. */
const SEEN_SHARE = 0.6;
/** At a low frame rate the window is as long as three frames take, but no longer than this many times its length. */
const MAX_STRETCH = 2.4;
/** Speed over this time tells a sag that has come to rest from hips on their way to the floor. */
const SLOW_MS = 110;

/** The samples of the last seconds, with one more. */
export const addSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => [
  ...samples.filter(({ atMs }) => atMs > sample.atMs - BUFFER_MS),
  sample,
];

/** Whether the line has been steady for as long as it must. */
export const isSteady = (samples: readonly Sample[], { steadyMs, steadySpeed }: SteadyLimits): boolean => {
  const last = samples.at(-1);
  if (!last) return false;
  const spanMs = steadyMs.value;
  const timely = samples.filter((sample) => sample.atMs >= last.atMs - spanMs);
  const recent = timely.length >= LEAST_SAMPLES ? timely : samples.slice(-LEAST_SAMPLES);
  const coveredMs = last.atMs - (recent[0]?.atMs ?? last.atMs);
  const isSeen = coveredMs >= SEEN_SHARE * spanMs && coveredMs <= MAX_STRETCH * spanMs;
  if (recent.length < LEAST_SAMPLES || !isSeen) return false;
  const values = recent.map((sample) => sample.value);
  const range = Math.max(...values) - Math.min(...values);
  return (range * 1000) / coveredMs <= steadySpeed.value;
};

/** Whether the line rests at this moment. */
export const isSlow = (samples: readonly Sample[], { steadySpeed }: SteadyLimits): boolean => {
  const last = samples.at(-1);
  const before = last && samples.findLast((sample) => sample.atMs <= last.atMs - SLOW_MS);
  if (!before) return false;
  return (Math.abs(last.value - before.value) * 1000) / (last.atMs - before.atMs) <= steadySpeed.value;
};
