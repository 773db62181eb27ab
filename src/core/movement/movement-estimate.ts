import type { ExerciseId } from '../exercise/ids';
import type { Degrees, Millis, PerSide } from '../units';

/** A value with its own calibrated standard deviation: 68 % of truths lie within one. */
export interface Estimate {
  readonly deg: Degrees;
  readonly sd: Degrees;
}

/** Which leg carries the weight. `none`: neither (lying, in the air). */
export type LoadedLeg = 'left' | 'right' | 'both' | 'none';

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
