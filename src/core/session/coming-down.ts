import type { LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { Side } from '../units';
import { sideTarget, type ProgrammeState } from './programme-state';

interface Told {
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus | null;
}

/** A fault of the body as a whole, and a pause, belong to the side that is held. */
const sideOf = (event: ExerciseEvent, live: LiveStatus | null): Side | null | undefined => {
  if (event.kind === 'fault-raised') return event.side ?? live?.side ?? null;
  return event.kind === 'hold-paused' ? (live?.side ?? null) : undefined;
};

/**
 * Leaves out what is no news: who has held a side for its time comes down, and hips that sink then are no fault to be told. What is
 * kept of the hold is not touched.
 */
export function withoutComingDown(programme: ProgrammeState | null, told: Told): Told {
  if (programme === null || programme.prescription.kind !== 'hold') return told;
  const { done, prescription } = programme;
  const isDone = (side: Side | null | undefined): boolean =>
    side !== null && side !== undefined && done[side] >= sideTarget(prescription);
  const { events, live } = told;
  return {
    events: events.filter((event) => !isDone(sideOf(event, live))),
    live: live && { ...live, faults: live.faults.filter(({ side }) => !isDone(side ?? live.side)) },
  };
}
