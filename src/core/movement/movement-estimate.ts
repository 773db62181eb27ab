import type { Estimate, LoadedLeg } from '../terms/estimate';
import type { Millis, PerSide } from '../units';

/** What the network was trained to tell apart. `none`: any other movement, or none at all. */
export const MOVEMENT_CLASSES = [
  'banded-lateral-step',
  'side-plank',
  'hip-hike',
  'kettlebell-march',
  'curtsy-lunge',
  'none',
] as const;
export type MovementClass = (typeof MOVEMENT_CLASSES)[number];

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
  /** Probabilities, sum 1. */
  readonly exercise: Readonly<Record<MovementClass, number>>;
}
