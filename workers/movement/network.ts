import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { FEATURE_LENGTH, LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
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
  const joined: tf.Tensor3D = tf.concat([tf.reshape<tf.Rank.R3>(seen, [members, rows, -1]), own], 2);
  return dense(tf.relu(dense(tf.relu(dense(joined, 'hidden')), 'last')), 'out');
}

/** The network with its weights loaded, ready for single moments. */
export interface NetworkRunner {
  /** Outputs of all members for a body and for its mirror twin: members × 2 × outputs. */
  run(features: Float32Array, mirrored: Float32Array): Float32Array;
  dispose(): void;
}

/** Loads the weights and warms up. The CPU backend must be the active one. */
export function createRunner(spec: NetworkSpec, bytes: ArrayBuffer): NetworkRunner {
  const weights = loadTensors(spec, bytes);
  const lookValues = LAGS_MS.length * LOOK_LENGTH;
  const run = (features: Float32Array, mirrored: Float32Array): Float32Array =>
    tf.tidy(() => {
      const both = (from: number, to: number): Float32Array => {
        const out = new Float32Array(2 * (to - from));
        out.set(features.subarray(from, to));
        out.set(mirrored.subarray(from, to), to - from);
        return out;
      };
      const looks = tf.tensor3d(both(0, lookValues), [2, LAGS_MS.length, LOOK_LENGTH]);
      const rest = tf.tensor2d(both(lookValues, FEATURE_LENGTH), [2, STATIC_LENGTH]);
      return forward(weights, looks, rest).dataSync<'float32'>();
    });
  run(new Float32Array(FEATURE_LENGTH), new Float32Array(FEATURE_LENGTH));
  return {
    run,
    dispose: () => {
      tf.dispose(weights);
    },
  };
}
