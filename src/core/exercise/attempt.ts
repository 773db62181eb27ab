import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Millis, Side } from '../units';
import type { PartialReason } from './events';

/** One excursion from the start position and back. */
export interface Attempt {
  readonly side: Side;
  readonly startMs: Millis;
  readonly peakMs: Millis;
  readonly peak: number;
  readonly endMs: Millis;
  /** Every seen frame of the excursion, in order. */
  readonly frames: readonly KinematicFrame[];
  /** How long the start position had been held before. */
  readonly restedMs: Millis;
}

/** What became of an excursion that is this exercise. */
export type Settled =
  { readonly kind: 'counted' } | { readonly kind: 'partial'; readonly why: PartialReason };

/** `other-movement` is neither counted nor reported: it was none of this exercise. */
export type Outcome = Settled | { readonly kind: 'other-movement' };

/** An excursion that is over. */
export interface FinishedAttempt<Of extends Outcome = Outcome> {
  readonly attempt: Attempt;
  readonly outcome: Of;
  /** When the body was back; the repetition ends then. */
  readonly endMs: Millis;
}
export type SettledAttempt = FinishedAttempt<Settled>;
