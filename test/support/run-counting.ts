import type { ExerciseDefinition } from '../../src/core/exercise/definition';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { createCounting } from '../../src/core/session/counting';
import { emptySet, reduceSet } from '../../src/core/session/reduce-set';
import { createVeto } from '../../src/core/session/veto';
import { millis } from '../../src/core/units';

/** What one exercise makes of measured frames, counted and judged; the last frame ends the set. */
export function runCounting(
  definition: ExerciseDefinition,
  frames: readonly KinematicFrame[],
): readonly ExerciseEvent[] {
  const counting = createCounting(definition, createVeto());
  let state = emptySet(definition.id);
  const take = (events: readonly ExerciseEvent[]): readonly ExerciseEvent[] => {
    state = events.reduce(reduceSet, state);
    return events;
  };
  const events = frames.flatMap((frame) => take(counting.step(frame, state, frame.timestampMs).events));
  return [...events, ...counting.finish(state, frames.at(-1)?.timestampMs ?? millis(0))];
}
