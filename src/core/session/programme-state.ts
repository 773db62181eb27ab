import type { ExerciseDefinition, Prescription } from '../exercise/definition';
import type { ExerciseId } from '../terms/ids';
import type { Millis, PerSide, Side } from '../units';
import type { CountdownTicked, Rest } from './rest';

/** What the programme makes known: which side next, when a set is done, how long to rest, what comes then. */
export type ProgrammeEvent =
  /** One side of an `each-side` set or of a hold has reached its target; `next` is still to be done. */
  | { readonly kind: 'side-completed'; readonly atMs: Millis; readonly side: Side; readonly next: Side }
  /** The way is at its end before the side is: the other side's steps lead back. */
  | { readonly kind: 'side-turned'; readonly atMs: Millis; readonly side: Side; readonly next: Side }
  | { readonly kind: 'set-completed'; readonly atMs: Millis; readonly set: number; readonly sets: number }
  | CountdownTicked
  /** Another whole second in position on this side; `leftS` is what the target still asks for. */
  | {
      readonly kind: 'hold-ticked';
      readonly atMs: Millis;
      readonly side: Side;
      readonly heldS: number;
      readonly leftS: number;
    }
  /** Who came down before this side's time was held: `leftS` is still to be held. */
  | { readonly kind: 'hold-left'; readonly atMs: Millis; readonly side: Side; readonly leftS: number }
  | { readonly kind: 'rest-ended'; readonly atMs: Millis; readonly nextSet: number }
  /** All sets of an exercise are done, or the rest of them left out; another exercise follows. */
  | { readonly kind: 'exercise-completed'; readonly atMs: Millis; readonly next: ExerciseId }
  | { readonly kind: 'exercise-began'; readonly atMs: Millis; readonly exercise: ExerciseId }
  | { readonly kind: 'programme-completed'; readonly atMs: Millis };

/** An exercise, and how much of it. */
export type PlannedExercise = Pick<ExerciseDefinition, 'id' | 'prescription'>;

/** Where the sets of one exercise or several stand. Made by {@link startProgramme}, moved by `stepProgramme`. */
export interface ProgrammeState {
  readonly exercise: ExerciseId;
  readonly prescription: Prescription;
  /** What comes after this exercise. */
  readonly later: readonly PlannedExercise[];
  /** `changing` is the rest before the next exercise. */
  readonly phase: 'working' | 'resting' | 'changing' | 'done';
  /** 1-based: the set being done, or just done while resting. */
  readonly set: number;
  /** Side that is to be worked now; null when both sides alternate. */
  readonly side: Side | null;
  /** Repetitions of this set per side, or milliseconds in position for holds. */
  readonly done: PerSide<number>;
  /** Milliseconds in position of the holds of this set that have ended; unused for repetitions. */
  readonly heldMs: PerSide<number>;
  /** Null while working. */
  readonly rest: Rest | null;
}

/** What follows the rest. */
export interface Upcoming {
  readonly exercise: ExerciseId;
  readonly prescription: Prescription;
  readonly set: number;
  /** Side that comes first; null when both sides alternate. */
  readonly side: Side | null;
}

/**
 * Time between two exercises: to put one thing down, fetch the next, and move the laptop where it must be. It can be cut
 * short and prolonged.
 */
export const CHANGE_S = 60;
/** What one wish for more rest adds. */
export const MORE_REST_S = 30;

const NOTHING: PerSide<number> = { left: 0, right: 0 };

/** Null where both sides alternate. */
export const firstSideOf = (prescription: Prescription): Side | null =>
  prescription.kind === 'reps' && prescription.order === 'alternating' ? null : prescription.firstSide;

/** @param later exercises that follow the first, each after a rest to change over */
export const startProgramme = (
  first: PlannedExercise,
  later: readonly PlannedExercise[] = [],
): ProgrammeState => ({
  exercise: first.id,
  prescription: first.prescription,
  later,
  phase: 'working',
  set: 1,
  side: firstSideOf(first.prescription),
  done: NOTHING,
  heldMs: NOTHING,
  rest: null,
});

/** What one side has to reach: repetitions, or milliseconds in position. Alternating: both sides together. */
export const sideTarget = (prescription: Prescription): number =>
  prescription.kind === 'hold' ? prescription.holdS * 1000 : prescription.reps;

/** What the rest is before; null while there is none. */
export function upcoming(state: ProgrammeState): Upcoming | null {
  const [next] = state.later;
  if (state.phase === 'resting') {
    const { exercise, prescription, set } = state;
    return { exercise, prescription, set: set + 1, side: firstSideOf(prescription) };
  }
  if (state.phase !== 'changing' || next === undefined) return null;
  return { exercise: next.id, prescription: next.prescription, set: 1, side: firstSideOf(next.prescription) };
}
