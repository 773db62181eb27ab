import { isWorse } from '../judge/verdict';
import { FAULT_IDS, type FaultId } from '../terms/ids';
import type { Side } from '../units';
import type { RepRecord } from './record';
import { outcomeOf, type RepOutcome } from './rep-outcome';
import { verdictsByLeg, type LegVerdict } from './verdicts-by-leg';

/** Every check that was judged at all, in the order of {@link FAULT_IDS}. */
export const judgedFaults = (reps: readonly RepRecord[]): readonly FaultId[] =>
  FAULT_IDS.filter((fault) => reps.some((rep) => verdictsByLeg(rep, fault).length > 0));

/** The worse leg of a check, for a line that has room for one; null where it was not judged. */
export const worseLeg = (rep: RepRecord, fault: FaultId): LegVerdict | null =>
  verdictsByLeg(rep, fault).reduce<LegVerdict | null>(
    (worst, leg) => (worst === null || isWorse(leg.verdict, worst.verdict) ? leg : worst),
    null,
  );

/** The outcome for one leg alone: of the checks in which this leg was judged. Null where it was judged in none. */
export function legOutcome(rep: RepRecord, side: Side): RepOutcome | null {
  const verdicts = FAULT_IDS.flatMap((fault) => verdictsByLeg(rep, fault))
    .filter((leg) => leg.side === side)
    .map(({ verdict }) => verdict);
  return verdicts.length === 0 ? null : outcomeOf(verdicts);
}
