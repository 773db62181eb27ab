import { threshold } from '../exercise/threshold';
import { millis, type PerSide } from '../units';
import type { HoldDigest, SessionDigest } from './session-digest';

/** The hip test: a stand on each leg. */
export const SCREENING = {
  exercise: 'single-leg-stand',
  standMs: threshold(
    millis(30_000),
    'ms',
    'Hardcastle and Nade 1985, J Bone Joint Surg Br 67:741',
    'normal is a free side that is level or raised and is held so for 30 s',
  ),
  againMs: threshold(
    millis(14 * 86_400_000),
    'ms',
    'design',
    'strength changes over weeks; more often than this a test mostly measures the day',
  ),
} as const;

/**
 * What one camera saw of one leg. `level`: stood for the whole time without a drop. `short`: no drop, but put down before
 * the time was over. `not-measured`: stood, but the pelvis was not seen well enough.
 */
export type ScreeningOutcome = 'level' | 'dropped' | 'short' | 'not-measured' | 'not-done';

export interface ScreeningLeg {
  readonly outcome: ScreeningOutcome;
  readonly stoodS: number;
  readonly firstDropS: number | null;
  readonly largestDropDeg: number | null;
}

export interface Screening {
  readonly sessionId: string;
  readonly startedAt: number;
  readonly legs: PerSide<ScreeningLeg>;
}

/** Somebody who looks at the clock puts the foot down as it ends: so much earlier is not short. Seconds. */
const NEARLY_S = 1;

/** Every test that was done, in the order of the digests. */
export function screeningsOf(digests: readonly SessionDigest[]): readonly Screening[] {
  return digests.flatMap(({ id, startedAt, exercises }) =>
    exercises
      .filter(
        ({ exercise, holds }) => exercise === SCREENING.exercise && holds.left.holds + holds.right.holds > 0,
      )
      .map(({ holds }) => ({
        sessionId: id,
        startedAt,
        legs: { left: legOf(holds.left), right: legOf(holds.right) },
      })),
  );
}

function legOf(hold: HoldDigest): ScreeningLeg {
  const { durationS, firstDropS, largestDropDeg } = hold;
  return { outcome: outcomeOf(hold), stoodS: durationS, firstDropS, largestDropDeg };
}

function outcomeOf({ holds, durationS, firstDropS, largestDropDeg }: HoldDigest): ScreeningOutcome {
  if (holds === 0) return 'not-done';
  if (firstDropS !== null) return 'dropped';
  if (largestDropDeg === null) return 'not-measured';
  return durationS < SCREENING.standMs.value / 1000 - NEARLY_S ? 'short' : 'level';
}

/** When a test is next worth doing, epoch milliseconds; null before the first. */
export const nextScreeningAt = (newest: Screening | undefined): number | null =>
  newest === undefined ? null : newest.startedAt + SCREENING.againMs.value;
