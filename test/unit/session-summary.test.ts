import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySession, emptySet, type RepRecord, type SetRecord } from '../../src/core/session/record';
import { toHoldRecord, toPartialRecord, toRepRecord } from '../../src/core/session/record-convert';
import { findOnset, summariseSession, summariseSet } from '../../src/core/session/summary';
import { pool, spreadOf } from '../../src/core/session/summary-statistics';
import { median, quantile } from '../../src/core/signal/quantile';
import { deg, millis, type Side } from '../../src/core/units';
import { aSetStart, aStart } from '../support/session-builders';
import { aHold, aPartial, aRep, clean, faulty } from '../support/set-builders';

const rep = (n: number, side: Side, verdicts = clean()): RepRecord =>
  toRepRecord(aRep({ n, side, verdicts }));
const aSet = (given: Partial<SetRecord>): SetRecord => ({ ...emptySet(1, aSetStart()), ...given });
const drop = (peak: number) => ({
  'hip-drop': {
    verdict: peak >= 7 ? ('fault' as const) : ('ok' as const),
    peakDeg: deg(peak),
    sdDeg: deg(1),
  },
});

describe('the summary of a set', () => {
  it('of nothing is nothing', () => {
    expect(summariseSet(aSet({}))).toMatchObject({
      counts: { app: { left: 0, right: 0 }, corrected: null, held: { left: 0, right: 0 } },
      checks: {},
      asymmetry: {},
      tempo: { left: null, right: null },
      holds: { left: { inPositionS: 0, longestS: 0, holds: 0, breaks: 0 } },
    });
  });

  it('keeps both counts and lets the person be right', () => {
    const { counts } = summariseSet(aSet({ reps: [rep(1, 'left')], correctedReps: { left: 2, right: 0 } }));
    expect(counts).toEqual({
      app: { left: 1, right: 0 },
      corrected: { left: 2, right: 0 },
      held: { left: 2, right: 0 },
    });
  });

  it('counts what was clean, flagged and not seen per check and side, with the reasons', () => {
    const unseen = { 'hip-drop': { verdict: 'not-seen', reason: 'turned-away' } } as const;
    const reps = [
      rep(1, 'left', drop(2)),
      rep(2, 'left', drop(9)),
      rep(3, 'left', unseen),
      rep(4, 'right', drop(1)),
    ];
    expect(summariseSet(aSet({ reps })).checks['hip-drop']).toMatchObject({
      left: {
        clean: 1,
        flagged: 1,
        notSeen: 1,
        reasons: { 'turned-away': 1 },
        worst: { deg: 9, sdDeg: 1, n: 2 },
        pooled: { meanDeg: 5.5, n: 2 },
      },
      right: { clean: 1, flagged: 0, notSeen: 0 },
    });
  });

  it('gives the tempo as median and spread, partials by reason, holds by side', () => {
    const lasting = (n: number, ms: number): RepRecord =>
      toRepRecord(aRep({ n, startMs: millis(0), endMs: millis(ms) }));
    const summary = summariseSet(
      aSet({
        reps: [lasting(1, 2000), lasting(2, 3000), lasting(3, 7000)],
        partials: [aPartial(), aPartial({ side: 'right', why: 'not-crossed' })].map(toPartialRecord),
        holds: [
          aHold({ inPositionMs: millis(12_500) }),
          aHold({
            inPositionMs: millis(17_500),
            breaks: [{ fault: 'hip-drop', startMs: millis(1), endMs: millis(2) }],
          }),
        ].map(toHoldRecord),
      }),
    );
    expect(summary.tempo.left).toEqual({ median: 3, spread: 2.5, n: 3 });
    expect(summary.partials).toEqual({ left: 1, right: 1 });
    expect(summary.partialReasons).toEqual({ 'not-deep-enough': 1, 'not-crossed': 1 });
    expect(summary.holds.left).toEqual({ inPositionS: 30, longestS: 17.5, holds: 2, breaks: 1 });
  });
});

describe('left against right', () => {
  const both = (left: number, right: number) =>
    summariseSet(
      aSet({
        reps: [1, 2, 3, 4].flatMap((n) => [
          rep(2 * n - 1, 'left', drop(left)),
          rep(2 * n, 'right', drop(right)),
        ]),
      }),
    ).asymmetry['hip-drop'];

  it('differ clearly from 2.8 degrees on, when the errors allow', () => {
    // Four repetitions a side with a deviation of 1° each: a standard error of 0.71°, twice that is 1.41°.
    expect(both(7.8, 5)?.seDeg).toBeCloseTo(Math.SQRT1_2, 6);
    expect(both(2.8, 0)).toMatchObject({ differenceDeg: 2.8, isClear: true });
    expect(both(2.79, 0)?.isClear).toBe(false);
    expect(both(0, 2.8)).toMatchObject({ differenceDeg: -2.8, isClear: true });
  });

  it('do not differ clearly when single measurements are all there is', () => {
    const unsure = (n: number, side: Side, peak: number): RepRecord =>
      rep(n, side, { 'hip-drop': { verdict: 'ok', peakDeg: deg(peak), sdDeg: deg(3) } });
    const { asymmetry } = summariseSet(aSet({ reps: [unsure(1, 'left', 6), unsure(2, 'right', 1)] }));
    expect(asymmetry['hip-drop']?.isClear).toBe(false);
  });

  it('are not compared when one was not measured', () => {
    expect(summariseSet(aSet({ reps: [rep(1, 'left')] })).asymmetry).toEqual({});
  });
});

describe('the onset of a fault', () => {
  /** `.` good, `x` faulty. */
  const onsetOf = (pattern: string) =>
    findOnset(
      Array.from(pattern, (mark, index) => ({ n: 2 * index + 1, ofSide: index + 1, isFaulty: mark === 'x' })),
    );

  it.each([
    ['......xxxx', 7],
    ['........xx', 9],
    ['..xx', 3],
    ['...x.xxxxx', 4],
    ['.x....xxxx', 7],
  ])('%s begins at repetition %i of the side', (pattern, ofSide) => {
    expect(onsetOf(pattern)).toEqual({ kind: 'from', n: 2 * ofSide - 1, ofSide });
  });

  it.each(['xx', 'xxxxx', '.xxxx', 'xx.xxx'])('%s is throughout', (pattern) => {
    expect(onsetOf(pattern)).toEqual({ kind: 'throughout' });
  });

  it.each(['', '.', 'x', '.........x', '..........', 'x.x.x.x.', '...x......', 'xx........'])(
    '%j has none',
    (pattern) => {
      expect(onsetOf(pattern)).toBeNull();
    },
  );

  it('is found over what could be judged, and named by the set’s own number', () => {
    const unseen = { 'hip-drop': { verdict: 'not-seen', reason: 'too-dark' } } as const;
    const verdicts = [drop(1), drop(2), unseen, drop(1), drop(8), drop(9)];
    const reps = verdicts.map((verdict, index) => rep(index + 1, 'left', verdict));
    expect(summariseSet(aSet({ reps })).checks['hip-drop']?.left.onset).toEqual({
      kind: 'from',
      n: 5,
      ofSide: 5,
    });
  });
});

describe('the summary of a session', () => {
  it('adds the sets of each exercise up, in the order in which they were done', () => {
    const unseen = { 'hip-drop': { verdict: 'not-seen', reason: 'too-dark' } } as const;
    const sets = [
      aSet({ n: 1, exercise: 'curtsy-lunge', reps: [rep(1, 'left'), rep(2, 'right', faulty('hip-drop'))] }),
      aSet({ n: 2, exercise: 'side-plank', holds: [toHoldRecord(aHold())] }),
      aSet({
        n: 3,
        exercise: 'curtsy-lunge',
        reps: [rep(1, 'left', unseen), rep(2, 'left', {})],
        correctedReps: { left: 3, right: 0 },
      }),
      aSet({ n: 4, exercise: null }),
    ];
    const summary = summariseSession({ ...emptySession('a', aStart()), sets });
    expect(summary).toHaveLength(2);
    expect(summary[0]).toMatchObject({
      exercise: 'curtsy-lunge',
      sets: 2,
      reps: { left: 4, right: 1 },
      outcomes: {
        left: { flagged: 0, notJudged: 2, clean: 1 },
        right: { flagged: 1, notJudged: 0, clean: 0 },
      },
      pooled: { 'hip-drop': { left: { meanDeg: 2, n: 1 }, right: { meanDeg: 9, n: 1 } } },
    });
    expect(summary[1]).toMatchObject({ exercise: 'side-plank', holdS: { left: 30, right: 0 } });
  });
});

describe('the statistics', () => {
  it('know the edges', () => {
    expect(median([])).toBeNull();
    expect(median([4])).toBe(4);
    expect(median([4, 1])).toBe(2.5);
    expect(median([9, 1, 4])).toBe(4);
    expect(quantile([1, 2, 3, 4, 5], 0)).toBe(1);
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
    expect(spreadOf([])).toBeNull();
    expect(pool([])).toBeNull();
    expect(pool([{ deg: 3, sdDeg: null }])).toEqual({ meanDeg: 3, seDeg: null, n: 1 });
    expect(pool([{ deg: 3, sdDeg: 2 }])).toEqual({ meanDeg: 3, seDeg: 2, n: 1 });
    // Errors that reach further than those of a normal distribution.
    expect(pool([{ deg: 3, sdDeg: 2, within95Deg: 9.8 }])?.seDeg).toBeCloseTo(5, 10);
  });

  it('pool with the larger of scatter and single errors', () => {
    expect(
      pool([
        { deg: 1, sdDeg: 0.1 },
        { deg: 5, sdDeg: 0.1 },
      ])?.seDeg,
    ).toBeCloseTo(2, 9);
    expect(
      pool([
        { deg: 3, sdDeg: 2 },
        { deg: 3, sdDeg: 2 },
      ])?.seDeg,
    ).toBeCloseTo(Math.SQRT2, 9);
  });

  it('are the same in whichever order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -90, max: 90, noNaN: true }), { minLength: 1 }), (values) => {
        const reversed = [...values].reverse();
        expect(spreadOf(reversed)).toEqual(spreadOf(values));
        const middle = median(values) ?? NaN;
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('swap with the sides', () => {
    const peaks = fc.array(
      fc.tuple(fc.constantFrom<Side>('left', 'right'), fc.integer({ min: -5, max: 20 })),
    );
    fc.assert(
      fc.property(peaks, (list) => {
        const mirror: Record<Side, Side> = { left: 'right', right: 'left' };
        const summaryOf = (side: (given: Side) => Side) =>
          summariseSet(
            aSet({ reps: list.map(([given, peak], index) => rep(index + 1, side(given), drop(peak))) }),
          );
        const [straight, mirrored] = [summaryOf((side) => side), summaryOf((side) => mirror[side])];
        expect(mirrored.checks['hip-drop']?.left).toEqual(straight.checks['hip-drop']?.right);
        expect(mirrored.tempo.left).toEqual(straight.tempo.right);
        expect(mirrored.asymmetry['hip-drop']?.isClear).toBe(straight.asymmetry['hip-drop']?.isClear);
      }),
    );
  });
});
