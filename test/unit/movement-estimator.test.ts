import { mkdtempSync, readFileSync, statSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { decodeOutputs } from '../../src/core/movement/decode-outputs';
import { OUTPUT, parseNetworkMetadata } from '../../src/core/movement/network-spec';
import { trackPoses } from '../../src/core/body/track-poses';
import { mirrorPose } from '../../src/core/pose/access';
import { millis } from '../../src/core/units';
import { loadMovementEstimator } from '../../workers/movement-estimator';
import { openModel, WEIGHTS_FILE } from '../../models/movement/model-files';
import { readFileUrl } from '../../models/movement/read-file-url';
import { NO_CALIBRATION } from '../../models/movement/raw-weights';
import { createRandom } from '../../models/movement/random';
import { swayingPoses } from '../support/swaying-body';

const WEIGHTS = join(import.meta.dirname, '../../models/movement/weights');
const load = () => openModel(WEIGHTS);

describe('decoding the network', () => {
  const random = createRandom(4);
  const outputs = Float32Array.from({ length: OUTPUT.length }, () => random.normal(2));
  const plain = decodeOutputs(outputs, NO_CALIBRATION, millis(5));

  it('gives probabilities that sum to one and positive deviations', () => {
    const sum = (values: Record<string, number>) => Object.values(values).reduce((a, b) => a + b, 0);
    expect(sum(plain.loaded)).toBeCloseTo(1, 6);
    expect(sum(plain.exercise)).toBeCloseTo(1, 6);
    expect(plain.pelvisObliquity.sd).toBeGreaterThan(0.3);
  });

  it('applies the deviation factor, and adds the members’ disagreement', () => {
    const calibration = { ...NO_CALIBRATION, pelvisObliquity: { sdFactor: 3 } };
    const scaled = decodeOutputs(outputs, calibration, millis(0));
    expect(scaled.pelvisObliquity.deg).toBeCloseTo(plain.pelvisObliquity.deg, 5);
    expect(scaled.pelvisObliquity.sd).toBeCloseTo(3 * plain.pelvisObliquity.sd, 5);
    const other = outputs.map((value, i) => (i === 0 ? value + 5 : value));
    const two = decodeOutputs(Float32Array.from([...outputs, ...other]), NO_CALIBRATION, millis(0));
    expect(two.pelvisObliquity.deg).toBeCloseTo(plain.pelvisObliquity.deg + 2.5, 4);
    expect(two.pelvisObliquity.sd).toBeCloseTo(Math.hypot(plain.pelvisObliquity.sd, 2.5), 4);
  });
});

describe('the shipped movement model', () => {
  it('is below 500 kB', () => {
    const sizes = [WEIGHTS_FILE, 'model.json'].map((file) => statSync(join(WEIGHTS, file)).size);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(500_000);
  });

  it('gives a mirrored person mirrored measures, frame by frame', async () => {
    const poses = swayingPoses({ seed: 2, fps: 15, seconds: 3 });
    const [plain, twin] = [await load(), await load()];
    const mirrored = trackPoses(poses.map(mirrorPose));
    for (const [i, tracked] of trackPoses(poses).entries()) {
      const a = plain.step(tracked);
      const b = twin.step(mirrored[i]!);
      // Degrees; float32 rounding of mirrored pixel coordinates through the network.
      expect(b!.pelvisObliquity.deg).toBeCloseTo(-a!.pelvisObliquity.deg, 1);
      expect(b!.kneeFppa.left.deg).toBeCloseTo(a!.kneeFppa.right.deg, 1);
      expect(b!.loaded.left).toBeCloseTo(a!.loaded.right, 1);
    }
  });

  it('says nothing without a person, forgets on reset, and repeats itself exactly', async () => {
    const bodies = trackPoses(swayingPoses({ seed: 2, fps: 15, seconds: 2 }));
    const estimator = await load();
    const first = bodies.map((tracked) => estimator.step(tracked));
    expect(estimator.step({ ...bodies[0]!, seen: null })).toBeNull();
    estimator.reset();
    expect(bodies.map((tracked) => estimator.step(tracked))).toEqual(first);
    estimator.dispose();
  });

  it('keeps no tensor of a frame, and none at all once it is disposed of', async () => {
    const bodies = trackPoses(swayingPoses({ seed: 2, fps: 15, seconds: 2 }));
    const before = tf.memory().numTensors;
    const estimator = await load();
    const loaded = tf.memory().numTensors;
    expect(loaded).toBeGreaterThan(before);
    for (const tracked of bodies) estimator.step(tracked);
    expect(tf.memory().numTensors).toBe(loaded);
    estimator.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is a TensorFlow.js model in the standard format, quantised as the format has it', () => {
    const json = JSON.parse(readFileSync(join(WEIGHTS, 'model.json'), 'utf8')) as tf.io.ModelJSON;
    expect(json.format).toBe('layers-model');
    const [group] = json.weightsManifest;
    expect(group?.paths).toEqual([WEIGHTS_FILE]);
    const trained = group!.weights.filter(({ name }) => /kernel|bias/.test(name) && !/join/.test(name));
    expect(trained).toHaveLength(10);
    for (const { quantization } of trained) expect(quantization).toMatchObject({ dtype: 'uint16' });
  });

  it('is named by its weights, and loaded from a folder by whoever can read bytes', async () => {
    const estimator = await loadMovementEstimator(`${pathToFileURL(WEIGHTS).href}/`, readFileUrl);
    expect(estimator.id).toMatch(/^[0-9a-f]{12}$/);
    estimator.dispose();
    await expect(loadMovementEstimator('file:///nowhere/', readFileUrl)).rejects.toThrow();
  });

  it('refuses weights that are damaged or cut off, and leaves no tensor behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'movement-'));
    cpSync(WEIGHTS, folder, { recursive: true });
    const bytes = readFileSync(join(WEIGHTS, WEIGHTS_FILE));
    const before = tf.memory().numTensors;
    writeFileSync(join(folder, WEIGHTS_FILE), bytes.subarray(0, 1000));
    await expect(openModel(folder)).rejects.toThrow('damaged');
    bytes[100]! ^= 1;
    writeFileSync(join(folder, WEIGHTS_FILE), bytes);
    await expect(openModel(folder)).rejects.toThrow('damaged');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses a description of another network', () => {
    const json = JSON.parse(readFileSync(join(WEIGHTS, 'model.json'), 'utf8')) as tf.io.ModelJSON;
    const metadata = parseNetworkMetadata(json.userDefinedMetadata);
    expect(() => parseNetworkMetadata(undefined)).toThrow('incomplete');
    expect(() => parseNetworkMetadata({ ...metadata, averageStance: [1] })).toThrow('other features');
    expect(() => parseNetworkMetadata({ ...metadata, features: 1 })).toThrow('other features');
    expect(() => parseNetworkMetadata({ ...metadata, calibration: {} })).toThrow('pelvisObliquity');
  });
});
