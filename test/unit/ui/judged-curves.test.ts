import { describe, expect, it } from 'vitest';
import { emptySet, type JudgedRecord, type SetRecord } from '../../../src/core/session/record';
import type { Side } from '../../../src/core/units';
import { judgedCurves } from '../../../src/ui/model/judged-curves';
import { aSetStart, repRecord } from '../../support/session-builders';

const course = (side: Side, startS: number, deg: readonly number[], lineDeg = 8): JudgedRecord => ({
  fault: 'knee-collapse',
  side,
  lineDeg,
  t: deg.map((_, i) => startS + i / 10),
  deg,
  sdDeg: deg.map(() => 2),
});
const set: SetRecord = {
  ...emptySet(1, aSetStart()),
  reps: [
    {
      ...repRecord(1, { side: 'left' }),
      judged: [course('left', 1, [1, 12]), course('right', 1, [0, -1], 9)],
      legs: {
        'knee-collapse': [
          { verdict: 'fault', peakDeg: 12, sdDeg: 2, within95Deg: 7.5, side: 'left' },
          { verdict: 'ok', peakDeg: 0, sdDeg: 2, side: 'right' },
        ],
      },
    },
    {
      ...repRecord(2, { side: 'right' }),
      judged: [course('left', 5, [3, 2])],
      legs: { 'knee-collapse': [{ verdict: 'not-seen', reason: 'too-uncertain', side: 'left' }] },
    },
  ],
};
const [chart] = judgedCurves(set);

describe('the curves of what was judged', () => {
  it('have one curve for each leg, with its band and the line from which that leg is flagged', () => {
    expect(chart?.timesS).toEqual([1, 1.1, 1.101, 5, 5.1, 5.101]);
    const [left, right] = chart?.curves ?? [];
    expect(left).toMatchObject({
      name: 'Left knee',
      values: [1, 12, null, 3, 2, null],
      low: [-1, 10, null, 1, 0, null],
      high: [3, 14, null, 5, 4, null],
      line: [8, 8, null, 8, 8, null],
    });
    // Broken where this leg was not judged.
    expect(right).toMatchObject({
      values: [0, -1, null, null, null, null],
      line: [9, 9, null, null, null, null],
    });
  });

  it('read every judged moment out, both legs in one, and stand in the table with their largest value', () => {
    expect(chart?.readouts.map(({ words }) => words)).toEqual([
      '1.0 s, Repetition 1L: Left knee 1.0° ± 2.0° (flagged from 8.0°); Right knee 0.0° ± 2.0° (flagged from 9.0°)',
      '1.1 s, Repetition 1L: Left knee 12.0° ± 2.0° (flagged from 8.0°); Right knee −1.0° ± 2.0° (flagged from 9.0°)',
      '5.0 s, Repetition 2R: Left knee 3.0° ± 2.0° (flagged from 8.0°)',
      '5.1 s, Repetition 2R: Left knee 2.0° ± 2.0° (flagged from 8.0°)',
    ]);
    expect(chart?.rows).toEqual([
      ['Repetition 1L, left knee', '12.0° ± 2.0°', '4.5° to 19.5°', '8.0°', '1.1 s'],
      ['Repetition 1L, right knee', '0.0° ± 2.0°', '−3.9° to 3.9°', '9.0°', '1.0 s'],
      ['Repetition 2R, left knee', '3.0° ± 2.0°', '–', '8.0°', '5.0 s'],
    ]);
  });

  it('are none of records that keep no courses', () => {
    expect(judgedCurves({ ...set, reps: [repRecord(1)] })).toEqual([]);
  });
});
