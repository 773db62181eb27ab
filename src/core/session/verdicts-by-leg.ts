import { isOfALeg, type FaultId } from '../terms/ids';
import type { Side } from '../units';
import type { RepRecord, VerdictRecord } from './record';
import type { Measured } from './summary-statistics';

/** What a repetition says of a check for one leg. */
export interface LegVerdict {
  /** The leg that was judged; null for the body as a whole. */
  readonly side: Side | null;
  readonly verdict: VerdictRecord;
}

/**
 * A repetition's verdicts on a check, leg by leg: of the legs that were judged, not of the one that moved. The only place that
 * knows how older records said it.
 */
export function verdictsByLeg(rep: RepRecord, fault: FaultId): readonly LegVerdict[] {
  const legs = rep.legs?.[fault];
  if (legs) return legs.map((verdict) => ({ side: verdict.side ?? null, verdict }));
  const verdict = rep.verdicts[fault];
  return verdict ? [{ side: legOf(rep, fault, verdict), verdict }, ...otherLegs(rep, fault, verdict)] : [];
}

/** The oldest records name no leg: they meant the side that moved. What is no leg's never names one. */
const legOf = (rep: RepRecord, fault: FaultId, { side }: VerdictRecord): Side | null =>
  side === undefined && isOfALeg(fault) ? rep.side : (side ?? null);

/**
 * An older record keeps the worse leg's verdict alone. Where that is fine, so is the other leg, with the number of its own curve;
 * where it is not, nothing sure is known of the other one.
 */
function otherLegs(rep: RepRecord, fault: FaultId, worse: VerdictRecord): readonly LegVerdict[] {
  return (rep.judged ?? [])
    .filter((signal) => signal.fault === fault && signal.side !== null && signal.side !== worse.side)
    .flatMap(({ side, deg, sdDeg }): readonly LegVerdict[] => {
      const at = deg.reduce((most, value, index) => (value > (deg[most] ?? -Infinity) ? index : most), 0);
      const [peakDeg, sd] = [deg[at], sdDeg[at]];
      if (side === null || peakDeg === undefined || sd === undefined) return [];
      const isFine = worse.verdict === 'ok';
      return [
        {
          side,
          verdict: isFine
            ? { verdict: 'ok', peakDeg, sdDeg: sd, side }
            : { verdict: 'not-seen', reason: 'too-uncertain', side },
        },
      ];
    });
}

/** The number that a verdict states; none where nothing was judged or the fault is no angle. */
export const statedBy = (verdict: VerdictRecord): readonly Measured[] => {
  if (verdict.verdict === 'not-seen' || verdict.peakDeg === null) return [];
  const { peakDeg, sdDeg = null, within95Deg } = verdict;
  return [{ deg: peakDeg, sdDeg, ...(within95Deg === undefined ? {} : { within95Deg }) }];
};
