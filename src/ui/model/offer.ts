import type { ExerciseEvent } from '../../core/exercise/events';
import type { ExerciseId } from '../../core/terms/ids';

/** The exercises that the person is asked to choose between, the likeliest first; null while nothing is asked. */
export type Offer = readonly ExerciseId[] | null;

/** As many as can be read and hit from afar. */
const MOST = 2;

/**
 * What is offered after these events: asked with a doubt, no longer asked once the exercise is recognised or a
 * repetition is counted without a doubt. Pure.
 *
 * @param selected the exercise that is counted; null while *auto* has recognised none
 */
export function stepOffer(
  before: Offer,
  events: readonly ExerciseEvent[],
  selected: ExerciseId | null,
): Offer {
  let offer = before;
  for (const event of events) {
    if (event.kind === 'exercise-recognised' || event.kind === 'rep-counted') offer = null;
    if (event.kind === 'exercise-doubted') offer = offerOf(event, selected);
  }
  return offer !== null && before !== null && offer.join() === before.join() ? before : offer;
}

/** The two most likely; where an exercise is selected it is always one of them, so that the person can insist. */
function offerOf(
  { candidates }: Extract<ExerciseEvent, { kind: 'exercise-doubted' }>,
  selected: ExerciseId | null,
): Offer {
  const likely = candidates.flatMap((id) => (id === 'none' ? [] : [id]));
  if (selected === null) return likely.length === 0 ? null : likely.slice(0, MOST);
  return [...likely.filter((id) => id !== selected).slice(0, MOST - 1), selected];
}
