import { deg, type Degrees, type Side } from '../units';
import type { ReadingModel } from '../exercise/reading-model';
import type { Estimate } from '../terms/estimate';

/** What one repetition showed of one measure: its sustained peak, positive toward the fault. */
export interface RepReading {
  /** The side whose body part was read: an offset belongs to it. Null: the body as a whole. */
  readonly side: Side | null;
  readonly peakDeg: number;
}

export interface RepJudgement {
  /** Probability that the truth lies beyond the line between fine and faulty, given all readings of the set. */
  readonly fault: number;
  /** What the peak truly was, with the person's offset taken out. */
  readonly peak: Estimate;
}

/** What a reading of a side means in a set. */
export type SetContext = (reading: RepReading) => RepJudgement;

/**
 * The value at which readings of a side become faulty: where the probability of a fault reaches `sure`. It lies above the line
 * between fine and faulty by as much as the readings are unsure.
 */
export function levelAt(context: SetContext, side: Side | null, model: ReadingModel, sure: number): Degrees {
  const reach = GRID_REACH * model.offsetSd + model.noiseSd;
  let fine = model.offset + model.gain * model.clean.mean - reach;
  let faulty = model.offset + model.gain * model.fault.mean + reach;
  for (let halving = 0; halving < LEVEL_HALVINGS; halving += 1) {
    const between = (fine + faulty) / 2;
    if (context({ side, peakDeg: between }).fault >= sure) faulty = between;
    else fine = between;
  }
  return context({ side, peakDeg: faulty }).peak.deg;
}
/** From tens of degrees to less than a thousandth. */
const LEVEL_HALVINGS = 16;

const GRID_POINTS = 61;
const GRID_REACH = 4;

/**
 * Reads every repetition of a set in the light of all of them: the person's offset is not known, so every offset is
 * weighed by how well it explains all readings of that side. Live, give the readings so far; after the set, give all of
 * them: what came later tells about what came before.
 *
 * @param lineDeg the truth from which a repetition is faulty
 */
export function readSet(readings: readonly RepReading[], model: ReadingModel, lineDeg: Degrees): SetContext {
  const offsets = new Map<Side | null, readonly WeighedOffset[]>();
  return ({ side, peakDeg }) => {
    const own = offsets.get(side) ?? weighOffsets(side, readings, model);
    offsets.set(side, own);
    return judgeOne(peakDeg, own, model, lineDeg);
  };
}

interface WeighedOffset {
  readonly offset: number;
  readonly weight: number;
}

function weighOffsets(
  side: Side | null,
  readings: readonly RepReading[],
  model: ReadingModel,
): WeighedOffset[] {
  const own = readings.filter((reading) => reading.side === side);
  const logs = Array.from({ length: GRID_POINTS }, (_, i) => {
    const place = GRID_REACH * ((2 * i) / (GRID_POINTS - 1) - 1);
    const offset = model.offset + place * model.offsetSd;
    const fit = own.reduce(
      (sum, { peakDeg }) => {
        const { clean, fault } = explain(peakDeg, offset, model);
        return sum + Math.log(clean.likelihood + fault.likelihood + Number.MIN_VALUE);
      },
      -0.5 * place ** 2,
    );
    return { offset, fit };
  });
  const best = Math.max(...logs.map(({ fit }) => fit));
  const total = logs.reduce((sum, { fit }) => sum + Math.exp(fit - best), 0);
  return logs.map(({ offset, fit }) => ({ offset, weight: Math.exp(fit - best) / total }));
}

function judgeOne(
  peakDeg: number,
  offsets: readonly WeighedOffset[],
  model: ReadingModel,
  lineDeg: Degrees,
): RepJudgement {
  let fault = 0;
  let mean = 0;
  let square = 0;
  for (const { offset, weight } of offsets) {
    const kinds = explain(peakDeg, offset, model);
    const total = kinds.clean.likelihood + kinds.fault.likelihood + Number.MIN_VALUE;
    for (const kind of [kinds.clean, kinds.fault]) {
      const share = (weight * kind.likelihood) / total;
      fault += share * shareAbove(lineDeg, kind.mean, Math.sqrt(kind.variance));
      mean += share * kind.mean;
      square += share * (kind.mean ** 2 + kind.variance);
    }
  }
  // Rounding may carry a sum of shares past one.
  return {
    fault: Math.min(1, fault),
    peak: { deg: deg(mean), sd: deg(Math.sqrt(Math.max(0, square - mean ** 2))) },
  };
}

/** How likely each kind of repetition makes a reading, and what its truth then was (two Gaussians multiplied). */
function explain(peakDeg: number, offset: number, model: ReadingModel) {
  const kind = (share: number, prior: { mean: number; sd: number }) => {
    const spread = Math.hypot(model.noiseSd, model.gain * prior.sd);
    const surprise = (peakDeg - offset - model.gain * prior.mean) / spread;
    const pull = (model.gain * prior.sd ** 2) / spread ** 2;
    return {
      likelihood: (share * Math.exp(-0.5 * surprise ** 2)) / spread,
      mean: prior.mean + pull * (peakDeg - offset - model.gain * prior.mean),
      variance: prior.sd ** 2 * (1 - pull * model.gain),
    };
  };
  return { clean: kind(1 - model.faultShare, model.clean), fault: kind(model.faultShare, model.fault) };
}

/** Share of a normal distribution that lies above a value. */
function shareAbove(value: number, mean: number, sd: number): number {
  if (sd < 1e-9) return mean > value ? 1 : 0;
  const z = (value - mean) / (sd * Math.SQRT2);
  // Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: off by less than 1.5e-7.
  const t = 1 / (1 + 0.3275911 * Math.abs(z));
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-z * z);
  return z >= 0 ? tail / 2 : 1 - tail / 2;
}
