import type { ExerciseCard } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import { inOrder } from './order';

/**
 * The same files as the registry's. The build cuts each down to its card, so that the first screen need not wait for what counts
 * and judges; where nothing is built, as in the tests, it is the whole exercise, of which the card is a part.
 */
const modules = import.meta.glob<ExerciseCard>('./*.exercise.ts', {
  eager: true,
  import: 'default',
  query: '?card',
});

/** What can be shown of every exercise, in their order, tests last. */
export const cards: readonly ExerciseCard[] = inOrder(Object.values(modules));

/** The card of an exercise; null for one that this version does not know. */
export const cardById = (id: ExerciseId | null): ExerciseCard | null =>
  cards.find((card) => card.id === id) ?? null;

/** What an exercise is called in English; of one that this version does not know, what its id says. */
export const exerciseName = (id: ExerciseId): string =>
  cardById(id)?.text.name ?? capitalised(id.replaceAll('-', ' '));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
