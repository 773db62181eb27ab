import type { PoseFrame } from '../core/pose/pose-frame';

/** How well the machine keeps up. */
export interface SessionStats {
  readonly frames: number;
  readonly framesWithPose: number;
  /** Pictures that were overtaken by a newer one. */
  readonly dropped: number;
  /** Pictures a second, over the last two seconds of the source's time. */
  readonly fps: number;
  /** Median of the last pictures. */
  readonly inferenceMs: number;
  /** From the picture's own time to now; null for a recording, whose clock is not ours. */
  readonly latencyMs: number | null;
}

const FPS_WINDOW_MS = 2000;
const MEDIAN_OF = 31;

/** Counts and times the pictures of one session. */
export class SessionMeter {
  dropped = 0;
  readonly #now: (() => number) | null;
  #frames = 0;
  #framesWithPose = 0;
  #recentTimesMs: number[] = [];
  #recentInferencesMs: number[] = [];

  /** @param now the clock that the source's timestamps are of; null when they are a recording's */
  constructor(now: (() => number) | null) {
    this.#now = now;
  }

  measure(pose: PoseFrame, inferenceMs: number): SessionStats {
    this.#frames += 1;
    if (pose.landmarks !== null) this.#framesWithPose += 1;
    this.#recentTimesMs = [
      ...this.#recentTimesMs.filter((timeMs) => pose.timestampMs - timeMs <= FPS_WINDOW_MS),
      pose.timestampMs,
    ];
    this.#recentInferencesMs = [...this.#recentInferencesMs, inferenceMs].slice(-MEDIAN_OF);
    return {
      frames: this.#frames,
      framesWithPose: this.#framesWithPose,
      dropped: this.dropped,
      fps: rateOf(this.#recentTimesMs),
      inferenceMs: median(this.#recentInferencesMs),
      latencyMs: this.#now === null ? null : this.#now() - pose.timestampMs,
    };
  }
}

const rateOf = (timesMs: readonly number[]): number => {
  const spanMs = (timesMs.at(-1) ?? 0) - (timesMs[0] ?? 0);
  return spanMs > 0 ? ((timesMs.length - 1) * 1000) / spanMs : 0;
};

/** Middle value, the upper one of two; 0 of none. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
