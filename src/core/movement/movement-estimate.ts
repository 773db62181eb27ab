import type { ExerciseId } from '../terms/ids';
import type { Estimate, LoadedLeg } from '../terms/estimate';
import type { Millis, PerSide } from '../units';

/** What the movement model says about one frame, from about a second of landmarks up to it. Signs as in kinematics. */
export interface MovementEstimate {
  readonly timestampMs: Millis;
  readonly pelvisObliquity: Estimate;
  readonly kneeFppa: PerSide<Estimate>;
  readonly trunkLean: Estimate;
  /** How far hips and knees are bent, 0 = straight. */
  readonly hipFlexion: PerSide<Estimate>;
  readonly kneeFlexion: PerSide<Estimate>;
  /** Probabilities, sum 1. */
  readonly loaded: Readonly<Record<LoadedLeg, number>>;
  /** Probabilities over the five exercises and `none`, sum 1. */
  readonly exercise: Readonly<Record<ExerciseId | 'none', number>>;
}
