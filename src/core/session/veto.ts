import type { FinishedAttempt } from '../exercise/attempt';
import type { ExerciseDefinition } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { MovementClass, MovementEstimate } from '../movement/movement-estimate';
import { createTimeWindow } from '../signal/quantile';
import { millis, type Millis } from '../units';

/** Whether a finished attempt stands, and what is to be said about it. */
export interface Objection {
  readonly stands: boolean;
  readonly doubt: readonly ExerciseEvent[];
}

export interface Veto {
  observe(movement: MovementEstimate): void;
  judge(finished: FinishedAttempt, definition: ExerciseDefinition, atMs: Millis): Objection;
  /** The person has said what it is: nothing is objected to any more. */
  withdraw(): void;
}

/** Longer than any repetition. */
const MEMORY_MS = millis(15_000);
/** A repetition this sure proves that the exercise is being done: from then on an odd one is doubted, never lost. */
const PROVEN = 0.35;
/** Doubted (and counted) below this. */
const DOUBT_SELECTED = 0.2;

const NO_OBJECTION: Objection = { stands: true, doubt: [] };

/**
 * Lets the movement model object to a repetition, by the exercise's own floor. Without the model, or for an exercise that it does not
 * know, everything stands. Floors are always less than of six classes that are equally likely: who is unsure objects to nothing.
 */
export function createVeto(): Veto {
  const memory = createTimeWindow<MovementEstimate>(MEMORY_MS);
  let isProven = false;
  let isWithdrawn = false;

  const likelyWithin = (startMs: Millis, endMs: Millis): [MovementClass, number][] =>
    averageLikelihood(
      memory.entries
        .map((entry) => entry.value)
        .filter((m) => m.timestampMs >= startMs && m.timestampMs <= endMs),
    );

  return {
    observe(movement) {
      memory.push(movement, movement.timestampMs);
    },
    judge({ attempt, outcome, endMs }, { movement: reading }, atMs) {
      if (isWithdrawn || !reading) return NO_OBJECTION;
      const likely = likelyWithin(attempt.startMs, endMs);
      const best = likely[0];
      if (!best) return NO_OBJECTION;
      const own = likely.find(([id]) => id === reading.movementClass)?.[1] ?? 0;
      const vetoed = own < reading.vetoBelow.value && !isProven;
      if (outcome.kind !== 'counted') return { stands: !vetoed, doubt: [] };
      if (own >= PROVEN) isProven = true;
      if (!vetoed && (best[0] === reading.movementClass || own >= DOUBT_SELECTED)) return NO_OBJECTION;
      const candidates = likely.slice(0, 2).map(([id]) => id);
      return { stands: !vetoed, doubt: [{ kind: 'exercise-doubted', atMs, candidates, vetoed }] };
    },
    withdraw() {
      isWithdrawn = true;
    },
  };
}

/** Mean probability per class, most likely first. */
function averageLikelihood(seen: readonly MovementEstimate[]): [MovementClass, number][] {
  const sums = new Map<MovementClass, number>();
  for (const movement of seen) {
    for (const [id, p] of Object.entries(movement.exercise) as [MovementClass, number][]) {
      sums.set(id, (sums.get(id) ?? 0) + p / seen.length);
    }
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}
