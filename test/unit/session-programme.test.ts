import { describe, expect, it } from 'vitest';
import type { LiveStatus, Prescription } from '../../src/core/exercise/definition';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import {
  prolongRest,
  skipExercise,
  skipRest,
  stepProgramme,
  turnAfter,
} from '../../src/core/session/programme';
import {
  CHANGE_S,
  MORE_REST_S,
  startProgramme,
  upcoming,
  type PlannedExercise,
  type ProgrammeEvent,
  type ProgrammeState,
} from '../../src/core/session/programme-state';
import { millis, type Side } from '../../src/core/units';
import { aHold, aRep } from '../support/set-builders';

const EACH_SIDE: Prescription = {
  kind: 'reps',
  reps: 2,
  order: 'each-side',
  sets: 2,
  firstSide: 'right',
  restS: 3,
};
const ALTERNATING: Prescription = { ...EACH_SIDE, order: 'alternating', reps: 4, sets: 1 };
const HOLD: Prescription = { kind: 'hold', holdS: 3, sets: 1, firstSide: 'left', restS: 10 };

/** Plays frames through the programme and writes down what it made known. */
function player(prescription: Prescription, later: readonly PlannedExercise[] = []) {
  let state: ProgrammeState = startProgramme({ id: 'hip-hike', prescription }, later);
  const told: ProgrammeEvent[] = [];
  const play = (timeMs: number, events: readonly ExerciseEvent[] = [], live: LiveStatus | null = null) => {
    const step = stepProgramme(state, { atMs: millis(timeMs), events, live });
    state = step.state;
    told.push(...step.events);
    return step.events;
  };
  const count = (timeMs: number, side: Side) =>
    play(timeMs, [{ kind: 'rep-counted', atMs: millis(timeMs), rep: aRep({ side }) }]);
  const hold = (timeMs: number, side: Side, holdMs: number, phase: LiveStatus['phase'] = 'holding') =>
    play(timeMs, [], { phase, side, progress: 1, holdMs: millis(holdMs), faults: [] });
  const endHold = (timeMs: number, side: Side, inPositionMs: number) =>
    play(timeMs, [
      { kind: 'hold-ended', atMs: millis(timeMs), hold: aHold({ side, inPositionMs: millis(inPositionMs) }) },
    ]);
  const take = (step: ReturnType<typeof skipRest>) => {
    state = step.state;
    return step.events;
  };
  const skip = (timeMs: number) => take(skipRest(state, millis(timeMs)));
  const leave = (timeMs: number) => take(skipExercise(state, millis(timeMs)));
  const prolong = () => {
    state = prolongRest(state);
  };
  return { play, count, hold, endHold, skip, leave, prolong, told, state: () => state };
}

describe('sets that go one side after the other', () => {
  it('begin with the prescribed side, then the other, then rest, then the next set', () => {
    const run = player(EACH_SIDE);
    expect(run.state().side).toBe('right');
    run.count(1000, 'right');
    expect(run.count(2000, 'right')).toEqual([
      { kind: 'side-completed', atMs: 2000, side: 'right', next: 'left' },
    ]);
    expect(run.state().side).toBe('left');
    run.count(3000, 'left');
    expect(run.count(4000, 'left')).toEqual([{ kind: 'set-completed', atMs: 4000, set: 1, sets: 2 }]);
    expect(run.state()).toMatchObject({ phase: 'resting', side: 'right', rest: { endsAtMs: 7000 } });
  });

  it('follow the person, who begins with the other side', () => {
    const run = player(EACH_SIDE);
    run.count(1000, 'left');
    expect(run.state().side).toBe('left');
    expect(run.count(2000, 'left')).toMatchObject([{ kind: 'side-completed', side: 'left', next: 'right' }]);
  });

  it('turn after so many where the way is short, until both sides have all', () => {
    const run = player({ ...EACH_SIDE, reps: 3, turnEvery: 2, sets: 1 });
    run.count(1000, 'right');
    expect(run.count(2000, 'right')).toEqual([
      { kind: 'side-turned', atMs: 2000, side: 'right', next: 'left' },
    ]);
    expect(run.state().side).toBe('left');
    run.count(3000, 'left');
    expect(run.count(4000, 'left')).toEqual([
      { kind: 'side-turned', atMs: 4000, side: 'left', next: 'right' },
    ]);
    expect(run.count(5000, 'right')).toMatchObject([{ kind: 'side-completed', next: 'left' }]);
    expect(run.count(6000, 'left')).toMatchObject([
      { kind: 'set-completed' },
      { kind: 'programme-completed' },
    ]);
  });

  it('turn only where sides follow one another, and as prescribed once all fit again', () => {
    const each = startProgramme({ id: 'hip-hike', prescription: EACH_SIDE });
    expect(turnAfter(each, 1).prescription).toEqual({ ...EACH_SIDE, turnEvery: 1 });
    expect(turnAfter(turnAfter(each, 1), null).prescription).toEqual(EACH_SIDE);
    for (const prescription of [ALTERNATING, HOLD]) {
      const other = startProgramme({ id: 'hip-hike', prescription });
      expect(turnAfter(other, 1)).toBe(other);
    }
  });

  it('do not complete a side twice, however many repetitions are added', () => {
    const run = player(EACH_SIDE);
    for (let n = 1; n <= 5; n += 1) run.count(n * 1000, 'right');
    expect(run.told).toHaveLength(1);
    expect(run.state()).toMatchObject({ done: { left: 0, right: 5 }, side: 'left' });
  });
});

describe('sets in which the sides alternate', () => {
  it('are complete when both together reach the number', () => {
    const run = player(ALTERNATING);
    expect(run.state().side).toBeNull();
    for (const [index, side] of (['left', 'right', 'left'] as const).entries()) run.count(index * 1000, side);
    expect(run.told).toEqual([]);
    expect(run.count(4000, 'right')).toEqual([
      { kind: 'set-completed', atMs: 4000, set: 1, sets: 1 },
      { kind: 'programme-completed', atMs: 4000 },
    ]);
    expect(run.state().phase).toBe('done');
    expect(run.count(5000, 'left')).toEqual([]);
  });
});

describe('the rest', () => {
  const resting = () => {
    const run = player(EACH_SIDE);
    for (const [index, side] of (['right', 'right', 'left', 'left'] as const).entries())
      run.count(index * 100, side);
    return run;
  };

  it('tells each whole second once and ends on time', () => {
    const run = resting();
    const told = [400, 900, 1299, 1300, 1400, 2299, 2300, 3299].flatMap((time) =>
      run.play(time).map((event) => [time, event.kind === 'countdown-ticked' ? event.leftS : event.kind]),
    );
    expect(told).toEqual([
      [1300, 2],
      [2300, 1],
    ]);
    expect(run.play(3300)).toEqual([{ kind: 'rest-ended', atMs: 3300, nextSet: 2 }]);
    expect(run.state()).toMatchObject({
      phase: 'working',
      set: 2,
      done: { left: 0, right: 0 },
      side: 'right',
    });
  });

  it('tells only the newest second after a gap', () => {
    const run = resting();
    expect(run.play(2500)).toMatchObject([{ leftS: 1 }]);
  });

  it('counts nothing', () => {
    const run = resting();
    run.count(1000, 'left');
    expect(run.state().phase).toBe('resting');
    run.play(3300);
    expect(run.state().done).toEqual({ left: 0, right: 0 });
  });

  it('can be skipped, and only then', () => {
    const run = resting();
    expect(run.skip(500)).toEqual([{ kind: 'rest-ended', atMs: 500, nextSet: 2 }]);
    expect(run.skip(600)).toEqual([]);
    expect(run.state().set).toBe(2);
  });
});

describe('several exercises', () => {
  const PLANK: PlannedExercise = { id: 'side-plank', prescription: HOLD };
  const MARCH: PlannedExercise = { id: 'kettlebell-march', prescription: ALTERNATING };
  const done = (later: readonly PlannedExercise[]) => {
    const run = player({ ...ALTERNATING, reps: 1 }, later);
    return { run, events: run.count(1000, 'left') };
  };

  it('follow each other, with time to change over', () => {
    const { run, events } = done([PLANK]);
    expect(events).toEqual([
      { kind: 'set-completed', atMs: 1000, set: 1, sets: 1 },
      { kind: 'exercise-completed', atMs: 1000, next: 'side-plank' },
    ]);
    expect(run.state()).toMatchObject({ phase: 'changing', exercise: 'hip-hike' });
    expect(upcoming(run.state())).toMatchObject({ exercise: 'side-plank', set: 1, side: 'left' });
    run.count(1500, 'left');
    expect(run.play(1000 + CHANGE_S * 1000)).toEqual([
      { kind: 'exercise-began', atMs: 1000 + CHANGE_S * 1000, exercise: 'side-plank' },
    ]);
    expect(run.state()).toMatchObject({
      phase: 'working',
      exercise: 'side-plank',
      set: 1,
      done: { left: 0, right: 0 },
      later: [],
    });
    expect(upcoming(run.state())).toBeNull();
  });

  it('rest between the sets of one as ever, and know what comes', () => {
    const run = player({ ...ALTERNATING, reps: 1, sets: 2 }, [PLANK]);
    run.count(1000, 'left');
    expect(run.state().phase).toBe('resting');
    expect(upcoming(run.state())).toMatchObject({ exercise: 'hip-hike', set: 2, side: null });
    expect(run.skip(1100)).toEqual([{ kind: 'rest-ended', atMs: 1100, nextSet: 2 }]);
    expect(run.count(1200, 'left').map(({ kind }) => kind)).toEqual(['set-completed', 'exercise-completed']);
  });

  it('can be left out, at work and while changing over; without the last one it is over', () => {
    const run = player(EACH_SIDE, [MARCH, PLANK]);
    run.count(1000, 'left');
    expect(run.leave(1100)).toEqual([{ kind: 'exercise-completed', atMs: 1100, next: 'kettlebell-march' }]);
    expect(run.leave(1200)).toEqual([{ kind: 'exercise-completed', atMs: 1200, next: 'side-plank' }]);
    expect(run.skip(1300)).toMatchObject([{ kind: 'exercise-began', exercise: 'side-plank' }]);
    expect(run.leave(1400)).toEqual([]);
    const short = done([PLANK]).run;
    expect(short.leave(1200)).toEqual([{ kind: 'programme-completed', atMs: 1200 }]);
    expect(short.state()).toMatchObject({ phase: 'done', rest: null });
  });

  it('wait longer when asked to, and say the time left again', () => {
    const { run } = done([PLANK]);
    run.play(1000 + (CHANGE_S - 2) * 1000);
    run.prolong();
    expect(run.play(1000 + CHANGE_S * 1000)).toMatchObject([
      { kind: 'countdown-ticked', leftS: MORE_REST_S },
    ]);
    expect(run.play(1000 + (CHANGE_S + MORE_REST_S) * 1000)).toMatchObject([{ kind: 'exercise-began' }]);
  });
});

describe('holds', () => {
  it('tick by the second, change sides at the target, and end with the second side', () => {
    const run = player(HOLD);
    run.hold(500, 'left', 400);
    expect(run.hold(1200, 'left', 1000)).toEqual([
      { kind: 'hold-ticked', atMs: 1200, side: 'left', heldS: 1, leftS: 2 },
    ]);
    expect(run.hold(1300, 'left', 1100)).toEqual([]);
    expect(run.hold(2200, 'left', 2000)).toMatchObject([{ heldS: 2, leftS: 1 }]);
    expect(run.hold(3200, 'left', 3000)).toEqual([
      { kind: 'side-completed', atMs: 3200, side: 'left', next: 'right' },
    ]);
    expect(run.hold(3300, 'left', 3100)).toEqual([]);
    run.endHold(3400, 'left', 3100);
    run.hold(5000, 'right', 0);
    expect(run.hold(8000, 'right', 3000).map(({ kind }) => kind)).toEqual([
      'set-completed',
      'programme-completed',
    ]);
  });

  it('go on where they stopped, and an end that comes out shorter takes nothing back', () => {
    const run = player(HOLD);
    run.hold(2000, 'left', 2000);
    run.endHold(2100, 'left', 1900);
    expect(run.state().done.left).toBe(2000);
    run.hold(4000, 'left', 600);
    expect(run.state().done.left).toBe(2500);
    expect(run.hold(4500, 'left', 1100)).toMatchObject([{ kind: 'side-completed' }]);
  });

  it('tell what is left when somebody comes down early, and nothing when the side is done', () => {
    const run = player(HOLD);
    run.hold(2000, 'left', 1200);
    expect(run.endHold(2100, 'left', 1200)).toEqual([
      { kind: 'hold-left', atMs: 2100, side: 'left', leftS: 2 },
    ]);
    run.hold(5000, 'left', 1900);
    expect(run.endHold(5100, 'left', 1900)).toEqual([]);
  });

  it('keep their time while the clock stands', () => {
    const run = player(HOLD);
    run.hold(1500, 'left', 1500);
    run.hold(2500, 'left', 1500, 'out-of-position');
    run.hold(2600, 'left', 0, 'lost');
    expect(run.state().done.left).toBe(1500);
  });
});
