import { PLAN, PLANNED_EXERCISES, type Dose } from '../../core/plan/eight-weeks';
import { planDaysOf } from '../../core/plan/plan-days';
import { planStand, type PlanStand } from '../../core/plan/plan-stand';
import type { Felt } from '../../core/session/felt';
import type { SessionDigest } from '../../core/session/session-digest';
import type { ExerciseId } from '../../core/terms/ids';

const DAY_MS = 86_400_000;

/** The day of a moment in the person's own calendar; days follow one another by one, whatever the clocks do. */
export function calendarDay(epochMs: number): number {
  const at = new Date(epochMs);
  return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS);
}

export const standNow = (digests: readonly SessionDigest[], nowMs: number): PlanStand =>
  planStand(planDaysOf(digests, calendarDay), calendarDay(nowMs));

export interface PlanRow {
  readonly week: number;
  readonly when: 'done' | 'now' | 'later';
  readonly doses: readonly (Dose & { readonly exercise: ExerciseId })[];
}

/** The plan week by week, with where the person stands in it. */
export const planRows = (stand: PlanStand): readonly PlanRow[] =>
  Array.from({ length: PLAN.weeks }, (_, index) => ({
    week: index + 1,
    when: index + 1 < stand.week ? 'done' : index + 1 === stand.week ? 'now' : 'later',
    doses: dosesOf(index + 1),
  }));

export const dosesOf = (week: number): PlanRow['doses'] =>
  PLANNED_EXERCISES.flatMap(({ exercise, weeks }) => {
    const dose = weeks[week - 1];
    return dose === undefined ? [] : [{ ...dose, exercise }];
  });

export interface FeltPoint extends Felt {
  readonly id: string;
  readonly startedAt: number;
}

/** What was said of sessions, oldest first; those of which nothing was said are left out. */
export const feltOver = (digests: readonly SessionDigest[]): readonly FeltPoint[] =>
  digests
    .filter(({ felt }) => felt.pain !== null || felt.effort !== null)
    .map(({ id, startedAt, felt }) => ({ id, startedAt, ...felt }))
    .sort((a, b) => a.startedAt - b.startedAt);
