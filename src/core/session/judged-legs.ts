import { FAULT_IDS, type FaultId } from '../terms/ids';
import type { Side } from '../units';
import type { RepRecord, VerdictRecord } from './record';
import { outcomeOf, type RepOutcome } from './rep-outcome';
import { verdictsByLeg, type LegVerdict } from './verdicts-by-leg';

/** Every check that was judged at all, in the order of {@link FAULT_IDS}. */
export const judgedFaults = (reps: readonly RepRecord[]): readonly FaultId[] =>
  FAULT_IDS.filter((fault) => reps.some((rep) => verdictsByLeg(rep, fault).length > 0));

/** From best to worst: what a line that has room for one leg shows. */
const GRAVITY: Readonly<Record<VerdictRecord['verdict'], number>> = { ok: 0, 'not-seen': 1, fault: 2 };

const degreesOf = ({ verdict }: LegVerdict): number =>
  verdict.verdict === 'not-seen' ? -Infinity : (verdict.peakDeg ?? -Infinity);

/** The worse leg of a check; null where it was not judged. */
export const worseLeg = (rep: RepRecord, fault: FaultId): LegVerdict | null =>
  [...verdictsByLeg(rep, fault)].sort(
    (a, b) => GRAVITY[b.verdict.verdict] - GRAVITY[a.verdict.verdict] || degreesOf(b) - degreesOf(a),
  )[0] ?? null;

/** The outcome for one leg alone: of the checks in which this leg was judged. Null where it was judged in none. */
export function legOutcome(rep: RepRecord, side: Side): RepOutcome | null {
  const verdicts = FAULT_IDS.flatMap((fault) => verdictsByLeg(rep, fault))
    .filter((leg) => leg.side === side)
    .map(({ verdict }) => verdict);
  return verdicts.length === 0 ? null : outcomeOf(verdicts);
}
