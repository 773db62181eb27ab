import { parseArgs } from 'node:util';
import { exerciseById, exercises } from '../../src/exercises/registry';
import { SCREEN_FACINGS, type ScreenFacing } from '../../src/core/sensor/recording';
import type { ExerciseId } from '../../src/core/terms/ids';
import { ENGINES, POSE_MODELS } from '../../workers/protocol';
import type { Engine, PoseModel } from '../../workers/protocol';

export const USAGE =
  'usage: npm run --silent analyse -- CLIP --exercise ID|auto [--model lite|full|heavy] ' +
  '[--engine mediapipe|litert] [--fps N] [--mirror] [--measures] [--sensor FILE.csv [--screen out|in]] [--stream FILE] [--out FILE]';

/** What reads a video's pictures unless told otherwise. */
export const DEFAULT_ENGINE: Engine = 'mediapipe';

export interface AnalyseArguments {
  readonly clip: string;
  readonly exercise: ExerciseId | 'auto';
  readonly model: PoseModel;
  readonly engine: Engine;
  readonly fps: number | null;
  readonly mirror: boolean;
  readonly measures: boolean;
  /** A recording of a phone in the waistband to compare with; null: none. */
  readonly sensor: string | null;
  /** Which way the phone's screen faced, away from the body or toward it; null: found by which way fits. */
  readonly screen: ScreenFacing | null;
  /** Where to write the landmark stream; null: nowhere. */
  readonly stream: string | null;
  /** Where to write the analysis; null: to standard output. */
  readonly out: string | null;
}

export type ParsedArguments =
  { readonly ok: true; readonly args: AnalyseArguments } | { readonly ok: false; readonly why: string };

/** Reads the command line; `why` is one line for standard error. */
export const parseArguments = (argv: readonly string[]): ParsedArguments => {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        exercise: { type: 'string' },
        model: { type: 'string', default: 'full' },
        engine: { type: 'string', default: DEFAULT_ENGINE },
        fps: { type: 'string' },
        mirror: { type: 'boolean', default: false },
        measures: { type: 'boolean', default: false },
        sensor: { type: 'string' },
        screen: { type: 'string' },
        stream: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const { values, positionals } = parsed;
  const [clip] = positionals;
  if (clip === undefined || positionals.length > 1) return wrong('name one clip');
  const exercise = values.exercise;
  if (exercise === undefined || (exercise !== 'auto' && !exerciseById(exercise))) {
    return wrong(
      `--exercise ${exercise ?? 'is missing'}: one of auto, ${exercises.map(({ id }) => id).join(', ')}`,
    );
  }
  const model = POSE_MODELS.find((name) => name === values.model);
  if (model === undefined) return wrong(`--model ${values.model}: one of ${POSE_MODELS.join(', ')}`);
  const engine = ENGINES.find((name) => name === values.engine);
  if (engine === undefined) return wrong(`--engine ${values.engine}: one of ${ENGINES.join(', ')}`);
  const screen = SCREEN_FACINGS.find((name) => name === values.screen) ?? null;
  if (values.screen !== undefined && screen === null)
    return wrong(`--screen ${values.screen}: one of ${SCREEN_FACINGS.join(', ')}`);
  const fps = values.fps === undefined ? null : Number(values.fps);
  if (fps !== null && !(fps > 0 && fps < Infinity))
    return wrong(`--fps ${values.fps ?? ''}: a number above 0`);
  return {
    ok: true,
    args: {
      clip,
      exercise,
      model,
      engine,
      fps,
      mirror: values.mirror,
      measures: values.measures,
      sensor: values.sensor ?? null,
      screen,
      stream: values.stream ?? null,
      out: values.out ?? null,
    },
  };
};

const wrong = (why: string): ParsedArguments => ({ ok: false, why: `${why}. ${USAGE}` });
