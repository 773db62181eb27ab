import { FAULT_IDS, type FaultId } from '../terms/ids';
import type { Side } from '../units';
import type { RepRecord, VerdictRecord } from './record';
import { verdictsByLeg, type LegVerdict } from './verdicts-by-leg';

/** How a counted repetition came out as a whole; `unjudged`: nothing was found, but not every check was seen. */
export type RepOutcome = 'clean' | 'fault' | 'unjudged';

/**
 * What was judged of a repetition, leg by leg. History and files read faults through this one function alone, so that they carry
 * the leg at fault and not the one that moved.
 */
export const judgedLegs = (rep: RepRecord, fault: FaultId): readonly LegVerdict[] =>
  verdictsByLeg(rep, fault);

/** Every check that was judged at all, in the order of {@link FAULT_IDS}. */
export const judgedFaults = (reps: readonly RepRecord[]): readonly FaultId[] =>
  FAULT_IDS.filter((fault) => reps.some((rep) => judgedLegs(rep, fault).length > 0));

/** From best to worst: what a line that has room for one leg shows. */
const GRAVITY: Readonly<Record<VerdictRecord['verdict'], number>> = { ok: 0, 'not-seen': 1, fault: 2 };

const degreesOf = ({ verdict }: LegVerdict): number =>
  verdict.verdict === 'not-seen' ? -Infinity : (verdict.peakDeg ?? -Infinity);

/** The worse leg of a check; null where it was not judged. */
export const worseLeg = (rep: RepRecord, fault: FaultId): LegVerdict | null =>
  [...judgedLegs(rep, fault)].sort(
    (a, b) => GRAVITY[b.verdict.verdict] - GRAVITY[a.verdict.verdict] || degreesOf(b) - degreesOf(a),
  )[0] ?? null;

/** "Could not see" is never "good": a repetition is clean only when every check of it was judged. */
export function repOutcome(rep: RepRecord): RepOutcome {
  const verdicts = FAULT_IDS.flatMap((fault) => judgedLegs(rep, fault)).map(({ verdict }) => verdict.verdict);
  if (verdicts.includes('fault')) return 'fault';
  return verdicts.length === 0 || verdicts.includes('not-seen') ? 'unjudged' : 'clean';
}

/** The outcome for one leg alone: of the checks in which this leg was judged. Null where it was judged in none. */
export function legOutcome(rep: RepRecord, side: Side): RepOutcome | null {
  const verdicts = FAULT_IDS.flatMap((fault) => judgedLegs(rep, fault))
    .filter((leg) => leg.side === side)
    .map(({ verdict }) => verdict.verdict);
  if (verdicts.length === 0) return null;
  if (verdicts.includes('fault')) return 'fault';
  return verdicts.includes('not-seen') ? 'unjudged' : 'clean';
}
