import type { Attempt } from '../exercise/attempt';
import type { Check, MeasuredCheck } from '../exercise/checks';
import type { JudgedSignal, LegVerdicts, Rep, Verdict, Verdicts } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { FaultId } from '../terms/ids';
import type { Millis } from '../units';
import { judgedSignals } from './judged-signal';
import { isRead, readCheck, type NoReading, type Reading } from './reading';
import { interpret, verdictOn, worstOf } from './verdict';

/** What one repetition showed of every measured check, leg by leg. */
export type CheckReadings = ReadonlyMap<FaultId, readonly (Reading | NoReading)[]>;

/** What the measured checks say of one repetition. */
export interface Judgement {
  readonly verdicts: Verdicts;
  readonly legs: LegVerdicts;
  readonly judged: readonly JudgedSignal[];
}

/** Reads every measured check from the frames of an attempt. */
export const readAttempt = (
  checks: readonly MeasuredCheck[],
  attempt: Attempt,
  frames: readonly KinematicFrame[],
): CheckReadings =>
  new Map(
    checks.map((check) => [
      check.fault,
      check.sides(attempt.side).map((side) => readCheck(check, side, attempt, frames)),
    ]),
  );

/** What a set has read of a check. */
export const readingsOf = (all: readonly CheckReadings[], { fault }: MeasuredCheck): readonly Reading[] =>
  all.flatMap((readings) => (readings.get(fault) ?? []).filter(isRead));

/**
 * Verdicts and signals of one repetition in the light of a set.
 *
 * @param all the readings of the set, this repetition's among them where it counts
 */
export function judgeInSet(
  checks: readonly MeasuredCheck[],
  readings: CheckReadings,
  all: readonly CheckReadings[],
): Judgement {
  const verdicts: Partial<Record<FaultId, Verdict>> = {};
  const legs: Partial<Record<FaultId, readonly Verdict[]>> = {};
  const judged = checks.flatMap((check) => {
    const own = readings.get(check.fault) ?? [];
    const interpretation = interpret(check, readingsOf(all, check));
    const each = own.map((reading) => verdictOn(reading, interpretation));
    verdicts[check.fault] = worstOf(each);
    if (own.every(({ side }) => side !== null)) legs[check.fault] = each;
    return judgedSignals(check, own.filter(isRead), interpretation);
  });
  return { verdicts, legs, judged };
}

/** Verdicts of the checks that look at a repetition as a whole. */
export const wholeRepVerdicts = (checks: readonly Check[], attempt: Attempt, isRep: boolean): Verdicts =>
  Object.fromEntries(
    checks.flatMap((check) =>
      check.kind === 'whole-rep' ? [[check.fault, check.judge(attempt, isRep)]] : [],
    ),
  );

/** A repetition before it is judged. */
export const unjudgedRep = (
  attempt: Attempt,
  n: number,
  endMs: Millis,
  atMs: Millis,
): Omit<Rep, 'verdicts'> => ({
  n,
  side: attempt.side,
  startMs: attempt.startMs,
  peakMs: attempt.peakMs,
  endMs,
  countedAtMs: atMs,
});
