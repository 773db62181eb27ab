import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import { otherSide, SIDES, type Millis, type PerSide, type Side } from '../units';
import {
  CHANGE_S,
  firstSideOf,
  MORE_REST_S,
  sideTarget,
  startProgramme,
  type ProgrammeEvent,
  type ProgrammeState,
} from './programme-state';
import { prolong, startRest, stepRest } from './rest';

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
    case 'changing':
      return stepPause(state, input.atMs);
    case 'done':
      return { state, events: [] };
  }
}

/** Ends the rest at once: the person is ready. */
export const skipRest = (state: ProgrammeState, atMs: Millis): ProgrammeStep =>
  state.rest === null ? { state, events: [] } : goOn(state, atMs);

/** The set that was just done, once more; nothing where no set of this exercise follows. */
export const repeatSet = (state: ProgrammeState): ProgrammeState =>
  state.phase === 'resting' ? { ...state, set: Math.max(0, state.set - 1) } : state;

/** More time to rest; nothing where there is no rest. */
export const prolongRest = (state: ProgrammeState): ProgrammeState =>
  state.rest === null ? state : { ...state, rest: prolong(state.rest, MORE_REST_S) };

/** Leaves out what is left of this exercise; nothing where none follows. */
export function skipExercise(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const [next] = state.later;
  if (next === undefined || state.phase === 'done') return { state, events: [] };
  // Who is changing over already leaves out the one that would have come.
  const left = state.phase === 'changing' ? { ...state, later: state.later.slice(1) } : state;
  return endExercise(left, atMs);
}

function stepWork(before: ProgrammeState, input: ProgrammeInput): ProgrammeStep {
  const state = before.prescription.kind === 'reps' ? addReps(before, input) : addHolds(before, input);
  const { done, prescription } = state;
  const target = sideTarget(prescription);
  if (firstSideOf(prescription) === null) {
    return done.left + done.right >= target ? endSet(state, input.atMs) : { state, events: [] };
  }
  if (SIDES.every((side) => done[side] >= target)) return endSet(state, input.atMs);
  const completed = SIDES.find((side) => done[side] >= target && before.done[side] < target);
  const turned = turnedSide(before, done);
  if (completed === undefined && turned !== null) {
    const next = otherSide(turned);
    return {
      state: { ...state, side: next },
      events: [{ kind: 'side-turned', atMs: input.atMs, side: turned, next }],
    };
  }
  if (completed === undefined) {
    return {
      state: { ...state, side: sideAtWork(before, done) },
      events: [...holdTicks(before, state, input.atMs), ...holdsLeft(state, input)],
    };
  }
  const next = otherSide(completed);
  return {
    state: { ...state, side: next },
    events: [{ kind: 'side-completed', atMs: input.atMs, side: completed, next }],
  };
}

/** The side that has just come to the end of the way, with more to be done on the other one; null while none has. */
function turnedSide({ prescription, done: before }: ProgrammeState, done: PerSide<number>): Side | null {
  const every = prescription.kind === 'reps' ? prescription.turnEvery : undefined;
  if (every === undefined) return null;
  const hasTurned = (side: Side): boolean =>
    Math.floor(done[side] / every) > Math.floor(before[side] / every) &&
    done[otherSide(side)] < sideTarget(prescription);
  return SIDES.find(hasTurned) ?? null;
}

/** The same programme with the side changing after so many repetitions; null: as prescribed. Of a hold or in turns nothing changes. */
export function turnAfter(state: ProgrammeState, every: number | null): ProgrammeState {
  if (firstSideOf(state.prescription) === null || state.prescription.kind === 'hold') return state;
  const { kind, reps, order, sets, firstSide, restS } = state.prescription;
  const prescription = { kind, reps, order, sets, firstSide, restS } as const;
  return { ...state, prescription: every === null ? prescription : { ...prescription, turnEvery: every } };
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

/** What is left of a side whose hold has just ended too early. */
function holdsLeft({ done, prescription }: ProgrammeState, input: ProgrammeInput): readonly ProgrammeEvent[] {
  return input.events.flatMap((event): readonly ProgrammeEvent[] => {
    if (event.kind !== 'hold-ended') return [];
    const { side } = event.hold;
    const leftS = Math.ceil((sideTarget(prescription) - done[side]) / 1000);
    return leftS > 0 ? [{ kind: 'hold-left', atMs: input.atMs, side, leftS }] : [];
  });
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
    const ended = endExercise(state, atMs);
    return { ...ended, events: [completed, ...ended.events] };
  }
  const side = firstSideOf(state.prescription);
  return { state: { ...state, phase: 'resting', side, rest: startRest(atMs, restS) }, events: [completed] };
}

/** The exercise is over: the next one after a rest, or the end. */
function endExercise(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const [next] = state.later;
  if (next === undefined) {
    return {
      state: { ...state, phase: 'done', side: null, rest: null },
      events: [{ kind: 'programme-completed', atMs }],
    };
  }
  return {
    state: { ...state, phase: 'changing', side: null, rest: startRest(atMs, CHANGE_S) },
    events: [{ kind: 'exercise-completed', atMs, next: next.id }],
  };
}

function stepPause(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const stepped = state.rest && stepRest(state.rest, atMs);
  return stepped ? { state: { ...state, rest: stepped.rest }, events: stepped.events } : goOn(state, atMs);
}

/** The rest is over. */
function goOn(state: ProgrammeState, atMs: Millis): ProgrammeStep {
  const [next, ...later] = state.later;
  if (state.phase === 'changing' && next !== undefined) {
    return {
      state: startProgramme(next, later),
      events: [{ kind: 'exercise-began', atMs, exercise: next.id }],
    };
  }
  const set = state.set + 1;
  const same = { id: state.exercise, prescription: state.prescription };
  return {
    state: { ...startProgramme(same, state.later), set },
    events: [{ kind: 'rest-ended', atMs, nextSet: set }],
  };
}
