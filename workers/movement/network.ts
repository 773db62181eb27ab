import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import { unpackTensor, type NetworkSpec, type TensorName } from '../../src/core/movement/network-spec';

export type NetworkTensors = Readonly<Record<TensorName, tf.Tensor3D>>;

/** The weights as tensors. @throws RangeError when the file is too short */
export function loadTensors(spec: NetworkSpec, bytes: ArrayBuffer): NetworkTensors {
  return Object.fromEntries(
    spec.tensors.map((entry) => [
      entry.name,
      tf.tensor3d(unpackTensor(bytes, entry), entry.shape as [number, number, number]),
    ]),
  ) as Record<TensorName, tf.Tensor3D>;
}

/**
 * The network, for any number of rows: each look back through one shared layer, the stance through its own, then two
 * dense layers. All members run at once, as batches of one multiplication.
 *
 * @param looks rows × looks × values
 * @param rest rows × values
 * @returns members × rows × outputs
 */
export function forward(weights: NetworkTensors, looks: tf.Tensor3D, rest: tf.Tensor2D): tf.Tensor3D {
  const rows = rest.shape[0];
  const members = weights['look.weight'].shape[0];
  const dense = (input: tf.Tensor3D, layer: 'look' | 'stance' | 'hidden' | 'last' | 'out'): tf.Tensor3D =>
    tf.add(tf.matMul(input, weights[`${layer}.weight`]), weights[`${layer}.bias`]);
  const seen = tf.relu(dense(tf.reshape(looks, [1, rows * LAGS_MS.length, LOOK_LENGTH]), 'look'));
  const own = tf.relu(dense(tf.reshape(rest, [1, rows, STATIC_LENGTH]), 'stance'));
  const joined: tf.Tensor3D = tf.concat([tf.reshape(seen, [members, rows, -1]) as tf.Tensor3D, own], 2);
  return dense(tf.relu(dense(tf.relu(dense(joined, 'hidden')), 'last')), 'out');
}
