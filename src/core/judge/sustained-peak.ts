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
  let sum = 0;
  let sd = 0;
  return frames.map(({ timestampMs, estimate }, last) => {
    sum += estimate.deg;
    sd += estimate.sd;
    // Half a millisecond of slack: a window of exactly this length keeps both its ends.
    while (timestampMs - frames[first]!.timestampMs > windowMs + 0.5) {
      sum -= frames[first]!.estimate.deg;
      sd -= frames[first]!.estimate.sd;
      first++;
    }
    const count = last - first + 1;
    const covered = timestampMs - frames[first]!.timestampMs;
    // The window is full once a frame has left it; a slow camera fills it with two.
    const isFull = first > 0 || covered >= windowMs * 0.6 || last === frames.length - 1;
    return { timestampMs, estimate: { deg: deg(sum / count), sd: deg(sd / count) }, isFull };
  });
}

/** The largest value that was sustained; null when there is no frame. */
export function sustainedPeak(frames: readonly TimedEstimate[], windowMs = SUSTAINED_MS): Estimate | null {
  return sustained(frames, windowMs).reduce<Estimate | null>(
    (best, { estimate, isFull }) => (isFull && (!best || estimate.deg > best.deg) ? estimate : best),
    null,
  );
}
