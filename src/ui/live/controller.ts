import type { ReadonlySignal } from '@preact/signals';
import type { Debrief } from '../../core/coach/debrief';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { Light } from '../../core/pose/light';
import type { ExerciseId } from '../../core/terms/ids';
import type { PerSide, Side } from '../../core/units';
import type { Flash } from '../../feedback/flash';
import type { Advice } from '../messages/words';
import type { BannerView } from '../model/banner';
import type { ComparedReps } from '../model/compare-reps';
import type { HandCheck } from '../model/hand-check';
import type { LiveView } from '../model/live-view';
import type { Offer } from '../model/offer';
import type { PlanChoice, Position } from '../model/plan';
import type { RestView } from '../model/rest-view';
import type { Room } from '../model/room';
import type { GateState } from '../model/setup-gate';
import type { HandSignal } from '../../core/session/hand-signal';
import type { Stage } from './stage';

export interface LiveRequest {
  readonly exercise: PlanChoice;
  readonly skipSetup: boolean;
  /** Goes on with the session that was interrupted, where it stood; begins anew where there is none. */
  readonly goOn?: boolean;
}

/** The border lights up once per `n`. */
export interface LiveFlash {
  readonly kind: Flash;
  readonly n: number;
}

/** A live session, as the screen sees it: signals to show, and what the person can do. */
export interface LiveController {
  readonly stage: ReadonlySignal<Stage>;
  /** The exercises to be done, in turn; none in *auto*. */
  readonly plan: readonly ExerciseDefinition[];
  /** What comes after the rest; null while there is none. */
  readonly rest: ReadonlySignal<RestView | null>;
  /** What the set that was done last came to: what was good, and what to change. */
  readonly debrief: ReadonlySignal<Debrief>;
  /** Its worst repetition and the best one, to be seen side by side; null where there are no two to compare. */
  readonly compared: ReadonlySignal<ComparedReps | null>;
  /** The person's own count of the set that was just done, the app's until corrected; null where there is none. */
  readonly ownReps: ReadonlySignal<PerSide<number> | null>;
  /** Which of several exercises this is; null where there is only one. */
  readonly position: ReadonlySignal<Position | null>;
  /** Null until *auto* has recognised one. */
  readonly definition: ReadonlySignal<ExerciseDefinition | null>;
  readonly view: ReadonlySignal<LiveView | null>;
  readonly gate: ReadonlySignal<GateState>;
  /** Whether left and right are proved; asked in the set-up, and never waited for. */
  readonly hands: ReadonlySignal<HandCheck>;
  readonly banner: ReadonlySignal<BannerView | null>;
  /** Which exercise is it? Asked while that is not sure. */
  readonly offer: ReadonlySignal<Offer>;
  /** Stands over the picture until it is mended or tried again. */
  readonly fault: ReadonlySignal<Advice | null>;
  /** A fault of keeping or of sound: said once, at the edge; counting goes on. */
  readonly notice: ReadonlySignal<Advice | null>;
  /** How the person is lit, in the work. */
  readonly light: ReadonlySignal<Light>;
  /** Too few pictures come to count exactly. */
  readonly isBehind: ReadonlySignal<boolean>;
  /** Reads with the faster model from here on; null where it is that one already. */
  readonly goFaster: (() => void) | null;
  readonly flash: ReadonlySignal<LiveFlash | null>;
  /** What a reader is to say: counts and cues, as words. */
  readonly spoken: ReadonlySignal<string>;
  /** Size of the picture; null before the first one. */
  readonly picture: ReadonlySignal<{ readonly width: number; readonly height: number } | null>;
  /** Whether the picture is part of the drawing, and the camera's own has no need to show. */
  readonly isPictureDrawn: ReadonlySignal<boolean>;
  /** Where what is shown stands, clear of the body. */
  readonly room: ReadonlySignal<Room>;
  /** A sign that is being given with raised hands. */
  readonly signal: ReadonlySignal<HandSignal>;
  /** Gives the elements to show in. */
  attach(video: HTMLVideoElement, canvas: HTMLCanvasElement): void;
  resize(width: number, height: number): void;
  start(): void;
  /** Goes from the set-up to work at once. */
  skipSetup(): void;
  retry(): void;
  pause(): void;
  /** Goes on after a pause, whatever its reason. */
  resume(): void;
  /** The one thing to do now: pause, go on, begin the next set. */
  goOn(): void;
  /** The person is ready: the rest ends. */
  skipRest(): void;
  /** Half a minute more. */
  prolongRest(): void;
  /** Goes to the next exercise of a programme; nothing where none follows. */
  skipExercise(): void;
  /** In the rest: the person counted otherwise. Both numbers are kept. */
  correct(side: Side, reps: number): void;
  /** The person says which exercise it is: this set is counted as that. */
  choose(exercise: ExerciseId): void;
  /** In the rest: the set that was just done is to be done once more. */
  repeatSet(): void;
  /** Asks whether the session is to end; ends at once where nothing was done yet, or where it was asked already. */
  askEnd(): void;
  /** Ends the session and keeps it. */
  end(): void;
  /** At the end: enough was told, on to the review. */
  toReview(): void;
  /** Lets everything go; counted repetitions are kept already. */
  dispose(): void;
}
