import type { Attempt } from '../exercise/attempt';
import { round, type MeasuredCheck } from '../exercise/checks';
import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Millis, Side } from '../units';
import type { FaultId } from '../terms/ids';
import { isRead, readCheck, type Reading } from './reading';
import { interpret } from './verdict';

/** A fault that was said in the running repetition. */
export interface Raised {
  readonly fault: FaultId;
  readonly side: Side | null;
  readonly atMs: Millis;
}

/** Watches the repetition that is under way, and says a fault as soon as it is sure. */
export interface LiveWatch {
  step(frame: KinematicFrame, running: Attempt | null): readonly ExerciseEvent[];
  /** Faults that are raised at this moment, with the number that the verdict would have now. */
  faults(): LiveStatus['faults'];
  /** The repetition is over: what was said in it. */
  take(): readonly Raised[];
}

/**
 * @param readingsOf what the set has read of a check so far
 * @param framesOf the frames of a span that are remembered
 */
export function createLiveWatch(
  checks: readonly MeasuredCheck[],
  readingsOf: (check: MeasuredCheck) => readonly Reading[],
  framesOf: (startMs: Millis, endMs: Millis) => readonly KinematicFrame[],
): LiveWatch {
  let raised: readonly Raised[] = [];
  let shown: LiveStatus['faults'] = [];

  /** What is sure of a check now, in the light of the set's other repetitions. */
  const sureOf = (check: MeasuredCheck, running: Attempt, frames: readonly KinematicFrame[]) => {
    const now = check
      .sides(running.side)
      .map((side) => readCheck(check, side, running, frames))
      .filter(isRead);
    const interpretation = interpret(check, [...readingsOf(check), ...now]);
    return now.flatMap((reading) => {
      const { value, isSureLive } = interpretation.of(reading);
      return isSureLive ? [{ fault: check.fault, side: reading.side, deg: round(value.deg) }] : [];
    });
  };

  return {
    step(frame, running) {
      if (!running || frame.lost !== null) return [];
      const atMs = frame.timestampMs;
      const frames = framesOf(running.startMs, atMs);
      const sure = checks.flatMap((check) => sureOf(check, running, frames));
      const isNew = ({ fault, side }: (typeof sure)[number]): boolean =>
        !raised.some((known) => known.fault === fault && known.side === side);
      const added = sure.filter(isNew).map(({ fault, side }) => ({ fault, side, atMs }));
      raised = [...raised, ...added];
      // What was said is not unsaid by a later frame of the same repetition.
      shown = [
        ...sure,
        ...shown.filter(({ fault, side }) => !sure.some((one) => one.fault === fault && one.side === side)),
      ];
      return added.map(({ fault, side }) => ({ kind: 'fault-raised', atMs, fault, side }));
    },
    faults: () => shown,
    take() {
      const said = raised;
      raised = [];
      shown = [];
      return said;
    },
  };
}
