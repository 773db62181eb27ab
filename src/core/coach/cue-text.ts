import type { CueText } from '../exercise/definition';
import type { PartialReason } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import type { FaultId } from '../terms/ids';
import { millis, type Millis, type Side } from '../units';
import type { CoachedExercise } from './cue';

/** What is said for a fault where the exercise has no words of its own. */
export const DEFAULT_FAULT_TEXT: Readonly<Record<FaultId, CueText>> = {
  'hip-drop': { short: 'Hips level', long: 'The hip sinks: keep the pelvis level.' },
  'knee-collapse': {
    short: '{side} knee out',
    long: 'The {side} knee falls inward: press it out over the foot.',
  },
  'trunk-lean': { short: 'Stay upright', long: 'The trunk leans: stay tall.' },
  'partial-range': { short: 'Go deeper', long: 'Use the whole range of the movement.' },
  'stance-knee-bent': { short: 'Straighten {side} knee', long: 'Keep the {side} knee straight.' },
  'standing-tall': { short: 'Sit lower', long: 'Stay in a shallow squat all the time.' },
  'feet-together': { short: 'Feet apart', long: 'Keep the band tight: do not close the feet.' },
  'not-crossed': { short: 'Cross further', long: 'Step further behind and across.' },
  'too-fast': { short: 'Slower', long: 'Take your time on the way down.' },
};

/** What is said when an attempt was not counted. */
export const PARTIAL_TEXT: Readonly<Record<PartialReason, CueText>> = {
  'not-deep-enough': { short: 'Not counted: deeper', long: 'Not counted: go deeper.' },
  'not-crossed': { short: 'Not counted: cross over', long: 'Not counted: step further behind and across.' },
  'not-lifted': { short: 'Not counted: higher', long: 'Not counted: lift higher.' },
  'not-lowered': { short: 'Not counted: lower first', long: 'Not counted: let the hip down first.' },
  'not-travelled': { short: 'Not counted: step on', long: 'Not counted: let the other foot follow.' },
  interrupted: { short: 'Not counted', long: 'Not counted: the movement broke off.' },
};

/** What is said when the person cannot be seen well enough. */
export const LOST_TEXT: Readonly<Record<NotSeenReason, CueText>> = {
  'not-tracked': { short: "I can't see you", long: 'Step back into the picture.' },
  'turned-away': { short: 'Face the camera', long: 'Turn to face the camera.' },
  'out-of-picture': { short: 'Step back', long: 'Part of you is outside the picture: step back.' },
  'too-dark': { short: 'Too dark', long: 'Too dark to see you: switch on a light.' },
  'too-uncertain': { short: "I can't see well", long: 'The camera cannot see you well enough.' },
  'no-stance-yet': {
    short: 'Stand still',
    long: 'Stand still for a moment, so that your own stance can be measured.',
  },
  'other-person': {
    short: 'Someone is in view',
    long: 'Someone else is in the picture: counting waits for you.',
  },
};

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Puts the side in; a text whose side is unknown does without the word. */
export const withSide = (text: string, side: Side | null): string =>
  capitalise(
    side === null ? text.replaceAll(/(the )?\{side\} ?/g, '').trim() : text.replaceAll('{side}', side),
  );

/** The words for a fault: the exercise's own, else the general ones. */
export function faultText(exercise: CoachedExercise | null, fault: FaultId, side: Side | null): CueText {
  const text = exercise?.cues[fault] ?? DEFAULT_FAULT_TEXT[fault];
  return { short: withSide(text.short, side), long: withSide(text.long, side) };
}

/** Time from the command to the first sound of speech synthesis; local voices take 50–200 ms. */
const SPEECH_LATENCY_MS = 150;
/** English at a brisk rate is about 15 characters a second. */
const SPEECH_MS_PER_CHARACTER = 65;
/** A digit is heard as a word: "7" lasts as long as "seven". */
const CHARACTERS_PER_DIGIT = 5;

/** How long saying a text is expected to take. */
export function estimateSpeechMs(text: string): Millis {
  const digits = text.replaceAll(/\D/g, '').length;
  const characters = text.length + digits * (CHARACTERS_PER_DIGIT - 1);
  return millis(SPEECH_LATENCY_MS + characters * SPEECH_MS_PER_CHARACTER);
}
