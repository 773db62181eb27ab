/** The trainer: one member after another as a `tf.LayersModel`, with TensorFlow.js's own optimiser, on the CPU. */
import * as tf from '@tensorflow/tfjs';
import { LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import { createBatcher, shuffle, type Batch, type TrainingRows } from './batches';
import { foldScale, measureScale, type FeatureScale } from './feature-scale';
import { TARGET_LENGTH } from './labels';
import { lossOf } from './loss';
import type { FirstStage } from './first-stage';
import { createMember, stackMembers } from './member';
import { createRandom, type Random } from './random';
import type { NetworkShape, RawWeights } from './raw-weights';
import { useWasm } from './wasm-backend';

/** Some epochs over some of the rows. The rate climbs over the first 15 % of the stage and then falls to nothing. */
export interface TrainingStage {
  /** Which rows, by number. */
  readonly rows: readonly number[];
  readonly epochs: number;
  /** Adam's rate at its highest. */
  readonly learningRate: number;
}

export interface TrainingOptions {
  readonly shape: NetworkShape;
  readonly members: number;
  readonly stages: readonly TrainingStage[];
  readonly batch: number;
  /** Standard deviation of the noise on standardised features. */
  readonly noise: number;
  /** Share of what goes into the dense layers that each step leaves out. */
  readonly dropout: number;
  readonly seed: number;
  /** Where what a member knows after its first stage is kept, and taken from if it is there. */
  readonly firstStage?: FirstStage;
  /** Told after every epoch of every member: the mean loss of its batches. */
  readonly onEpoch?: (member: number, stage: number, epoch: number, loss: number) => void;
}

/** Share of a stage's steps over which its rate climbs. */
const CLIMB = 0.15;
/** How far the seeds of one stage are from those of the one before: further than there are members. */
const STAGE_SEEDS = 1000;
/** Largest norm of a step's gradient; rare rows with wild errors would throw the others' progress away. */
const LARGEST_GRADIENT = 2;

/** Trains and returns the weights of all members, the features' scale folded in. */
export async function trainNetwork(
  rows: TrainingRows,
  options: TrainingOptions,
): Promise<RawWeights['layers']> {
  await useWasm();
  const scale = measureScale((options.stages[0]?.rows ?? []).map((row) => rows.features[row]!));
  const members = Array.from({ length: options.members }, (_, member) =>
    trainMember(rows, scale, member, options),
  );
  const layers = foldScale(stackMembers(members, options.shape), scale);
  members.forEach((member) => {
    member.dispose();
  });
  return layers;
}

/** Every stage draws from seeds of its own, so that it goes the same way whether the one before it was kept or not. */
function trainMember(
  rows: TrainingRows,
  scale: FeatureScale,
  member: number,
  options: TrainingOptions,
): tf.LayersModel {
  const { shape, dropout, firstStage } = options;
  let before: tf.LayersModel | null = null;
  options.stages.forEach((stage, number) => {
    const seed = options.seed + member + STAGE_SEEDS * number;
    const model = createMember(shape, seed * 100, dropout);
    if (before) model.setWeights(before.getWeights());
    before?.dispose();
    before = model;
    if (number === 0 && firstStage?.restore(member, model) === true) return;
    const random = createRandom(seed);
    const batchOf = createBatcher(rows, { scale, random, noise: options.noise });
    trainStage(model, stage, { random, batchOf, size: options.batch }, (epoch, loss) =>
      options.onEpoch?.(member, number, epoch, loss),
    );
    if (number === 0) firstStage?.keep(member, model);
  });
  return before!;
}

interface BatchSource {
  readonly random: Random;
  readonly batchOf: (picked: readonly number[]) => Batch;
  readonly size: number;
}

function trainStage(
  model: tf.LayersModel,
  { rows, epochs, learningRate }: TrainingStage,
  { random, batchOf, size }: BatchSource,
  onEpoch: (epoch: number, loss: number) => void,
): void {
  const optimizer = new ScheduledAdam(learningRate);
  const order = [...rows];
  const steps = Math.floor(order.length / size);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let total = 0;
    for (let step = 0; step < steps; step++) {
      optimizer.setRate(learningRate * rateAt((epoch * steps + step) / (epochs * steps)));
      total += trainStep(model, optimizer, batchOf(order.slice(step * size, (step + 1) * size)));
    }
    onEpoch(epoch, total / Math.max(1, steps));
  }
  optimizer.dispose();
}

/** The rate as a share of the highest one, at a share of the stage's steps: up in a line, down as half a cosine. */
const rateAt = (done: number): number =>
  done < CLIMB ? done / CLIMB : (1 + Math.cos((Math.PI * (done - CLIMB)) / (1 - CLIMB))) / 2;

/** Adam whose rate can be set between steps. */
class ScheduledAdam extends tf.AdamOptimizer {
  constructor(learningRate: number) {
    super(learningRate, 0.9, 0.999);
  }

  setRate(learningRate: number): void {
    this.learningRate = learningRate;
  }
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
    const { value, grads } = optimizer.computeGradients(() =>
      lossOf(model.apply(inputs, { training: true }) as tf.Tensor2D, targets, weights),
    );
    optimizer.applyGradients(clipped(grads));
    return value.dataSync()[0]!;
  });
}

/** Gradients shortened, all together, to the largest norm that is let through. */
function clipped(grads: tf.NamedTensorMap): tf.NamedTensorMap {
  const squares = Object.values(grads).map((grad) => tf.sum(tf.square(grad)));
  const norm = Math.sqrt(tf.addN(squares).dataSync()[0]!);
  if (norm <= LARGEST_GRADIENT) return grads;
  const shorter = Object.entries(grads).map(([name, grad]) => [name, tf.mul(grad, LARGEST_GRADIENT / norm)]);
  return Object.fromEntries(shorter) as tf.NamedTensorMap;
}
