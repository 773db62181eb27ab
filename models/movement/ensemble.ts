/** Builds the network that ships out of trained members: a `tf.LayersModel` that takes a moment's features as they are. */
import * as tf from '@tensorflow/tfjs';
import { FEATURE_MIRROR, LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import {
  ANGLE_OUTPUTS,
  EXERCISE_OUTPUTS,
  LOADED_OUTPUTS,
  OUTPUT,
} from '../../src/core/movement/network-spec';
import { MemberDense, MirrorTwins } from '../../workers/movement/layers';
import { LAYER_NAMES, type RawWeights } from './raw-weights';

const LOOKS = LAGS_MS.length;

/**
 * The ensemble. Inputs: `looks` (looks × values) and `moment` (1 × values). Each goes with its mirror twin through every
 * member; the two answers of a member are joined. Output: members × {@link OUTPUT}.length.
 */
export function createEnsemble({ members, shape, layers }: RawWeights): tf.LayersModel {
  const looks = tf.input({ shape: [LOOKS, LOOK_LENGTH], name: 'looks' });
  const moment = tf.input({ shape: [1, STATIC_LENGTH], name: 'moment' });
  const mirror = (input: tf.SymbolicTensor, name: string) =>
    new MirrorTwins({ name }).apply(input) as tf.SymbolicTensor;
  const dense = (input: tf.SymbolicTensor, name: (typeof LAYER_NAMES)[number]) => {
    const activation = name === 'out' ? ('linear' as const) : ('relu' as const);
    const layer = new MemberDense({ name, members, units: layers[name].units, activation });
    return layer.apply(input) as tf.SymbolicTensor;
  };
  const flat = (input: tf.SymbolicTensor, targetShape: number[], name: string) =>
    tf.layers.reshape({ targetShape, name }).apply(input) as tf.SymbolicTensor;

  // All looks of a body, then all of its twin: each row of `second` is one of the two.
  const seen = flat(
    dense(mirror(looks, 'mirror-looks'), 'look'),
    [members, 2, LOOKS * shape.look],
    'all-looks',
  );
  const own = dense(mirror(moment, 'mirror-moment'), 'stance');
  const joined = tf.layers.concatenate({ axis: 3, name: 'body' }).apply([seen, own]) as tf.SymbolicTensor;
  const answers = flat(
    dense(dense(dense(joined, 'hidden'), 'last'), 'out'),
    [members, 2 * OUTPUT.length],
    'both-answers',
  );
  const join = tf.layers.conv1d({
    filters: OUTPUT.length,
    kernelSize: 1,
    useBias: false,
    trainable: false,
    name: 'join-twins',
  });
  const model = tf.model({
    inputs: [looks, moment],
    outputs: join.apply(answers) as tf.SymbolicTensor,
    name: 'movement',
  });
  fill(model, layers);
  return model;
}

function fill(model: tf.LayersModel, layers: RawWeights['layers']): void {
  const set = (name: string, ...values: (readonly [Float32Array])[]) => {
    const layer = model.getLayer(name);
    const shapes = layer.weights.map(({ shape }) => shape as number[]);
    const tensors = shapes.map((shape, i) => tf.tensor(values[i]![0], shape));
    layer.setWeights(tensors);
    tf.dispose(tensors);
  };
  for (const name of LAYER_NAMES) set(name, [layers[name].kernel], [layers[name].bias]);
  set('mirror-looks', [FEATURE_MIRROR.slice(0, LOOKS * LOOK_LENGTH)]);
  set('mirror-moment', [FEATURE_MIRROR.slice(LOOKS * LOOK_LENGTH)]);
  set('join-twins', [joinKernel()]);
}

/** For each output, which output of the mirror twin means the same. */
const TWIN_FROM = [
  ...twinsOf(ANGLE_OUTPUTS, OUTPUT.value),
  ...twinsOf(ANGLE_OUTPUTS, OUTPUT.deviation),
  ...twinsOf(LOADED_OUTPUTS, OUTPUT.loaded),
  ...twinsOf(EXERCISE_OUTPUTS, OUTPUT.exercise),
];
/** Angles about the line of sight turn round in a mirror; all else keeps its sign. */
const TURNS_ROUND: ReadonlySet<number> = new Set([
  OUTPUT.value + ANGLE_OUTPUTS.indexOf('pelvisObliquity'),
  OUTPUT.value + ANGLE_OUTPUTS.indexOf('trunkLean'),
]);

/**
 * The mean of what was said of a body and of its twin, as a matrix: 2 × outputs in, outputs out. So the network is
 * mirror-consistent by construction: exchanging the two swaps the sides and changes nothing else.
 */
function joinKernel(): Float32Array {
  const kernel = new Float32Array(2 * OUTPUT.length * OUTPUT.length);
  TWIN_FROM.forEach((from, to) => {
    kernel[to * OUTPUT.length + to] = 0.5;
    kernel[(OUTPUT.length + from) * OUTPUT.length + to] = TURNS_ROUND.has(to) ? -0.5 : 0.5;
  });
  return kernel;
}

function twinsOf(names: readonly string[], start: number): number[] {
  return names.map((name) => start + names.indexOf(nameOfTwin(name)));
}
function nameOfTwin(name: string): string {
  if (/left$/i.test(name)) return name.replace(/left$/, 'right').replace(/Left$/, 'Right');
  return name.replace(/right$/, 'left').replace(/Right$/, 'Left');
}
