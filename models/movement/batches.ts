import { FEATURE_LENGTH, FEATURE_MIRROR, STATIC_LENGTH } from '../../src/core/movement/features';
import { LOOKS_LENGTH, type FeatureScale } from './feature-scale';
import { mirrorTarget, TARGET_LENGTH } from './labels';
import type { Random } from './random';

/** Rows of features and targets, and how much each row counts. */
export interface TrainingRows {
  readonly features: readonly Float32Array[];
  readonly targets: readonly Float32Array[];
  readonly weights: Float32Array;
}

/** A batch as the network sees it: flat rows one after another. */
export interface Batch {
  readonly looks: Float32Array;
  readonly moments: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

/** Noise is drawn once and read from another place for every row: drawing it takes as long as a training step. */
const NOISE_LENGTH = 1 << 20;

/** Standardises rows, mirrors half of them and adds normal noise of the deviation `noise` to standardised features. */
export function createBatcher(
  rows: TrainingRows,
  { scale, random, noise }: { scale: FeatureScale; random: Random; noise: number },
): (picked: readonly number[]) => Batch {
  const bank = Float32Array.from({ length: NOISE_LENGTH }, () => random.normal(noise));
  const shift = scale.mean.map((mean, k) => -mean / scale.spread[k]!);
  const plain = scale.spread.map((spread) => 1 / spread);
  const mirrored = plain.map((factor, k) => factor * FEATURE_MIRROR[k]!);
  return (picked) => {
    const looks = new Float32Array(picked.length * LOOKS_LENGTH);
    const moments = new Float32Array(picked.length * STATIC_LENGTH);
    const targets = new Float32Array(picked.length * TARGET_LENGTH);
    picked.forEach((row, i) => {
      const isTwin = random.chance(0.5);
      const factor = isTwin ? mirrored : plain;
      const features = rows.features[row]!;
      const from = Math.floor(random.uniform(0, NOISE_LENGTH - FEATURE_LENGTH));
      const standard = (k: number): number => features[k]! * factor[k]! + shift[k]! + bank[from + k]!;
      for (let k = 0; k < LOOKS_LENGTH; k++) looks[i * LOOKS_LENGTH + k] = standard(k);
      for (let k = 0; k < STATIC_LENGTH; k++) moments[i * STATIC_LENGTH + k] = standard(LOOKS_LENGTH + k);
      targets.set(isTwin ? mirrorTarget(rows.targets[row]!) : rows.targets[row]!, i * TARGET_LENGTH);
    });
    return { looks, moments, targets, weights: Float32Array.from(picked, (row) => rows.weights[row]!) };
  };
}

/** Puts the numbers into another order, each as likely as any. */
export function shuffle(order: number[], random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform(0, i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
