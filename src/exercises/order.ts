import type { ExerciseCard } from '../core/exercise/definition';

const placeOf = ({ offered }: ExerciseCard): number => (offered.as === 'exercise' ? offered.place : Infinity);

/** Exercises in their order among all of them, tests last. */
export const inOrder = <Exercise extends ExerciseCard>(exercises: readonly Exercise[]): readonly Exercise[] =>
  [...exercises].sort((a, b) => placeOf(a) - placeOf(b));
