/**
 * Trains the movement model from the data in this folder, on the CPU, with fixed seeds, and calibrates it.
 *
 *   npm run train:movement -- [--out FOLDER] [--epochs N] [--members N] [--variants N] [--keep SHARE] [--people SHARE]
 *
 * Writes a TensorFlow.js model: `model.json` and its weight file. Time goes with epochs × members × variants × keep × people.
 * `train.py` trains the same network with the same loss in another framework, which is faster; this needs nothing but Node.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { averageStance } from './average-stance';
import { isCalibrationPerson, writeCalibrated } from './calibrate';
import { readDataset } from './dataset';
import { createRandom } from './random';
import { trainNetwork } from './train-network';
import { trainingRows } from './training-rows';

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
      members: { type: 'string', default: '4' },
      variants: { type: 'string', default: '3' },
      keep: { type: 'string', default: '0.5' },
      people: { type: 'string', default: '1' },
    },
  });
  const startMs = performance.now();
  const seconds = (): number => Math.round((performance.now() - startMs) / 1000);
  const random = createRandom(SEED);
  const chosen = new Map<number, boolean>();
  const isChosen = (person: number): boolean => {
    if (!chosen.has(person)) chosen.set(person, random.chance(Number(values.people)));
    return chosen.get(person) ?? false;
  };
  const clips = readDataset(values.data, (clip) =>
    clip.split === 'train' ? isChosen(clip.person) : isCalibrationPerson(clip),
  );
  const train = clips.filter(({ split }) => split === 'train');
  const people = new Set(train.map(({ person }) => person));
  const stance = averageStance(train);
  const rows = trainingRows(train, {
    averageStance: stance,
    variants: Number(values.variants),
    keep: Number(values.keep),
    random,
  });
  console.log(`${rows.features.length} moments of ${people.size} people (${seconds()} s)`);
  const members = Number(values.members);
  const layers = await trainNetwork(rows, {
    shape: SHAPE,
    members,
    epochs: Number(values.epochs),
    batch: 256,
    learningRate: 2e-3,
    noise: 0.1,
    seed: SEED,
    onEpoch: (member, epoch, loss) => {
      console.log(`member ${member + 1}, epoch ${epoch + 1}: loss ${loss.toFixed(3)} (${seconds()} s)`);
    },
  });
  const raw = { members, shape: SHAPE, averageStance: [...stance], layers };
  const calibration = await writeCalibrated(values.out, raw, clips.filter(isCalibrationPerson));
  console.log(`wrote ${values.out}`, JSON.stringify(calibration), `(${seconds()} s)`);
  return 0;
}
