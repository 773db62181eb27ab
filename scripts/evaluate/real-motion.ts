import type { Verdict } from '../../src/core/exercise/events';
import type { Side } from '../../src/core/units';
import type { PoseModel } from '../../workers/protocol';
import { agreementOf, type Agreement, type AnglePair } from './agreement';
import type { ClipSet } from './clips';
import type { IdleResult, OwnResult } from './evaluation';
import { pairFrames } from './measure-errors';
import { matchReps } from './score';
import type { TrueRep } from './truth';

/** What rendered bodies that move as real people did show: what is counted, refused, judged and read. */
export interface RealMotionScore {
  readonly model: PoseModel;
  readonly lifts: {
    readonly counted: number;
    readonly of: number;
    readonly extra: number;
    readonly wrongSide: number;
  };
  readonly foreign: readonly ForeignScore[];
  readonly drops: Readonly<Record<DropClass, DropScore>>;
  /** The pelvis as it is read, while one leg carries the weight. */
  readonly pelvis: Agreement;
}

/** Another movement, with every exercise selected in turn. */
export interface ForeignScore {
  readonly shows: string;
  readonly done: number;
  /** Counted repetitions and holds, by the exercise that was selected. */
  readonly phantoms: readonly { readonly selected: string; readonly count: number }[];
}

/** Repetitions by what was true of the pelvis. Between them, from 4° to 7°, a verdict is not scored. */
export const DROP_CLASSES = [
  'done well',
  'done badly, no drop',
  'true drop of 7–10°',
  'true drop of 10° and more',
] as const;
export type DropClass = (typeof DROP_CLASSES)[number];
export interface DropScore {
  readonly of: number;
  readonly flagged: number;
  readonly notSeen: number;
}

/** Null without a clip of real motion under this model. */
export const scoreRealMotion = (
  model: PoseModel,
  own: readonly OwnResult[],
  idle: readonly IdleResult[],
): RealMotionScore | null => {
  const steps = own.filter((result) => result.clip.set === 'real motion' && result.model === model);
  if (steps.length === 0) return null;
  const scores = steps.map(({ score }) => score);
  const sum = (pick: (score: OwnResult['score']) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  return {
    model,
    lifts: {
      counted: sum(({ truth, missed }) => truth - missed),
      of: sum(({ truth }) => truth),
      extra: sum(({ phantom }) => phantom),
      wrongSide: sum(({ wrongSide }) => wrongSide),
    },
    foreign: scoreForeign(idle, 'real motion', model),
    drops: scoreDrops(steps),
    pelvis: agreementOf(steps.flatMap(pelvisPairs)),
  };
};

/** What the other movements of a set passed for under this model. */
export const scoreForeign = (
  idle: readonly IdleResult[],
  set: ClipSet,
  model: PoseModel,
): readonly ForeignScore[] => {
  const inSet = idle.filter(({ clip, model: by }) => clip.set === set && by === model);
  return [...new Set(inSet.map(({ clip }) => clip.shows))].map((shows) => {
    const runs = inSet.filter(({ clip }) => clip.shows === shows);
    const clips = new Set(runs.map(({ clip }) => clip));
    const selected = [...new Set(runs.map((run) => run.selected))];
    return {
      shows,
      done: [...clips].reduce((total, { truth }) => total + (truth.foreignReps ?? truth.reps.length), 0),
      phantoms: selected.flatMap((exercise) => {
        const count = runs
          .filter((run) => run.selected === exercise)
          .reduce((total, run) => total + run.reps + run.holds, 0);
        return count > 0 ? [{ selected: exercise, count }] : [];
      }),
    };
  });
};

const classOf = ({ dropDeg = 0, isDoneWell, faults, grey }: TrueRep): DropClass | null => {
  if (grey.includes('hip-drop')) return null;
  if (!faults.includes('hip-drop')) return isDoneWell ? 'done well' : 'done badly, no drop';
  return dropDeg >= 10 ? 'true drop of 10° and more' : 'true drop of 7–10°';
};

const scoreDrops = (steps: readonly OwnResult[]): RealMotionScore['drops'] => {
  const judged = steps.flatMap(({ run, truth }) =>
    matchReps(run.analysis.reps, truth.reps).pairs.flatMap(([rep, real]) => {
      const of = classOf(real);
      const verdict: Verdict['verdict'] = rep.verdicts['hip-drop']?.verdict ?? 'not-seen';
      return of ? [{ of, verdict }] : [];
    }),
  );
  const score = (of: DropClass): DropScore => {
    const own = judged.filter((one) => one.of === of);
    const count = (verdict: Verdict['verdict']): number =>
      own.filter((one) => one.verdict === verdict).length;
    return { of: own.length, flagged: count('fault'), notSeen: count('not-seen') };
  };
  return Object.fromEntries(DROP_CLASSES.map((each) => [each, score(each)])) as RealMotionScore['drops'];
};

/** Degrees, + = the free side higher, in both. */
const pelvisPairs = ({ run, truth }: OwnResult): readonly AnglePair[] =>
  pairFrames(run.measured, truth.frames).flatMap(([frame, real]) => {
    const { pelvisObliquity: read } = frame;
    const standing: Side | null = real.standing ?? null;
    if (!real.loaded || !standing || !read || real.pelvisObliquityDeg === null) return [];
    const sign = standing === 'left' ? 1 : -1;
    return [{ read: sign * read.deg, real: sign * real.pelvisObliquityDeg, sd: read.sd }];
  });
