import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { PoseModel } from '../../workers/protocol';
import { readFixture } from './fixture-stream';
import { readStreamFile } from './landmark-stream';
import { isPackedIndex } from '../../models/movement/dataset';
import { packedClips } from './packed-set';
import { readRealIndex } from './real-recordings';
import { readTrainingIndex, type TrainingIndex } from './training-index';
import { readTrainingClip } from './training-set';
import { readTruth, TRUTH_SCHEMA, type ClipTruth } from './truth';

/** What a clip is, in the words of the report. */
export const CLIP_SETS = [
  'fixtures',
  'development clips',
  'regular sets, people left out',
  'wide motion, people left out',
  'training set, val split',
  'real motion',
  'real recordings',
] as const;
export type ClipSet = (typeof CLIP_SETS)[number];

/** One clip with what really happens in it. */
export interface Clip {
  readonly name: string;
  readonly set: ClipSet;
  readonly truth: ClipTruth;
  /** What its people do when it is none of the five, as far as known. */
  readonly shows: string;
  /** The video, when there is one: other models' landmarks can be measured from it. */
  readonly video: string | null;
  /** Which real person's movement it is, where rendered bodies perform some. */
  readonly subject: number | null;
  /** Landmarks that lie beside the clip, by model; null when there are none of that model. */
  recorded(model: PoseModel): readonly PoseFrame[] | null;
}

/** The clips of a folder, whichever of the known layouts it has. Throws when it holds none. */
export const findClips = (folder: string): readonly Clip[] => {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const names = readdirSync(folder).sort();
  const found = names.includes('index.json') ? indexed(folder) : [];
  const clips = [...found, ...withTruth(folder, names)];
  if (clips.length === 0) throw new Error(`${folder}: no clips with truth in it`);
  return clips;
};

/** A folder with an index is a list of real recordings, the movement model's own data, or sets of the performer. */
const indexed = (folder: string): readonly Clip[] => {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  if (Array.isArray(json)) return realRecordings(folder);
  return isPackedIndex(json) ? packedClips(folder) : trainingSet(folder);
};

const realRecordings = (folder: string): readonly Clip[] =>
  readRealIndex(folder).map(({ stream, shows, truth }) => ({
    name: stream.replace(/\.stream\.json$/, ''),
    set: 'real recordings' as const,
    truth,
    shows,
    video: null,
    subject: null,
    recorded: (model) => (model === 'full' ? readStreamFile(join(folder, stream)) : null),
  }));

/** Only people that the movement model was not trained on. */
const trainingSet = (folder: string): readonly Clip[] => {
  const index = readTrainingIndex(folder);
  const set = setOf(index);
  return index.clips
    .filter((clip) => clip.split === 'val')
    .map((clip) => ({
      name: `${String(clip.id).padStart(4, '0')} ${clip.exercise}`,
      set,
      truth: readTrainingClip(folder, index, clip, 'full').truth,
      shows: clip.exercise.replaceAll('_', ' '),
      video: null,
      subject: clip.subject ?? null,
      recorded: (model) => (model === 'heavy' ? null : readTrainingClip(folder, index, clip, model).frames),
    }));
};

const setOf = ({ clips }: TrainingIndex): ClipSet => {
  if (clips.some(({ subject }) => subject !== undefined)) return 'real motion';
  // Only sets performed to a plan say of every repetition whether it was meant to be whole.
  const isRegular = clips.some(({ reps }) => reps.some((rep) => rep.full !== undefined));
  return isRegular ? 'regular sets, people left out' : 'training set, val split';
};

const withTruth = (folder: string, names: readonly string[]): readonly Clip[] =>
  names
    .filter((name) => name.endsWith('.json') && name !== 'index.json' && isTruth(join(folder, name)))
    .map((name) => truthClip(folder, name));

const truthClip = (folder: string, file: string): Clip => {
  const name = file.replace(/(\.truth)?\.json$/, '');
  const json: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const truth = readTruth(json);
  const packed = (model: PoseModel): string => join(folder, `${name}.${model}.stream.gz`);
  const video = join(folder, `${name}.mp4`);
  const isFixture = file.endsWith('.truth.json');
  return {
    name,
    set: isFixture ? 'fixtures' : 'development clips',
    truth,
    shows: (json as { readonly note?: string }).note ?? '',
    video: existsSync(video) ? video : null,
    subject: null,
    recorded: (model) => (existsSync(packed(model)) ? readFixture(packed(model)).frames : null),
  };
};

const isTruth = (path: string): boolean => readFileSync(path, 'utf8').slice(0, 400).includes(TRUTH_SCHEMA);

/** What is selected in the app when the clip is run for its own sake; idle clips have nothing of their own. */
export const ownExercise = (clip: Clip): ExerciseId | null =>
  clip.truth.exercise === 'none' ? null : clip.truth.exercise;
