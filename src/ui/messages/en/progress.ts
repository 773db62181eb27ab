import { MINIMAL_CHANGE, type Change, type TrendMeasure } from '../../../core/session/trend';
import type { Side } from '../../../core/units';
import { count } from '../../model/format';
import { formatMeasure } from '../../model/measure-format';
import type { Period } from '../../model/history-view';

/** What each measure is called, and how its values are written. */
export const measures: Readonly<Record<TrendMeasure, { readonly name: string; readonly about: string }>> = {
  'hip-drop': {
    name: 'Hip drop',
    about: 'Mean of each repetition’s lowest moment, or a hold’s lowest, by the leg that carries the weight.',
  },
  'knee-collapse': {
    name: 'Knee inward (FPPA)',
    about: 'Mean of each repetition’s worst moment, by the knee that was judged.',
  },
  clean: {
    name: 'Clean share',
    about: 'Repetitions without a fault of that leg, of those in which it was judged.',
  },
  reps: { name: 'Repetitions', about: 'Counted in one session, by the side of the repetition.' },
  hold: { name: 'Longest hold', about: 'Time in position without a break of the clock.' },
};

/** "Left leg: from 8.1° to 3.2°, a change." */
export function changeWords(measure: TrendMeasure, side: Side, change: Change): string {
  const { before, now, isChange } = change;
  const leg = side === 'left' ? 'Left leg' : 'Right leg';
  const values = `${leg}: ${formatMeasure(measure, before)} at first, ${formatMeasure(measure, now)} now`;
  if (isChange === null) return `${values}.`;
  if (isChange) return `${values}. That is a change.`;
  return formatMeasure(measure, before) === formatMeasure(measure, now)
    ? `${values}. No change.`
    : `${values}. Too close to call a change.`;
}

/** From how much on something is called a change, and who says so. */
export function leastChangeWords(measure: TrendMeasure, occasions: number): string {
  const compared =
    occasions === 1
      ? 'The first session against the last one.'
      : `The mean of the first ${occasions} sessions against the last ${occasions}.`;
  const least = MINIMAL_CHANGE[measure];
  if (least) {
    return `${compared} Less than ${least.value}° apart is what measuring twice gives (${least.source}).`;
  }
  return measure === 'clean'
    ? `${compared} Called a change only where chance alone would do it less than once in twenty.`
    : `${compared} Counted or timed: the difference is what was done, and no estimate.`;
}

export const periods: Readonly<Record<Period, string>> = {
  all: 'All time',
  year: '12 months',
  quarter: '3 months',
  month: '4 weeks',
};

export const progress = {
  title: 'Progress',
  allExercises: 'All exercises',
  exercise: 'Exercise',
  period: 'Time',
  mostFrequent: 'The exercise that you do most. Choose another one beside the heading.',
  noTrend: 'With a second session of an exercise its trend is drawn here.',
  eachPoint: (days: number) => `Each point is the mean of ${days === 1 ? 'one day' : `${days} days`}.`,
} as const;

export const week = {
  title: 'This week',
  none: 'No weekly goal',
  goal: 'Days a week',
  days: (days: number) => count(days, 'day'),
  recent: 'Training days in the last twelve weeks',
  recentLabel: (weeks: readonly number[]) =>
    `Training days in each of the last ${weeks.length} weeks, oldest first: ${weeks.join(', ')}`,
  /** Never what is missing: only what was done. */
  done: (days: number, goal: number) =>
    goal === 0 || days > goal ? count(days, 'day') : `${days} of ${count(goal, 'day')}`,
  streak: (weeks: number) => (weeks < 2 ? '' : `${weeks} weeks in a row`),
} as const;

export const deletion = {
  select: 'Select',
  done: 'Done',
  all: 'Select all',
  none: 'Select none',
  remove: (sessions: number) => `Delete ${count(sessions, 'session')}`,
  chooseHint: 'Choose sessions to delete or to save.',
  deleted: (sessions: number) => `${count(sessions, 'session')} deleted`,
  todo: 'They can be brought back until you close this notice.',
  todoOne: 'It can be brought back until you close this notice.',
  undo: 'Undo',
  close: 'Close',
} as const;
