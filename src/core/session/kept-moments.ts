import type { TrackedBody } from '../body/body-tracker';
import type { Stance } from '../body/stance';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { measureFrame } from '../kinematics/measure';
import type { MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis } from '../units';

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
  let known: Stance['kind'] | null = null;
  let stance: Stance | null = null;
  return {
    push(moment) {
      window.push(moment, moment.tracked.timestampMs);
    },
    becameMeasurable(tracked) {
      const before = { known, stance };
      known = kindOf(tracked);
      if (known !== null) ({ stance } = tracked);
      // One that was found in motion stays as it is until a better one takes its place.
      const isNew = known !== before.known || stance !== before.stance;
      return known !== null && before.known !== 'quiet' && isNew && window.entries.length > 0;
    },
    since(timestampMs) {
      return window.entries
        .filter((entry) => entry.timestampMs > timestampMs)
        .map(({ value }) => (stance && kindOf(value.tracked) !== 'quiet' ? remeasure(value, stance) : value));
    },
  };
}

/** Which kind of stance holds in this frame. */
const kindOf = ({ stance, isPlaced }: TrackedBody): Stance['kind'] | null =>
  stance && isPlaced ? stance.kind : null;

const remeasure = (moment: Moment, stance: Stance): Moment => ({
  ...moment,
  frame: measureFrame(moment.tracked, moment.movement, stance),
});
