import { NOT_FELT } from '../../src/core/session/felt';
import { digestOf, type SessionDigest } from '../../src/core/session/session-digest';
import { emptySession, emptySet, type SessionRecord, type SetRecord } from '../../src/core/session/record';
import { PLANNED_EXERCISES } from '../../src/core/plan/eight-weeks';
import { SIDES } from '../../src/core/units';
import { aStart, repRecord } from './session-builders';

export const DAY_MS = 86_400_000;
/** For tests a day begins at midnight UTC. */
export const utcDay = (epochMs: number): number => Math.floor(epochMs / DAY_MS);
export const noonOf = (day: number): number => (day + 0.5) * DAY_MS;

export interface DoneDay {
  readonly day: number;
  /** The week of the plan whose doses are done. */
  readonly week: number;
  /** The last exercise is left out. */
  readonly isShort?: boolean;
  readonly ended?: SessionRecord['ended'];
  readonly pain?: number | null;
}

/** One session that does a day of the plan. */
export function planSession({
  day,
  week,
  isShort = false,
  ended = 'finished',
  pain = null,
}: DoneDay): SessionRecord {
  const needed = PLANNED_EXERCISES.filter(({ isNeeded }) => isNeeded);
  const startedAt = noonOf(day);
  const sets = needed.slice(0, isShort ? -1 : undefined).flatMap(({ exercise, weeks }) => {
    const dose = weeks[week - 1];
    if (dose === undefined) return [];
    return Array.from({ length: dose.sets }, (): SetRecord => {
      const set = emptySet(1, { exercise, startedAt, target: null });
      if (dose.of === 'holdS') {
        const holds = SIDES.map((side, index) => ({
          side,
          startS: 100 * index,
          endS: 100 * index + dose.amount,
          inPositionS: dose.amount,
          breaks: [],
        }));
        return { ...set, holds };
      }
      const reps = Array.from({ length: 2 * dose.amount }, (_, index) =>
        repRecord(index + 1, { side: index < dose.amount ? 'left' : 'right' }),
      );
      return { ...set, reps };
    });
  });
  return {
    ...emptySession(`plan-${day}`, aStart({ startedAt })),
    ended,
    endedAt: ended === 'finished' ? startedAt + 1_800_000 : null,
    felt: pain === null ? NOT_FELT : { pain, effort: 5 },
    sets: sets.map((set, index) => ({ ...set, n: index + 1 })),
  };
}

/** What is said of days of the plan, in turn. */
const SAID = [1, 0, null, 2, 1, 4, 0, 1] as const;

/** So many days of the plan, three a week, the last one two days before now; newest first. */
export const plannedSessions = (nowMs: number, count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, back) => {
    const index = count - 1 - back;
    const daysBack = 2 + 7 * Math.floor(back / 3) + 2 * (back % 3);
    const pain = SAID[index % SAID.length] ?? null;
    const week = Math.min(8, 1 + Math.floor(index / 3));
    const startedAt = nowMs - daysBack * DAY_MS;
    const record = planSession({ day: utcDay(startedAt), week, pain });
    const effort = 3 + (index % 4);
    return { ...record, startedAt, endedAt: startedAt + 1_800_000, felt: { pain, effort } };
  });

export const planDigest = (done: DoneDay): SessionDigest => digestOf(planSession(done));
