import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrainingRows } from '../../../models/movement/batches';
import { SeededDropout } from '../../../models/movement/dropout';
import { firstStageIn } from '../../../models/movement/first-stage';
import { TARGET_LENGTH } from '../../../models/movement/labels';
import { createRandom } from '../../../models/movement/random';
import { trainNetwork, type TrainingOptions } from '../../../models/movement/train-network';
import { useWasm } from '../../../models/movement/wasm-backend';
import { FEATURE_LENGTH } from '../../../src/core/movement/features';

const SHAPE = { look: 4, stance: 3, hidden: 6, last: 5 };
const ROWS = 64;

/** Rows of noise: what is asked is how training goes on, not what it learns. */
function noise(): TrainingRows {
  const random = createRandom(6);
  const rowsOf = (length: number) =>
    Array.from({ length: ROWS }, () => Float32Array.from({ length }, () => random.normal(1)));
  const targets = rowsOf(TARGET_LENGTH).map((row) => {
    row.fill(1, TARGET_LENGTH - 3);
    return row;
  });
  return { features: rowsOf(FEATURE_LENGTH), targets, weights: new Float32Array(ROWS).fill(1) };
}

describe('a training in stages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hipline-first-stage-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const train = async (more: Partial<TrainingOptions> = {}) => {
    const all = Array.from({ length: ROWS }, (_, row) => row);
    const epochs: string[] = [];
    const layers = await trainNetwork(noise(), {
      shape: SHAPE,
      members: 2,
      stages: [
        { rows: all.slice(0, 48), epochs: 2, learningRate: 1e-3 },
        { rows: all, epochs: 1, learningRate: 1e-3 },
      ],
      batch: 16,
      noise: 0.1,
      dropout: 0.2,
      seed: 3,
      onEpoch: (member, stage) => epochs.push(`${String(member)}.${String(stage)}`),
      ...more,
    });
    return { epochs, kernel: [...layers.hidden.kernel] };
  };

  it('gives the same weights whether its first stage was kept or not, and learns what was kept only once', async () => {
    const whole = await train();
    const first = await train({ firstStage: firstStageIn(folder) });
    const second = await train({ firstStage: firstStageIn(folder) });
    expect(readdirSync(folder)).toEqual(['member-1.json', 'member-2.json']);
    expect(first.kernel).toEqual(whole.kernel);
    expect(second.kernel).toEqual(whole.kernel);
    expect(whole.epochs).toEqual(['0.0', '0.0', '0.1', '1.0', '1.0', '1.1']);
    expect(second.epochs).toEqual(['0.1', '1.1']);
  });

  it('goes another way with another seed', async () => {
    expect((await train({ seed: 4 })).kernel).not.toEqual((await train()).kernel);
  });
});

describe('seeded dropout', () => {
  const RATE = 0.25;
  const layer = () => new SeededDropout({ name: 'thin', rate: RATE, random: createRandom(1) });
  const masks = (thin: SeededDropout, training: boolean): number[][] =>
    [0, 1].map(() => [...thin.call(tf.ones([50, 40]), { training }).dataSync<'float32'>()]);

  it('leaves out its share, each time another one, and the same ones with the same seed', async () => {
    await useWasm();
    const [one, two] = masks(layer(), true);
    expect(one).not.toEqual(two);
    expect(masks(layer(), true)).toEqual([one, two]);
    const left = one!.filter((value) => value === 0).length / one!.length;
    // 2000 draws: a standard deviation of 0.0097.
    expect(Math.abs(left - RATE)).toBeLessThan(0.04);
    expect(Math.max(...one!)).toBeCloseTo(1 / (1 - RATE), 5);
  });

  it('passes everything once it is trained', async () => {
    await useWasm();
    expect(new Set(masks(layer(), false).flat())).toEqual(new Set([1]));
  });
});
