import * as tf from '@tensorflow/tfjs';
import {
  ANGLE_OUTPUTS,
  EXERCISE_OUTPUTS,
  LOADED_OUTPUTS,
  OUTPUT,
} from '../../src/core/movement/network-spec';
import { targetColumn, type TargetColumn } from './labels';

const ANGLES = ANGLE_OUTPUTS.length;
/** How much each angle counts. The flexions are easy to see and must not crowd out the others. */
const ANGLE_WEIGHTS = [1.3, 0.5, 0.7, 0.7, 0.25, 0.25, 0.25, 0.25];
const CLASS_WEIGHT = 0.7;
/** Smallest deviation the network can state, in the unit of the angle. */
const LEAST_SD = 0.3;

/** Passes values on and no gradient back. */
const hold = tf.customGrad((x) => ({
  value: (x as tf.Tensor).clone(),
  gradFunc: (dy) => [tf.zerosLike(dy)],
})) as unknown as <T extends tf.Tensor>(x: T) => T;

const columns = (rows: tf.Tensor2D, first: number, count: number): tf.Tensor2D =>
  tf.slice(rows, [0, first], [rows.shape[0], count]);
const column = (rows: tf.Tensor2D, name: TargetColumn): tf.Tensor1D =>
  tf.reshape(columns(rows, targetColumn(name), 1), [rows.shape[0]]);

/**
 * The loss over a batch: Gaussian likelihood of the angles (times the deviation itself, held, so that frames the network is
 * unsure of still teach it), and cross-entropy of the classes. Extreme angles count up to threefold: drops are rare, and
 * verdicts hang on them.
 *
 * @param outputs rows × outputs
 * @param targets rows × columns of labels.ts
 * @param weights per row
 */
export function lossOf(outputs: tf.Tensor2D, targets: tf.Tensor2D, weights: tf.Tensor1D): tf.Scalar {
  const rows = targets.shape[0];
  const sd = tf.add(tf.softplus(columns(outputs, OUTPUT.deviation, ANGLES)), LEAST_SD);
  const truth = columns(targets, 0, ANGLES);
  const extreme = tf.add(1, tf.minimum(tf.div(tf.abs(truth), 6), 2));
  const angleWeights = tf.mul(
    tf.mul(columns(targets, ANGLES, ANGLES), tf.reshape(weights, [rows, 1])),
    tf.mul(extreme, tf.tensor2d(ANGLE_WEIGHTS, [1, ANGLES])),
  );
  const error = tf.div(tf.sub(truth, columns(outputs, OUTPUT.value, ANGLES)), sd);
  const surprise = tf.mul(tf.add(tf.mul(tf.square(error), 0.5), tf.log(sd)), hold(sd));
  const angles = tf.div(tf.sum(tf.mul(surprise, angleWeights)), rows);
  const loaded = classLoss(
    columns(outputs, OUTPUT.loaded, LOADED_OUTPUTS.length),
    column(targets, 'loaded'),
    weights,
  );
  const exercise = classLoss(
    columns(outputs, OUTPUT.exercise, EXERCISE_OUTPUTS.length),
    column(targets, 'exercise'),
    column(targets, 'exerciseWeight'),
  );
  return tf.add(angles, tf.mul(tf.add(loaded, exercise), CLASS_WEIGHT));
}

/** Weighted cross-entropy, its mean over all rows. */
function classLoss(logits: tf.Tensor2D, labels: tf.Tensor1D, weights: tf.Tensor1D): tf.Scalar {
  const right = tf.oneHot(tf.cast(labels, 'int32'), logits.shape[1]) as tf.Tensor2D;
  const sum = tf.losses.softmaxCrossEntropy<tf.Tensor2D, tf.Scalar>(
    right,
    logits,
    weights,
    0,
    tf.Reduction.SUM,
  );
  return tf.div(sum, labels.size);
}
