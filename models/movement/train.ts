/**
 * Trains the movement model from the data in this folder, on the CPU, with fixed seeds, and calibrates it.
 *
 *   npm run train:movement -- [--out FOLDER] [--epochs N] [--real-epochs N] [--members N] [--variants N] [--keep SHARE]
 *                             [--people SHARE] [--leave-out PERSON] [--seed N]
 *
 * Learns from invented motion first, for `--epochs`, then from invented and real motion together, for `--real-epochs`: real
 * motion is of few people, and a network that begins with it knows everybody else less well.
 *
 * Writes a TensorFlow.js model: `model.json` and its weight file. Time goes with epochs × members × variants × keep × people.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { averageStance } from './average-stance';
import { isCalibrationPerson, writeCalibrated } from './calibrate';
import { readDataset, type Clip } from './dataset';
import { createRandom, type Random } from './random';
import { trainNetwork } from './train-network';
import { trainingRows } from './training-rows';

const SHAPE = { look: 32, stance: 24, hidden: 128, last: 48 } as const;
const BATCH = 256;
/** Adam's highest rates: from random weights, and where the network already knows much. */
const LEARNING_RATE = { invented: 1.5e-3, real: 7e-4 } as const;
/** Standard deviation on standardised features. */
const NOISE = 0.1;
const HERE = import.meta.dirname;

export async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  const startMs = performance.now();
  const seconds = (): number => Math.round((performance.now() - startMs) / 1000);
  const random = createRandom(options.seed);
  const clips = chooseClips(options, random);
  const train = clips.filter(({ split }) => split === 'train');
  const stance = averageStance(train);
  const { variants, keep, members, epochs, realEpochs } = options;
  const rows = trainingRows(train, { averageStance: stance, variants, keep, random });
  const people = new Set(train.map(({ person }) => person));
  console.log(`${rows.features.length} moments of ${people.size} people (${seconds()} s)`);
  const all = rows.clips.map((_, row) => row);
  const invented = all.filter((row) => train[rows.clips[row]!]!.kind !== 'real');
  const layers = await trainNetwork(rows, {
    shape: SHAPE,
    members,
    stages: [
      { rows: invented, epochs, learningRate: LEARNING_RATE.invented },
      { rows: all, epochs: realEpochs, learningRate: LEARNING_RATE.real },
    ],
    batch: BATCH,
    noise: NOISE,
    seed: options.seed,
    onEpoch: (member, stage, epoch, loss) => {
      const at = `member ${member + 1}, ${stage === 0 ? 'invented' : 'everything'}, epoch ${epoch + 1}`;
      console.log(`${at}: loss ${loss.toFixed(3)} (${seconds()} s)`);
    },
  });
  const raw = { members, shape: SHAPE, averageStance: [...stance], layers };
  const calibration = await writeCalibrated(options.out, raw, clips.filter(isCalibrationPerson));
  console.log(`wrote ${options.out}`, JSON.stringify(calibration), `(${seconds()} s)`);
  return 0;
}

function parseOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: join(HERE, 'weights') },
      data: { type: 'string', default: join(HERE, 'data') },
      epochs: { type: 'string', default: '12' },
      'real-epochs': { type: 'string', default: '4' },
      members: { type: 'string', default: '4' },
      variants: { type: 'string', default: '3' },
      keep: { type: 'string', default: '0.5' },
      people: { type: 'string', default: '1' },
      'leave-out': { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  return {
    out: values.out,
    data: values.data,
    epochs: Number(values.epochs),
    realEpochs: Number(values['real-epochs']),
    members: Number(values.members),
    variants: Number(values.variants),
    keep: Number(values.keep),
    people: Number(values.people),
    /** A person, by number, who is not trained on; empty: nobody. */
    leaveOut: values['leave-out'],
    seed: Number(values.seed),
  };
}

/** Clips to train on, of the share of people that is asked for, and clips to calibrate with. */
function chooseClips({ data, people, leaveOut }: ReturnType<typeof parseOptions>, random: Random): Clip[] {
  const chosen = new Map<number, boolean>();
  const isChosen = (person: number): boolean => {
    if (!chosen.has(person)) chosen.set(person, random.chance(people) && String(person) !== leaveOut);
    return chosen.get(person) ?? false;
  };
  return readDataset(data, (clip) =>
    clip.split === 'train' ? isChosen(clip.person) : isCalibrationPerson(clip),
  );
}
