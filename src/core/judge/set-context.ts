import { deg, type Degrees, type Side } from '../units';
import type { ReadingModel } from '../exercise/reading-model';
import { logOfSum, normalise, shareAbove } from '../signal/likelihood';
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
/** Where a side's offset may lie, in deviations. */
const PLACES = Array.from({ length: GRID_POINTS }, (_, i) => GRID_REACH * ((2 * i) / (GRID_POINTS - 1) - 1));

/**
 * Reads every repetition of a set in the light of all of them. Neither the person's offset is known nor how evenly somebody moves:
 * every offset is weighed by how well it explains the readings of its side, every habit by how well it explains those of both.
 * Live, give the readings so far; after the set, give all of them: what came later tells about what came before.
 *
 * @param lineDeg the truth from which a repetition is faulty
 */
export function readSet(readings: readonly RepReading[], model: ReadingModel, lineDeg: Degrees): SetContext {
  const habits = habitsOf(model);
  const sides = new Map<Side | null, readonly Explained[]>();
  const explainSide = (side: Side | null): readonly Explained[] => {
    const own = readings.filter((reading) => reading.side === side).map(({ peakDeg }) => peakDeg);
    const explained = sides.get(side) ?? habits.map((habit) => explainAll(own, habit, model));
    sides.set(side, explained);
    return explained;
  };
  const shares = normalise(
    habits.map(({ share }, i) =>
      [...new Set(readings.map(({ side }) => side))].reduce(
        (log, side) => log + (explainSide(side)[i]?.log ?? 0),
        Math.log(share),
      ),
    ),
  );
  return ({ side, peakDeg }) => {
    const levels = explainSide(side).flatMap((explained, i) =>
      explained.levels.map(({ level, weight }) => ({ level, weight: weight * (shares[i] ?? 0) })),
    );
    return judgeOne(peakDeg, levels, model, lineDeg);
  };
}

/**
 * How clean repetitions vary, degrees of truth: each leg's own mean from person to person, and its repetitions about that. Both are
 * known of most measures together only.
 */
interface Habit {
  readonly share: number;
  readonly meanSd: number;
  readonly sd: number;
}

function habitsOf({ clean: { sd, evenness } }: ReadingModel): readonly Habit[] {
  if (!evenness) return [{ share: 1, meanSd: 0, sd }];
  return [
    { share: evenness.share, meanSd: Math.sqrt(sd ** 2 - evenness.sd ** 2), sd: evenness.sd },
    { share: 1 - evenness.share, meanSd: 0, sd: evenness.unevenSd },
  ];
}

/** Where a leg's clean repetitions are read: its offset and its own mean cannot be told apart, but for what is usual. */
interface Level {
  readonly offset: number;
  /** Truth of the leg's clean repetitions: its mean, how far that is known, and how they vary about it. */
  readonly mean: number;
  readonly meanVariance: number;
  readonly sd: number;
}

interface WeighedLevel {
  readonly level: Level;
  readonly weight: number;
}

/** How well a habit explains the readings of a side (logarithm), and at which levels. */
interface Explained {
  readonly log: number;
  readonly levels: readonly WeighedLevel[];
}

function explainAll(peaks: readonly number[], habit: Habit, model: ReadingModel): Explained {
  const levels = PLACES.map((place) => levelFrom(place, habit, model));
  const logs = levels.map((level, i) =>
    peaks.reduce(
      (sum, peakDeg) => {
        const { clean, fault } = explain(peakDeg, level, model);
        return sum + Math.log(clean.likelihood + fault.likelihood + Number.MIN_VALUE);
      },
      -0.5 * (PLACES[i] ?? 0) ** 2,
    ),
  );
  const weights = normalise(logs);
  return {
    log: logOfSum(logs),
    levels: levels.map((level, i) => ({ level, weight: weights[i] ?? 0 })),
  };
}

function levelFrom(
  place: number,
  { meanSd, sd }: Habit,
  { offset, offsetSd, gain, clean }: ReadingModel,
): Level {
  const spread = Math.hypot(offsetSd, gain * meanSd);
  const pull = (gain * meanSd ** 2) / spread ** 2;
  const away = place * spread;
  return {
    offset: offset + (1 - gain * pull) * away,
    mean: clean.mean + pull * away,
    meanVariance: meanSd ** 2 * (1 - gain * pull),
    sd,
  };
}

function judgeOne(
  peakDeg: number,
  levels: readonly WeighedLevel[],
  model: ReadingModel,
  lineDeg: Degrees,
): RepJudgement {
  let fault = 0;
  let mean = 0;
  let square = 0;
  for (const { level, weight } of levels) {
    const kinds = explain(peakDeg, level, model);
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
function explain(peakDeg: number, level: Level, { gain, noiseSd, faultShare, fault }: ReadingModel) {
  const kind = (share: number, prior: { mean: number; sd: number }, noise: number) => {
    const spread = Math.hypot(noise, gain * prior.sd);
    const surprise = peakDeg - level.offset - gain * prior.mean;
    const pull = (gain * prior.sd ** 2) / spread ** 2;
    return {
      likelihood: (share * Math.exp(-0.5 * (surprise / spread) ** 2)) / spread,
      mean: prior.mean + pull * surprise,
      variance: prior.sd ** 2 * (1 - pull * gain),
    };
  };
  const clean = kind(1 - faultShare, level, noiseSd);
  const unsure = Math.sqrt(noiseSd ** 2 + gain ** 2 * level.meanVariance);
  return {
    clean: { ...clean, variance: clean.variance + level.meanVariance },
    fault: kind(faultShare, fault, unsure),
  };
}
