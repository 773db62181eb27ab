import type { ExerciseDefinition, LiveStatus } from '../../core/exercise/definition';
import type { Rep, Verdict } from '../../core/exercise/events';
import type { NotSeenReason } from '../../core/terms/not-seen';
import { sideTarget, type ProgrammeState } from '../../core/session/programme-state';
import type { SetState, SetStep } from '../../core/session/set-engine';
import { SIDES, type PerSide, type Side } from '../../core/units';

/** One segment of the ring: a repetition done, and how it was judged. */
export type Segment = 'clean' | 'fault' | 'unjudged';

/** What the work screen shows. Small and flat: signals compare it cheaply. */
export interface LiveView {
  /** The huge number: repetitions of the running goal, or whole seconds in position. */
  readonly count: number;
  readonly unit: 'reps' | 'seconds';
  /** Null when there is no goal. */
  readonly target: number | null;
  readonly segments: readonly Segment[];
  /** 0 … 1: depth of the repetition; for a hold the share of the target. */
  readonly progress: number;
  readonly sides: PerSide<SideView>;
  /** Side to be worked now; null when they alternate. */
  readonly activeSide: Side | null;
  readonly set: number;
  readonly sets: number;
  readonly phase: LiveStatus['phase'];
  readonly unseen: NotSeenReason | null;
}

export interface SideView {
  /** Repetitions, or whole seconds. */
  readonly count: number;
  readonly flagged: number;
}

/**
 * The view of one frame. Pure.
 *
 * @param programme null while no exercise is known (auto)
 */
export function viewOf(
  definition: ExerciseDefinition | null,
  programme: ProgrammeState | null,
  step: Pick<SetStep, 'live' | 'state'> & { readonly frame: { readonly lost: NotSeenReason | null } },
): LiveView {
  const isHold = definition?.prescription.kind === 'hold';
  const sides = sidesOf(step, isHold);
  const activeSide = step.live.side !== null && isHold ? step.live.side : (programme?.side ?? null);
  const target = programme ? sideTarget(programme.prescription) / (isHold ? 1000 : 1) : null;
  const count = activeSide ? sides[activeSide].count : sides.left.count + sides.right.count;
  const exact = isHold && activeSide ? heldMs(step.state, step.live, activeSide) / 1000 : count;
  return {
    count,
    unit: isHold ? 'seconds' : 'reps',
    target,
    segments: isHold ? [] : segmentsOf(step.state.reps, activeSide),
    progress: isHold ? Math.min(1, exact / (target ?? 30)) : step.live.progress,
    sides,
    activeSide,
    set: programme?.set ?? 1,
    sets: programme?.prescription.sets ?? 1,
    phase: step.live.phase,
    unseen: step.frame.lost,
  };
}

function sidesOf({ state, live }: Pick<SetStep, 'live' | 'state'>, isHold: boolean): PerSide<SideView> {
  const of = (side: Side): SideView => ({
    count: isHold
      ? Math.floor(heldMs(state, live, side) / 1000)
      : state.reps.filter((rep) => rep.side === side).length,
    flagged: isHold
      ? state.faults.filter((span) => span.side === side).length
      : state.reps.filter((rep) => rep.side === side && judge(rep) === 'fault').length,
  });
  return { left: of('left'), right: of('right') };
}

/** Time in position on a side: its ended holds and the running one. */
function heldMs(state: SetState, live: LiveStatus, side: Side): number {
  const ended = state.holds
    .filter((hold) => hold.side === side)
    .reduce((sum, hold) => sum + hold.inPositionMs, 0);
  const runs = (live.phase === 'holding' || live.phase === 'out-of-position') && live.side === side;
  return ended + (runs ? live.holdMs : 0);
}

const segmentsOf = (reps: readonly Rep[], side: Side | null): readonly Segment[] =>
  reps.filter((rep) => side === null || rep.side === side).map(judge);

/** A repetition is clean only when every check was judged. */
export function judge(rep: Pick<Rep, 'verdicts'>): Segment {
  const verdicts: readonly Verdict[] = Object.values(rep.verdicts);
  if (verdicts.some((one) => one.verdict === 'fault')) return 'fault';
  return verdicts.length > 0 && verdicts.every((one) => one.verdict === 'ok') ? 'clean' : 'unjudged';
}

export const sameView = (a: LiveView, b: LiveView): boolean =>
  a.count === b.count &&
  a.target === b.target &&
  a.unit === b.unit &&
  a.activeSide === b.activeSide &&
  a.set === b.set &&
  a.phase === b.phase &&
  a.unseen === b.unseen &&
  Math.abs(a.progress - b.progress) < 0.01 &&
  a.segments.join() === b.segments.join() &&
  SIDES.every(
    (side) => a.sides[side].count === b.sides[side].count && a.sides[side].flagged === b.sides[side].flagged,
  );
