import { trackPoses } from '../../src/core/body/track-poses';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import type { SetState } from '../../src/core/session/set-engine';
import type { Side } from '../../src/core/units';
import { exerciseById, exercises } from '../../src/exercises/registry';
import type { RepPlan } from './simulator';

const isHold = (id: ExerciseId): boolean => exerciseById(id)?.prescription.kind === 'hold';

export interface RunResult {
  readonly state: SetState;
  readonly events: readonly ExerciseEvent[];
}

/** Runs pose frames through the core, with what the movement model said of each, or without it. */
export function runSet(
  exercise: ExerciseId | 'auto',
  poses: readonly PoseFrame[],
  estimates: readonly MovementEstimate[] = [],
): RunResult {
  const engine = createSetEngine({ exercise, definitions: exercises });
  const events = trackPoses(poses).flatMap(
    (tracked, i) => engine.step({ tracked, movement: estimates[i] ?? null }).events,
  );
  const end = engine.finish();
  return { state: end.state, events: [...events, ...end.events] };
}

/** A plain set of an exercise as it is prescribed: alternating, one side, or half and half. */
export function plainPlans(exercise: ExerciseId, reps: number, over: Partial<RepPlan> = {}): RepPlan[] {
  const side = (n: number): Side => {
    if (exercise === 'hip-hike' || isHold(exercise)) return over.side ?? 'right';
    if (exercise === 'banded-lateral-step') return n < reps / 2 ? 'right' : 'left';
    return n % 2 === 0 ? 'right' : 'left';
  };
  return Array.from({ length: reps }, (_, n) => ({
    durationS: isHold(exercise) ? 12 : 2,
    restS: 0.4,
    range: 1,
    full: true,
    ...over,
    side: side(n),
  }));
}
