import type { OwnPrescription } from '../exercise/own-prescription';
import type { ExerciseId } from '../terms/ids';
import { PLANNED_EXERCISES, type Dose } from './eight-weeks';

type ByExercise = Readonly<Record<string, OwnPrescription>>;

export interface TakeOver {
  /** What the person does otherwise than prescribed, with the plan's numbers in it. */
  readonly prescriptions: ByExercise;
  /** What the plan itself has set there, so that it is known from what was set by hand. */
  readonly planned: ByExercise;
  /** Exercises whose numbers the person set by hand; left as they are unless asked for. */
  readonly byHand: readonly ExerciseId[];
}

const numbersOf = ({ of, amount, sets }: Dose): OwnPrescription => ({ [of]: amount, sets });

/** Whether the amounts are the person's own: set, and not by the plan. Rest, order and side are never the plan's business. */
function isByHand(own: OwnPrescription | undefined, planned: OwnPrescription | undefined): boolean {
  return (['reps', 'holdS', 'sets'] as const).some(
    (what) => own?.[what] !== undefined && own[what] !== planned?.[what],
  );
}

/**
 * The doses of a week taken over into what the person does.
 *
 * @param replaceOwn also what was set by hand; only after the person was asked
 */
export function takeOver(
  week: number,
  prescriptions: ByExercise,
  planned: ByExercise,
  replaceOwn: boolean,
): TakeOver {
  const [nowOwn, nowPlanned]: [Record<string, OwnPrescription>, Record<string, OwnPrescription>] = [
    { ...prescriptions },
    { ...planned },
  ];
  const byHand: ExerciseId[] = [];
  for (const { exercise, weeks } of PLANNED_EXERCISES) {
    const dose = weeks[week - 1];
    if (dose === undefined) continue;
    if (!replaceOwn && isByHand(prescriptions[exercise], planned[exercise])) {
      if (!has(prescriptions[exercise], dose)) byHand.push(exercise);
      continue;
    }
    nowPlanned[exercise] = numbersOf(dose);
    nowOwn[exercise] = { ...prescriptions[exercise], ...numbersOf(dose) };
  }
  return { prescriptions: nowOwn, planned: nowPlanned, byHand };
}

const has = (own: OwnPrescription | undefined, dose: Dose): boolean =>
  own?.[dose.of] === dose.amount && own.sets === dose.sets;

/** Whether the next session is done with the week's numbers already. */
export const isTaken = (week: number, prescriptions: ByExercise): boolean =>
  PLANNED_EXERCISES.every(({ exercise, weeks }) => {
    const dose = weeks[week - 1];
    return dose !== undefined && has(prescriptions[exercise], dose);
  });
