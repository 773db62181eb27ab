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
import { mirrorTruth } from './truth';

/** A clip run with its own exercise selected, scored. */
export interface OwnResult {
  readonly clip: Clip;
  readonly model: PoseModel;
  readonly condition: Condition;
  readonly exercise: ExerciseId;
  readonly run: ClipRun;
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
  const run = exercise && (await runWith(clip, exercise, bench));
  if (!exercise || !run) return null;
  const truth = bench.condition.mirror ? mirrorTruth(clip.truth) : clip.truth;
  return {
    clip,
    model: bench.model,
    condition: bench.condition,
    exercise,
    run,
    score: scoreClip(run.analysis, truth),
    errors: measureErrors(run.measured, truth),
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
  const recorded = landmarksOf(clip, bench.model);
  if (!recorded) return null;
  const frames = applyCondition(recorded, bench.condition);
  return runClip(clip.name, exercise, frames, await bench.movement.estimate(frames));
};
