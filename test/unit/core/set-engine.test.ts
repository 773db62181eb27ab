import { describe, expect, it } from 'vitest';
import { isInProgramme } from '../../../src/core/exercise/definition';
import type { ExerciseId } from '../../../src/core/terms/ids';
import type { MovementEstimate } from '../../../src/core/movement/movement-estimate';
import { createSetEngine } from '../../../src/core/session/create-set-engine';
import { trackPoses } from '../../../src/core/body/track-poses';
import { millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';
import { anOpinion } from '../../support/movement-builder';
import { plainPlans, runSet } from '../../support/run-set';
import {
  AVERAGE_BUILD,
  estimateMovement,
  film,
  simulateIdle,
  simulateMovement,
} from '../../support/simulator';

describe('auto', () => {
  it.each(exercises.filter(isInProgramme).map((exercise) => exercise.id))(
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

/** The same angles, another opinion of the exercise. */
const thinking = (
  estimate: MovementEstimate,
  likely: Readonly<Partial<Record<ExerciseId | 'none', number>>>,
): MovementEstimate => ({ ...estimate, exercise: anOpinion(estimate.timestampMs, likely).exercise });

describe('veto', () => {
  const movement = simulateMovement('kettlebell-march', AVERAGE_BUILD, plainPlans('kettlebell-march', 3));
  const { poses } = film(movement);
  /** A march of which the movement model says, with this probability, that it is something. */
  const run = (says: ExerciseId, p: number, provenFirst = false): { reps: number; doubts: boolean[] } => {
    const firstEndMs = (movement.truth[0]?.endS ?? 0) * 1000 + 500;
    const estimates = estimateMovement(movement, 'kettlebell-march', poses).map((estimate) =>
      provenFirst && estimate.timestampMs < firstEndMs ? estimate : thinking(estimate, { [says]: p }),
    );
    const { state, events } = runSet('kettlebell-march', poses, estimates);
    return {
      reps: state.reps.length,
      doubts: events.flatMap((event) => (event.kind === 'exercise-doubted' ? [event.vetoed] : [])),
    };
  };

  it('leaves what the movement model agrees with', () => {
    expect(run('kettlebell-march', 0.9)).toEqual({ reps: 3, doubts: [] });
  });

  it('does not count what is clearly another exercise, and says so', () => {
    expect(run('curtsy-lunge', 0.9)).toEqual({ reps: 0, doubts: [true, true, true] });
  });

  it('counts and doubts where the model is only inclined to another exercise', () => {
    expect(run('curtsy-lunge', 0.3)).toEqual({ reps: 3, doubts: [false, false, false] });
  });

  it('never loses a repetition of an exercise that was proven before', () => {
    expect(run('curtsy-lunge', 0.9, true)).toEqual({ reps: 3, doubts: [false, false] });
  });
});

describe('the person says which exercise it is', () => {
  const movement = simulateMovement('kettlebell-march', AVERAGE_BUILD, plainPlans('kettlebell-march', 4));
  const march = film(movement).poses;
  const estimates = estimateMovement(movement, 'kettlebell-march', march);
  const asCurtsy = (index: number): MovementEstimate | null => {
    const estimate = estimates[index];
    return estimate ? thinking(estimate, { 'curtsy-lunge': 0.98 }) : null;
  };
  /** Steps through the poses, with the model holding each for a curtsy lunge; says `chosen` before pose `at`. */
  const run = (selected: ExerciseId | 'auto', chosen: ExerciseId | null, at = march.length - 1) => {
    const engine = createSetEngine({ exercise: selected, definitions: exercises });
    const steps = trackPoses(march).map((tracked, index) => {
      if (index === at && chosen !== null) engine.choose(chosen);
      return engine.step({ tracked, movement: asCurtsy(index) });
    });
    return { state: engine.finish().state, events: steps.flatMap(({ events }) => events) };
  };

  it('in auto: what was done before is counted as that, and told at once', () => {
    expect(run('auto', null).state.reps).toEqual([]);
    const { state, events } = run('auto', 'kettlebell-march');
    expect(state.exercise).toBe('kettlebell-march');
    expect(state.reps.map(({ side }) => side)).toEqual(['right', 'left', 'right', 'left']);
    const lastMs = march.at(-1)?.timestampMs;
    expect(state.reps.map(({ countedAtMs }) => countedAtMs)).toEqual([lastMs, lastMs, lastMs, lastMs]);
    expect(events.filter(({ kind }) => kind === 'exercise-recognised')).toHaveLength(1);
  });

  it('in spite of the veto: what was not counted is counted, and the veto is silent from then on', () => {
    expect(run('kettlebell-march', null).state.reps).toEqual([]);
    const half = Math.round(march.length / 2);
    const { state, events } = run('kettlebell-march', 'kettlebell-march', half);
    expect(state.reps.map(({ n, side }) => [n, side])).toEqual([
      [1, 'right'],
      [2, 'left'],
      [3, 'right'],
      [4, 'left'],
    ]);
    expect(events.filter(({ kind }) => kind === 'exercise-recognised')).toEqual([]);
    const saidAtMs = march[half]?.timestampMs ?? 0;
    const doubts = events.filter(({ kind, atMs }) => kind === 'exercise-doubted' && atMs >= saidAtMs);
    expect(doubts).toEqual([]);
  });

  it('as another than was selected: the state begins anew, without a repetition counted twice', () => {
    const engine = createSetEngine({ exercise: 'kettlebell-march', definitions: exercises });
    const all = trackPoses(march);
    for (const tracked of all) engine.step({ tracked, movement: null });
    engine.choose('hip-hike');
    const [last] = all.slice(-1);
    if (!last) throw new Error('no poses');
    const step = engine.step({
      tracked: { ...last, timestampMs: millis(last.timestampMs + 66) },
      movement: null,
    });
    expect(step.state).toEqual({ exercise: 'hip-hike', reps: [], partials: [], holds: [], faults: [] });
  });

  it('cannot say what does not exist', () => {
    const engine = createSetEngine({ exercise: 'auto', definitions: [] });
    expect(() => {
      engine.choose('hip-hike');
    }).toThrow(RangeError);
  });
});

describe('auto that stays unsure', () => {
  it('asks about the two most likely once a whole repetition was seen', () => {
    const movement = simulateMovement('kettlebell-march', AVERAGE_BUILD, plainPlans('kettlebell-march', 4));
    const { poses } = film(movement);
    const estimates = estimateMovement(movement, 'kettlebell-march', poses).map((estimate) =>
      thinking(estimate, { 'curtsy-lunge': 0.75, 'kettlebell-march': 0.14 }),
    );
    const { events } = runSet('auto', poses, estimates);
    const doubts = events.flatMap((event) => (event.kind === 'exercise-doubted' ? [event] : []));
    expect(doubts.map(({ candidates, vetoed }) => [vetoed, ...candidates])).toEqual([
      [false, 'curtsy-lunge', 'kettlebell-march'],
    ]);
  });
});
