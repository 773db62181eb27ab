import { HIP_DROP_LIMITS } from '../../../core/exercise/standard-checks';
import type { ScreeningLeg } from '../../../core/session/screening';
import { ago, degrees } from '../../model/format';

/** The hip test: an observation of one camera, never a diagnosis. */
export const screening = {
  title: 'Hip test',
  lead: 'Half a minute on each leg: does the pelvis stay level? About five minutes with setting up.',
  start: 'Start the test',
  again: 'Test again',
  steps: {
    title: 'How it goes',
    list: [
      'Put the camera at hip height, 2.5 to 3 m away, and something to hold on to within reach.',
      'Hipline checks the picture and looks at how you stand on both legs.',
      'Stand on the left leg for 30 seconds, the other foot a hand’s width off the floor.',
      'Rest a moment, then stand on the right leg for 30 seconds.',
    ],
  },
  result: 'Last result',
  normalTitle: 'What is usual',
  normal:
    'The free side of the pelvis level or a little raised, held for 30 seconds (Hardcastle and Nade 1985, J Bone Joint Surg Br 67:741).',
  doubtTitle: 'How much to believe',
  doubt:
    'Observers of this test do not always agree: of 36 hips, what a practitioner saw agreed only weakly with a laboratory’s cameras (Chiropractic & Manual Therapies 2020, doi 10.1186/s12998-020-00344-3). This is what one camera saw on one day. It is no diagnosis; with pain or doubt show it to a physiotherapist.',
  trend: 'Over time',
  onceIsNoTrend: 'With a second test its trend is drawn here.',
  review: 'See the whole session',
  legs: { left: 'Standing on the left', right: 'Standing on the right' },
  outcomes: {
    level: `No drop of ${degrees(HIP_DROP_LIMITS.fault.value)} or more in 30 seconds.`,
    dropped: `The pelvis sank by ${degrees(HIP_DROP_LIMITS.fault.value)} or more on the free side.`,
    short: 'No drop, but the foot came down before 30 seconds were over.',
    'not-measured': 'The pelvis was not seen well enough to judge.',
    'not-done': 'Not done.',
  },
  firstDrop: 'First drop',
  largestDrop: 'Largest drop',
  stood: 'Stood',
} as const;

export const firstDropWords = ({ outcome, firstDropS }: ScreeningLeg): string => {
  if (outcome === 'not-done' || outcome === 'not-measured') return '–';
  return firstDropS === null ? 'none' : `after ${Math.round(firstDropS)} s`;
};

export const largestDropWords = ({ largestDropDeg }: ScreeningLeg): string =>
  largestDropDeg === null ? '–' : largestDropDeg < 0.5 ? 'none' : degrees(largestDropDeg);

/** When the next test says something; it is offered, not asked for. */
export function nextWords(lastAt: number | null, nextAt: number | null, nowMs: number): string {
  if (lastAt === null || nextAt === null)
    return 'Not done yet. A first test is what later ones are compared with.';
  const last = `Last done ${ago(lastAt, nowMs)}.`;
  const days = Math.ceil((nextAt - nowMs) / 86_400_000);
  if (days <= 0) return `${last} A new one can show whether something has changed.`;
  return `${last} The next one says most in ${days === 1 ? 'a day' : `${days} days`}: strength changes over weeks.`;
}
