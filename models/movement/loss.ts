import * as tf from '@tensorflow/tfjs-core';
import {
  ANGLE_OUTPUTS,
  EXERCISE_OUTPUTS,
  LOADED_OUTPUTS,
  OUTPUT,
} from '../../src/core/movement/network-spec';

import { targetColumn } from './labels';

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

/** The largest logit, which keeps the exponentials small; its gradient cancels, so none is passed back. */
const topOf = tf.customGrad((x) => ({
  value: tf.max(x as tf.Tensor, 2, true),
  gradFunc: () => [tf.zerosLike(x as tf.Tensor)],
}));

/**
 * The loss over a batch: Gaussian likelihood of the angles (times the deviation itself, held, so that frames the network is
 * unsure of still teach it), and cross-entropy of the classes. Extreme angles count up to threefold: drops are rare, and
 * verdicts hang on them.
 *
 * @param outputs members × rows × outputs
 * @param targets rows × columns of labels.ts
 * @param weights per row
 */
export function lossOf(outputs: tf.Tensor3D, targets: tf.Tensor2D, weights: tf.Tensor1D): tf.Scalar {
  const members = outputs.shape[0];
  const rows = targets.shape[0];
  const value = tf.slice(outputs, [0, 0, OUTPUT.value], [members, rows, ANGLES]);
  const deviation = tf.slice(outputs, [0, 0, OUTPUT.deviation], [members, rows, ANGLES]);
  const sd = tf.add(tf.softplus(deviation), LEAST_SD);
  const truth = tf.slice(targets, [0, 0], [rows, ANGLES]);
  const angleWeights = tf.mul(
    tf.mul(tf.slice(targets, [0, ANGLES], [rows, ANGLES]), tf.reshape(weights, [rows, 1])),
    tf.mul(tf.add(1, tf.minimum(tf.div(tf.abs(truth), 6), 2)), tf.tensor2d(ANGLE_WEIGHTS, [1, ANGLES])),
  );
  const error = tf.div(tf.sub(truth, value), sd);
  const surprise = tf.mul(tf.add(tf.mul(tf.square(error), 0.5), tf.log(sd)), hold(sd));
  const angles = tf.div(tf.sum(tf.mul(surprise, angleWeights)), members * rows);
  const loaded = classLoss(
    outputs,
    targets,
    OUTPUT.loaded,
    LOADED_OUTPUTS.length,
    targetColumn('loaded'),
    weights,
  );
  const sure = tf.reshape<tf.Rank.R1>(tf.slice(targets, [0, targetColumn('exerciseWeight')], [rows, 1]), [
    rows,
  ]);
  const exercise = classLoss(
    outputs,
    targets,
    OUTPUT.exercise,
    EXERCISE_OUTPUTS.length,
    targetColumn('exercise'),
    sure,
  );
  return tf.add(angles, tf.mul(tf.add(loaded, exercise), CLASS_WEIGHT));
}

function classLoss(
  outputs: tf.Tensor3D,
  targets: tf.Tensor2D,
  start: number,
  count: number,
  column: number,
  weights: tf.Tensor1D,
): tf.Tensor {
  const [members, rows] = outputs.shape;
  const logits = tf.slice(outputs, [0, 0, start], [members, rows, count]);
  const labels = tf.cast(tf.reshape(tf.slice(targets, [0, column], [rows, 1]), [rows]), 'int32');
  const right = tf.sum(tf.mul(logits, tf.cast(tf.oneHot(labels as tf.Tensor1D, count), 'float32')), 2);
  const top = topOf(logits);
  const spread = tf.log(tf.sum(tf.exp(tf.sub(logits, top)), 2));
  const surprise = tf.sub(tf.add(spread, tf.reshape(top, [members, rows])), right);
  return tf.div(tf.sum(tf.mul(surprise, weights)), members * rows);
}
