import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDaysOf } from '../../src/core/plan/plan-days';
import { PLAN_RULES, planStand, type PlanStand } from '../../src/core/plan/plan-stand';
import type { SessionDigest } from '../../src/core/session/session-digest';
import { planDigest, utcDay, type DoneDay } from '../support/plan-builders';

const aDay = fc.record({
  pause: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 70 })),
  /** What is done against the week one stands in: mostly that, sometimes less or more. */
  ahead: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 2 })),
  isShort: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, fc.constant(true)),
  ended: fc.oneof(
    { weight: 8, arbitrary: fc.constant('finished' as const) },
    fc.constant('interrupted' as const),
  ),
  pain: fc.option(
    fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 2 }) }, fc.integer({ min: 3, max: 10 })),
  ),
});

interface Step {
  readonly before: PlanStand;
  readonly after: PlanStand;
  readonly done: DoneDay;
  readonly pauseBehind: number;
}

/** Somebody who trains by the plan, or not quite, and looks at it on every training day. */
function follow(
  days: readonly (typeof aDay extends fc.Arbitrary<infer Day> ? Day : never)[],
): readonly Step[] {
  const [digests, steps]: [SessionDigest[], Step[]] = [[], []];
  const standOn = (day: number) => planStand(planDaysOf(digests, utcDay), day);
  let today = 20_000;
  for (const [index, { pause, ahead, ...how }] of days.entries()) {
    const before = standOn(today);
    const one = { day: today, week: Math.min(8, Math.max(1, before.week + ahead)), ...how };
    digests.push(planDigest(one));
    const pauseBehind = days[index + 1]?.pause ?? pause;
    today += pauseBehind;
    steps.push({ before, after: standOn(today), done: one, pauseBehind });
  }
  return steps;
}

const everyStep = (check: (step: Step) => void): void => {
  fc.assert(
    fc.property(fc.array(aDay, { minLength: 1, maxLength: 40 }), (days) => follow(days).forEach(check)),
    { numRuns: 60 },
  );
};

describe('the next step of the plan, whatever was done', () => {
  it('is never further than one week, unless it begins anew', () => {
    everyStep(({ before, after, pauseBehind }) => {
      expect(after.week).toBeLessThanOrEqual(before.week + 1);
      if (pauseBehind < PLAN_RULES.anewAfterDays) {
        // Pain in the red, and a missed week behind it, are two reasons to go back.
        expect(after.week).toBeGreaterThanOrEqual(before.week - 2);
      }
    });
  });

  it('is never forward after pain in the red or the amber', () => {
    everyStep(({ before, after, done }) => {
      if ((done.pain ?? 0) >= 3) expect(after.week).toBeLessThanOrEqual(before.week);
      if ((done.pain ?? 0) >= 6 && before.week > 1) expect(after.week).toBeLessThan(before.week);
    });
  });

  it('is never forward when the last session was not finished, or was of fewer than asked for', () => {
    everyStep(({ before, after, done }) => {
      if (done.isShort === true || done.ended === 'interrupted')
        expect(after.week).toBeLessThanOrEqual(before.week);
    });
  });

  it('is never forward after a missed week, and stays within the eight weeks', () => {
    everyStep(({ before, after, pauseBehind }) => {
      if (pauseBehind >= PLAN_RULES.backAfterDays) expect(after.week).toBeLessThanOrEqual(before.week);
      expect(after.week).toBeGreaterThanOrEqual(1);
      expect(after.week).toBeLessThanOrEqual(8);
    });
  });
});
