import { median } from '../signal/quantile';
import type { Millis } from '../units';

/**
 * From the line the camera shows to how far the hips really sag.
 *
 * Against exact truth the seen line has a bias of −4° to +5° that belongs to the body and the camera (pitch and yaw
 * above all) and a gain of about 0.9. The person's own line at the start of the hold takes out most of it: the median
 * error falls from 1.4° to 0.7°, the 95th percentile from 4.6° to 2.1° (21 rendered planks, two models, and the
 * development clips; 3133 frames).
 */
export const LINE_FIT = {
  /** True degrees per degree seen below the person's own straight line. */
  gain: 1.12,
  /** How much of the own line is believed as it stands: somebody may hold the hips a little low from the start. */
  ownLine: 0.23,
  /** Straight bodies are held with the hips this much high, on average. */
  offsetDeg: -1.8,
} as const;

/** Standard deviation of the sag against truth after the fit. */
export const SAG_SD_DEG = 1.1;

/** An own line outside of this is no bias of the camera but a way of holding. */
const OWN_LINE_RANGE_DEG = [-8, 4] as const;
/** The own line is learnt from the first seconds of the hold: a later, slow sag must not be learnt as straight. */
const LEARN_MS = 5000;
/** What sags more than this is not straight and not learnt. */
const LEARN_BELOW_DEG = 5;

/** The person's own straight line of one hold. */
export interface OwnLine {
  /** The level of the seen line that counts as straight. */
  readonly levelDeg: number;
  learn(lineDeg: number, atMs: Millis): void;
  /** How far the hips sag, + = toward the floor. */
  sagOf(lineDeg: number): number;
}

export function createOwnLine(firstDeg: number, startMs: Millis): OwnLine {
  const seen: number[] = [];
  let levelDeg = clamp(firstDeg);
  const sagOf = (lineDeg: number): number =>
    LINE_FIT.gain * (lineDeg - levelDeg) + LINE_FIT.ownLine * levelDeg + LINE_FIT.offsetDeg;
  return {
    get levelDeg() {
      return levelDeg;
    },
    sagOf,
    learn(lineDeg, atMs) {
      if (atMs - startMs > LEARN_MS || sagOf(lineDeg) > LEARN_BELOW_DEG) return;
      seen.push(lineDeg);
      levelDeg = clamp(median(seen) ?? firstDeg);
    },
  };
}

const clamp = (deg: number): number => Math.min(OWN_LINE_RANGE_DEG[1], Math.max(OWN_LINE_RANGE_DEG[0], deg));
