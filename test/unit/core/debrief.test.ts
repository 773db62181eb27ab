import { describe, expect, it } from 'vitest';
import { debriefSet as debriefIn, debriefSpeech, type DoneSet } from '../../../src/core/coach/debrief';
import { coach } from '../../../src/ui/messages/en/coach';
import type { CoachedExercise } from '../../../src/core/coach/cue';
import type { Rep, Verdicts } from '../../../src/core/exercise/events';
import { exerciseById } from '../../../src/exercises/registry';
import { deg, millis, type Side } from '../../../src/core/units';
import { aHold, aRep, clean } from '../../support/set-builders';

const debriefSet = (set: DoneSet, exercise: CoachedExercise | null) => debriefIn(set, exercise, coach);

const coached = (id: string): CoachedExercise => {
  const definition = exerciseById(id);
  if (!definition) throw new Error(id);
  const { prescription, text } = definition;
  return { id, cues: text.cues, prescription, betweenSets: null };
};
const LUNGE = coached('curtsy-lunge');
const HIKE = coached('hip-hike');
const PLANK = coached('side-plank');

const kneeOf = (side: Side): Verdicts => ({
  ...clean(),
  'knee-collapse': { verdict: 'fault', peakDeg: deg(15), sdDeg: deg(1), side },
});
const okOf = (side: Side): Verdicts => ({
  'knee-collapse': { verdict: 'ok', peakDeg: deg(3), sdDeg: deg(1), side },
});
const unseen: Verdicts = { 'hip-drop': { verdict: 'not-seen', reason: 'too-dark' } };

/** Left and right in turn, as judged. */
const alternating = (...verdicts: readonly Verdicts[]): Rep[] =>
  verdicts.map((one, i) => aRep({ n: i + 1, side: i % 2 === 0 ? 'left' : 'right', verdicts: one }));
const set = (reps: readonly Rep[], given: Partial<DoneSet> = {}): DoneSet => ({
  reps,
  holds: [],
  running: null,
  carried: [],
  ...given,
});

describe('what is told of a set', () => {
  it('is that all was clean, and then nothing to change', () => {
    const debrief = debriefSet(set(alternating(clean(), clean(), clean())), LUNGE);
    expect(debrief).toEqual({ good: 'All 3 were clean.', change: null });
    expect(debriefSpeech(debrief)).toBe('All 3 were clean.');
  });

  it('names the leg at fault, what to do, and the repetitions by the numbers they were counted with', () => {
    const reps = alternating(clean(), kneeOf('right'), clean(), kneeOf('right'), clean(), clean());
    expect(debriefSet(set(reps), LUNGE)).toEqual({
      good: '4 of 6 were clean.',
      change: expect.stringMatching(
        /^Your right knee .* toes\. That was in number 2 and number 4\.$/,
      ) as string,
    });
  });

  it('names the leg that is at fault, not the one that moved', () => {
    const reps = alternating(kneeOf('right'), clean(), clean(), clean());
    expect(debriefSet(set(reps), LUNGE).change).toMatch(/right knee/);
    const drop: Verdicts = { 'hip-drop': { verdict: 'fault', peakDeg: deg(9), side: 'right' } };
    expect(debriefSet(set(alternating(drop, clean())), LUNGE).change).toMatch(/ On the right leg\.$/);
  });

  it('counts each side from one where one side is done after the other, and goes on from what was done before', () => {
    const left = (n: number, verdicts: Verdicts) => aRep({ n, side: 'left', verdicts });
    const reps = [left(1, clean()), left(2, kneeOf('left'))];
    expect(debriefSet(set(reps), HIKE).change).toMatch(/That was in left 2\./);
    const carried = [
      { side: 'left', judged: 'clean' },
      { side: 'left', judged: 'fault' },
    ] as const;
    const debrief = debriefSet(set(reps, { carried }), HIKE);
    expect(debrief.good).toBe('2 of 4 were clean.');
    expect(debrief.change).toMatch(/That was in left 4\./);
  });

  it('tells when a fault sets in late on one leg', () => {
    const ok = (n: number) => Array.from({ length: n }, () => okOf('left'));
    const reps = [...ok(6), kneeOf('left'), kneeOf('left'), kneeOf('left')].map((verdicts, i) =>
      aRep({ n: i + 1, side: 'left', verdicts }),
    );
    expect(debriefSet(set(reps), LUNGE).change).toMatch(
      /It began with number 7: you may be getting tired\.$/,
    );
  });

  it('tells how many where the numbers would be too many to keep in mind', () => {
    const reps = alternating(...Array.from({ length: 5 }, () => kneeOf('left')));
    expect(debriefSet(set(reps), LUNGE)).toMatchObject({
      good: '5 done.',
      change: expect.stringMatching(/That was in 5 of 5\.$/) as string,
    });
  });

  it('never calls good what could not be judged', () => {
    expect(debriefSet(set(alternating(unseen, unseen)), LUNGE)).toEqual({
      good: '2 done. Too little was seen to call them clean.',
      change: null,
    });
    expect(debriefSet(set(alternating(clean(), unseen, clean(), clean())), LUNGE).good).toBe(
      '3 of the 3 that could be judged were clean.',
    );
    expect(debriefSet(set([]), null)).toEqual({ good: null, change: null });
    expect(debriefSpeech({ good: null, change: null })).toBeNull();
  });

  it('is time held per side for holds, and what paused the timer', () => {
    const breaks = [{ fault: 'hip-drop', startMs: millis(1), endMs: millis(2) }] as const;
    const holds = [
      aHold({ side: 'left' }),
      aHold({ side: 'right', inPositionMs: millis(12_900), breaks }),
      aHold({ side: 'right', inPositionMs: millis(10_200), breaks }),
    ];
    const debrief = debriefSet(set([], { holds }), PLANK);
    expect(debrief.good).toBe('You held 30 seconds on the left and 23 seconds on the right.');
    expect(debrief.change).toMatch(/That paused the timer 2 times on the right\.$/);
    expect(debriefSet(set([], { holds: [aHold()] }), PLANK).change).toBeNull();
  });

  it('tells the hold that still runs as the set is done', () => {
    const running = { side: 'right', inPositionMs: millis(30_050) } as const;
    expect(debriefSet(set([], { holds: [aHold()], running }), PLANK).good).toBe(
      'You held 30 seconds on the left and 30 seconds on the right.',
    );
    expect(debriefSet(set([], { running }), PLANK).good).toBe('You held 30 seconds on the right.');
  });
});
