import type { LiveStatus, Prescription } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import { millis, otherSide, SIDES, type Millis, type PerSide, type Side } from '../units';

/** What the programme makes known: which side next, when a set is done, how long to rest. */
export type ProgrammeEvent =
  /** One side of an `each-side` set or of a hold has reached its target; `next` is still to be done. */
  | { readonly kind: 'side-completed'; readonly atMs: Millis; readonly side: Side; readonly next: Side }
  | { readonly kind: 'set-completed'; readonly atMs: Millis; readonly set: number; readonly sets: number }
  /** A whole second of a countdown is left: before work (`start`) or in the rest. */
  | {
      readonly kind: 'countdown-ticked';
      readonly atMs: Millis;
      readonly of: 'start' | 'rest';
      readonly leftS: number;
    }
  /** Another whole second in position on this side; `leftS` is what the target still asks for. */
  | {
      readonly kind: 'hold-ticked';
      readonly atMs: Millis;
      readonly side: Side;
      readonly heldS: number;
      readonly leftS: number;
    }
  | { readonly kind: 'rest-ended'; readonly atMs: Millis; readonly nextSet: number }
  | { readonly kind: 'programme-completed'; readonly atMs: Millis };

/** Where one exercise's sets stand. Made by {@link startProgramme}, moved by {@link stepProgramme}. */
export interface ProgrammeState {
  readonly prescription: Prescription;
  readonly phase: 'working' | 'resting' | 'done';
  /** 1-based: the set being done, or just done while resting. */
  readonly set: number;
  /** Side that is to be worked now; null when both sides alternate. */
  readonly side: Side | null;
  /** Repetitions of this set per side, or milliseconds in position for holds. */
  readonly done: PerSide<number>;
  /** Milliseconds in position of the holds of this set that have ended; unused for repetitions. */
  readonly heldMs: PerSide<number>;
  /** End of the rest on the clock of the data; null while working. */
  readonly restEndsAtMs: Millis | null;
  /** Last whole second of the rest that was made known. */
  readonly restToldS: number | null;
}

/** One frame's worth of input. `live` is null while no set runs (in the rest). */
export interface ProgrammeInput {
  readonly atMs: Millis;
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus | null;
}

export interface ProgrammeStep {
  readonly state: ProgrammeState;
  readonly events: readonly ProgrammeEvent[];
}

const NOTHING: PerSide<number> = { left: 0, right: 0 };

const firstSideOf = (prescription: Prescription): Side | null =>
  prescription.kind === 'reps' && prescription.order === 'alternating' ? null : prescription.firstSide;

export const startProgramme = (prescription: Prescription): ProgrammeState => ({
  prescription,
  phase: 'working',
  set: 1,
  side: firstSideOf(prescription),
  done: NOTHING,
  heldMs: NOTHING,
  restEndsAtMs: null,
  restToldS: null,
});

/** What one side has to reach: repetitions, or milliseconds in position. Alternating: both sides together. */
export const sideTarget = (prescription: Prescription): number =>
  prescription.kind === 'hold' ? prescription.holdS * 1000 : prescription.reps;

/**
 * Moves the programme by one frame.
 *
 * It follows the person: a repetition on the other side than asked counts for that side, and a side is complete when
 * its own target is reached, in whichever order. What happens in the rest counts for nothing.
 */
export function stepProgramme(state: ProgrammeState, input: ProgrammeInput): ProgrammeStep {
  switch (state.phase) {
    case 'working':
      return stepWork(state, input);
    case 'resting':
      return stepRest(state, input.atMs);
    case 'done':
      return { state, events: [] };
  }
}

/** Ends the rest at once: the person is ready, or asked for more. */
export const skipRest = (state: ProgrammeState, atMs: Millis): ProgrammeStep =>
  state.phase === 'resting' ? beginSet(state, atMs) : { state, events: [] };

function stepWork(before: ProgrammeState, input: ProgrammeInput): ProgrammeStep {
  const state = before.prescription.kind === 'reps' ? addReps(before, input) : addHolds(before, input);
  const { done, prescription } = state;
  const target = sideTarget(prescription);
  if (firstSideOf(prescription) === null) {
    return done.left + done.right >= target ? endSet(state, input.atMs) : { state, events: [] };
  }
  if (SIDES.every((side) => done[side] >= target)) return endSet(state, input.atMs);
  const completed = SIDES.find((side) => done[side] >= target && before.done[side] < target);
  if (completed === undefined) {
    return {
      state: { ...state, side: sideAtWork(before, done) },
      events: holdTicks(before, state, input.atMs),
    };
  }
  const next = otherSide(completed);
  return {
    state: { ...state, side: next },
    events: [{ kind: 'side-completed', atMs: input.atMs, side: completed, next }],
  };
}

/** The side that moved last, unless it is complete: the person decides which side is first. */
function sideAtWork(before: ProgrammeState, done: PerSide<number>): Side | null {
  const moved = SIDES.find((side) => done[side] > before.done[side]);
  if (moved === undefined) return before.side;
  return done[moved] < sideTarget(before.prescription) ? moved : otherSide(moved);
}

function addReps(state: ProgrammeState, input: ProgrammeInput): ProgrammeState {
  const done = { ...state.done };
  for (const event of input.events) if (event.kind === 'rep-counted') done[event.rep.side] += 1;
  return { ...state, done };
}

/**
 * Time in position adds up over several holds of a side: who comes down for a breath goes on where they stopped.
 * It never shrinks, though an ended hold may come out a little shorter than it looked while it ran.
 */
function addHolds(state: ProgrammeState, input: ProgrammeInput): ProgrammeState {
  const heldMs = { ...state.heldMs };
  const ended = input.events.filter((event) => event.kind === 'hold-ended');
  for (const { hold } of ended) heldMs[hold.side] += hold.inPositionMs;
  const done = {
    left: Math.max(state.done.left, heldMs.left),
    right: Math.max(state.done.right, heldMs.right),
  };
  const { live } = input;
  const runs = live?.phase === 'holding' || live?.phase === 'out-of-position';
  if (runs && live.side !== null && ended.length === 0) {
    done[live.side] = Math.max(done[live.side], heldMs[live.side] + live.holdMs);
  }
  return { ...state, done, heldMs };
}

/** At most one tick per side and frame: after a gap only the newest second is told. */
function holdTicks(before: ProgrammeState, after: ProgrammeState, atMs: Millis): readonly ProgrammeEvent[] {
  if (after.prescription.kind !== 'hold') return [];
  const { holdS } = after.prescription;
  return SIDES.flatMap((side) => {
    const heldS = Math.floor(after.done[side] / 1000);
    const ticked = heldS > Math.floor(before.done[side] / 1000) && heldS < holdS;
    return ticked ? [{ kind: 'hold-ticked' as const, atMs, side, heldS, leftS: holdS - heldS }] : [];
  });
}

function endSet(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const { sets, restS } = state.prescription;
  const completed: ProgrammeEvent = { kind: 'set-completed', atMs, set: state.set, sets };
  if (state.set >= sets) {
    return {
      state: { ...state, phase: 'done', side: null },
      events: [completed, { kind: 'programme-completed', atMs }],
    };
  }
  const restEndsAtMs = millis(atMs + restS * 1000);
  return {
    state: {
      ...state,
      phase: 'resting',
      side: firstSideOf(state.prescription),
      restEndsAtMs,
      restToldS: restS,
    },
    events: [completed],
  };
}

function stepRest(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const leftMs = (state.restEndsAtMs ?? atMs) - atMs;
  if (leftMs <= 0) return beginSet(state, atMs);
  const leftS = Math.ceil(leftMs / 1000);
  if (state.restToldS !== null && leftS >= state.restToldS) return { state, events: [] };
  return {
    state: { ...state, restToldS: leftS },
    events: [{ kind: 'countdown-ticked', atMs, of: 'rest', leftS }],
  };
}

function beginSet(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const set = state.set + 1;
  return {
    state: { ...startProgramme(state.prescription), set },
    events: [{ kind: 'rest-ended', atMs, nextSet: set }],
  };
}
