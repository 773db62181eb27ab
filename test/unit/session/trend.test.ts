import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySession, emptySet, type RepRecord, type SessionRecord } from '../../../src/core/session/record';
import { digestOf } from '../../../src/core/session/session-digest';
import {
  changeOf,
  MINIMAL_CHANGE,
  thinTrend,
  trendOf,
  type TrendPoint,
} from '../../../src/core/session/trend';
import { aSetStart, aStart, EVENING, repRecord } from '../../support/session-builders';

const DAY = 86_400_000;

const march = (day: number, left: readonly number[], right: readonly number[]): SessionRecord => {
  const rep = (side: 'left' | 'right', deg: number, n: number): RepRecord => ({
    ...repRecord(n),
    // The lifted leg is the other one: the drop is filed under the leg that carries the weight.
    side: side === 'left' ? 'right' : 'left',
    verdicts: { 'hip-drop': { verdict: deg >= 7 ? 'fault' : 'ok', peakDeg: deg, sdDeg: 1, side } },
  });
  const reps = [...left.map((deg) => ['left', deg] as const), ...right.map((deg) => ['right', deg] as const)];
  return {
    ...emptySession(`day ${day}`, aStart({ startedAt: EVENING + day * DAY })),
    sets: [
      {
        ...emptySet(1, aSetStart({ exercise: 'kettlebell-march' })),
        reps: reps.map(([side, deg], index) => rep(side, deg, index + 1)),
      },
    ],
  };
};

const points = (...values: readonly number[]): readonly TrendPoint[] =>
  values.map((value, index) => ({ startedAt: EVENING + index * DAY, value, se: 0.5 }));

describe('the trend of a measure', () => {
  const digests = [march(2, [4, 4], [2]), march(0, [9, 7], [2])].map(digestOf);

  it('goes by the leg at fault, oldest first, with the error of each mean', () => {
    const left = trendOf(digests, 'kettlebell-march', 'hip-drop', 'left');
    expect(left.map(({ value }) => value)).toEqual([8, 4]);
    expect(left[0]?.se).toBeCloseTo(1, 6);
    expect(trendOf(digests, 'kettlebell-march', 'hip-drop', 'right').map(({ value }) => value)).toEqual([
      2, 2,
    ]);
    expect(trendOf(digests, 'kettlebell-march', 'clean', 'left').map(({ value }) => value)).toEqual([0, 1]);
    expect(trendOf(digests, 'kettlebell-march', 'reps', 'right').map(({ value }) => value)).toEqual([2, 2]);
  });

  it('has nothing where nothing was measured', () => {
    expect(trendOf(digests, 'kettlebell-march', 'knee-collapse', 'left')).toEqual([]);
    expect(trendOf(digests, 'hip-hike', 'hip-drop', 'left')).toEqual([]);
  });
});

describe('a change', () => {
  const least = MINIMAL_CHANGE['hip-drop']?.value ?? NaN;

  it('is called one from the minimal detectable change on, and not below', () => {
    expect(changeOf(points(10, 10 - least), 'hip-drop')?.isChange).toBe(true);
    expect(changeOf(points(10, 10 - least + 0.01), 'hip-drop')?.isChange).toBe(false);
    expect(changeOf(points(10 - least, 10), 'hip-drop')?.isChange).toBe(true);
  });

  it('is none where the values are too unsure, however far apart', () => {
    const unsure = points(10, 4).map((point) => ({ ...point, se: 5 }));
    expect(changeOf(unsure, 'hip-drop')?.isChange).toBe(false);
  });

  it('compares the first three occasions with the last three', () => {
    expect(changeOf(points(9, 8, 10, 7, 5, 4, 3), 'hip-drop')).toEqual({
      before: 9,
      now: 4,
      occasions: 3,
      isChange: true,
    });
  });

  it('needs two occasions, and is not judged for what is counted', () => {
    expect(changeOf(points(9), 'hip-drop')).toBeNull();
    expect(changeOf(points(9, 20), 'reps')?.isChange).toBeNull();
  });
});

describe('many occasions', () => {
  it('are drawn as the means of equally many days, none lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 400 }),
        (values) => {
          const { points: thinned, daysEach } = thinTrend(points(...values), 60);
          expect(thinned.length).toBeLessThanOrEqual(60);
          expect(daysEach === 0).toBe(values.length <= 60);
          const times = thinned.map(({ startedAt }) => startedAt);
          expect(times).toEqual([...times].sort((a, b) => a - b));
        },
      ),
    );
  });
});
