import type { ExerciseDefinition } from '../exercise/definition';
import type { ExerciseId } from '../terms/ids';
import { millis, type PerSide, type Side } from '../units';
import { skipRest } from './programme';
import type { RepOutcome } from './rep-outcome';
import { startProgramme, type ProgrammeState } from './programme-state';

/**
 * Where a programme stands, small enough to be written down after every repetition: what is to be done next, and what of it is
 * done. A rest is left out: whoever comes back has rested.
 */
export interface ProgrammeStand {
  readonly exercise: ExerciseId;
  /** Exercises that come after it. */
  readonly later: readonly ExerciseId[];
  /** 1-based. */
  readonly set: number;
  readonly side: Side | null;
  /** Repetitions of this set per side, or milliseconds of its holds that have ended. */
  readonly done: PerSide<number>;
}

/** A repetition of a set that goes on: whose it was, and how it was judged. */
export interface DoneRep {
  readonly side: Side;
  readonly judged: RepOutcome;
}

/** What was done of the running set before it was interrupted. Its repetitions and holds are kept already. */
export interface Carried {
  readonly reps: readonly DoneRep[];
  readonly heldMs: PerSide<number>;
}

export const NOTHING_CARRIED: Carried = { reps: [], heldMs: { left: 0, right: 0 } };

/** Null when everything is done. */
export function standOf(state: ProgrammeState): ProgrammeStand | null {
  if (state.phase === 'done') return null;
  const { exercise, later, set, side, done, heldMs, prescription } = skipRest(state, millis(0)).state;
  return {
    exercise,
    later: later.map(({ id }) => id),
    set,
    side,
    done: prescription.kind === 'hold' ? heldMs : done,
  };
}

/**
 * The programme as it stood, with today's prescriptions.
 *
 * @returns null when its exercise does not exist any more; a later one that does not is left out
 */
export function resumeProgramme(
  stand: ProgrammeStand,
  definitions: readonly ExerciseDefinition[],
): ProgrammeState | null {
  const [first, ...later] = [stand.exercise, ...stand.later].map((wanted) =>
    definitions.find(({ id }) => id === wanted),
  );
  if (!first) return null;
  const begun = startProgramme(
    first,
    later.filter((definition) => definition !== undefined),
  );
  const { set, side, done } = stand;
  const isHold = first.prescription.kind === 'hold';
  return { ...begun, set, side, done, heldMs: isHold ? done : begun.heldMs };
}

/** What the view and the voice add to what is counted from here on. */
export const carriedOf = (
  stand: ProgrammeStand,
  programme: ProgrammeState,
  reps: Carried['reps'],
): Carried =>
  programme.prescription.kind === 'hold'
    ? { ...NOTHING_CARRIED, heldMs: stand.done }
    : { ...NOTHING_CARRIED, reps };
