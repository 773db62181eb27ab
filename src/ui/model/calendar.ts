/** Days and weeks in the person's own time zone; weeks begin on Monday. */

/** "2026-11-22": a day as a key. */
export function dayKey(epochMs: number): string {
  const at = new Date(epochMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Monday of the week, at noon: far enough from midnight for every change of clocks. */
function mondayOf(epochMs: number): Date {
  const at = new Date(epochMs);
  at.setHours(12, 0, 0, 0);
  at.setDate(at.getDate() - ((at.getDay() + 6) % 7));
  return at;
}

const weekKey = (epochMs: number): string => dayKey(mondayOf(epochMs).getTime());

const weeksBefore = (epochMs: number, weeks: number): number => {
  const monday = mondayOf(epochMs);
  monday.setDate(monday.getDate() - 7 * weeks);
  return monday.getTime();
};

export interface CalendarDay {
  readonly key: string;
  /** Noon of that day. */
  readonly atMs: number;
  readonly dayOfMonth: number;
  readonly isToday: boolean;
  readonly isInMonth: boolean;
  readonly sessions: number;
}

export interface CalendarMonth {
  readonly atMs: number;
  readonly weeks: readonly (readonly CalendarDay[])[];
}

/** The sessions of each day. */
export function countDays(times: readonly number[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const at of times) days.set(dayKey(at), (days.get(dayKey(at)) ?? 0) + 1);
  return days;
}

/** A month as whole weeks; `monthsBack` counted from the month of now. */
export function monthOf(
  sessions: ReadonlyMap<string, number>,
  nowMs: number,
  monthsBack: number,
): CalendarMonth {
  const now = new Date(nowMs);
  const first = new Date(now.getFullYear(), now.getMonth() - monthsBack, 1, 12);
  const day = mondayOf(first.getTime());
  const weeks: CalendarDay[][] = [];
  const isWithin = () => day.getMonth() === first.getMonth() && day.getFullYear() === first.getFullYear();
  do {
    weeks.push(
      Array.from({ length: 7 }, () => {
        const key = dayKey(day.getTime());
        const shown = {
          key,
          atMs: day.getTime(),
          dayOfMonth: day.getDate(),
          isToday: key === dayKey(nowMs),
          isInMonth: isWithin(),
          sessions: sessions.get(key) ?? 0,
        };
        day.setDate(day.getDate() + 1);
        return shown;
      }),
    );
  } while (isWithin());
  return { atMs: first.getTime(), weeks };
}

export interface WeekProgress {
  /** Days of this week on which something was done: two sessions of one day are one training day. */
  readonly days: number;
  /** Weeks in a row that reached the goal, up to the last one; this week counts once it has reached it, and breaks nothing before. */
  readonly streak: number;
  /** Training days of the last weeks, oldest first, this week last. */
  readonly recent: readonly number[];
}

const RECENT_WEEKS = 12;

export function weekProgress(times: readonly number[], nowMs: number, goal: number): WeekProgress {
  const weeks = new Map<string, Set<string>>();
  for (const at of times) {
    const key = weekKey(at);
    weeks.set(key, (weeks.get(key) ?? new Set()).add(dayKey(at)));
  }
  const daysIn = (weeksBack: number) => weeks.get(weekKey(weeksBefore(nowMs, weeksBack)))?.size ?? 0;
  const hasReached = (weeksBack: number) => goal > 0 && daysIn(weeksBack) >= goal;
  let streak = hasReached(0) ? 1 : 0;
  for (let back = 1; hasReached(back); back += 1) streak += 1;
  const recent = Array.from({ length: RECENT_WEEKS }, (_, index) => daysIn(RECENT_WEEKS - 1 - index));
  return { days: daysIn(0), streak, recent };
}
