import type { ExerciseCard, ExerciseText } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import { cardById, exerciseName as ownName } from '../exercises/cards';
import { words } from './language';

interface Worded<Text> {
  readonly id: ExerciseId;
  readonly text: Text;
}
type CardText = ExerciseCard['text'];

/** An exercise's words in the language that is spoken; where there are none, the English of its own file. */
export function textOf(exercise: Worded<ExerciseText>): ExerciseText;
export function textOf(exercise: Worded<CardText>): CardText;
export function textOf(exercise: Worded<ExerciseText> | null | undefined): ExerciseText | undefined;
export function textOf(exercise: Worded<CardText> | null | undefined): CardText | undefined;
export function textOf(exercise: Worded<CardText> | null | undefined): CardText | undefined {
  return exercise ? (words.exercises[exercise.id] ?? exercise.text) : undefined;
}

/** What an exercise is called; of one that this version does not know, what its id says. */
export const exerciseName = (id: ExerciseId): string => textOf(cardById(id))?.name ?? ownName(id);
