import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Degrees, Millis, Side } from '../units';
import type { MovementClass } from '../movement/movement-estimate';
import type { Attempt, FinishedAttempt } from './attempt';
import type { Check } from './checks';
import type { ExerciseEvent } from './events';
import type { Figure } from './figure';
import type { Threshold } from './threshold';
import type { Travel } from './travel';
import type { ExerciseId, FaultId } from '../terms/ids';

/** What is said and shown for a fault. `{side}` is replaced by left or right. */
export interface CueText {
  /** At most three words, readable and sayable in the middle of a repetition: "Hips level". */
  readonly short: string;
  /** One sentence for the banner and the review. */
  readonly long: string;
}

export type Prescription =
  | {
      readonly kind: 'reps';
      readonly reps: number;
      /** `each-side`: all on one side, then the other. `alternating`: left and right in turn. */
      readonly order: 'each-side' | 'alternating';
      /** `each-side`: the side changes after so many, again and again, where the way for all is too short. */
      readonly turnEvery?: number;
      readonly sets: number;
      readonly firstSide: Side;
      readonly restS: number;
    }
  | {
      readonly kind: 'hold';
      readonly holdS: number;
      readonly sets: number;
      readonly firstSide: Side;
      readonly restS: number;
    };

export interface ExerciseText {
  readonly name: string;
  /** One sentence: what it is and what for. */
  readonly summary: string;
  /** Three to five short steps. */
  readonly steps: readonly string[];
  /** Where to put the camera and how to stand. */
  readonly camera: string;
  readonly equipment: string;
  /** How the side of a repetition is worded: "left knee", "standing on the left". */
  readonly sideLabel: Readonly<Record<Side, string>>;
  readonly cues: Readonly<Partial<Record<FaultId, CueText>>>;
  /** What is to be done in the rest between two sets. */
  readonly betweenSets?: CueText;
}

/** What the screen shows between events; recomputed on every frame. */
export interface LiveStatus {
  /** `waiting`: not ready yet; `ready`: quiet; `moving`: within a repetition; `holding` / `out-of-position`: hold. */
  readonly phase: 'waiting' | 'ready' | 'moving' | 'holding' | 'out-of-position' | 'lost';
  readonly side: Side | null;
  /** Depth within the repetition, 0 = start position, 1 = full range of the person. */
  readonly progress: number;
  /** Time in position of the running hold. */
  readonly holdMs: Millis;
  /** Faults that are raised at this moment. */
  readonly faults: readonly {
    readonly fault: FaultId;
    readonly side: Side | null;
    readonly deg: Degrees | null;
  }[];
}

/** What one frame gave. */
export interface AnalyserStep {
  /** Excursions that are over by now, in order. */
  readonly finished: readonly FinishedAttempt[];
  /** What else happened, after them. */
  readonly events: readonly ExerciseEvent[];
  /** The excursion that is under way. */
  readonly running: Attempt | null;
  /** Without the faults that the judge raises. */
  readonly live: LiveStatus;
}

/**
 * Turns measured frames into repetitions and holds; judging them is not its business. Deterministic: the same frames give the
 * same answers. One analyser serves one set; it reads no clock, every time is a frame's.
 */
export interface ExerciseAnalyser {
  step(frame: KinematicFrame): AnalyserStep;
  /** Ends the set: what is settled by that, and open holds. An attempt that is still running is not counted. */
  finish(atMs: Millis): Pick<AnalyserStep, 'finished' | 'events'>;
}

/** What the movement model knows of an exercise. */
export interface MovementReading {
  /** Its class among those that the network was trained on. */
  readonly movementClass: MovementClass;
  /**
   * A repetition is taken for another movement when the class' probability, averaged over it, is below this; 0: its posture
   * alone decides.
   */
  readonly vetoBelow: Threshold;
}

/** One exercise, wholly: how it is shown, prescribed, counted and judged. One file in `src/exercises/`. */
export interface ExerciseDefinition {
  readonly id: ExerciseId;
  readonly text: ExerciseText;
  readonly figure: Figure;
  /** An exercise has a place among all of them, done in turn; a test is offered apart and is never recognised by itself. */
  readonly offered: { readonly as: 'exercise'; readonly place: number } | { readonly as: 'test' };
  readonly prescription: Prescription;
  /** How the person is placed against the camera; the set-up checks it. */
  readonly view: 'standing-front' | 'lying-side';
  /** The person travels across the picture: how the way is planned. */
  readonly travel?: Travel;
  /** What is judged in every repetition. */
  readonly checks: readonly Check[];
  /** Faults that a hold is judged for, and from which angle on; its analyser raises them. */
  readonly holdFaults?: Readonly<Partial<Record<FaultId, Threshold<Degrees>>>>;
  /** Null: the network knows nothing of it; pattern and geometry decide alone. */
  readonly movement: MovementReading | null;
  /** Pictures a second from which on its count is exact; where missing, the most that any exercise needs. */
  readonly exactFrom?: Threshold;
  /** Every number used, by name, for the review and the docs. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
  createAnalyser(): ExerciseAnalyser;
}

/** What is shown of an exercise before it is done: data alone, without what counts and judges. */
export interface ExerciseCard extends Pick<ExerciseDefinition, 'id' | 'figure' | 'offered' | 'prescription'> {
  readonly text: Pick<ExerciseText, 'name' | 'summary'>;
}

/** The faults that get a verdict, in every repetition or hold. */
export const judgedFaults = ({ checks, holdFaults = {} }: ExerciseDefinition): readonly FaultId[] => [
  ...checks.map(({ fault }) => fault),
  ...(Object.keys(holdFaults) as FaultId[]),
];

/** Whether it is one of those that are done in turn and recognised by themselves. */
export const isInProgramme = ({ offered }: Pick<ExerciseCard, 'offered'>): boolean =>
  offered.as === 'exercise';

/** Identity function that checks the shape of an exercise file where it is written. */
export const defineExercise = (definition: ExerciseDefinition): ExerciseDefinition => definition;
