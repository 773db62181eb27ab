import type { Degrees } from '../units';

/** A value with its own calibrated standard deviation: 68 % of truths lie within one. */
export interface Estimate {
  readonly deg: Degrees;
  readonly sd: Degrees;
}

/** Which leg carries the weight. `none`: neither (lying, in the air). */
export type LoadedLeg = 'left' | 'right' | 'both' | 'none';
