import type { ExerciseDefinition } from '../exercise/definition';
import { measureFrame } from '../kinematics/measure';
import type { ExerciseId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { createKeptMoments } from './kept-moments';
import { createSetCounting } from './set-counting';
import type { SetEngine, SetEngineOptions } from './set-engine';
import { createTrackingWatch } from './tracking-watch';
import { createVeto } from './veto';

/**
 * The core for one set. With a fixed exercise its analyser sees every frame; with *auto* all analysers do, until the
 * exercise is recognised. Whenever more becomes known (the stance, which exercise it is), what was seen since the last repetition is
 * gone through again.
 *
 * @throws RangeError when the exercise has no definition.
 */
export function createSetEngine({ exercise, definitions }: SetEngineOptions): SetEngine {
  const watchTracking = createTrackingWatch();
  const veto = createVeto();
  const kept = createKeptMoments();
  const fixed = exercise === 'auto' ? null : definitionOf(definitions, exercise);
  const set = createSetCounting({ exercise: fixed, definitions, veto, kept });
  let choice: ExerciseDefinition | null = null;
  let lastMs: Millis | null = null;

  return {
    step({ tracked, movement }) {
      const frame = measureFrame(tracked, movement);
      const atMs = frame.timestampMs;
      if (movement) veto.observe(movement);
      const isMeasurable = kept.becameMeasurable(tracked);
      const chosen = choice;
      choice = null;
      if (chosen) veto.withdraw();
      const anew = chosen ? set.beginAs(chosen, atMs) : isMeasurable ? set.countAnew(atMs) : [];
      kept.push({ tracked, frame, movement });
      if (lastMs === null || atMs > lastMs) lastMs = atMs;
      const { events, live } = set.follow(frame, movement);
      const tracking = set.take(watchTracking(frame));
      return { frame, events: [...anew, ...tracking, ...events], live, state: set.state };
    },
    choose(id) {
      choice = definitionOf(definitions, id);
    },
    finish() {
      const events = set.finish(lastMs ?? millis(0));
      return { events, state: set.state };
    },
  };
}

function definitionOf(definitions: readonly ExerciseDefinition[], id: ExerciseId): ExerciseDefinition {
  const found = definitions.find((definition) => definition.id === id);
  if (!found) throw new RangeError(`no definition for the exercise "${id}"`);
  return found;
}
