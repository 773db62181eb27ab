import type { CueText, ExerciseDefinition } from '../exercise/definition';
import type { PartialReason } from '../exercise/events';
import type { FaultId } from '../terms/ids';
import type { NotSeenReason } from '../terms/not-seen';
import type { Side } from '../units';

/** How a repetition was called when it was counted: by its side where each side counts for itself, else through the set. */
export interface CountedAs {
  readonly side: Side | null;
  readonly n: number;
}

/**
 * Everything the coach says, in one language. `short` is said, `long` is shown. What is said in the middle of a repetition has at
 * most three words, or four short ones.
 */
export interface CoachWords {
  /** For a fault where the exercise has no words of its own. */
  readonly faults: Readonly<Record<FaultId, CueText>>;
  /** An attempt was not counted. */
  readonly partials: Readonly<Record<PartialReason, CueText>>;
  /** The person cannot be seen well enough. */
  readonly lost: Readonly<Record<NotSeenReason, CueText>>;
  readonly regained: CueText;
  readonly ready: CueText;
  readonly hold: CueText;
  readonly timerOn: CueText;
  readonly timerPaused: string;
  /** @param why a whole sentence */
  readonly timerPausedWhy: (why: string) => string;
  readonly held: (seconds: number) => CueText;
  /** The fault that was pointed out is gone. */
  readonly better: CueText;
  readonly goodForm: (cleanReps: number) => CueText;
  readonly recognised: (exercise: string) => CueText;
  /** @param exercise what it looks like; null where that is not known */
  readonly otherExercise: (exercise: string | null) => CueText;
  readonly unsure: (exercises: readonly string[]) => CueText;
  /** A repetition, counted with its side: "left 3". */
  readonly countOf: (side: Side, n: number) => string;
  readonly changeSide: (to: Side) => CueText;
  /** Said with what is needed for it, since that is read from too far away; shown as the name alone. */
  readonly nextExercise: (name: string, equipment: string | null) => CueText;
  /** Where the camera has to be moved to for the next exercise, by how it looks at the person. */
  readonly moveCamera: Readonly<Record<ExerciseDefinition['view'], string>>;
  readonly getInPlace: (exercise: string) => CueText;
  readonly beginSet: (n: number) => CueText;
  readonly setDone: (n: number, of: number) => CueText;
  readonly allDone: CueText;
  readonly holdLeft: (seconds: number) => CueText;
  readonly go: CueText;
  readonly secondsToGo: (seconds: number) => string;
  readonly debrief: DebriefWords;
}

/** What a set came to, told in the rest. Each is a whole sentence. */
export interface DebriefWords {
  readonly noneJudged: (total: number) => string;
  readonly noneClean: (total: number) => string;
  readonly allClean: (total: number) => string;
  /** @param judged how many could be judged; `total` where all could */
  readonly someClean: (clean: number, judged: number, total: number) => string;
  readonly began: (first: CountedAs) => string;
  readonly often: (faulty: number, total: number) => string;
  readonly seenIn: (reps: readonly CountedAs[]) => string;
  /** Where the advice before it does not name the leg. */
  readonly onLeg: (side: Side) => string;
  readonly held: (sides: readonly { readonly side: Side; readonly seconds: number }[]) => string;
  readonly paused: (times: number, side: Side) => string;
}
