import type { ExerciseId } from '../../src/core/terms/ids';
import { exercises } from '../../src/exercises/registry';
import type { PoseModel } from '../../workers/protocol';
import { ownExercise, type Clip } from './clips';
import { applyCondition, type Condition } from './conditions';
import { landmarksOf } from './landmarks';
import { measureErrors, type MeasureErrors } from './measure-errors';
import type { MovementModel } from './movement';
import { runClip, type ClipRun } from './run-clip';
import { scoreClip, type ClipScore } from './score';
import { startLate, type Shown } from './starts';
import { mirrorTruth, type ClipTruth } from './truth';

/** A clip run with its own exercise selected, scored. */
export interface OwnResult {
  readonly clip: Clip;
  readonly model: PoseModel;
  readonly condition: Condition;
  readonly exercise: ExerciseId;
  readonly run: ClipRun;
  /** What was true under this condition. */
  readonly truth: ClipTruth;
  readonly score: ClipScore;
  readonly errors: MeasureErrors;
}

/** A clip run with an exercise selected that nobody does in it: everything found is a phantom. */
export interface IdleResult {
  readonly clip: Clip;
  readonly model: PoseModel;
  readonly selected: ExerciseId | 'auto';
  readonly reps: number;
  readonly holds: number;
  readonly run: ClipRun;
}

/** A clip run with *auto* selected. */
export interface AutoResult {
  readonly clip: Clip;
  readonly model: PoseModel;
  readonly truth: ExerciseId | 'none';
  readonly recognised: ExerciseId | null;
  readonly run: ClipRun;
  /** Null where nobody does one of the five. */
  readonly score: ClipScore | null;
}

export interface Bench {
  readonly model: PoseModel;
  readonly condition: Condition;
  readonly movement: MovementModel;
}

/** Null when the clip shows none of the five, or has no landmarks of this model. */
export const evaluateOwn = async (clip: Clip, bench: Bench): Promise<OwnResult | null> => {
  const exercise = ownExercise(clip);
  const shown = show(clip, bench);
  if (!exercise || !shown) return null;
  const run = await runShown(clip, exercise, shown, bench);
  return {
    clip,
    model: bench.model,
    condition: bench.condition,
    exercise,
    run,
    truth: shown.truth,
    score: scoreClip(run.analysis, shown.truth),
    errors: measureErrors(run.measured, shown.truth),
  };
};

/** Runs a clip with every exercise that nobody does in it. */
export const evaluateIdle = async (clip: Clip, bench: Bench): Promise<readonly IdleResult[]> => {
  const results: IdleResult[] = [];
  for (const selected of exercises.filter(({ id }) => id !== ownExercise(clip)).map(({ id }) => id)) {
    const run = await runWith(clip, selected, bench);
    if (!run) return [];
    const { reps, holds } = run.analysis;
    results.push({ clip, model: bench.model, selected, reps: reps.length, holds: holds.length, run });
  }
  return results;
};

export const evaluateAuto = async (clip: Clip, bench: Bench): Promise<AutoResult | null> => {
  const run = await runWith(clip, 'auto', bench);
  if (!run) return null;
  const isOurs = clip.truth.exercise !== 'none';
  return {
    clip,
    model: bench.model,
    truth: clip.truth.exercise,
    recognised: run.analysis.exercise,
    run,
    score: isOurs ? scoreClip(run.analysis, clip.truth) : null,
  };
};

const runWith = async (clip: Clip, exercise: ExerciseId | 'auto', bench: Bench): Promise<ClipRun | null> => {
  const shown = show(clip, bench);
  return shown && runShown(clip, exercise, shown, bench);
};

const runShown = async (
  clip: Clip,
  exercise: ExerciseId | 'auto',
  { frames }: Shown,
  { movement }: Bench,
): Promise<ClipRun> => runClip(clip.name, exercise, frames, await movement.estimate(frames));

/** The clip under the bench's condition; null when it has no landmarks of this model. */
const show = (clip: Clip, { model, condition }: Bench): Shown | null => {
  const recorded = landmarksOf(clip, model);
  if (!recorded) return null;
  const { frames, truth } = startLate({ frames: recorded, truth: clip.truth }, condition.start);
  return {
    frames: applyCondition(frames, condition),
    truth: condition.mirror ? mirrorTruth(truth) : truth,
  };
};
