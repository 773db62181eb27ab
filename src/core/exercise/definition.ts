import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Degrees, Millis, Side } from '../units';
import type { ExerciseEvent } from './events';
import type { ExerciseId, FaultId } from '../terms/ids';

/** A number from which something counts, with where it comes from. */
export interface Threshold<Value extends number = number> {
  readonly value: Value;
  readonly unit: 'deg' | 'ms' | 'body-length' | 'ratio' | 'deg/s' | '1/s';
  /** A publication, a measurement of ours, or the prescription. */
  readonly source: string;
  readonly reason: string;
}

/** Silence below `watch`, a flag from `fault` on. At exactly `fault` it is a fault. */
export interface FaultLimits {
  readonly watch: Threshold<Degrees>;
  readonly fault: Threshold<Degrees>;
  /** How long the fault must last before it is said. */
  readonly holdMs: Threshold<Millis>;
}

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
  /** Where to put the laptop and how to stand. */
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

export interface AnalyserStep {
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus;
}

/**
 * Turns measured frames into events. Deterministic: the same frames give the same events. One analyser serves one
 * set; it reads no clock, every time is a frame's.
 */
export interface ExerciseAnalyser {
  step(frame: KinematicFrame): AnalyserStep;
  /** Ends the set: closes open faults and holds. An attempt that is still running is not counted. */
  finish(atMs: Millis): readonly ExerciseEvent[];
}

/** One exercise, wholly: how it is shown, prescribed, counted and judged. One file in `src/exercises/`. */
export interface ExerciseDefinition {
  readonly id: ExerciseId;
  readonly text: ExerciseText;
  readonly prescription: Prescription;
  /** How the person is placed against the camera; the set-up checks it. */
  readonly view: 'standing-front' | 'lying-side';
  /** Faults judged in every repetition or hold. */
  readonly judges: readonly FaultId[];
  /** Every number used, by name, for the review and the docs. */
  readonly thresholds: Readonly<Record<string, Threshold>>;
  createAnalyser(): ExerciseAnalyser;
}

/** Identity function that checks the shape of an exercise file where it is written. */
export const defineExercise = (definition: ExerciseDefinition): ExerciseDefinition => definition;
