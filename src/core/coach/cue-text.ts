import type { CueText } from '../exercise/definition';
import type { FaultId } from '../terms/ids';
import { millis, type Millis, type Side } from '../units';
import type { CoachWords } from './coach-words';
import type { CoachedExercise } from './cue';

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Puts the side in: `{side}` is left or right in English; a language that bends its words gives both forms, `{linke|rechte}`. A
 * text whose side is unknown does without the word.
 */
export const withSide = (text: string, side: Side | null): string =>
  capitalise(
    side === null
      ? text.replaceAll(/(the )?\{side\} ?|\{[^{}|]*\|[^{}|]*\} ?/g, '').trim()
      : text
          .replaceAll('{side}', side)
          .replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, left: string, right: string) =>
            side === 'left' ? left : right,
          ),
  );

/** The words for a fault: the exercise's own, else the general ones. */
export function faultText(
  words: CoachWords,
  exercise: CoachedExercise | null,
  fault: FaultId,
  side: Side | null,
): CueText {
  const text = exercise?.cues[fault] ?? words.faults[fault];
  return { short: withSide(text.short, side), long: withSide(text.long, side) };
}

/** Time from the command to the first sound of speech synthesis; local voices take 50–200 ms. */
const SPEECH_LATENCY_MS = 150;
/** English, German and Spanish at a brisk rate are about 15 characters a second. */
const SPEECH_MS_PER_CHARACTER = 65;
/** A digit is heard as a word: "7" lasts as long as "seven", "sieben" or "siete". */
const CHARACTERS_PER_DIGIT = 5;

/** How long saying a text is expected to take. */
export function estimateSpeechMs(text: string): Millis {
  const digits = text.replaceAll(/\D/g, '').length;
  const characters = text.length + digits * (CHARACTERS_PER_DIGIT - 1);
  return millis(SPEECH_LATENCY_MS + characters * SPEECH_MS_PER_CHARACTER);
}
