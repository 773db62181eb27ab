import { PLAN } from './eight-weeks';
import { isWhole, type PlanDay } from './plan-days';

/** How the plan moves. Ours: no trial says when somebody is ready for the next week. */
export const PLAN_RULES = {
  source: 'design',
  /** The next week begins so many days after the first day of the one before it: a training day may come a day early. */
  weekDaysLeast: 6,
  /** After so many days without the plan it goes back one week: from a Friday to the Monday after the next, a week was missed. */
  backAfterDays: 10,
  /** After so many it begins anew: most of what was gained is gone by then. */
  anewAfterDays: 56,
} as const;

/** Why the next day is as it is. */
export type NextReason =
  /** Nothing was done yet, or so long ago that it begins anew. */
  | 'begin'
  | 'begin-anew'
  /** More days of this week. */
  | 'go-on'
  /** The week is done. */
  | 'forward'
  /** The week is done, but it was a short one: the next begins in some days. */
  | 'wait'
  /** The last day was not finished: the same once more. */
  | 'unfinished'
  | 'amber'
  | 'red'
  | 'missed'
  /** All eight weeks are done: what they led to is kept up. */
  | 'keep-up';

export interface PlanStand {
  /** Week of the plan, 1-based, that the next day belongs to. */
  readonly week: number;
  /** Days of this week that are done. */
  readonly daysDone: number;
  readonly reason: NextReason;
  /** Days until the next week may begin; zero unless it is waited for. */
  readonly waitDays: number;
  readonly last: PlanDay | null;
}

/** Behind the last day that was done. */
interface Progress {
  readonly week: number;
  readonly daysDone: number;
  /** First day of this week of the plan. */
  readonly weekBegan: number;
  readonly reason: Exclude<NextReason, 'forward' | 'wait' | 'begin-anew' | 'missed'>;
  readonly last: PlanDay | null;
}

const BEGIN: Progress = { week: 1, daysDone: 0, weekBegan: 0, reason: 'begin', last: null };

/** Where the person stands on a day, from what was done; `today` is counted as in {@link PlanDay}. */
export function planStand(days: readonly PlanDay[], today: number): PlanStand {
  const progress = days.filter(({ day }) => day <= today).reduce(afterDay, BEGIN);
  const { week, daysDone, reason, last, weekBegan } = arrive(progress, today);
  const waitDays = reason === 'wait' ? Math.max(1, weekBegan + PLAN_RULES.weekDaysLeast - today) : 0;
  return { week, daysDone, reason, waitDays, last };
}

interface Begun extends Omit<PlanStand, 'waitDays'> {
  readonly weekBegan: number;
}

/** What a day is begun with: a done week has passed into the next one, a long break has led back. */
function arrive(progress: Progress, day: number): Begun {
  const { week, daysDone, weekBegan, last } = progress;
  if (last === null) return progress;
  const away = day - last.day;
  const anew = { daysDone: 0, weekBegan: day, last };
  if (away >= PLAN_RULES.anewAfterDays) return { ...anew, week: 1, reason: 'begin-anew' };
  const isWeekDone = daysDone >= PLAN.daysAWeek;
  // Whoever stood before the next week is led back to the one that is done.
  if (away >= PLAN_RULES.backAfterDays)
    return { ...anew, week: isWeekDone ? week : before(week), reason: 'missed' };
  if (!isWeekDone || week === PLAN.weeks) return progress;
  return away > 0 && day - weekBegan >= PLAN_RULES.weekDaysLeast
    ? { ...anew, week: week + 1, reason: 'forward' }
    : { ...progress, reason: 'wait' };
}

const before = (week: number): number => Math.max(1, week - 1);

/**
 * What a day makes of where it was begun. Only a whole day without pain beyond the green counts toward the next week, so no week
 * is ever left forward by another one.
 */
function afterDay(progress: Progress, done: PlanDay): Progress {
  const begun = arrive(progress, done.day);
  const weekBegan = begun.daysDone === 0 ? done.day : begun.weekBegan;
  const stay = { week: begun.week, weekBegan, last: done };
  // A week that was done already wants one more day.
  const uncounted = Math.min(begun.daysDone, PLAN.daysAWeek - 1);
  if (done.light === 'red')
    return { week: before(begun.week), daysDone: 0, weekBegan: done.day, reason: 'red', last: done };
  if (!isWhole(done, begun.week)) return { ...stay, daysDone: uncounted, reason: 'unfinished' };
  if (done.light === 'amber') return { ...stay, daysDone: uncounted, reason: 'amber' };
  const daysDone = Math.min(PLAN.daysAWeek, begun.daysDone + 1);
  const isOver = begun.week === PLAN.weeks && daysDone === PLAN.daysAWeek;
  return { ...stay, daysDone, reason: isOver ? 'keep-up' : 'go-on' };
}
