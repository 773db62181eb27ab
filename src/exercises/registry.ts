import type { ExerciseDefinition } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';
import { inOrder } from './order';

const modules = import.meta.glob<ExerciseDefinition>('./*.exercise.ts', { eager: true, import: 'default' });

/** Every exercise of the folder, in its order among all of them, tests last. A file dropped into the folder is found. */
export const exercises: readonly ExerciseDefinition[] = inOrder(Object.values(modules));

/** The definition of an exercise; null for one that this version does not know. */
export const exerciseById = (id: ExerciseId | null): ExerciseDefinition | null =>
  exercises.find((exercise) => exercise.id === id) ?? null;
