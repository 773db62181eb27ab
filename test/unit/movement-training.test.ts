import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { averageStance } from '../../models/movement/average-stance';
import { fit } from '../../models/movement/calibrate';
import { readDataset, type ClipEntry } from '../../models/movement/dataset';
import { targetColumn } from '../../models/movement/labels';
import { createRandom } from '../../models/movement/random';
import { trainNetwork } from '../../models/movement/train-network';
import type { TrainingRows } from '../../models/movement/batches';
import { trainingRows } from '../../models/movement/training-rows';
import { createEnsemble } from '../../models/movement/ensemble';
import { NO_CALIBRATION, type RawWeights } from '../../models/movement/raw-weights';
import { decodeOutputs } from '../../src/core/movement/decode-outputs';
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
    const rows = trainingRows(train, { ...options, random: createRandom(1) });
    const unseen = trainingRows(sample('val', 4), { ...options, random: createRandom(2) });
    const losses: number[] = [];
    const layers = await trainNetwork(rows, {
      shape: SHAPE,
      members: 1,
      stages: [{ rows: rows.features.map((_, row) => row), epochs: 8, learningRate: 4e-3 }],
      batch: 64,
      noise: 0.1,
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
