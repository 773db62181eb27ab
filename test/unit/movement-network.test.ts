import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  FEATURE_LENGTH,
  FEATURE_MIRROR,
  LAGS_MS,
  LOOK_LENGTH,
  mirrorFeatures,
} from '../../src/core/movement/features';
import { OUTPUT, parseNetworkMetadata } from '../../src/core/movement/network-spec';
import { createRunner, useCpu } from '../../workers/movement/network';
import { readArtifacts } from '../../workers/movement/model-artifacts';
import { createEnsemble } from '../../models/movement/ensemble';
import { foldScale } from '../../models/movement/feature-scale';
import { createMember, stackMembers } from '../../models/movement/member';
import { writeModel } from '../../models/movement/model-files';
import { createRandom } from '../../models/movement/random';
import { readFileUrl } from '../../models/movement/read-file-url';
import {
  LAYER_NAMES,
  layerSizes,
  NO_CALIBRATION,
  type RawLayer,
  type RawWeights,
} from '../../models/movement/raw-weights';
import { pathToFileURL } from 'node:url';

const SHAPE = { look: 6, stance: 5, hidden: 12, last: 7 };
const LOOKS_LENGTH = LAGS_MS.length * LOOK_LENGTH;
const random = createRandom(8);
const normal = (length: number, sd = 1) => Float32Array.from({ length }, () => random.normal(sd));

const layersOf = (members: number): RawWeights['layers'] => {
  const sizes = layerSizes(SHAPE);
  const entries = LAYER_NAMES.map((name): [string, RawLayer] => {
    const [inputs, units] = sizes[name];
    const kernel = normal(members * inputs * units, 0.1);
    return [name, { inputs, units, kernel, bias: normal(members * units, 0.1) }];
  });
  return Object.fromEntries(entries) as unknown as RawWeights['layers'];
};
const rawWeights = (members: number): RawWeights => ({
  members,
  shape: SHAPE,
  averageStance: Array.from({ length: 95 }, (_, i) => i / 100),
  layers: layersOf(members),
});

/** The network in plain loops: what the layers must amount to. One member, one body. */
const answer = (raw: RawWeights, member: number, features: Float32Array): number[] => {
  const dense = (name: keyof RawWeights['layers'], x: readonly number[]): number[] => {
    const { inputs, units, kernel, bias } = raw.layers[name] satisfies RawLayer;
    return Array.from({ length: units }, (_, unit) => {
      const sum = x.reduce((s, v, i) => s + v * kernel[(member * inputs + i) * units + unit]!, 0);
      const biased = sum + bias[member * units + unit]!;
      return name === 'out' ? biased : Math.max(0, biased);
    });
  };
  const looks = LAGS_MS.flatMap((_, n) =>
    dense('look', [...features.subarray(n * LOOK_LENGTH, (n + 1) * LOOK_LENGTH)]),
  );
  const own = dense('stance', [...features.subarray(LOOKS_LENGTH)]);
  return dense('out', dense('last', dense('hidden', [...looks, ...own])));
};

/** Left and right outputs that change places in a mirror; the angles that turn round. */
const TWIN_OF = [
  0, 1, 3, 2, 5, 4, 7, 6, 8, 9, 11, 10, 13, 12, 15, 14, 16, 18, 17, 19, 20, 21, 22, 23, 24, 25,
];
const SIGN = TWIN_OF.map((_, i) => (i < 2 ? -1 : 1));

const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((gap, value, i) => Math.max(gap, Math.abs(value - b[i]!)), 0);

const run = async (raw: RawWeights, features: Float32Array): Promise<Float32Array> => {
  await useCpu();
  const runner = createRunner(createEnsemble(raw));
  const outputs = runner.run(features);
  runner.dispose();
  return outputs;
};

describe('the network as a LayersModel', () => {
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(0);
  });

  it('says what plain loops say of a body and of its twin, joined, for each member', async () => {
    const raw = rawWeights(3);
    const features = normal(FEATURE_LENGTH);
    const outputs = await run(raw, features);
    const wanted = [0, 1, 2].flatMap((member) => {
      const body = answer(raw, member, features);
      const twin = answer(raw, member, mirrorFeatures(features));
      return body.map((value, i) => (value + twin[TWIN_OF[i]!]! * SIGN[i]!) / 2);
    });
    expect(outputs).toHaveLength(3 * OUTPUT.length);
    // Units of the outputs (1° to 10°): float32 sums of a few hundred products of order 1.
    expect(largestGap(outputs, wanted)).toBeLessThan(1e-5);
  });

  it('swaps the sides and nothing else when the person is mirrored', async () => {
    const raw = rawWeights(1);
    const features = normal(FEATURE_LENGTH);
    const plain = await run(raw, features);
    const mirrored = await run(raw, mirrorFeatures(features));
    const wanted = TWIN_OF.map((from, i) => plain[from]! * SIGN[i]!);
    expect(largestGap(mirrored, wanted)).toBeLessThan(1e-5);
    expect(FEATURE_MIRROR).toHaveLength(FEATURE_LENGTH);
  });

  it('is the members that were trained, with the scale of their features folded in', async () => {
    await useCpu();
    const member = createMember(SHAPE, 3);
    const scale = {
      mean: normal(FEATURE_LENGTH),
      spread: Float32Array.from({ length: FEATURE_LENGTH }, () => random.uniform(0.5, 2)),
    };
    // One scale for all looks.
    for (const part of [scale.mean, scale.spread])
      for (let k = LOOK_LENGTH; k < LOOKS_LENGTH; k++) part[k] = part[k % LOOK_LENGTH]!;
    const features = normal(FEATURE_LENGTH);
    const standard = features.map((value, k) => (value - scale.mean[k]!) / scale.spread[k]!);
    const wanted = tf.tidy(() => {
      const looks = tf.tensor3d(standard.subarray(0, LOOKS_LENGTH), [1, LAGS_MS.length, LOOK_LENGTH]);
      const moment = tf.tensor2d(standard.subarray(LOOKS_LENGTH), [1, FEATURE_LENGTH - LOOKS_LENGTH]);
      return (member.predictOnBatch([looks, moment]) as tf.Tensor).dataSync();
    });
    const layers = foldScale(stackMembers([member], SHAPE), scale);
    member.dispose();
    const said = answer({ ...rawWeights(1), layers }, 0, features);
    expect(largestGap(said, wanted)).toBeLessThan(1e-4);
  });

  it('is saved with weights within half a step of uint16, zero exact, and with what belongs to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'movement-'));
    const raw = rawWeights(2);
    raw.layers.look.kernel[5] = 0;
    const calibration = { ...NO_CALIBRATION, trunkLean: { sdFactor: 0.7 } };
    await writeModel(folder, raw, calibration);
    const artifacts = await readArtifacts(`${pathToFileURL(folder).href}/`, readFileUrl);
    expect(parseNetworkMetadata(artifacts.userDefinedMetadata)).toMatchObject({
      calibration,
      averageStance: raw.averageStance,
    });
    const model = await tf.loadLayersModel({ load: () => Promise.resolve(artifacts) });
    for (const name of LAYER_NAMES) {
      const [kernel] = model.getLayer(name).getWeights();
      const read = kernel!.dataSync();
      const largest = Math.max(...raw.layers[name].kernel.map(Math.abs));
      expect(largestGap(read, raw.layers[name].kernel)).toBeLessThan((0.51 * largest) / 32767);
      if (name === 'look') expect(read[5]).toBe(0);
    }
    model.dispose();
  });
});
