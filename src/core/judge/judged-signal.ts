import { decisionLevel, type Check, type MeasuredCheck } from '../exercise/checks';
import type { FaultSpan, JudgedSignal, Rep, Verdict } from '../exercise/events';
import type { Millis } from '../units';
import type { Reading } from './reading';
import type { Interpretation } from './verdict';

/**
 * What was judged, as a course in time: the sustained measure in its phase, with what is known of the person's offset taken out.
 * The verdict's number is the largest value of it.
 */
export const judgedSignals = (
  check: MeasuredCheck,
  readings: readonly Reading[],
  interpretation: Interpretation,
): readonly JudgedSignal[] =>
  readings.map((reading) => ({
    fault: check.fault,
    side: reading.side,
    lineDeg: interpretation.lineOf(reading),
    samples: reading.course.map(({ timestampMs, estimate }) => {
      const { value } = interpretation.of({ ...reading, peak: estimate });
      return { atMs: timestampMs, deg: value.deg, sdDeg: value.sd };
    }),
  }));

/**
 * When a fault of one leg lasted: while its judged signal was beyond what is fine, which it is before and after it is sure; the
 * whole repetition for what has no signal.
 */
export function spanOf(
  rep: Rep,
  check: Check,
  verdict: Extract<Verdict, { verdict: 'fault' }>,
  flaggedAtMs: Millis,
): FaultSpan {
  const { fault } = check;
  const side = verdict.side ?? null;
  const signal = rep.judged?.find((one) => one.fault === fault && one.side === side);
  const fineUpTo = check.kind === 'measured' ? decisionLevel(check.limits) : Infinity;
  const fromDeg = Math.min(fineUpTo, signal?.lineDeg ?? Infinity);
  const beyond = signal?.samples.filter(({ deg }) => deg >= fromDeg) ?? [];
  return {
    fault,
    side,
    startMs: beyond[0]?.atMs ?? rep.startMs,
    endMs: beyond.at(-1)?.atMs ?? rep.endMs,
    flaggedAtMs,
    peakDeg: verdict.peakDeg,
  };
}
