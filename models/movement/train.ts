/**
 * Trains the movement model from the data in this folder, on the CPU, with fixed seeds.
 *
 *   npm run train:movement -- [--out FOLDER] [--epochs N] [--members N] [--variants N] [--keep SHARE]
 *
 * Writes `movement.json` and `movement.bin`. The shipped weights came from `train.py`, the same network and loss in another
 * framework, which is faster; this needs nothing but Node.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { averageStance } from './average-stance';
import { calibrate, isCalibrationPerson } from './calibrate';
import { readDataset } from './dataset';
import { createRandom } from './random';
import { trainNetwork } from './train-network';
import { trainingRows } from './training-rows';
import { NO_CALIBRATION, packWeights, writeWeights } from './weights';

const SEED = 1;
const SHAPE = { look: 32, stance: 24, hidden: 128, last: 48 } as const;
const HERE = import.meta.dirname;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: join(HERE, 'weights') },
      data: { type: 'string', default: join(HERE, 'data') },
      epochs: { type: 'string', default: '12' },
      members: { type: 'string', default: '3' },
      variants: { type: 'string', default: '3' },
      keep: { type: 'string', default: '0.5' },
    },
  });
  const clips = readDataset(values.data);
  const train = clips.filter((clip) => clip.split === 'train');
  const stance = averageStance(train);
  const random = createRandom(SEED);
  const rows = trainingRows(train, {
    averageStance: stance,
    variants: Number(values.variants),
    keep: Number(values.keep),
    random,
  });
  console.log(`${rows.features.length} moments of ${new Set(train.map((clip) => clip.person)).size} people`);
  const members = Number(values.members);
  const tensors = await trainNetwork(rows, {
    shape: SHAPE,
    members,
    epochs: Number(values.epochs),
    batch: 256,
    learningRate: 2e-3,
    noise: 0.1,
    seed: SEED,
    onEpoch: (epoch, loss) => {
      console.log(`epoch ${epoch + 1}: loss ${loss.toFixed(3)}`);
    },
  });
  const raw = { members, shape: SHAPE, averageStance: [...stance], values: tensors };
  const plain = packWeights(raw, NO_CALIBRATION);
  const calibration = await calibrate(plain, clips.filter(isCalibrationPerson));
  mkdirSync(values.out, { recursive: true });
  writeWeights(values.out, { bytes: plain.bytes, spec: { ...plain.spec, calibration } });
  console.log(`wrote ${values.out}`, JSON.stringify(calibration));
  return 0;
}
