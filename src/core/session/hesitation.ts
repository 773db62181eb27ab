import type { ExerciseId } from '../terms/ids';
import type { ExerciseDefinition } from '../exercise/definition';
import type { MovementClass, MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis, type Millis } from '../units';

/** Says when *auto* should ask the person instead of waiting any longer. */
export interface Hesitation {
  /**
   * Sees every frame in which no exercise is recognised.
   *
   * @param complete the exercises of which a whole repetition or hold was seen
   * @returns the two most likely when it is time to ask, best first; null while it is not
   */
  judge(
    complete: readonly ExerciseId[],
    movement: MovementEstimate | null,
    atMs: Millis,
  ): readonly ExerciseId[] | null;
}

/** After a whole repetition the model gets this long to make up its mind: the next one is then half done. */
const PATIENCE_MS = 1500;
/** Without one: as long as two slow repetitions, none of which was seen whole. */
const LONG_PATIENCE_MS = 6000;
/** The model's opinion is averaged over this: a repetition, with or without the pause before it. */
const OPINION_MS = millis(4000);
/** A whole repetition seen weighs as much as an even opinion of how the movement looks. */
const COMPLETE_WEIGHT = 0.5;
/** When the two have changed they are offered anew, but not faster than they can be read from afar. */
const OFFER_EVERY_MS = 4000;
/**
 * Mean probability of no exercise at all: up to the first the person is exercising, from the second on nobody is asked.
 * Source: of twenty recordings of other exercises four are asked about, with those between one half and all would be;
 * in the clips of the five, each is recognised before.
 */
const NO_EXERCISE = { exercising: 0.3, idle: 0.5 } as const;

export function createHesitation(exercises: readonly ExerciseDefinition[]): Hesitation {
  const opinion = createTimeWindow<MovementEstimate>(OPINION_MS);
  let completeSince: Millis | null = null;
  let exercisingSince: Millis | null = null;
  let offered: { readonly pair: string; readonly atMs: Millis } | null = null;

  /** Mean probability; 0 without the model. */
  const likelihood = (of: MovementClass): number =>
    opinion.entries.reduce((sum, { value }) => sum + value.exercise[of], 0) /
    Math.max(1, opinion.entries.length);

  const isTimeToAsk = (isComplete: boolean, atMs: Millis): boolean => {
    const none = likelihood('none');
    const isExercising = opinion.coveredMs >= OPINION_MS / 2 && none <= NO_EXERCISE.exercising;
    if (isComplete) completeSince ??= atMs;
    exercisingSince = isExercising ? (exercisingSince ?? atMs) : null;
    if (none >= NO_EXERCISE.idle) return false;
    const isOver = (since: Millis | null, patienceMs: number): boolean =>
      since !== null && atMs - since >= patienceMs;
    return isOver(completeSince, PATIENCE_MS) || isOver(exercisingSince, LONG_PATIENCE_MS);
  };

  return {
    judge(complete, movement, atMs) {
      if (movement) opinion.push(movement, movement.timestampMs);
      if (!isTimeToAsk(complete.length > 0, atMs)) return null;
      const weightOf = ({ id, movement }: ExerciseDefinition): number =>
        (movement ? likelihood(movement.movementClass) : 0) + (complete.includes(id) ? COMPLETE_WEIGHT : 0);
      const two = exercises
        .map((exercise) => ({ id: exercise.id, weight: weightOf(exercise) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, 2)
        .map(({ id }) => id);
      const pair = [...two].sort().join();
      if (offered && (offered.pair === pair || atMs - offered.atMs < OFFER_EVERY_MS)) return null;
      offered = { pair, atMs };
      return two;
    },
  };
}
