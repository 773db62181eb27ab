import type { Degrees } from '../units';

/** A number from which something counts, with where it comes from. */
export interface Threshold<Value extends number = number> {
  readonly value: Value;
  readonly unit: 'deg' | 'ms' | 'body-length' | 'ratio' | 'deg/s' | '1/s';
  /** A publication, a measurement of ours, or the prescription. */
  readonly source: string;
  readonly reason: string;
}

/** Silence below `watch`, a flag from `fault` on; the decision is taken half way between. */
export interface FaultLimits {
  readonly watch: Threshold<Degrees>;
  readonly fault: Threshold<Degrees>;
}

export const threshold = <Value extends number>(
  value: Value,
  unit: Threshold['unit'],
  source: string,
  reason: string,
): Threshold<Value> => ({ value, unit, source, reason });

/** A number that was found on rendered bodies, whose truth is exact. */
export const rendered = <Value extends number>(
  value: Value,
  unit: Threshold['unit'],
  reason: string,
): Threshold<Value> => threshold(value, unit, 'measured on rendered bodies with exact truth', reason);
