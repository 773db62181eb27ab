import type { ExerciseEvent, Rep } from '../exercise/events';
import { revisedSpan } from '../exercise/revised-span';
import type { ExerciseId } from '../terms/ids';
import type { SetState } from './set-engine';

/** A set before anything happened; `exercise` is null with *auto*. */
export const emptySet = (exercise: ExerciseId | null): SetState => ({
  exercise,
  reps: [],
  partials: [],
  holds: [],
  faults: [],
});

/** What the set has given after one more event. Pure; events that only matter live leave it as it is. */
export function reduceSet(state: SetState, event: ExerciseEvent): SetState {
  switch (event.kind) {
    case 'rep-counted':
      return { ...state, reps: [...state.reps, event.rep] };
    case 'rep-revised':
      return withRevised(state, event.rep);
    case 'rep-partial':
      return { ...state, partials: [...state.partials, event.partial] };
    case 'fault-ended':
      return { ...state, faults: [...state.faults, event.span] };
    case 'hold-ended':
      return { ...state, holds: [...state.holds, event.hold] };
    case 'exercise-recognised':
      return { ...state, exercise: event.exercise };
    case 'ready':
    case 'tracking-lost':
    case 'tracking-regained':
    case 'rep-started':
    case 'fault-raised':
    case 'hold-started':
    case 'hold-paused':
    case 'hold-resumed':
    case 'exercise-doubted':
      return state;
  }
}

const withRevised = (state: SetState, rep: Rep): SetState => ({
  ...state,
  reps: state.reps.map((known) => (known.n === rep.n ? rep : known)),
  faults: state.faults.map((span) =>
    span.startMs < rep.endMs && span.endMs > rep.startMs ? revisedSpan(span, rep) : span,
  ),
});
