import type { ExerciseEvent, FaultSpan, Hold, PartialRep, Rep } from '../exercise/events';
import type { ExerciseDefinition, LiveStatus } from '../exercise/definition';
import type { ExerciseId } from '../terms/ids';
import type { TrackedBody } from '../body/body-tracker';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { MovementEstimate } from '../movement/movement-estimate';

/** One picture's worth of input to the core. `movement` is null while the movement model is absent. */
export interface Observation {
  readonly tracked: TrackedBody;
  readonly movement: MovementEstimate | null;
}

/** What a set has given so far. Grows only; made by {@link reduceSet} from events. */
export interface SetState {
  /** Null with *auto* until the exercise is recognised. */
  readonly exercise: ExerciseId | null;
  readonly reps: readonly Rep[];
  readonly partials: readonly PartialRep[];
  readonly holds: readonly Hold[];
  readonly faults: readonly FaultSpan[];
}

export interface SetStep {
  readonly frame: KinematicFrame;
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus;
  readonly state: SetState;
}

/**
 * The whole of the core for one set: smoothing ▶ calibration ▶ kinematics ▶ analyser ▶ events ▶ state.
 * Live, a video file, a recorded stream and the tests all run through this one function.
 */
export interface SetEngine {
  step(observation: Observation): SetStep;
  /**
   * The person says which exercise this is, and is believed for the rest of the set. With the next frame, everything
   * that was seen since the last repetition is gone through again as that exercise. If another one was done before, the
   * state begins anew then: what it held is a set of its own.
   *
   * @throws RangeError when the exercise has no definition.
   */
  choose(exercise: ExerciseId): void;
  /** Ends the set; the events that only the end makes known (open faults, a running hold). */
  finish(): { readonly events: readonly ExerciseEvent[]; readonly state: SetState };
}

export interface SetEngineOptions {
  readonly exercise: ExerciseId | 'auto';
  readonly definitions: readonly ExerciseDefinition[];
}
