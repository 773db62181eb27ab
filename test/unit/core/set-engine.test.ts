import { describe, expect, it } from 'vitest';
import type { ExerciseId } from '../../../src/core/exercise/ids';
import type { MovementEstimate } from '../../../src/core/movement/movement-estimate';
import { createSetEngine } from '../../../src/core/session/create-set-engine';
import { deg, type Millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';
import { plainPlans, runSet } from '../../support/run-set';
import { AVERAGE_BUILD, film, simulateIdle, simulateMovement } from '../../support/simulator';

describe('auto', () => {
  it.each(exercises.map((exercise) => exercise.id))(
    'recognises %s and counts the first repetition too',
    (id) => {
      const { poses, truth } = film(
        simulateMovement(id, AVERAGE_BUILD, plainPlans(id, id === 'side-plank' ? 1 : 4)),
      );
      const { state, events } = runSet('auto', poses);
      const recognised = events.filter((event) => event.kind === 'exercise-recognised');
      expect(recognised.map((event) => event.exercise)).toEqual([id]);
      expect(state.exercise).toBe(id);
      expect(id === 'side-plank' ? state.holds.length : state.reps.length).toBe(truth.length);
      // Spoken when it is known, not before.
      for (const rep of state.reps)
        expect(rep.countedAtMs).toBeGreaterThanOrEqual(recognised[0]?.atMs ?? Infinity);
    },
  );

  it('recognises nothing in somebody who stands about', () => {
    const { events } = runSet('auto', film(simulateIdle('sway', AVERAGE_BUILD, 12)).poses);
    expect(events.filter((event) => event.kind === 'exercise-recognised')).toEqual([]);
  });
});

describe('veto', () => {
  const movement = (timestampMs: Millis, likely: ExerciseId, p: number): MovementEstimate => {
    const rest = (1 - p) / 5;
    const unsure = { deg: deg(0), sd: deg(8) };
    const exercise = { 'banded-lateral-step': rest, 'side-plank': rest, 'hip-hike': rest };
    return {
      timestampMs,
      pelvisObliquity: unsure,
      kneeFppa: { left: unsure, right: unsure },
      trunkLean: unsure,
      loaded: { left: 0.25, right: 0.25, both: 0.25, none: 0.25 },
      exercise: { ...exercise, 'kettlebell-march': rest, 'curtsy-lunge': rest, none: rest, [likely]: p },
    };
  };
  const run = (likely: ExerciseId, p: number): { reps: number; doubts: boolean[] } => {
    const { poses } = film(
      simulateMovement('kettlebell-march', AVERAGE_BUILD, plainPlans('kettlebell-march', 3)),
    );
    const engine = createSetEngine({ exercise: 'kettlebell-march', definitions: exercises });
    const events = poses.flatMap(
      (pose) => engine.step({ pose, movement: movement(pose.timestampMs, likely, p) }).events,
    );
    return {
      reps: engine.finish().state.reps.length,
      doubts: events.flatMap((event) => (event.kind === 'exercise-doubted' ? [event.vetoed] : [])),
    };
  };

  it('leaves what the movement model agrees with', () => {
    expect(run('kettlebell-march', 0.9)).toEqual({ reps: 3, doubts: [] });
  });

  it('does not count what is clearly another exercise, and says so', () => {
    expect(run('curtsy-lunge', 0.98)).toEqual({ reps: 0, doubts: [true, true, true] });
  });

  it('counts and doubts where the model is only inclined to another exercise', () => {
    expect(run('curtsy-lunge', 0.6)).toEqual({ reps: 3, doubts: [false, false, false] });
  });
});
