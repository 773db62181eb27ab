import type { FaultId } from '../terms/ids';
import type { Side } from '../units';
import type { RepRecord, VerdictRecord } from './record';

/** What a repetition says of a check for one leg. */
export interface LegVerdict {
  readonly side: Side;
  readonly verdict: VerdictRecord;
}

/**
 * A repetition's verdict on a check, leg by leg: the leg that was judged, not the one that moved. Where both legs are judged, each
 * has its own number. What belongs to the body as a whole, and what an old record says, goes by the repetition's side.
 */
export function verdictsByLeg(rep: RepRecord, fault: FaultId): readonly LegVerdict[] {
  const verdict = rep.verdicts[fault];
  if (!verdict) return [];
  const others = (rep.judged ?? [])
    .filter((signal) => signal.fault === fault && signal.side !== null && signal.side !== verdict.side)
    .flatMap(({ side, lineDeg, deg, sdDeg }): LegVerdict[] => {
      const at = deg.indexOf(Math.max(...deg));
      const [peakDeg, sd] = [deg[at], sdDeg[at]];
      if (side === null || peakDeg === undefined || sd === undefined) return [];
      // The verdict is the worse leg's; of the other one it is known that it is no sure fault.
      return [
        peakDeg < lineDeg
          ? { side, verdict: { verdict: 'ok', peakDeg, sdDeg: sd, side } }
          : { side, verdict: { verdict: 'not-seen', reason: 'too-uncertain', side } },
      ];
    });
  return [{ side: verdict.side ?? rep.side, verdict }, ...others];
}
