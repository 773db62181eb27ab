import { exerciseName } from '../../exercises/registry';
import type { Cue } from '../../core/coach/cue';
import type { Offer } from '../model/offer';
import { offer as words } from '../messages/live';

/** What a screen reader is to say of these cues: the same words as the voice; null when there are none. */
export function spokenOf(cues: readonly Cue[]): string | null {
  const words = cues.flatMap((cue) => (cue.speech ? [cue.speech.text] : cue.banner ? [cue.banner] : []));
  return words.length > 0 ? words.join('. ') : null;
}

/** What a screen reader is to say when the person is asked which exercise it is. */
export const offerSpoken = (offer: NonNullable<Offer>): string =>
  [
    words.question,
    ...offer.map((id, index) =>
      words.press.replace('{key}', `${index + 1}`).replace('{name}', exerciseName(id)),
    ),
  ].join(' ');
