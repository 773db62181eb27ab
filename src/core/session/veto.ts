import type { ExerciseEvent } from '../exercise/events';
import type { ExerciseId } from '../exercise/ids';
import type { MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis, type Millis } from '../units';

export interface Veto {
  observe(movement: MovementEstimate): void;
  /** The event as it may stand: a repetition of what is clearly another movement becomes a doubt. */
  judge(event: ExerciseEvent, selected: ExerciseId | null, atMs: Millis): readonly ExerciseEvent[];
  /** The person has said what it is: nothing is objected to any more. */
  withdraw(): void;
}

type Candidate = ExerciseId | 'none';

/** Longer than any repetition. */
const MEMORY_MS = millis(15_000);
/** Vetoed when, averaged over the repetition, the selected exercise is at most this likely… */
const VETO_SELECTED = 0.04;
/** …and another one at least this likely. A true repetition must never be lost, so both are far out. */
const VETO_OTHER = 0.9;
/** Doubted (and counted) below this. */
const DOUBT_SELECTED = 0.2;

/** Lets the movement model object to a counted repetition. Without the model everything stands. */
export function createVeto(): Veto {
  const memory = createTimeWindow<MovementEstimate>(MEMORY_MS);
  let isWithdrawn = false;

  return {
    observe(movement) {
      memory.push(movement, movement.timestampMs);
    },
    judge(event, selected, atMs) {
      if (isWithdrawn || event.kind !== 'rep-counted' || selected === null) return [event];
      const { startMs, endMs } = event.rep;
      const seen = memory.entries
        .map((entry) => entry.value)
        .filter((m) => m.timestampMs >= startMs && m.timestampMs <= endMs);
      if (seen.length === 0) return [event];
      const likely = averageLikelihood(seen);
      const own = likely.find(([id]) => id === selected)?.[1] ?? 0;
      const [best, bestShare] = likely[0] ?? [selected, 1];
      if (best === selected || own >= DOUBT_SELECTED) return [event];
      const vetoed = own <= VETO_SELECTED && bestShare >= VETO_OTHER;
      const doubt: ExerciseEvent = {
        kind: 'exercise-doubted',
        atMs,
        candidates: likely.slice(0, 2).map(([id]) => id),
        vetoed,
      };
      return vetoed ? [doubt] : [event, doubt];
    },
    withdraw() {
      isWithdrawn = true;
    },
  };
}

/** Mean probability per candidate, most likely first. */
function averageLikelihood(seen: readonly MovementEstimate[]): [Candidate, number][] {
  const sums = new Map<Candidate, number>();
  for (const movement of seen) {
    for (const [id, p] of Object.entries(movement.exercise) as [Candidate, number][]) {
      sums.set(id, (sums.get(id) ?? 0) + p / seen.length);
    }
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}
