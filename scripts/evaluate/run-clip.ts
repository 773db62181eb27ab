import type { ExerciseEvent } from '../../src/core/exercise/events';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { createBodyTracker } from '../../src/core/body/body-tracker';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import { exercises } from '../../src/exercises/registry';
import { toAnalysis, type Analysis } from '../../src/pipeline/analysis';

export interface ClipRun {
  readonly analysis: Analysis;
  readonly events: readonly ExerciseEvent[];
  readonly measured: readonly KinematicFrame[];
}

/** Runs recorded landmarks through the app's own engine, as though they came from the camera now. */
export const runClip = (
  clip: string,
  exercise: ExerciseId | 'auto',
  frames: readonly PoseFrame[],
  movement: readonly (MovementEstimate | null)[],
): ClipRun => {
  const engine = createSetEngine({ exercise, definitions: exercises });
  const tracker = createBodyTracker();
  const events: ExerciseEvent[] = [];
  const measured: KinematicFrame[] = [];
  frames.forEach((pose, i) => {
    const step = engine.step({ tracked: tracker.step(pose), movement: movement[i] ?? null });
    events.push(...step.events);
    measured.push(step.frame);
  });
  const { events: last, state } = engine.finish();
  const analysis = toAnalysis({
    clip,
    requested: exercise,
    model: 'full',
    engine: 'none',
    delegate: 'none',
    durationMs: frames.at(-1)?.timestampMs ?? 0,
    frames: frames.length,
    framesWithPose: frames.filter((frame) => frame.landmarks !== null).length,
    inferenceMsMedian: 0,
    state,
    movement: { kind: 'absent' },
    isTruncated: false,
    measures: null,
  });
  return { analysis, events: [...events, ...last], measured };
};
