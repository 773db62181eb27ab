import { describe, expect, it } from 'vitest';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import { addEntry, emptySet, joinCurves, type SetEntry } from '../../src/core/session/record';
import {
  entryOfEvent,
  toRecordedLists,
  toRecordedSeconds,
  toRepRecord,
} from '../../src/core/session/record-convert';
import type { SetState } from '../../src/core/session/set-engine';
import { deg, millis } from '../../src/core/units';
import { aSetStart, curves, entryOfEachKind, repRecord } from '../support/session-builders';
import { aHold, aPartial, aRep, clean, faulty } from '../support/set-builders';

const STATE: SetState = {
  exercise: 'curtsy-lunge',
  reps: [
    aRep({ n: 1, verdicts: clean() }),
    aRep({
      n: 2,
      side: 'right',
      verdicts: { ...faulty('hip-drop'), 'trunk-lean': { verdict: 'not-seen', reason: 'turned-away' } },
    }),
  ],
  partials: [aPartial({ why: 'not-crossed' })],
  holds: [aHold({ breaks: [{ fault: 'hip-drop', startMs: millis(5000), endMs: millis(6000) }] })],
  faults: [
    {
      fault: 'hip-drop',
      side: null,
      startMs: millis(1000),
      endMs: millis(1500),
      flaggedAtMs: millis(1100),
      peakDeg: null,
    },
    {
      fault: 'knee-collapse',
      side: 'left',
      startMs: millis(2000),
      endMs: millis(2500),
      flaggedAtMs: millis(2200),
      peakDeg: deg(17.5),
    },
  ],
};

describe('a record', () => {
  it('has seconds and degrees, as an analysis has', () => {
    const verdicts = { 'hip-drop': { verdict: 'fault', peakDeg: deg(9.4567), sdDeg: deg(1) } } as const;
    const rep = aRep({ startMs: millis(1400), countedAtMs: millis(3733.333), verdicts });
    expect(toRepRecord(rep)).toEqual({
      n: 1,
      side: 'left',
      startS: 1.4,
      peakS: 2.4,
      endS: 3.4,
      countedAtS: 3.733,
      verdicts: { 'hip-drop': { verdict: 'fault', peakDeg: 9.46, sdDeg: 1 } },
    });
  });

  it('never holds a negative zero, which JSON would change', () => {
    const verdicts = { 'hip-drop': { verdict: 'ok', peakDeg: deg(-0.001) } } as const;
    const record = toRepRecord(aRep({ verdicts }));
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record.verdicts['hip-drop']).toEqual({ verdict: 'ok', peakDeg: 0 });
  });

  it('holds the four lists of the state it was made of, in seconds', () => {
    const lists = toRecordedLists(STATE);
    expect(lists.reps.map(({ n, side }) => [n, side])).toEqual([
      [1, 'left'],
      [2, 'right'],
    ]);
    expect(lists.partials.map(({ why }) => why)).toEqual(['not-crossed']);
    expect(lists.holds[0]?.breaks).toEqual([{ fault: 'hip-drop', startS: 5, endS: 6 }]);
    expect(
      lists.faults.map(({ fault, side, flaggedAtS, peakDeg }) => [fault, side, flaggedAtS, peakDeg]),
    ).toEqual([
      ['hip-drop', null, 1.1, null],
      ['knee-collapse', 'left', 2.2, 17.5],
    ]);
  });

  it('keeps times to the millisecond', () => {
    for (const time of [0, 1, 33.4, 59_999, 3_599_999])
      expect(toRecordedSeconds(millis(time)) * 1000).toBeCloseTo(Math.round(time), 6);
  });
});

describe('what is kept of events', () => {
  it('is what happened, not what was said about it', () => {
    const events: ExerciseEvent[] = [
      { kind: 'ready', atMs: millis(0) },
      { kind: 'rep-started', atMs: millis(0), side: 'left' },
      { kind: 'rep-counted', atMs: millis(0), rep: aRep() },
      { kind: 'rep-partial', atMs: millis(0), partial: aPartial() },
      { kind: 'fault-raised', atMs: millis(0), fault: 'hip-drop', side: 'left' },
      { kind: 'hold-ended', atMs: millis(0), hold: aHold() },
      { kind: 'exercise-recognised', atMs: millis(0), exercise: 'hip-hike' },
    ];
    expect(events.flatMap((event) => entryOfEvent(event)?.kind ?? [])).toEqual([
      'rep',
      'partial',
      'hold',
      'exercise',
    ]);
  });

  it('adds up to the set, in order', () => {
    const set = entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()));
    expect(set.reps.map(({ n }) => n)).toEqual([1, 2]);
    expect([set.partials, set.holds, set.faults, set.replays].map(({ length }) => length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(set.curves?.t).toEqual([0, 0.05, 0.1]);
  });

  it('puts a revised repetition in the place of the one it revises', () => {
    const rep = entryOfEachKind.find((entry) => entry.kind === 'rep')!;
    const revised = { ...rep, rep: { ...rep.rep, verdicts: {} } };
    const set = [rep, revised].reduce(addEntry, emptySet(1, aSetStart()));
    expect(set.reps).toEqual([revised.rep]);
  });

  it('gives a fault span the number that its leg has after a revision: there is one', () => {
    const verdicts = (peakDeg: number) =>
      ({
        verdicts: { 'hip-drop': { verdict: 'fault', peakDeg, sdDeg: 1, side: 'left' } },
        legs: {
          'hip-drop': [
            { verdict: 'fault', peakDeg, sdDeg: 1, side: 'left' },
            { verdict: 'fault', peakDeg: 8, sdDeg: 1, side: 'right' },
          ],
        },
      }) as const;
    const rep = { ...repRecord(1), startS: 1, endS: 3 };
    const span = { fault: 'hip-drop', startS: 1.5, endS: 2, flaggedAtS: 1.6, peakDeg: 9 } as const;
    const entries: SetEntry[] = [
      { kind: 'rep', rep: { ...rep, ...verdicts(9) } },
      { kind: 'fault', fault: { ...span, side: 'left' } },
      { kind: 'fault', fault: { ...span, side: 'right', peakDeg: 8 } },
      { kind: 'fault', fault: { ...span, side: 'left', startS: 4, endS: 5 } },
      { kind: 'rep', rep: { ...rep, ...verdicts(12) } },
    ];
    const { faults } = entries.reduce(addEntry, emptySet(1, aSetStart()));
    expect(faults.map(({ peakDeg }) => peakDeg)).toEqual([12, 8, 9]);
  });

  it('names the exercise that was recognised', () => {
    const set = addEntry(emptySet(1, aSetStart({ exercise: null })), {
      kind: 'exercise',
      exercise: 'hip-hike',
    });
    expect(set.exercise).toBe('hip-hike');
  });

  it('joins curves column by column', () => {
    const joined = joinCurves(curves(0), curves(0.1, 0.2));
    expect(joined).toEqual(curves(0, 0.1, 0.2));
    expect(joinCurves(null, curves(1))).toEqual(curves(1));
  });
});
