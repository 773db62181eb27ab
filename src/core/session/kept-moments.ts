import type { TrackedBody } from '../body/body-tracker';
import { placedStance, type Stance } from '../body/stance';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { measureFrame } from '../kinematics/measure';
import type { MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis, type Millis } from '../units';

/** One frame of a set with all that is known of it. */
export interface Moment {
  readonly tracked: TrackedBody;
  readonly frame: KinematicFrame;
  readonly movement: MovementEstimate | null;
}

/** What was seen lately, kept to be gone through again when more is known: the stance, or which exercise it is. */
export interface KeptMoments {
  push(moment: Moment): void;
  /** Whether this frame brings a stance that the last ones had to do without. */
  becameMeasurable(tracked: TrackedBody): boolean;
  /** The moments after a time, those without a stance of their own measured against the one that is known now. */
  since(timestampMs: number): readonly Moment[];
}

/** How far back it reaches: several repetitions, and the time to read and to come to the screen. */
const REACH_MS = millis(60_000);

export function createKeptMoments(): KeptMoments {
  const window = createTimeWindow<Moment>(REACH_MS);
  /** Stances that turned out to be none: what was measured against them is measured anew. */
  const refuted = new Set<Millis>();
  let stance: Stance | null = null;
  let before: Stance | null = null;

  const isMeasured = (own: Stance | null): boolean =>
    own !== null && own.kind !== 'in-motion' && !refuted.has(own.foundMs);

  return {
    push(moment) {
      window.push(moment, moment.tracked.timestampMs);
    },
    becameMeasurable(tracked) {
      const known = before;
      before = placedStance(tracked);
      if (before === null) return false;
      stance = before;
      if (known?.kind === 'quiet' || known?.foundMs === before.foundMs) return false;
      if (known) refuted.add(known.foundMs);
      return window.entries.length > 0;
    },
    since(timestampMs) {
      return window.entries
        .filter((entry) => entry.timestampMs > timestampMs)
        .map(({ value }) =>
          stance && !isMeasured(placedStance(value.tracked)) ? remeasure(value, stance) : value,
        );
    },
  };
}

const remeasure = (moment: Moment, stance: Stance): Moment => ({
  ...moment,
  frame: measureFrame(moment.tracked, moment.movement, stance),
});
