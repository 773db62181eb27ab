import { describe, expect, it } from 'vitest';
import { skipExercise, stepProgramme } from '../../../src/core/session/programme';
import { resumeProgramme, standOf } from '../../../src/core/session/programme-stand';
import { startProgramme, type ProgrammeState } from '../../../src/core/session/programme-state';
import { millis, type Side } from '../../../src/core/units';
import { exerciseById, exercises } from '../../../src/exercises/registry';
import { aHold, aRep } from '../../support/set-builders';

const [hike, plank, march] = (['hip-hike', 'side-plank', 'kettlebell-march'] as const).map((id) => {
  const definition = exerciseById(id);
  if (!definition) throw new Error(id);
  return definition;
});
if (!hike || !plank || !march) throw new Error('an exercise is missing');

const counted = (state: ProgrammeState, side: Side, times: number): ProgrammeState =>
  Array.from({ length: times }).reduce<ProgrammeState>(
    (before) =>
      stepProgramme(before, {
        atMs: millis(0),
        events: [{ kind: 'rep-counted', atMs: millis(0), rep: aRep({ side }) }],
        live: null,
      }).state,
    state,
  );

/** Written down and read again, as a reloaded page does. */
const again = (state: ProgrammeState): ProgrammeState | null =>
  resumeProgramme(JSON.parse(JSON.stringify(standOf(state))) as never, exercises);

describe('a programme that is gone on with', () => {
  it('stands in the middle of a set where it stood', () => {
    const stood = counted(startProgramme(hike, [march, plank]), 'left', 4);
    expect(again(stood)).toEqual({ ...stood, later: [march, plank] });
  });

  it('begins the next set where it stood in a rest', () => {
    const { reps } = hike.prescription.kind === 'reps' ? hike.prescription : { reps: 0 };
    const resting = counted(counted(startProgramme(hike), 'left', reps), 'right', reps);
    expect(resting.phase).toBe('resting');
    expect(again(resting)).toMatchObject({ phase: 'working', set: 2, done: { left: 0, right: 0 } });
  });

  it('begins the next exercise where it stood in the change', () => {
    const changing = skipExercise(startProgramme(hike, [march, plank]), millis(0)).state;
    expect(again(changing)).toEqual(startProgramme(march, [plank]));
  });

  it('has the time of the holds that had ended', () => {
    const held = stepProgramme(startProgramme(plank), {
      atMs: millis(0),
      events: [
        { kind: 'hold-ended', atMs: millis(0), hold: aHold({ side: 'left', inPositionMs: millis(9000) }) },
      ],
      live: null,
    }).state;
    expect(again(held)).toMatchObject({ done: { left: 9000, right: 0 }, heldMs: { left: 9000, right: 0 } });
  });

  it('is none when everything is done, and leaves out what does not exist any more', () => {
    expect(standOf({ ...startProgramme(hike), phase: 'done' })).toBeNull();
    const stand = standOf(startProgramme(hike, [march]));
    if (!stand) throw new Error('nothing stands');
    expect(resumeProgramme({ ...stand, exercise: 'gone' }, exercises)).toBeNull();
    expect(resumeProgramme({ ...stand, later: ['gone', 'side-plank'] }, exercises)?.later).toEqual([plank]);
  });
});
