import type { ExerciseDefinition } from '../core/exercise/definition';
import type { ExerciseId } from '../core/terms/ids';

const modules = import.meta.glob<ExerciseDefinition>('./*.exercise.ts', { eager: true, import: 'default' });

const placeOf = ({ offered }: ExerciseDefinition): number =>
  offered.as === 'exercise' ? offered.place : Infinity;

/** Every exercise of the folder, in its order among all of them, tests last. A file dropped into the folder is found. */
export const exercises: readonly ExerciseDefinition[] = Object.values(modules).sort(
  (a, b) => placeOf(a) - placeOf(b),
);

/** The definition of an exercise; null for one that this version does not know. */
export const exerciseById = (id: ExerciseId | null): ExerciseDefinition | null =>
  exercises.find((exercise) => exercise.id === id) ?? null;

/** What an exercise is called; of one that this version does not know, what its id says. */
export const exerciseName = (id: ExerciseId): string =>
  exerciseById(id)?.text.name ?? capitalised(id.replaceAll('-', ' '));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
