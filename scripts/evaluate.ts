import type { PoseModel } from '../workers/protocol';
import { CLIP_SETS, findClips, type Clip } from './evaluate/clips';
import { AS_RECORDED, CONDITION_MATRIX, type Condition } from './evaluate/conditions';
import {
  reportAuto,
  reportForeign,
  reportIdle,
  reportOwn,
  reportRealMotion,
} from './evaluate/console-report';
import {
  evaluateAuto,
  evaluateIdle,
  evaluateOwn,
  type AutoResult,
  type Bench,
  type IdleResult,
  type OwnResult,
} from './evaluate/evaluation';
import { measureMissing } from './evaluate/landmarks';
import { openMovementModel } from './evaluate/movement';
import { parseOptions, USAGE, type Options } from './evaluate/options';
import { scoreForeign, scoreRealMotion, type RealMotionScore } from './evaluate/real-motion';
import { writeReport } from './evaluate/write-report';

const BAD_USAGE = 2;

/**
 * `npm run evaluate`: runs the app's own pipeline over clips with truth and says how right it is.
 * @returns the exit status: 0, 2 for bad usage or a folder without clips
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  const parsed = parseOptions(argv);
  if (!parsed.ok) return complain(`${parsed.why}\n${USAGE}`);
  const { options } = parsed;
  try {
    const clips = options.folders
      .flatMap(findClips)
      .filter((clip) => options.only === null || clip.name.includes(options.only));
    await evaluate(clips, options);
    return 0;
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
};

const complain = (why: string): number => {
  console.error(why);
  return BAD_USAGE;
};

const evaluate = async (clips: readonly Clip[], options: Options): Promise<void> => {
  for (const model of options.models) await measureMissing(clips, model);
  const movement = await openMovementModel(options.withMovement);
  console.log(`movement model: ${movement.id ?? 'none, geometry alone'}\n`);
  const own: OwnResult[] = [];
  const idle: IdleResult[] = [];
  const auto: AutoResult[] = [];
  const realMotion: RealMotionScore[] = [];
  for (const model of options.models) {
    for (const condition of conditionsOf(options)) {
      const chosen = clips.filter((clip) => isRunUnder(clip, model, condition, options));
      const results = await runOwn(chosen, { model, condition, movement });
      if (results.length === 0) continue;
      own.push(...results);
      for (const set of CLIP_SETS) {
        const inSet = results.filter(({ clip }) => clip.set === set);
        if (inSet.length > 0) console.log(`== ${set}: ${model}, ${condition.label}\n${reportOwn(inSet)}\n`);
      }
    }
    const bench = { model, condition: AS_RECORDED, movement };
    for (const clip of clips.filter(isForeign)) idle.push(...(await evaluateIdle(clip, bench)));
    const wide = scoreForeign(idle, 'wide motion, people left out', model);
    if (wide.length > 0) console.log(`other wide motion, ${model}\n${wide.map(reportForeign).join('\n')}\n`);
    const motion = scoreRealMotion(model, own.filter(isPlain), idle);
    if (motion) {
      realMotion.push(motion);
      console.log(`${reportRealMotion(motion)}\n`);
    }
    if (!options.isThorough) continue;
    for (const clip of clips.filter(isIdle)) idle.push(...(await evaluateIdle(clip, bench)));
    for (const clip of clips.filter(isForAuto)) {
      const result = await evaluateAuto(clip, bench);
      if (result) auto.push(result);
    }
  }
  if (options.isThorough) console.log(`${reportIdle(idle)}\n\n${reportAuto(auto)}`);
  await movement.close();
  if (options.isWrite) writeReport({ own, idle, auto, realMotion, movementId: movement.id });
};

const conditionsOf = (options: Options): readonly Condition[] =>
  options.isThorough ? CONDITION_MATRIX : [options.condition];

/** The whole matrix is run over the clips of whole sessions with the full model; elsewhere the starts stand for it. */
const isRunUnder = (clip: Clip, model: PoseModel, condition: Condition, options: Options): boolean => {
  if (!options.isThorough || condition.label === AS_RECORDED.label) return true;
  if (clip.set === 'real recordings' || clip.set === 'real motion' || isLeftOut(clip)) return false;
  if (condition.start !== AS_RECORDED.start) return true;
  return clip.set !== 'training set, val split' && (model === 'full' || condition.drop > 0);
};

/** Sets of people whom the movement model does not know. */
const isLeftOut = ({ set }: Clip): boolean =>
  set === 'regular sets, people left out' || set === 'wide motion, people left out';

/** One of a hundred sets of people left out of training: they are for how right a verdict is. */
const isOfMany = (clip: Clip): boolean => clip.set === 'training set, val split' || isLeftOut(clip);

/** Clips in which phantoms are looked for: nobody does one of the five, or a real person does at most one. */
const isIdle = (clip: Clip): boolean =>
  clip.set === 'real recordings' ||
  (clip.truth.exercise === 'none' && clip.set !== 'training set, val split' && !isForeign(clip));

/** Other movements, of real people or as far from the exercises as they come: what counts them is looked for in every run. */
const isForeign = (clip: Clip): boolean =>
  (clip.set === 'real motion' || isLeftOut(clip)) && clip.truth.exercise === 'none';

const isForAuto = (clip: Clip): boolean => !isOfMany(clip) && clip.set !== 'real motion';

const isPlain = ({ condition }: OwnResult): boolean => condition.label === AS_RECORDED.label;

const runOwn = async (clips: readonly Clip[], bench: Bench): Promise<readonly OwnResult[]> => {
  const results: OwnResult[] = [];
  for (const clip of clips) {
    const result = await evaluateOwn(clip, bench);
    if (result) results.push(result);
  }
  return results;
};
