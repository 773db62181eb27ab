import type { ExerciseDefinition, LiveStatus } from '../../core/exercise/definition';
import type { Rep } from '../../core/exercise/events';
import type { NotSeenReason } from '../../core/terms/not-seen';
import { NOTHING_CARRIED, type Carried, type DoneRep } from '../../core/session/programme-stand';
import { repOutcome, type RepOutcome } from '../../core/session/rep-outcome';
import { sideTarget, type ProgrammeState } from '../../core/session/programme-state';
import type { SetStep } from '../../core/session/set-engine';
import { SIDES, type PerSide, type Side } from '../../core/units';

/** One segment of the ring: a repetition done, and how it was judged. */
export type Segment = RepOutcome;

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
 * @param carried what was done of this set before it was interrupted
 */
export function viewOf(
  definition: ExerciseDefinition | null,
  programme: ProgrammeState | null,
  step: Pick<SetStep, 'live' | 'state'> & { readonly frame: { readonly lost: NotSeenReason | null } },
  carried: Carried = NOTHING_CARRIED,
): LiveView {
  const isHold = definition?.prescription.kind === 'hold';
  const reps = [...carried.reps, ...step.state.reps.map(doneRep)];
  const heldMs = heldMsOf(step, carried);
  const sides: PerSide<SideView> = isHold
    ? { left: heldOn(step, 'left', heldMs), right: heldOn(step, 'right', heldMs) }
    : { left: repsOn(reps, 'left'), right: repsOn(reps, 'right') };
  const activeSide = step.live.side !== null && isHold ? step.live.side : (programme?.side ?? null);
  const target = programme ? sideTarget(programme.prescription) / (isHold ? 1000 : 1) : null;
  const count = activeSide ? sides[activeSide].count : sides.left.count + sides.right.count;
  const exact = isHold && activeSide ? heldMs[activeSide] / 1000 : count;
  return {
    count,
    unit: isHold ? 'seconds' : 'reps',
    target,
    segments: isHold ? [] : segmentsOf(reps, activeSide),
    progress: isHold ? Math.min(1, exact / (target ?? 30)) : step.live.progress,
    sides,
    activeSide,
    set: programme?.set ?? 1,
    sets: programme?.prescription.sets ?? 1,
    phase: step.live.phase,
    unseen: step.frame.lost,
  };
}

/** A repetition, as far as it is shown. */
export const doneRep = (rep: Rep): DoneRep => ({ side: rep.side, judged: repOutcome(rep) });

const repsOn = (reps: readonly DoneRep[], side: Side): SideView => {
  const own = reps.filter((rep) => rep.side === side);
  return { count: own.length, flagged: own.filter(({ judged }) => judged === 'fault').length };
};

const heldOn = ({ state }: Pick<SetStep, 'state'>, side: Side, heldMs: PerSide<number>): SideView => ({
  count: Math.floor(heldMs[side] / 1000),
  flagged: state.faults.filter((span) => span.side === side).length,
});

/** Time in position per side: the holds that have ended and the running one. */
function heldMsOf({ state, live }: Pick<SetStep, 'live' | 'state'>, carried: Carried): PerSide<number> {
  const heldMs = { ...carried.heldMs };
  for (const hold of state.holds) heldMs[hold.side] += hold.inPositionMs;
  const runs = live.phase === 'holding' || live.phase === 'out-of-position';
  if (runs && live.side !== null) heldMs[live.side] += live.holdMs;
  return heldMs;
}

const segmentsOf = (reps: readonly DoneRep[], side: Side | null): readonly Segment[] =>
  reps.filter((rep) => side === null || rep.side === side).map(({ judged }) => judged);

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
