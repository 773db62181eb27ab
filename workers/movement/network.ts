import * as tf from '@tensorflow/tfjs';
import { LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import { OUTPUT } from '../../src/core/movement/network-spec';
// Makes the network's own layers known to the loader.
import './layers';

const LOOKS_LENGTH = LAGS_MS.length * LOOK_LENGTH;

/** Makes TensorFlow.js compute on this thread's CPU, and keep quiet. Once is enough; more does no harm. */
export async function useCpu(): Promise<void> {
  // One core of a laptop runs this small network in a millisecond; moving it to a GPU and back would cost more.
  tf.enableProdMode();
  await tf.setBackend('cpu');
}

/** The network with its weights, ready for single moments. */
export interface NetworkRunner {
  /** Outputs of all members for one moment, its mirror twin joined: members × outputs. */
  run(features: Float32Array): Float32Array;
  dispose(): void;
}

/**
 * Takes over a model and warms it up. The CPU backend must be the active one.
 * @throws Error when it is not the movement model of these features
 */
export function createRunner(model: tf.LayersModel): NetworkRunner {
  const wanted = [
    [null, LAGS_MS.length, LOOK_LENGTH],
    [null, 1, STATIC_LENGTH],
  ].join('; ');
  const given = model.inputs.map(({ shape }) => shape).join('; ');
  if (given !== wanted || model.outputs[0]?.shape.at(-1) !== OUTPUT.length) {
    model.dispose();
    throw new Error('movement model: the network does not fit the features');
  }
  const run = (features: Float32Array): Float32Array =>
    tf.tidy(() => {
      const looks = tf.tensor3d(features.subarray(0, LOOKS_LENGTH), [1, LAGS_MS.length, LOOK_LENGTH]);
      const moment = tf.tensor3d(features.subarray(LOOKS_LENGTH), [1, 1, STATIC_LENGTH]);
      return (model.predictOnBatch([looks, moment]) as tf.Tensor).dataSync<'float32'>();
    });
  run(new Float32Array(LOOKS_LENGTH + STATIC_LENGTH));
  return {
    run,
    dispose: () => {
      model.dispose();
    },
  };
}
