import { deg, type Millis } from '../units';
import type { Estimate } from '../terms/estimate';

/** One frame's estimate of a measure, positive toward the fault. */
export interface TimedEstimate {
  readonly timestampMs: Millis;
  readonly estimate: Estimate;
}

/** A fault lasts: a peak that one noisy frame makes is not one. Shorter than the shortest true fault (about 400 ms). */
export const SUSTAINED_MS = 250;

/** The mean over the window that ends at a frame. */
interface Sustained extends TimedEstimate {
  /** Whether the window is as long as a fault lasts. */
  readonly isFull: boolean;
}

/**
 * The running mean over {@link SUSTAINED_MS}, frame by frame, with the mean deviation there. Errors of neighbouring frames go
 * together, so that averaging is not taken to make the estimate surer.
 *
 * @param frames the judged frames of one repetition, in order of time
 */
export function sustained(frames: readonly TimedEstimate[], windowMs = SUSTAINED_MS): Sustained[] {
  let first = 0;
  return frames.map(({ timestampMs }, last) => {
    // Half a millisecond of slack: a window of exactly this length keeps both its ends.
    while (timestampMs - (frames[first]?.timestampMs ?? timestampMs) > windowMs + 0.5) first++;
    const window = frames.slice(first, last + 1);
    const mean = (of: (estimate: Estimate) => number): number =>
      window.reduce((sum, { estimate }) => sum + of(estimate), 0) / window.length;
    const covered = timestampMs - (window[0]?.timestampMs ?? timestampMs);
    // The window is full once a frame has left it; a slow camera fills it with two.
    const isFull = first > 0 || covered >= windowMs * 0.6 || last === frames.length - 1;
    const estimate = { deg: deg(mean((one) => one.deg)), sd: deg(mean((one) => one.sd)) };
    return { timestampMs, estimate, isFull };
  });
}

/** The largest value that was sustained; null when there is no frame. */
export function sustainedPeak(frames: readonly TimedEstimate[], windowMs = SUSTAINED_MS): Estimate | null {
  return sustained(frames, windowMs).reduce<Estimate | null>(
    (best, { estimate, isFull }) => (isFull && (!best || estimate.deg > best.deg) ? estimate : best),
    null,
  );
}
