import type { ExerciseDefinition } from '../core/exercise/definition';
import { EXERCISE_IDS, type ExerciseId } from '../core/terms/ids';

const modules = import.meta.glob<ExerciseDefinition>('./*.exercise.ts', { eager: true, import: 'default' });

/** Every exercise of the folder, in the order of {@link EXERCISE_IDS}. A file dropped into the folder is found. */
export const exercises: readonly ExerciseDefinition[] = Object.values(modules).sort(
  (a, b) => EXERCISE_IDS.indexOf(a.id) - EXERCISE_IDS.indexOf(b.id),
);

/** The definition of an exercise. @throws RangeError when no file defines it. */
export function exerciseById(id: ExerciseId): ExerciseDefinition {
  const found = exercises.find((exercise) => exercise.id === id);
  if (!found) throw new RangeError(`no file in src/exercises defines "${id}"`);
  return found;
}
