import { exerciseName } from '../exercise-text';
import type { Cue } from '../../core/coach/cue';
import type { Offer } from '../model/offer';
import { words } from '../language';

/** What a screen reader is to say of these cues: the same words as the voice; null when there are none. */
export function spokenOf(cues: readonly Cue[]): string | null {
  const spoken = cues.flatMap((cue) => (cue.speech ? [cue.speech.text] : cue.banner ? [cue.banner] : []));
  return spoken.length > 0 ? spoken.join('. ') : null;
}

/** What a screen reader is to say when the person is asked which exercise it is. */
export const offerSpoken = (offer: NonNullable<Offer>): string =>
  [words.offer.question, ...offer.map((id, index) => words.offer.press(index + 1, exerciseName(id)))].join(
    ' ',
  );
