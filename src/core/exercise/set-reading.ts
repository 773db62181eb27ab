import type { Estimate } from '../movement/movement-estimate';
import { SURE_FAULT, SURE_FINE } from '../movement/reading-models';
import { sustainedPeak, type TimedEstimate } from '../movement/rep-peak';
import { judgeReadings, type ReadingModel, type RepReading } from '../movement/set-context';
import type { Millis, PerSide, Side } from '../units';
import { round, type Check } from './checks';
import type { Verdict } from './events';
import type { Attempt } from './rep-counter';

/**
 * Judges by the movement model's readings of the whole set so far: what a body, its clothes and the camera add to a
 * reading is the same in every repetition, so it is known better with each. One per check and set.
 */
export interface SetReading {
  /** What a frame's value truly is, as far as the set tells: for what is said at once. Keeps the frame for the verdict. */
  read(estimate: Estimate, atMs: Millis, attempt: Attempt): Estimate;
  /** The verdict over the finished repetition; null when too little was read. */
  judge(attempt: Attempt): Verdict | null;
}

/** Frames read of the running repetition, raw. */
interface Running {
  readonly startMs: Millis;
  readonly frames: TimedEstimate[];
}

/** Fewer judged frames than this say nothing. */
const LEAST_FRAMES = 2;

export function createSetReading(model: ReadingModel): SetReading {
  const readings: RepReading[] = [];
  const running: Record<Side, Running | null> = { left: null, right: null };

  return {
    read(estimate, atMs, { side, startMs }) {
      if (running[side]?.startMs !== startMs) running[side] = { startMs, frames: [] };
      running[side].frames.push({ timestampMs: atMs, estimate });
      return judgeReadings([...readings, { side, peakDeg: estimate.deg }], model).at(-1)?.peak ?? estimate;
    },
    judge({ side, startMs }) {
      const frames = framesSince(running, side, startMs);
      const peak = frames.length < LEAST_FRAMES ? null : sustainedPeak(frames);
      running[side] = null;
      if (!peak) return null;
      readings.push({ side, peakDeg: peak.deg });
      const judged = judgeReadings(readings, model).at(-1);
      if (!judged) return null;
      const measured = { peakDeg: round(judged.peak.deg), sdDeg: round(judged.peak.sd) };
      if (judged.fault >= SURE_FAULT) return { verdict: 'fault', ...measured };
      if (judged.fault <= SURE_FINE) return { verdict: 'ok', ...measured };
      return { verdict: 'not-seen', reason: 'too-uncertain' };
    },
  };
}

const framesSince = (
  running: PerSide<Running | null>,
  side: Side,
  startMs: Millis,
): readonly TimedEstimate[] => (running[side]?.startMs === startMs ? running[side].frames : []);

/** A check whose measure is read in the light of the set. Without a model of its readings it stays as it is. */
export function readInSet(check: Check, model: ReadingModel | undefined): Check {
  if (!model) return check;
  const set = createSetReading(model);
  return {
    ...check,
    measure(frame, attempt) {
      const estimate = check.measure(frame, attempt);
      return estimate && set.read(estimate, frame.timestampMs, attempt);
    },
    judge: (attempt) => set.judge(attempt),
  };
}
