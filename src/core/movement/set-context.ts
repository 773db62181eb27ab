import { deg, type Side } from '../units';
import type { Estimate } from '../terms/estimate';

/** What one repetition showed of one measure: its sustained peak, positive toward the fault. */
export interface RepReading {
  /** The side whose body part was read: an offset belongs to it. */
  readonly side: Side;
  readonly peakDeg: number;
}

/**
 * How readings follow from truth, fitted on people the network was not trained on:
 * reading = `offset` + the person's own offset for that side (deviation `offsetSd`) + `gain` × truth + noise (`noiseSd`).
 *
 * Landmarks ride up or in by an amount that depends on body, clothes and camera, and is the same in every repetition of a set.
 * So the first repetition is hard to judge and the later ones are not.
 */
export interface ReadingModel {
  readonly gain: number;
  readonly offset: number;
  readonly offsetSd: number;
  readonly noiseSd: number;
  /** Truth of clean and of faulty repetitions, degrees. */
  readonly clean: { readonly mean: number; readonly sd: number };
  readonly fault: { readonly mean: number; readonly sd: number };
  /** Share of repetitions expected to be faulty before anything is seen. */
  readonly faultShare: number;
  /** Probability from which a repetition is called faulty; where the reading is weak, more than half is asked for. */
  readonly sureFault?: number;
}

export interface RepJudgement {
  /** Probability that the repetition is faulty, given all readings of the set. */
  readonly fault: number;
  /** What the peak truly was, with the person's offset taken out. */
  readonly peak: Estimate;
}

const GRID_POINTS = 61;
const GRID_REACH = 4;

/**
 * Judges every repetition of a set in the light of all of them: the person's offset is not known, so every offset is
 * weighed by how well it explains all readings of that side. Live, give the readings so far and take the last judgement;
 * after the set, give all of them: what came later tells about what came before.
 */
export function judgeReadings(readings: readonly RepReading[], model: ReadingModel): RepJudgement[] {
  const offsets = {
    left: weighOffsets('left', readings, model),
    right: weighOffsets('right', readings, model),
  };
  return readings.map(({ side, peakDeg }) => judgeOne(peakDeg, offsets[side], model));
}

interface WeighedOffset {
  readonly offset: number;
  readonly weight: number;
}

function weighOffsets(side: Side, readings: readonly RepReading[], model: ReadingModel): WeighedOffset[] {
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

function judgeOne(peakDeg: number, offsets: readonly WeighedOffset[], model: ReadingModel): RepJudgement {
  let fault = 0;
  let mean = 0;
  let square = 0;
  for (const { offset, weight } of offsets) {
    const kinds = explain(peakDeg, offset, model);
    const total = kinds.clean.likelihood + kinds.fault.likelihood + Number.MIN_VALUE;
    fault += (weight * kinds.fault.likelihood) / total;
    for (const kind of [kinds.clean, kinds.fault]) {
      const share = (weight * kind.likelihood) / total;
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
