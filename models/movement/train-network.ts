/** The trainer: the shipped network's own forward pass, and Adam, in TensorFlow.js on the CPU. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import {
  FEATURE_LENGTH,
  FEATURE_MIRROR,
  LAGS_MS,
  LOOK_LENGTH,
  STATIC_LENGTH,
} from '../../src/core/movement/features';
import {
  TENSOR_NAMES,
  tensorShapes,
  type NetworkShape,
  type TensorName,
} from '../../src/core/movement/network-spec';
import { forward } from '../../workers/movement/network';
import { TARGET_LENGTH } from './labels';
import { registerGradients } from './gradients';
import { lossOf } from './loss';
import { createRandom, type Random } from './random';
import { mirrorTarget } from './labels';

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
  /** Told after every epoch: the mean loss of its batches. */
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

/** Trains and returns all tensors one after another in the order of TENSOR_NAMES, the features' scale folded in. */
export async function trainNetwork(rows: TrainingRows, options: TrainingOptions): Promise<Float32Array> {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
  registerGradients();
  const random = createRandom(options.seed);
  const scale = measureScale(rows.features);
  const weights = initialise(options, random);
  const variables = TENSOR_NAMES.map((name) => weights[name]);
  // Three stages of falling rate stand for a schedule.
  const stages = [options.learningRate, options.learningRate / 2, options.learningRate / 8].map((rate) =>
    tf.train.adam(rate),
  );
  const order = rows.features.map((_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const optimizer = stages[Math.min(2, Math.floor((epoch * 3) / options.epochs))]!;
    shuffle(order, random);
    let total = 0;
    let steps = 0;
    for (let at = 0; at + options.batch <= order.length; at += options.batch) {
      total += trainStep(
        rows,
        order.slice(at, at + options.batch),
        { weights, variables, optimizer, scale, random },
        options,
      );
      steps++;
    }
    options.onEpoch?.(epoch, total / Math.max(1, steps));
  }
  const folded = foldScale(weights, scale);
  tf.dispose(weights);
  stages.forEach((stage) => {
    stage.dispose();
  });
  return folded;
}

interface Training {
  readonly weights: Record<TensorName, tf.Variable<tf.Rank.R3>>;
  readonly variables: tf.Variable[];
  readonly optimizer: tf.Optimizer;
  readonly scale: Scale;
  readonly random: Random;
}

function trainStep(
  rows: TrainingRows,
  picked: readonly number[],
  training: Training,
  options: TrainingOptions,
): number {
  const { weights, variables, optimizer, scale, random } = training;
  const count = picked.length;
  const looksLength = LAGS_MS.length * LOOK_LENGTH;
  const looks = new Float32Array(count * looksLength);
  const rest = new Float32Array(count * STATIC_LENGTH);
  const targets = new Float32Array(count * TARGET_LENGTH);
  const rowWeights = Float32Array.from(picked, (row) => rows.weights[row]!);
  picked.forEach((row, i) => {
    const mirrored = random.chance(0.5);
    const features = rows.features[row]!;
    for (let k = 0; k < FEATURE_LENGTH; k++) {
      const value = mirrored ? features[k]! * FEATURE_MIRROR[k]! : features[k]!;
      const standard = (value - scale.mean[k]!) / scale.spread[k]! + random.normal(options.noise);
      if (k < looksLength) looks[i * looksLength + k] = standard;
      else rest[i * STATIC_LENGTH + k - looksLength] = standard;
    }
    targets.set(mirrored ? mirrorTarget(rows.targets[row]!) : rows.targets[row]!, i * TARGET_LENGTH);
  });
  return tf.tidy(() => {
    const x = tf.tensor3d(looks, [count, LAGS_MS.length, LOOK_LENGTH]);
    const s = tf.tensor2d(rest, [count, STATIC_LENGTH]);
    const y = tf.tensor2d(targets, [count, TARGET_LENGTH]);
    const w = tf.tensor1d(rowWeights);
    const loss = optimizer.minimize(() => lossOf(forward(weights, x, s), y, w), true, variables);
    return loss?.dataSync()[0] ?? NaN;
  });
}

/** He-uniform weights from the seeded generator, zero biases. */
function initialise({ members, shape }: TrainingOptions, random: Random): Training['weights'] {
  const shapes = tensorShapes(members, shape);
  return Object.fromEntries(
    TENSOR_NAMES.map((name) => {
      const size = shapes[name] as [number, number, number];
      const limit = name.endsWith('.bias') ? 0 : Math.sqrt((name === 'out.weight' ? 1 : 6) / size[1]);
      const values = Float32Array.from({ length: size[0] * size[1] * size[2] }, () =>
        random.uniform(-limit, limit),
      );
      return [name, tf.variable(tf.tensor3d(values, size))];
    }),
  ) as Training['weights'];
}

interface Scale {
  readonly mean: Float32Array;
  readonly spread: Float32Array;
}

/** Mean and spread of each feature over bodies and their mirror twins; one for all looks, whose layer is shared. */
function measureScale(features: readonly Float32Array[]): Scale {
  const sum = new Float64Array(FEATURE_LENGTH);
  const squares = new Float64Array(FEATURE_LENGTH);
  const count = new Float64Array(FEATURE_LENGTH);
  const every = Math.max(1, Math.floor(features.length / 20_000));
  const slotOf = (k: number) => (k < LAGS_MS.length * LOOK_LENGTH ? k % LOOK_LENGTH : k);
  for (let row = 0; row < features.length; row += every)
    for (let k = 0; k < FEATURE_LENGTH; k++)
      for (const value of [features[row]![k]!, features[row]![k]! * FEATURE_MIRROR[k]!]) {
        sum[slotOf(k)]! += value;
        squares[slotOf(k)]! += value * value;
        count[slotOf(k)]! += 1;
      }
  const mean = Float32Array.from(sum, (_, k) => sum[slotOf(k)]! / count[slotOf(k)]!);
  const spread = Float32Array.from(sum, (_, k) =>
    Math.max(0.001, Math.sqrt(Math.max(0, squares[slotOf(k)]! / count[slotOf(k)]! - mean[k]! ** 2))),
  );
  return { mean, spread };
}

/** Moves the standardisation into the first layers, so that the shipped network takes features as they are. */
function foldScale(weights: Training['weights'], scale: Scale): Float32Array {
  const parts = Object.fromEntries(
    TENSOR_NAMES.map((name) => [name, weights[name].dataSync<'float32'>().slice()]),
  );
  for (const [layer, first] of [
    ['look', 0],
    ['stance', LAGS_MS.length * LOOK_LENGTH],
  ] as const) {
    const weight = parts[`${layer}.weight`]!;
    const bias = parts[`${layer}.bias`]!;
    const [members, inputs, outputs] = weights[`${layer}.weight`].shape;
    for (let m = 0; m < members; m++)
      for (let i = 0; i < inputs; i++)
        for (let o = 0; o < outputs; o++) {
          const at = (m * inputs + i) * outputs + o;
          weight[at]! /= scale.spread[first + i]!;
          bias[m * outputs + o]! -= weight[at]! * scale.mean[first + i]!;
        }
  }
  const out = new Float32Array(TENSOR_NAMES.reduce((length, name) => length + parts[name]!.length, 0));
  let at = 0;
  for (const name of TENSOR_NAMES) {
    out.set(parts[name]!, at);
    at += parts[name]!.length;
  }
  return out;
}

function shuffle(order: number[], random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform(0, i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
