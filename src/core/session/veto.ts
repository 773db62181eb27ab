import type { ExerciseEvent } from '../exercise/events';
import type { ExerciseId } from '../terms/ids';
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
/**
 * Vetoed when the selected exercise's probability, averaged over the repetition, is below this. Measured on rendered people:
 * true repetitions read 0.35 and more (marches and curtsies 0.5, banded steps that stand too tall 0.10); what another movement
 * passes for reads 0.07 and less as a banded step, 0.12 as a hip hike. Always less than of six that are equally likely: who is
 * unsure objects to nothing. A side plank is recognised by its posture alone.
 */
const VETO_BELOW: Readonly<Record<ExerciseId, number>> = {
  'banded-lateral-step': 0.075,
  'side-plank': 0,
  'hip-hike': 0.14,
  'kettlebell-march': 0.12,
  'curtsy-lunge': 0.12,
};
/** A repetition this sure proves that the exercise is being done: from then on an odd one is doubted, never lost. */
const PROVEN = 0.35;
/** Doubted (and counted) below this. */
const DOUBT_SELECTED = 0.2;

/** Lets the movement model object to a counted repetition. Without the model everything stands. */
export function createVeto(): Veto {
  const memory = createTimeWindow<MovementEstimate>(MEMORY_MS);
  let isProven = false;
  let isWithdrawn = false;

  const likelyWithin = (startMs: Millis, endMs: Millis): [Candidate, number][] =>
    averageLikelihood(
      memory.entries
        .map((entry) => entry.value)
        .filter((m) => m.timestampMs >= startMs && m.timestampMs <= endMs),
    );

  return {
    observe(movement) {
      memory.push(movement, movement.timestampMs);
    },
    judge(event, selected, atMs) {
      const excursion =
        event.kind === 'rep-counted' ? event.rep : event.kind === 'rep-partial' ? event.partial : null;
      if (isWithdrawn || !excursion || selected === null) return [event];
      const likely = likelyWithin(excursion.startMs, excursion.endMs);
      const best = likely[0];
      if (!best) return [event];
      const own = likely.find(([id]) => id === selected)?.[1] ?? 0;
      const vetoed = own < VETO_BELOW[selected] && !isProven;
      if (event.kind === 'rep-partial') return vetoed ? [] : [event];
      if (own >= PROVEN) isProven = true;
      if (!vetoed && (best[0] === selected || own >= DOUBT_SELECTED)) return [event];
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
