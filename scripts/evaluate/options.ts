import { resolve } from 'node:path';
import { POSE_MODELS, type PoseModel } from '../../workers/protocol';
import { AS_RECORDED, type Condition } from './conditions';
import type { Start } from './starts';

export interface Options {
  readonly folders: readonly string[];
  readonly models: readonly PoseModel[];
  readonly condition: Condition;
  /** Runs the whole matrix of conditions, and every exercise over the idle clips, and *auto*. */
  readonly isThorough: boolean;
  /** Writes docs/accuracy.md; implies thorough. */
  readonly isWrite: boolean;
  /** False: geometry alone. */
  readonly withMovement: boolean;
  /** Only clips whose name contains this. */
  readonly only: string | null;
}

export const USAGE = `usage: npm run evaluate -- [FOLDER...] [options]
  FOLDER             clips with truth (default: the project's own fixtures)
  --model M[,M...]   lite, full, heavy (default full; with --write all that can be had)
  --fps N            drop frames to this rate
  --drop SHARE       lose this share of frames at random, 0 to 0.9 (always the same ones)
  --mirror           flip the picture
  --start at-go|in-motion  cut the stream at the first repetition or hold, or within it
  --all              the whole matrix of conditions, idle clips with every exercise, and auto
  --geometry         leave the movement model out
  --only TEXT        only clips whose name contains this
  --write            write docs/accuracy.md`;

export const FIXTURES = resolve(import.meta.dirname, '../../test/fixtures/streams');

export type ParsedOptions =
  { readonly ok: true; readonly options: Options } | { readonly ok: false; readonly why: string };

export const parseOptions = (argv: readonly string[]): ParsedOptions => {
  const folders: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!word.startsWith('--')) folders.push(resolve(word));
    else if (['--mirror', '--all', '--geometry', '--write'].includes(word)) flags.add(word);
    else if (['--model', '--fps', '--drop', '--start', '--only'].includes(word)) {
      const value = argv[++i];
      if (value === undefined) return wrong(`${word} needs a value`);
      values.set(word, value);
    } else return wrong(`unknown option ${word}`);
  }
  return readValues(folders, flags, values);
};

const readValues = (
  folders: readonly string[],
  flags: ReadonlySet<string>,
  values: ReadonlyMap<string, string>,
): ParsedOptions => {
  const isWrite = flags.has('--write');
  const models = (values.get('--model') ?? (isWrite ? 'full,lite,heavy' : 'full')).split(',');
  if (!models.every(isModel)) return wrong(`--model takes ${POSE_MODELS.join(', ')}`);
  const fps = values.has('--fps') ? Number(values.get('--fps')) : null;
  if (fps !== null && !(fps > 0)) return wrong('--fps takes a number above 0');
  const drop = Number(values.get('--drop') ?? 0);
  if (!(drop >= 0 && drop <= 0.9)) return wrong('--drop takes a share from 0 to 0.9');
  const mirror = flags.has('--mirror');
  const start = STARTS.get(values.get('--start') ?? '');
  if (values.has('--start') && !start) return wrong(`--start takes ${[...STARTS.keys()].join(', ')}`);
  return {
    ok: true,
    options: {
      folders: folders.length > 0 ? folders : [FIXTURES],
      models,
      condition: conditionOf({ fps, drop, mirror, start: start ?? AS_RECORDED.start }),
      isThorough: isWrite || flags.has('--all'),
      isWrite,
      withMovement: !flags.has('--geometry'),
      only: values.get('--only') ?? null,
    },
  };
};

const STARTS: ReadonlyMap<string, Start> = new Map([
  ['at-go', 'at go'],
  ['in-motion', 'in mid-movement'],
]);

/** Named by what it does. */
const conditionOf = ({ fps, drop, mirror, start }: Omit<Condition, 'label'>): Condition => {
  const parts = [
    ...(fps === null ? [] : [`${String(fps)} frames/s`]),
    ...(drop > 0 ? [`${String(Math.round(drop * 100))} % of frames lost`] : []),
    ...(mirror ? ['mirrored'] : []),
    ...(start === AS_RECORDED.start ? [] : [`starts ${start}`]),
  ];
  return { label: parts.join(', ') || AS_RECORDED.label, fps, drop, mirror, start };
};

const isModel = (name: string): name is PoseModel => (POSE_MODELS as readonly string[]).includes(name);
const wrong = (why: string): ParsedOptions => ({ ok: false, why });
