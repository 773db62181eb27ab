import * as tf from '@tensorflow/tfjs';
import { LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import { OUTPUT } from '../../src/core/movement/network-spec';
import { SeededDropout } from './dropout';
import { createRandom } from './random';
import { LAYER_NAMES, layerSizes, type NetworkShape, type RawWeights } from './raw-weights';

/**
 * One member as it is trained, on standardised features: each look through one shared dense layer, the stance through its
 * own, then two dense layers. Inputs: `looks` (looks × values) and `moment` (values).
 *
 * @param dropout share of what goes into the two dense layers that is left out at each step of training
 */
export function createMember(shape: NetworkShape, seed: number, dropout = 0): tf.LayersModel {
  const looks = tf.input({ shape: [LAGS_MS.length, LOOK_LENGTH], name: 'looks' });
  const moment = tf.input({ shape: [STATIC_LENGTH], name: 'moment' });
  const relu = (name: Exclude<keyof NetworkShape, 'out'>, input: tf.SymbolicTensor) => {
    const kernelInitializer = tf.initializers.heUniform({ seed: seed + LAYER_NAMES.indexOf(name) });
    const layer = tf.layers.dense({ name, units: shape[name], activation: 'relu', kernelInitializer });
    return layer.apply(input) as tf.SymbolicTensor;
  };
  const random = createRandom(seed);
  const thinned = (name: string, input: tf.SymbolicTensor): tf.SymbolicTensor =>
    dropout > 0
      ? (new SeededDropout({ name, rate: dropout, random }).apply(input) as tf.SymbolicTensor)
      : input;
  const seen = tf.layers.flatten().apply(relu('look', looks)) as tf.SymbolicTensor;
  const joined = tf.layers.concatenate().apply([seen, relu('stance', moment)]) as tf.SymbolicTensor;
  const out = tf.layers.dense({
    name: 'out',
    units: OUTPUT.length,
    kernelInitializer: tf.initializers.glorotUniform({ seed: seed + LAYER_NAMES.length }),
  });
  const hidden = thinned('thin-hidden', relu('hidden', thinned('thin-joined', joined)));
  const outputs = out.apply(relu('last', hidden)) as tf.SymbolicTensor;
  return tf.model({ inputs: [looks, moment], outputs });
}

/** The weights of trained members, side by side. */
export function stackMembers(members: readonly tf.LayersModel[], shape: NetworkShape): RawWeights['layers'] {
  const sizes = layerSizes(shape);
  const entries = LAYER_NAMES.map((name) => {
    const layers = members.map((member) => member.getLayer(name).getWeights());
    const side = (which: 0 | 1): Float32Array =>
      Float32Array.from(layers.flatMap((weights) => [...weights[which]!.dataSync<'float32'>()]));
    const [inputs, units] = sizes[name];
    return [name, { inputs, units, kernel: side(0), bias: side(1) }] as const;
  });
  return Object.fromEntries(entries) as unknown as RawWeights['layers'];
}
