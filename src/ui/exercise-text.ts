import type { ExerciseCard, ExerciseText } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import { cardById, exerciseName as ownName } from '../exercises/cards';
import { words } from './language';

type Worded = Pick<ExerciseCard, 'id' | 'text'>;

/** An exercise's words in the language that is spoken; where there are none, the English of its own file. */
export function textOf(exercise: Worded): ExerciseText;
export function textOf(exercise: Worded | null | undefined): ExerciseText | undefined;
export function textOf(exercise: Worded | null | undefined): ExerciseText | undefined {
  return exercise ? (words.exercises[exercise.id] ?? exercise.text) : undefined;
}

/** What an exercise is called; of one that this version does not know, what its id says. */
export const exerciseName = (id: ExerciseId): string => textOf(cardById(id))?.name ?? ownName(id);
