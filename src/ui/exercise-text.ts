import type { ExerciseDefinition, ExerciseText } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import { exerciseById, exerciseName as ownName } from '../exercises/registry';
import { words } from './language';

/** An exercise's words in the language that is spoken; where there are none, the English of its own file. */
export function textOf(exercise: ExerciseDefinition): ExerciseText;
export function textOf(exercise: ExerciseDefinition | null | undefined): ExerciseText | undefined;
export function textOf(exercise: ExerciseDefinition | null | undefined): ExerciseText | undefined {
  return exercise ? (words.exercises[exercise.id] ?? exercise.text) : undefined;
}

/** What an exercise is called; of one that this version does not know, what its id says. */
export const exerciseName = (id: ExerciseId): string => textOf(exerciseById(id))?.name ?? ownName(id);
