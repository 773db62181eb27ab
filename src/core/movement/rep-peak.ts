import { deg, type Millis } from '../units';
import type { Estimate } from '../terms/estimate';

/** One frame's estimate of a measure, positive toward the fault. */
export interface TimedEstimate {
  readonly timestampMs: Millis;
  readonly estimate: Estimate;
}

/** A fault lasts: a peak that one noisy frame makes is not one. Shorter than the shortest true fault (about 400 ms). */
export const SUSTAINED_MS = 250;

/**
 * The largest value that was sustained: the highest mean over {@link SUSTAINED_MS}, with the mean deviation there. Errors of
 * neighbouring frames go together, so that averaging is not taken to make the estimate surer.
 *
 * @param frames the judged frames of one repetition, in order of time
 * @returns null when there is none
 */
export function sustainedPeak(frames: readonly TimedEstimate[], windowMs = SUSTAINED_MS): Estimate | null {
  let best: Estimate | null = null;
  let first = 0;
  let sum = 0;
  let sd = 0;
  frames.forEach((frame, last) => {
    sum += frame.estimate.deg;
    sd += frame.estimate.sd;
    // Half a millisecond of slack: a window of exactly this length keeps both its ends.
    while (frame.timestampMs - frames[first]!.timestampMs > windowMs + 0.5) {
      sum -= frames[first]!.estimate.deg;
      sd -= frames[first]!.estimate.sd;
      first++;
    }
    const count = last - first + 1;
    const covered = frame.timestampMs - frames[first]!.timestampMs;
    // The window is full once a frame has left it; a slow camera fills it with two.
    const enough = first > 0 || covered >= windowMs * 0.6 || last === frames.length - 1;
    if (enough && (best === null || sum / count > best.deg))
      best = { deg: deg(sum / count), sd: deg(sd / count) };
  });
  return best;
}
