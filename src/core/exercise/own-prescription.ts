import type { Side } from '../units';
import type { Prescription } from './definition';

/** What the person wants otherwise than prescribed; what is missing is as prescribed. */
export interface OwnPrescription {
  readonly reps?: number;
  readonly holdS?: number;
  readonly sets?: number;
  readonly restS?: number;
  readonly order?: 'each-side' | 'alternating';
  readonly firstSide?: Side;
}

/**
 * How far each number may be changed, and in which steps. The most is what a set of these exercises is done with at all; a rest
 * of ten seconds is what it takes to change sides and breathe.
 */
export const PRESCRIPTION_BOUNDS = {
  reps: { least: 1, most: 30, step: 1 },
  holdS: { least: 5, most: 120, step: 5 },
  sets: { least: 1, most: 6, step: 1 },
  restS: { least: 10, most: 180, step: 5 },
} as const;
export type PrescribedNumber = keyof typeof PRESCRIPTION_BOUNDS;

/** The number within its bounds. */
export const withinBounds = (what: PrescribedNumber, value: number): number => {
  const { least, most } = PRESCRIPTION_BOUNDS[what];
  return Math.min(most, Math.max(least, Math.round(value)));
};

/** The prescription with what the person wants otherwise. Pure. */
export function adaptPrescription(prescribed: Prescription, own: OwnPrescription): Prescription {
  const number = (what: PrescribedNumber, value: number): number => {
    const wanted = own[what];
    return wanted === undefined ? value : withinBounds(what, wanted);
  };
  const common = {
    sets: number('sets', prescribed.sets),
    restS: number('restS', prescribed.restS),
    firstSide: own.firstSide ?? prescribed.firstSide,
  };
  return prescribed.kind === 'hold'
    ? { ...prescribed, ...common, holdS: number('holdS', prescribed.holdS) }
    : {
        ...prescribed,
        ...common,
        reps: number('reps', prescribed.reps),
        order: own.order ?? prescribed.order,
      };
}
