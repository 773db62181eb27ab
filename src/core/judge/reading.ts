import type { Attempt } from '../exercise/attempt';
import type { MeasuredCheck } from '../exercise/checks';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Estimate } from '../terms/estimate';
import type { NotSeenReason } from '../terms/not-seen';
import type { Side } from '../units';
import { sustained, sustainedPeak, type TimedEstimate } from './sustained-peak';

/** What one repetition showed of one fault on one side. */
export interface Reading {
  readonly side: Side | null;
  readonly source: KinematicFrame['source'];
  /** The sustained peak of the measure in the judged phase, positive toward the fault. */
  readonly peak: Estimate;
  /** The sustained measure over the judged phase: what the peak is the peak of. */
  readonly course: readonly TimedEstimate[];
}

export interface NoReading {
  readonly side: Side | null;
  readonly reason: NotSeenReason;
}

export const isRead = (reading: Reading | NoReading): reading is Reading => 'peak' in reading;

/** Fewer judged frames than this say nothing. */
const LEAST_FRAMES = 3;
/** No joint bends further. What is read beyond it comes from a landmark that is far from the body. */
const MOST_DEG = 180;

/**
 * Reads a check from the frames of an attempt. Where the movement model spoke for enough of them, geometry is not asked: the two
 * do not mean the same.
 */
export function readCheck(
  check: MeasuredCheck,
  side: Side | null,
  attempt: Attempt,
  frames: readonly KinematicFrame[],
): Reading | NoReading {
  const judged = frames.filter((frame) => frame.lost === null && check.applies(frame, attempt, side));
  for (const source of ['movement-model', 'geometry'] as const) {
    if (check.readings?.[source] === null) continue;
    const measured = judged
      .filter((frame) => frame.source === source)
      .flatMap((frame): TimedEstimate[] => {
        const estimate = check.measure(frame, side);
        return estimate && Math.abs(estimate.deg) <= MOST_DEG
          ? [{ timestampMs: frame.timestampMs, estimate }]
          : [];
      });
    const peak = measured.length < LEAST_FRAMES ? null : sustainedPeak(measured);
    if (peak) return { side, source, peak, course: sustained(measured).filter(({ isFull }) => isFull) };
  }
  return { side, reason: whyNot(check, judged.at(-1) ?? frames.at(-1)) };
}

const whyNot = (check: MeasuredCheck, frame: KinematicFrame | undefined): NotSeenReason => {
  if (!frame) return 'not-tracked';
  return frame.lost ?? check.whyNot?.(frame) ?? 'too-uncertain';
};
