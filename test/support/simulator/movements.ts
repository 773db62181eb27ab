import type { ExerciseId } from '../../../src/core/terms/ids';
import type { Build } from './body';
import type { Movement, RepPlan, Simulate } from './movement';

/** One file per exercise, named by its id. */
const found = import.meta.glob<Simulate>('./movements/*.movement.ts', { eager: true, import: 'default' });

/** @throws RangeError for an exercise that has no simulator */
export function simulateMovement(exercise: ExerciseId, build: Build, plans: readonly RepPlan[]): Movement {
  const simulate = found[`./movements/${exercise}.movement.ts`];
  if (!simulate) throw new RangeError(`no simulator for "${exercise}": give it ${exercise}.movement.ts`);
  return simulate(build, plans);
}
