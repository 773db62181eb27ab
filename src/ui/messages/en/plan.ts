import { locale } from '../../language';
import type { FeltScale, PainLight } from '../../../core/session/felt';
import type { DoseOrigin } from '../../../core/plan/eight-weeks';
import type { NextReason, PlanStand } from '../../../core/plan/plan-stand';

/** The plan: what comes next and why, said once and without urging. */
export const planWords = {
  title: 'Plan',
  lead: 'Eight weeks for the hips of runners, three days a week. It moves with what you did, and never by more than one small step.',
  next: 'What comes next',
  start: 'Start',
  take: 'Use these numbers',
  taken: 'The programme has these numbers.',
  takeHint: 'The programme takes them for its sets. Rest, order and first side stay as you have them.',
  replace: 'Replace mine too',
  keep: 'Keep mine',
  table: 'The eight weeks',
  tableAbout:
    'Sets and repetitions, or seconds, on each side. Of the march and the lunge: of both sides together.',
  week: 'Week',
  weekDone: 'done',
  coach: 'Coach’s choice',
  optional: 'May be left out',
  source:
    'The doses in bold are those of a published trial with 24 runners (McKay 2020, J Orthop Surg Res 15:188, table 2). Its groups did not differ, so it says what people have done and not what it does for you. There the exercises followed one another; that they are done side by side here, and the steps between, is our choice. The march and the lunge are the coach’s choice.',
  rules:
    'A week goes on to the next one after three whole days without pain beyond the green. A day that was not finished counts as training and is done again. A missed week leads one week back; eight missed weeks begin anew.',
  origins: {
    published: 'as published',
    between: 'a step in between',
    coach: 'coach’s choice',
  } satisfies Record<DoseOrigin, string>,
  see: 'See the plan',
} as const;

export const doseWords = (of: 'reps' | 'holdS', amount: number, sets: number): string =>
  of === 'holdS' ? `${sets} × ${amount} s` : `${sets} × ${amount}`;

/** "Week 2, day 1 of 3". */
export function standWords({ week, daysDone, reason, waitDays }: PlanStand): string {
  if (reason === 'keep-up') return 'All eight weeks are done';
  if (reason === 'wait') {
    return waitDays === 1
      ? `Week ${week} is done, week ${week + 1} begins tomorrow`
      : `Week ${week} is done, week ${week + 1} begins in ${waitDays} days`;
  }
  return `Week ${week}, day ${daysDone + 1} of 3`;
}

const REASONS: Readonly<Record<NextReason, string>> = {
  begin: 'The plan begins with its first day. Nothing needs to be set up.',
  'begin-anew': 'It has been eight weeks or more, so the plan begins anew, at its first week.',
  'go-on': 'The last day was whole, so the week goes on.',
  forward: 'Three whole days are done, so the next week begins.',
  wait: 'This week’s three days are done. A day more may be done with the same numbers.',
  unfinished: 'The last day was not all of it, so the same is done again.',
  amber: 'The last day hurt a little, so the same is done again.',
  red: 'The last day hurt too much, so it goes one week back. Leave out what hurts, and show it to a physiotherapist if it stays.',
  missed: 'A week was missed, so it goes one week back.',
  'keep-up': 'What they led to is kept up with the numbers of the last week.',
};
export const reasonWords = ({ reason }: PlanStand): string => REASONS[reason];

export const daysDoneWords = (done: number, of: number): string => `${done} of ${of} days`;

export const askReplace = (names: readonly string[]): { readonly title: string; readonly todo: string } => ({
  title: 'Some numbers are your own',
  todo: `You set them by hand for: ${new Intl.ListFormat(locale).format(names)}. They were left as they are. Replace them with the plan’s?`,
});

/** Pain and effort after a session. */
export const feltWords = {
  title: 'How was it?',
  hint: 'One tap each, or leave it. It is kept with the session, on this device alone.',
  scales: {
    pain: { name: 'Pain', legend: 'Worst pain during it', least: 'none', most: 'worst there is' },
    effort: { name: 'Effort', legend: 'How hard it was', least: 'rest', most: 'all I had' },
  } satisfies Record<FeltScale, object>,
  takeBack: { pain: 'Take the pain back', effort: 'Take the effort back' } satisfies Record<
    FeltScale,
    string
  >,
  lights: {
    green: 'Green: pain up to 2 is taken for safe.',
    amber:
      'Amber: pain of 3 to 5 is taken for acceptable if it is gone the next morning. The plan stays where it is.',
    red: 'Red: pain of 6 and more is taken for too much. The plan goes a week back; if it stays, show it to a physiotherapist.',
  } satisfies Record<PainLight, string>,
  rule: 'A rule of thumb for pain while training (Thomeé 1997, Phys Ther 77:1690; Silbernagel 2007, Am J Sports Med 35:897), and no diagnosis.',
  trend: 'Pain and effort',
  trendAbout: 'What you said after each session, from 0 to 10. From the line on, pain is taken for too much.',
  trendLabel: (sessions: number) =>
    sessions === 1
      ? 'Pain and effort after 1 session. The numbers stand in the table below.'
      : `Pain and effort after ${sessions} sessions. The numbers stand in the table below.`,
  trendTable: 'Pain and effort as a table',
  day: 'Day',
  notSaid: 'not said',
} as const;
