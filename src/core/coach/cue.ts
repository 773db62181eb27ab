import type {
  CueText,
  ExerciseDefinition,
  LiveStatus,
  ExerciseText,
  Prescription,
} from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { CoachWords } from './coach-words';
import type { ExerciseId } from '../terms/ids';
import type { ProgrammeEvent } from '../session/programme-state';
import type { Millis, PerSide } from '../units';

/** Short sounds, told apart by ear. */
export const TONES = [
  'count',
  'partial',
  'fault',
  'hold-start',
  'hold-stop',
  'countdown',
  'done',
  'lost',
  'regained',
] as const;
export type Tone = (typeof TONES)[number];

/** What a cue is about; each kind has its own line in the table of the policy. */
export const CUE_KINDS = [
  'fault',
  'count',
  'hold',
  'countdown',
  'switch',
  'lost',
  'recognition',
  'partial',
  'ready',
  'praise',
  'debrief',
  'setup',
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/**
 * One thing to give now. A tone sounds at once; speech is begun at once, and by the policy's estimate nothing else is
 * being said, unless `interrupts`: then what is being said is cut.
 */
export interface Cue {
  readonly kind: CueKind;
  /** What counts as the same cue for the cool-downs; `fault:<fault>:<side>` for faults. */
  readonly key: string;
  readonly atMs: Millis;
  readonly tone: Tone | null;
  readonly speech: Utterance | null;
  /** One sentence for the banner; null leaves the banner as it is. */
  readonly banner: string | null;
}

export interface Utterance {
  readonly text: string;
  /** How long saying it is expected to take. */
  readonly estimateMs: Millis;
  /** True when something of lower worth (praise, advice in the set-up) is being said and is cut. */
  readonly interrupts: boolean;
}

/** What the policy knows of the exercise. Null while *auto* has not recognised one. */
export interface CoachedExercise {
  readonly id: ExerciseId;
  readonly cues: ExerciseText['cues'];
  readonly prescription: Prescription | null;
  /** What is to be done in the rest between two sets; null when nothing is. */
  readonly betweenSets: CueText | null;
}

export interface CoachConfig {
  /** In the language that is spoken. */
  readonly words: CoachWords;
  /** Names of all exercises, for what is recognised and doubted. */
  readonly nameOf: (exercise: ExerciseId) => string;
  /** What has to be at hand for an exercise, as a sentence; null where that is not known. */
  readonly equipmentOf: (exercise: ExerciseId) => string | null;
  /** How the camera looks at an exercise, where that is other than now; null where it stays. */
  readonly newViewOf: (exercise: ExerciseId) => ExerciseDefinition['view'] | null;
  /** When the side is said with the count: when it changes, with every repetition, or never. */
  readonly saySide: 'on-change' | 'always' | 'never';
}

/** One frame's worth of input. Programme and exercise events may come together. */
export interface CoachInput {
  readonly atMs: Millis;
  readonly exercise: CoachedExercise | null;
  readonly events: readonly (ExerciseEvent | ProgrammeEvent)[];
  readonly live: LiveStatus | null;
  /** Repetitions of this set that were counted before it was interrupted; none where missing. */
  readonly carried?: PerSide<number>;
  /** What is to be told of the set that is completed in this frame. */
  readonly debrief?: string | null;
}
