import { lightOf, type PainLight } from '../session/felt';
import { isTraining, type ExerciseDigest, type SessionDigest } from '../session/session-digest';
import { SIDES } from '../units';
import { PLANNED_EXERCISES, type Dose } from './eight-weeks';

/** Everything of the plan that was done on one day, whatever the number of sessions. */
export interface PlanDay {
  /** Days of the person's own calendar, counted from any fixed one. */
  readonly day: number;
  /** Beginning of its last session, epoch milliseconds. */
  readonly lastAt: number;
  readonly exercises: readonly ExerciseDigest[];
  /** Whether its last session came to its regular end. */
  readonly isEnded: boolean;
  /** The worst that was said of its sessions; null where nothing was said. */
  readonly light: PainLight | null;
}

/**
 * The days on which something of the plan was done, oldest first.
 *
 * @param dayOf the day of a moment in the person's own calendar: one more from each day to the next
 */
export function planDaysOf(
  digests: readonly SessionDigest[],
  dayOf: (epochMs: number) => number,
): readonly PlanDay[] {
  const days = new Map<number, SessionDigest[]>();
  for (const digest of digests) {
    if (!isTraining(digest) || !digest.exercises.some(isPlanned)) continue;
    const day = dayOf(digest.startedAt);
    days.set(day, [...(days.get(day) ?? []), digest]);
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, sessions]) => dayFrom(day, sessions));
}

const isPlanned = ({ exercise }: ExerciseDigest): boolean =>
  PLANNED_EXERCISES.some((planned) => planned.exercise === exercise);

function dayFrom(day: number, sessions: readonly SessionDigest[]): PlanDay {
  const inOrder = [...sessions].sort((a, b) => a.startedAt - b.startedAt);
  const last = inOrder.at(-1);
  const pains = inOrder.flatMap(({ felt }) => (felt.pain === null ? [] : [felt.pain]));
  return {
    day,
    lastAt: last?.startedAt ?? 0,
    exercises: inOrder.flatMap(({ exercises }) => exercises.filter(isPlanned)),
    isEnded: last?.ended === 'finished',
    light: lightOf(pains.length === 0 ? null : Math.max(...pains)),
  };
}

/** A hold is ended by ear: so many seconds short of the clock is done. */
const HOLD_SLACK_S = 1;

/** Whether the day has the dose on both sides. The person's own count is believed where it is higher. */
export function isDone({ exercises }: PlanDay, exercise: ExerciseDigest['exercise'], dose: Dose): boolean {
  const done = exercises.filter((one) => one.exercise === exercise);
  const sum = (of: (one: ExerciseDigest) => number) => done.reduce((total, one) => total + of(one), 0);
  const wanted = dose.amount * dose.sets;
  if (dose.of === 'holdS') {
    const enough = wanted - dose.sets * HOLD_SLACK_S;
    return SIDES.every((side) => sum(({ holds }) => holds[side].inPositionS) >= enough);
  }
  const ownCount = sum(({ ownCount, reps }) => ownCount ?? reps.left + reps.right);
  return ownCount >= 2 * wanted || SIDES.every((side) => sum(({ reps }) => reps[side]) >= wanted);
}

/** Whether everything that the week asks for was done, and the last session was not broken off. */
export const isWhole = (day: PlanDay, week: number): boolean =>
  day.isEnded &&
  PLANNED_EXERCISES.filter(({ isNeeded }) => isNeeded).every(({ exercise, weeks }) => {
    const dose = weeks[week - 1];
    return dose !== undefined && isDone(day, exercise, dose);
  });
