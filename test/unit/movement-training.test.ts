import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { averageStance } from '../../models/movement/average-stance';
import { fit } from '../../models/movement/calibrate';
import { readDataset, type ClipEntry } from '../../models/movement/dataset';
import { LOOKS_LENGTH } from '../../models/movement/feature-scale';
import { mirrorTarget, TARGET_LENGTH, targetColumn } from '../../models/movement/labels';
import { lossOf } from '../../models/movement/loss';
import { createMember } from '../../models/movement/member';
import { createRandom } from '../../models/movement/random';
import { trainNetwork } from '../../models/movement/train-network';
import { createBatcher, type TrainingRows } from '../../models/movement/batches';
import { useWasm } from '../../models/movement/wasm-backend';
import { trainingRows } from '../../models/movement/training-rows';
import { createEnsemble } from '../../models/movement/ensemble';
import { NO_CALIBRATION, type RawWeights } from '../../models/movement/raw-weights';
import { decodeOutputs } from '../../src/core/movement/decode-outputs';
import { FEATURE_LENGTH, LAGS_MS, mirrorFeatures, STATIC_LENGTH } from '../../src/core/movement/features';
import { millis } from '../../src/core/units';
import { createRunner, useCpu } from '../../workers/movement/network';

const DATA = join(import.meta.dirname, '../../models/movement/data');
const SHAPE = { look: 12, stance: 8, hidden: 32, last: 16 };
const OBLIQUITY = targetColumn('pelvisObliquity');

/** Hip hikes move the pelvis most: the smallest sample from which something can be learnt. */
const sample = (split: string, count: number) => {
  let left = count;
  const keep = (clip: ClipEntry) => clip.exercise === 'hip_hike' && clip.split === split && left-- > 0;
  return readDataset(DATA, keep);
};

describe('training', () => {
  it('on a small sample learns what holds for people it has not seen', async () => {
    expect(existsSync(DATA)).toBe(true);
    const train = sample('train', 28);
    const stance = averageStance(train);
    const options = { averageStance: stance, variants: 1, keep: 0.6, models: ['full'] as const };
    const rows = trainingRows(train, { ...options, seed: 1 });
    const unseen = trainingRows(sample('val', 4), { ...options, seed: 2 });
    const losses: number[] = [];
    const layers = await trainNetwork(rows, {
      shape: SHAPE,
      members: 1,
      stages: [{ rows: rows.features.map((_, row) => row), epochs: 8, learningRate: 4e-3 }],
      batch: 64,
      noise: 0.1,
      dropout: 0,
      seed: 1,
      onEpoch: (_member, _stage, _epoch, loss) => losses.push(loss),
    });
    expect(losses.at(-1)).toBeLessThan(0.7 * losses[0]!);
    const said = await predict({ members: 1, shape: SHAPE, averageStance: [...stance], layers }, unseen);
    const truth = unseen.targets.map((target) => target[OBLIQUITY]!);
    const mean = rows.targets.reduce((sum, target) => sum + target[OBLIQUITY]! / rows.targets.length, 0);
    const error = (values: readonly number[]) =>
      values.reduce((sum, value, i) => sum + Math.abs(value - truth[i]!), 0) / truth.length;
    // So few people are few; 85 % of the mean predictor's error is well beyond what chance gives.
    expect(error(said)).toBeLessThan(0.85 * error(truth.map(() => mean)));
  }, 60_000);

  it('shows every row as it is or as its mirror twin, with the truth that belongs to it', () => {
    const random = createRandom(3);
    const row = () => Float32Array.from({ length: FEATURE_LENGTH }, () => random.normal(1));
    const features = [row(), row(), row(), row()];
    const targets = features.map((_, i) => new Float32Array(TARGET_LENGTH).fill(i + 1));
    const rows = { features, targets, weights: Float32Array.of(1, 2, 3, 4) };
    const scale = { mean: row(), spread: row().map((value) => Math.abs(value) + 0.5) };
    const batch = createBatcher(rows, { scale, random, noise: 0 })([2, 0, 1, 3, 2, 0, 1, 3]);
    const standard = (values: Float32Array) => values.map((v, k) => (v - scale.mean[k]!) / scale.spread[k]!);
    const twins = [2, 0, 1, 3, 2, 0, 1, 3].map((from, i) => {
      const seen = Float32Array.of(
        ...batch.looks.subarray(i * LOOKS_LENGTH, (i + 1) * LOOKS_LENGTH),
        ...batch.moments.subarray(i * STATIC_LENGTH, (i + 1) * STATIC_LENGTH),
      );
      const truth = batch.targets.subarray(i * TARGET_LENGTH, (i + 1) * TARGET_LENGTH);
      const isTwin = truth[OBLIQUITY]! < 0;
      const wanted = standard(isTwin ? mirrorFeatures(features[from]!) : features[from]!);
      // Float32 sums of values of order 1.
      expect(Math.max(...seen.map((value, k) => Math.abs(value - wanted[k]!)))).toBeLessThan(1e-5);
      expect(truth).toEqual(isTwin ? mirrorTarget(targets[from]!) : targets[from]);
      return isTwin;
    });
    expect(new Set(twins).size).toBe(2);
    expect([...batch.weights]).toEqual([3, 1, 2, 4, 3, 1, 2, 4]);
  });

  it('has the same gradients in WebAssembly as in plain JavaScript', async () => {
    const gradients = async (use: () => Promise<void>) => {
      await use();
      const member = createMember(SHAPE, 7);
      const random = createRandom(9);
      const values = (length: number) => Float32Array.from({ length }, () => random.normal(1));
      const inputs = [
        tf.tensor3d(values(6 * LOOKS_LENGTH), [6, LAGS_MS.length, LOOKS_LENGTH / LAGS_MS.length]),
        tf.tensor2d(values(6 * STATIC_LENGTH), [6, STATIC_LENGTH]),
      ];
      const targets = tf.ones<tf.Rank.R2>([6, TARGET_LENGTH]);
      const { value, grads } = tf.variableGrads(() =>
        lossOf(member.apply(inputs) as tf.Tensor2D, targets, tf.ones<tf.Rank.R1>([6])),
      );
      const all = [value, ...Object.values(grads)].flatMap((tensor) => [...tensor.dataSync()]);
      member.dispose();
      return all;
    };
    const [plain, wasm] = [await gradients(useCpu), await gradients(useWasm)];
    expect(wasm).toHaveLength(plain.length);
    const largest = Math.max(...plain.map(Math.abs));
    // Of the largest gradient: float32 sums in another order.
    expect(Math.max(...plain.map((value, i) => Math.abs(value - wasm[i]!)))).toBeLessThan(1e-5 * largest);
    expect(largest).toBeGreaterThan(0.1);
  });

  it('calibrates: 68 % of truths lie within one deviation', () => {
    const random = createRandom(5);
    const judged = Array.from({ length: 4000 }, () => {
      const truth = random.normal(5);
      return { said: truth + random.normal(1.5), sd: 2, truth };
    });
    const { sdFactor } = fit(judged);
    const inside = judged.filter(({ said, sd, truth }) => Math.abs(said - truth) <= sd * sdFactor);
    expect(inside.length / judged.length).toBeCloseTo(0.68, 2);
    expect(sdFactor).toBeCloseTo(0.75, 1);
  });
});

async function predict(raw: RawWeights, rows: TrainingRows): Promise<number[]> {
  await useCpu();
  const runner = createRunner(createEnsemble(raw));
  const said = rows.features.map(
    (row) => decodeOutputs(runner.run(row), NO_CALIBRATION, millis(0)).pelvisObliquity.deg,
  );
  runner.dispose();
  return said;
}
