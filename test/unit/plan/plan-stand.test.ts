import { describe, expect, it } from 'vitest';
import { PLAN, PLANNED_EXERCISES } from '../../../src/core/plan/eight-weeks';
import { planDaysOf } from '../../../src/core/plan/plan-days';
import { planStand } from '../../../src/core/plan/plan-stand';
import { planDigest, utcDay, type DoneDay } from '../../support/plan-builders';

/** Where somebody stands on a day after these days. */
const standOn = (today: number, done: readonly DoneDay[]) =>
  planStand(planDaysOf(done.map(planDigest), utcDay), today);
/** Monday, Wednesday, Friday of as many weeks, each with its own doses. */
const weeks = (count: number): DoneDay[] =>
  Array.from({ length: 3 * count }, (_, index) => ({
    day: 1000 + 7 * Math.floor(index / 3) + 2 * (index % 3),
    week: 1 + Math.floor(index / 3),
  }));

describe('the plan', () => {
  it('has a dose for every exercise in each of its weeks, as published at its ends', () => {
    for (const { weeks } of PLANNED_EXERCISES) expect(weeks).toHaveLength(PLAN.weeks);
    const ends = PLANNED_EXERCISES.map(({ exercise, weeks }) => [
      exercise,
      ...[weeks[0], weeks[7]].map((dose) => `${dose?.amount} × ${dose?.sets}`),
    ]);
    expect(ends.slice(0, 3)).toEqual([
      ['hip-hike', '10 × 3', '20 × 3'],
      ['side-plank', '15 × 2', '40 × 3'],
      ['banded-lateral-step', '15 × 2', '15 × 3'],
    ]);
  });

  it('never asks for more than one modest step from one week to the next', () => {
    for (const { weeks } of PLANNED_EXERCISES) {
      for (const [index, dose] of weeks.entries()) {
        const next = weeks[index + 1];
        if (next === undefined) continue;
        // Two repetitions or five seconds, or one more set: not both.
        const more = next.amount - dose.amount;
        const sets = next.sets - dose.sets;
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(dose.of === 'holdS' ? 5 : 2);
        expect(sets === 0 || (sets === 1 && more === 0)).toBe(true);
      }
    }
  });
});

describe('where somebody stands in the plan', () => {
  it('is its beginning before anything was done', () => {
    expect(standOn(1000, [])).toMatchObject({ week: 1, daysDone: 0, reason: 'begin', last: null });
  });

  it('goes on within a week, and into the next one after three whole days', () => {
    expect(standOn(1003, weeks(1).slice(0, 2))).toMatchObject({ week: 1, daysDone: 2, reason: 'go-on' });
    expect(standOn(1004, weeks(1))).toMatchObject({ week: 1, daysDone: 3, reason: 'wait', waitDays: 2 });
    expect(standOn(1007, weeks(1))).toMatchObject({ week: 2, daysDone: 0, reason: 'forward' });
  });

  it('keeps up what eight weeks led to', () => {
    expect(standOn(1056, weeks(8))).toMatchObject({ week: 8, daysDone: 3, reason: 'keep-up' });
  });

  it('stays where the last day was not whole, was broken off, or hurt a little', () => {
    for (const [third, reason] of [
      [{ isShort: true }, 'unfinished'],
      [{ ended: 'interrupted' }, 'unfinished'],
      [{ pain: 4 }, 'amber'],
    ] as const) {
      const done = [...weeks(1).slice(0, 2), { day: 1004, week: 1, ...third }];
      expect(standOn(1007, done)).toMatchObject({ week: 1, daysDone: 2, reason });
    }
  });

  it('takes a day of smaller doses for an unfinished one', () => {
    const done = [...weeks(2), ...[1014, 1016, 1018].map((day) => ({ day, week: 1 }))];
    expect(standOn(1021, done)).toMatchObject({ week: 3, daysDone: 0, reason: 'unfinished' });
  });

  it('goes back one week after pain in the red', () => {
    const done = [...weeks(3).slice(0, 8), { day: 1018, week: 3, pain: 6 }];
    expect(standOn(1021, done)).toMatchObject({ week: 2, daysDone: 0, reason: 'red' });
  });

  it('goes back one week after a missed one, and begins anew after eight', () => {
    const inThird = weeks(3).slice(0, 8);
    expect(standOn(1016 + 9, inThird)).toMatchObject({ week: 3, daysDone: 2, reason: 'go-on' });
    expect(standOn(1016 + 10, inThird)).toMatchObject({ week: 2, daysDone: 0, reason: 'missed' });
    expect(standOn(1018 + 10, weeks(3))).toMatchObject({ week: 3, daysDone: 0, reason: 'missed' });
    expect(standOn(1016 + 56, inThird)).toMatchObject({ week: 1, daysDone: 0, reason: 'begin-anew' });
  });

  it('takes several sessions of one day for one, with the worst pain that was said', () => {
    const [short, whole] = [
      planDigest({ day: 5, week: 1, isShort: true, pain: 5 }),
      planDigest({ day: 5, week: 1 }),
    ];
    const [day, ...others] = planDaysOf([whole, { ...short, startedAt: short.startedAt - 1000 }], utcDay);
    expect(others).toEqual([]);
    expect(day).toMatchObject({ day: 5, light: 'amber', isEnded: true });
  });

  it('knows nothing of a hip test, nor of what comes later than today', () => {
    const stand = planDigest({ day: 3, week: 1 });
    const test = {
      ...stand,
      exercises: stand.exercises.map((one) => ({ ...one, exercise: 'single-leg-stand' })),
    };
    expect(planDaysOf([test], utcDay)).toEqual([]);
    expect(standOn(999, weeks(1))).toMatchObject({ reason: 'begin' });
  });
});
