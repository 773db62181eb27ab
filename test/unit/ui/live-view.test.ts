import { describe, expect, it } from 'vitest';
import type { LiveStatus } from '../../../src/core/exercise/definition';
import type { Verdicts } from '../../../src/core/exercise/events';
import { startProgramme } from '../../../src/core/session/programme-state';
import type { SetState } from '../../../src/core/session/set-engine';
import type { ExerciseId } from '../../../src/core/terms/ids';
import { millis } from '../../../src/core/units';
import { exerciseById } from '../../../src/exercises/registry';
import { repOutcome } from '../../../src/core/session/rep-outcome';
import { viewOf } from '../../../src/ui/model/live-view';
import { aHold, aRep, clean, faulty } from '../../support/set-builders';

const EMPTY: SetState = { exercise: null, reps: [], partials: [], holds: [], faults: [] };
const LIVE: LiveStatus = { phase: 'ready', side: null, progress: 0, holdMs: millis(0), faults: [] };
const FRAME = { lost: null };

const step = (state: Partial<SetState>, live: Partial<LiveStatus> = {}) => ({
  state: { ...EMPTY, ...state },
  live: { ...LIVE, ...live },
  frame: FRAME,
});

const planned = (id: ExerciseId) => {
  const exercise = exerciseById(id);
  if (!exercise) throw new RangeError(`no exercise "${id}"`);
  return exercise;
};

describe('what the work screen shows', () => {
  it('counts both sides together where they alternate, and each on its own side', () => {
    const march = planned('kettlebell-march');
    const reps = [
      aRep({ n: 1, side: 'left' }),
      aRep({ n: 2, side: 'right', verdicts: faulty('hip-drop') }),
      aRep({ n: 3, side: 'left' }),
    ];
    const view = viewOf(march, startProgramme(march), step({ reps }));
    expect(view).toMatchObject({ count: 3, unit: 'reps', activeSide: null });
    expect(view.sides).toEqual({ left: { count: 2, flagged: 0 }, right: { count: 1, flagged: 1 } });
    expect(view.segments).toEqual(['clean', 'fault', 'clean']);
  });

  it('counts the side at work where one comes after the other', () => {
    const hike = planned('hip-hike');
    const { firstSide } = hike.prescription;
    const reps = [aRep({ n: 1, side: firstSide }), aRep({ n: 2, side: firstSide })];
    const view = viewOf(hike, startProgramme(hike), step({ reps }));
    expect(view).toMatchObject({ count: 2, activeSide: firstSide });
  });

  it('shows whole seconds in position of a hold, also without a goal', () => {
    const plank = planned('side-plank');
    const holding = step(
      { holds: [aHold({ side: 'left', inPositionMs: millis(4200) })] },
      { phase: 'holding', side: 'left', holdMs: millis(7900) },
    );
    const withGoal = viewOf(plank, startProgramme(plank), holding);
    expect(withGoal).toMatchObject({ count: 12, unit: 'seconds', target: 30, activeSide: 'left' });
    expect(withGoal.progress).toBeCloseTo(12.1 / 30, 9);
    expect(viewOf(plank, null, holding)).toMatchObject({ count: 12, unit: 'seconds', target: null });
  });

  it('passes on why nothing is seen', () => {
    const lost = { ...step({}), frame: { lost: 'out-of-picture' as const } };
    expect(viewOf(null, null, lost).unseen).toBe('out-of-picture');
  });
});

describe('the judgement of a repetition', () => {
  const unseen: Verdicts = { ...clean(), 'hip-drop': { verdict: 'not-seen', reason: 'turned-away' } };

  it('is clean only when everything was judged good', () => {
    expect(repOutcome({ verdicts: clean() })).toBe('clean');
    expect(repOutcome({ verdicts: faulty('knee-collapse') })).toBe('fault');
    expect(repOutcome({ verdicts: unseen })).toBe('unjudged');
    expect(repOutcome({ verdicts: {} })).toBe('unjudged');
  });
});
