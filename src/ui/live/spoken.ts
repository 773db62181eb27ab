import type { Cue } from '../../core/coach/cue';

/** What a screen reader is to say of these cues: the same words as the voice; null when there are none. */
export function spokenOf(cues: readonly Cue[]): string | null {
  const words = cues.flatMap((cue) => (cue.speech ? [cue.speech.text] : cue.banner ? [cue.banner] : []));
  return words.length > 0 ? words.join('. ') : null;
}
