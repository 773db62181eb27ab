import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adaptPrescription,
  PRESCRIPTION_BOUNDS,
  type PrescribedNumber,
} from '../../../src/core/exercise/own-prescription';
import { exercises } from '../../../src/exercises/registry';
import { ownExercises } from '../../../src/ui/model/own-exercises';

const NUMBERS = Object.keys(PRESCRIPTION_BOUNDS) as PrescribedNumber[];

describe('what the person wants otherwise than prescribed', () => {
  it('is the prescription where nothing is wanted otherwise', () => {
    for (const { prescription } of exercises) {
      expect(adaptPrescription(prescription, {})).toEqual(prescription);
    }
    expect(ownExercises(exercises, {})).toEqual(exercises);
  });

  it('takes the place of its part, and leaves the others and other exercises', () => {
    const own = ownExercises(exercises, { 'hip-hike': { reps: 6, firstSide: 'left', order: 'alternating' } });
    const changed = own.filter(({ id }, index) => own[index] !== exercises[index] && id === 'hip-hike');
    expect(changed.map(({ prescription }) => prescription)).toEqual([
      { kind: 'reps', reps: 6, order: 'alternating', sets: 2, firstSide: 'left', restS: 30 },
    ]);
    expect(own.filter((one, index) => one !== exercises[index])).toHaveLength(1);
  });

  it('stays within its bounds, whatever a file says; a hold gets no repetitions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...exercises),
        fc.dictionary(fc.constantFrom(...NUMBERS), fc.double({ noNaN: true })),
        ({ prescription }, own) => {
          const adapted: Readonly<Record<string, unknown>> = { ...adaptPrescription(prescription, own) };
          expect(Object.keys(adapted).sort()).toEqual(Object.keys(prescription).sort());
          for (const what of NUMBERS) {
            const value = adapted[what];
            if (value === undefined) continue;
            expect(value).toBeGreaterThanOrEqual(PRESCRIPTION_BOUNDS[what].least);
            expect(value).toBeLessThanOrEqual(PRESCRIPTION_BOUNDS[what].most);
          }
        },
      ),
    );
  });
});
