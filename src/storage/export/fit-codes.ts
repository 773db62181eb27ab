import type { ExerciseId } from '../../core/terms/ids';

/** An exercise in the words of the FIT profile: category and, within it, the exercise's number. */
export interface FitCode {
  readonly category: number;
  readonly exercise: number;
  /** False where the profile has no such exercise and this is its nearest: the file then carries the real name. */
  readonly isExact: boolean;
}

/**
 * From the public FIT profile: `exercise_category` and the `…_exercise_name` of that category. Hip hike, march and
 * stand have none of their own; the nearest stands in (standing hip abduction, marching in place).
 */
const CODES: Readonly<Partial<Record<ExerciseId, FitCode>>> = {
  'banded-lateral-step': { category: 37, exercise: 24, isExact: true },
  'side-plank': { category: 19, exercise: 66, isExact: true },
  'curtsy-lunge': { category: 17, exercise: 86, isExact: true },
  'hip-hike': { category: 11, exercise: 28, isExact: false },
  'kettlebell-march': { category: 31, exercise: 88, isExact: false },
  'single-leg-stand': { category: 11, exercise: 28, isExact: false },
};

/** `unknown` of the profile. */
const UNKNOWN: FitCode = { category: 65534, exercise: 0, isExact: false };

export const fitCode = (exercise: ExerciseId | null): FitCode =>
  (exercise === null ? undefined : CODES[exercise]) ?? UNKNOWN;
