import { describe, expect, it } from 'vitest';
import { countDays, dayKey, monthOf, weekProgress } from '../../../src/ui/model/calendar';

/** Sunday 22 November 2026, evening, wherever the test runs. */
const NOW = new Date(2026, 10, 22, 19, 4).getTime();
const daysBefore = (days: number, hour = 18) => new Date(2026, 10, 22 - days, hour).getTime();

describe('a month', () => {
  it('is whole weeks from Monday to Sunday, each day once', () => {
    for (let back = 0; back < 30; back += 1) {
      const { weeks } = monthOf(new Map(), NOW, back);
      const days = weeks.flat();
      expect(days.length % 7).toBe(0);
      expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
      for (const week of weeks) expect(new Date(week[0]?.atMs ?? 0).getDay()).toBe(1);
      const inMonth = days.filter(({ isInMonth }) => isInMonth).map(({ dayOfMonth }) => dayOfMonth);
      expect(inMonth).toEqual(inMonth.map((_, index) => index + 1));
      expect(inMonth.length).toBeGreaterThanOrEqual(28);
    }
  });

  it('has the sessions of each day, and today', () => {
    const days = monthOf(
      countDays([daysBefore(2, 0), daysBefore(2, 23), daysBefore(0)]),
      NOW,
      0,
    ).weeks.flat();
    const trained = days.filter(({ sessions }) => sessions > 0);
    expect(trained.map(({ dayOfMonth, sessions }) => [dayOfMonth, sessions])).toEqual([
      [20, 2],
      [22, 1],
    ]);
    expect(days.find(({ isToday }) => isToday)?.key).toBe(dayKey(NOW));
  });
});

describe('the week', () => {
  it('counts days, not sessions', () => {
    expect(weekProgress([daysBefore(0), daysBefore(0, 7), daysBefore(3), daysBefore(7)], NOW, 3).days).toBe(
      2,
    );
  });

  it('counts weeks in a row; one that is not over breaks nothing', () => {
    const lastTwo = [7, 9, 14, 16].map((days) => daysBefore(days));
    expect(weekProgress(lastTwo, NOW, 2).streak).toBe(2);
    expect(weekProgress([...lastTwo, daysBefore(0), daysBefore(1)], NOW, 2).streak).toBe(3);
    expect(weekProgress(lastTwo.slice(2), NOW, 2).streak).toBe(0);
  });

  it('has no streak without a goal', () => {
    expect(weekProgress([daysBefore(7)], NOW, 0).streak).toBe(0);
  });
});
