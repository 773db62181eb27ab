/**
 * Trains the movement model from the data in this folder, on the CPU, with fixed seeds, and calibrates it.
 *
 *   npm run train:movement -- [--out FOLDER] [--epochs N] [--real-epochs N] [--members N] [--variants N] [--keep SHARE]
 *                             [--people SHARE] [--leave-out PERSON,...] [--first-stage FOLDER] [--seed N]
 *
 * Learns the exercises as they are prescribed first, for `--epochs`, then everything together, for `--real-epochs`: motion that
 * is far from them, and real motion, which is of few people. A network that begins with these knows everybody else less well.
 * What it knows after the first stage is kept in `--first-stage`, and taken from there if it is there already.
 * `--leave-out` trains a network for each of these people, without that person, in a folder of `--out` with the person's number.
 *
 * Writes a TensorFlow.js model: `model.json` and its weight file. Time goes with epochs × members × variants × keep × people.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { averageStance } from './average-stance';
import { isCalibrationPerson, writeCalibrated } from './calibrate';
import { readDataset, type Clip } from './dataset';
import { firstStageIn } from './first-stage';
import { createRandom } from './random';
import { trainNetwork, type TrainingOptions } from './train-network';
import { trainingRows } from './training-rows';

const SHAPE = { look: 32, stance: 24, hidden: 128, last: 48 } as const;
const BATCH = 256;
/** Adam's highest rates: from random weights, and where the network already knows much. */
const LEARNING_RATE = { prescribed: 1.5e-3, everything: 7e-4 } as const;
/** What is learnt from in the first stage. */
const FIRST_KINDS: readonly Clip['kind'][] = ['random', 'regular'];
/** Standard deviation on standardised features. */
const NOISE = 0.1;
/** Share of what goes into the dense layers that a step leaves out: without it a person who was left out is read worse. */
const DROPOUT = 0.15;
/** How far the seeds of one training's people are from another's: further than people are numbered. */
const PERSON_SEEDS = 1_000_000;
const HERE = import.meta.dirname;

export async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  const startMs = performance.now();
  const say = (what: string): void => {
    console.log(`${what} (${Math.round((performance.now() - startMs) / 1000)} s)`);
  };
  const clips = chooseClips(options);
  const train = clips.filter(({ split }) => split === 'train');
  const stance = averageStance(train.filter(isPrescribed));
  const { variants, keep, seed } = options;
  const rows = trainingRows(train, { averageStance: stance, variants, keep, seed });
  say(`${rows.features.length} moments of ${new Set(train.map(({ person }) => person)).size} people`);
  const calibrating = clips.filter(isCalibrationPerson);
  for (const person of options.leaveOut.length > 0 ? options.leaveOut : [null]) {
    const known = rows.clips.map((_, row) => row).filter((row) => train[rows.clips[row]!]!.person !== person);
    const prescribed = known.filter((row) => isPrescribed(train[rows.clips[row]!]!));
    const layers = await trainNetwork(rows, networkOptions(options, prescribed, known, say));
    const out = person === null ? options.out : join(options.out, String(person));
    const raw = { members: options.members, shape: SHAPE, averageStance: [...stance], layers };
    say(`wrote ${out} ${JSON.stringify(await writeCalibrated(out, raw, calibrating))}`);
  }
  return 0;
}

const isPrescribed = ({ kind }: Clip): boolean => FIRST_KINDS.includes(kind);

/** How the network learns: from the rows that are prescribed first, and then from all that it may know. */
const networkOptions = (
  { members, epochs, realEpochs, seed, firstStage }: Options,
  prescribed: readonly number[],
  known: readonly number[],
  say: (what: string) => void,
): TrainingOptions => ({
  shape: SHAPE,
  members,
  stages: [
    { rows: prescribed, epochs, learningRate: LEARNING_RATE.prescribed },
    { rows: known, epochs: realEpochs, learningRate: LEARNING_RATE.everything },
  ],
  batch: BATCH,
  noise: NOISE,
  dropout: DROPOUT,
  seed,
  ...(firstStage === '' ? {} : { firstStage: firstStageIn(firstStage) }),
  onEpoch: (member, stage, epoch, loss) => {
    const name = stage === 0 ? 'prescribed' : 'everything';
    say(`member ${member + 1}, ${name}, epoch ${epoch + 1}: loss ${loss.toFixed(3)}`);
  },
});

type Options = ReturnType<typeof parseOptions>;

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
      'first-stage': { type: 'string', default: '' },
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
    /** People, by number, each of whom a network of its own is not trained on; empty: one network, trained on all. */
    leaveOut: values['leave-out'].split(',').filter(Boolean).map(Number),
    /** Empty: nothing is kept. */
    firstStage: values['first-stage'],
    seed: Number(values.seed),
  };
}

/** Clips to train on, of the share of people that is asked for, and clips to calibrate with. */
const chooseClips = ({ data, people, seed }: Options): Clip[] =>
  readDataset(data, (clip) =>
    clip.split === 'train'
      ? createRandom(seed * PERSON_SEEDS + clip.person).chance(people)
      : isCalibrationPerson(clip),
  );
