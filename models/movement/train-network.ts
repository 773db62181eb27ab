/** The trainer: one member after another as a `tf.LayersModel`, with TensorFlow.js's own optimiser, on the CPU. */
import * as tf from '@tensorflow/tfjs';
import {
  FEATURE_LENGTH,
  FEATURE_MIRROR,
  LAGS_MS,
  LOOK_LENGTH,
  STATIC_LENGTH,
} from '../../src/core/movement/features';
import { useCpu } from '../../workers/movement/network';
import { foldScale, LOOKS_LENGTH, measureScale, type FeatureScale } from './feature-scale';
import { mirrorTarget, TARGET_LENGTH } from './labels';
import { lossOf } from './loss';
import { createMember, stackMembers } from './member';
import { createRandom, type Random } from './random';
import type { NetworkShape, RawWeights } from './raw-weights';

/** Rows of features and targets, and how much each row counts. */
export interface TrainingRows {
  readonly features: readonly Float32Array[];
  readonly targets: readonly Float32Array[];
  readonly weights: Float32Array;
}

export interface TrainingOptions {
  readonly shape: NetworkShape;
  readonly members: number;
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Standard deviation of the noise on standardised features. */
  readonly noise: number;
  readonly seed: number;
  /** Told after every epoch of every member: the mean loss of its batches. */
  readonly onEpoch?: (member: number, epoch: number, loss: number) => void;
}

/** Trains and returns the weights of all members, the features' scale folded in. */
export async function trainNetwork(
  rows: TrainingRows,
  options: TrainingOptions,
): Promise<RawWeights['layers']> {
  await useCpu();
  const scale = measureScale(rows.features);
  const members = Array.from({ length: options.members }, (_, member) =>
    trainMember(rows, scale, member, options),
  );
  const layers = foldScale(stackMembers(members, options.shape), scale);
  members.forEach((member) => {
    member.dispose();
  });
  return layers;
}

function trainMember(
  rows: TrainingRows,
  scale: FeatureScale,
  member: number,
  options: TrainingOptions,
): tf.LayersModel {
  const { batch, epochs, learningRate } = options;
  const random = createRandom(options.seed + member);
  const model = createMember(options.shape, (options.seed + member) * 100);
  // Three stages of falling rate stand for a schedule.
  const stages = [learningRate, learningRate / 2, learningRate / 8].map((rate) => tf.train.adam(rate));
  const order = rows.features.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const optimizer = stages[Math.floor((epoch * stages.length) / epochs)]!;
    shuffle(order, random);
    let total = 0;
    let steps = 0;
    for (let at = 0; at + batch <= order.length; at += batch, steps++) {
      const picked = alter(rows, order.slice(at, at + batch), { scale, random, noise: options.noise });
      total += trainStep(model, optimizer, picked);
    }
    options.onEpoch?.(member, epoch, total / Math.max(1, steps));
  }
  stages.forEach((stage) => {
    stage.dispose();
  });
  return model;
}

/** A batch as the network sees it: flat rows one after another. */
interface Batch {
  readonly looks: Float32Array;
  readonly moments: Float32Array;
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

/** Standardises the rows, mirrors half of them and adds noise. */
function alter(
  rows: TrainingRows,
  picked: readonly number[],
  { scale, random, noise }: { scale: FeatureScale; random: Random; noise: number },
): Batch {
  const looks = new Float32Array(picked.length * LOOKS_LENGTH);
  const moments = new Float32Array(picked.length * STATIC_LENGTH);
  const targets = new Float32Array(picked.length * TARGET_LENGTH);
  picked.forEach((row, i) => {
    const mirrored = random.chance(0.5);
    const features = rows.features[row]!;
    for (let k = 0; k < FEATURE_LENGTH; k++) {
      const value = mirrored ? features[k]! * FEATURE_MIRROR[k]! : features[k]!;
      const standard = (value - scale.mean[k]!) / scale.spread[k]! + random.normal(noise);
      if (k < LOOKS_LENGTH) looks[i * LOOKS_LENGTH + k] = standard;
      else moments[i * STATIC_LENGTH + k - LOOKS_LENGTH] = standard;
    }
    targets.set(mirrored ? mirrorTarget(rows.targets[row]!) : rows.targets[row]!, i * TARGET_LENGTH);
  });
  return { looks, moments, targets, weights: Float32Array.from(picked, (row) => rows.weights[row]!) };
}

/** One step of the optimiser. @returns the batch's loss before it */
function trainStep(model: tf.LayersModel, optimizer: tf.Optimizer, batch: Batch): number {
  const rows = batch.weights.length;
  return tf.tidy(() => {
    const inputs = [
      tf.tensor3d(batch.looks, [rows, LAGS_MS.length, LOOK_LENGTH]),
      tf.tensor2d(batch.moments, [rows, STATIC_LENGTH]),
    ];
    const targets = tf.tensor2d(batch.targets, [rows, TARGET_LENGTH]);
    const weights = tf.tensor1d(batch.weights);
    const loss = optimizer.minimize(
      () => lossOf(model.apply(inputs, { training: true }) as tf.Tensor2D, targets, weights),
      true,
    );
    return loss?.dataSync()[0] ?? NaN;
  });
}

function shuffle(order: number[], random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform(0, i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
