import { describe, expect, it } from 'vitest';
import { adaptPrescription, PRESCRIPTION_BOUNDS } from '../../../src/core/exercise/own-prescription';
import { PLANNED_EXERCISES } from '../../../src/core/plan/eight-weeks';
import { isTaken, takeOver } from '../../../src/core/plan/take-over';
import { exerciseById } from '../../../src/exercises/registry';

describe('taking a week of the plan over', () => {
  it('gives each exercise the numbers of the week, and nothing else', () => {
    const { prescriptions, byHand } = takeOver(1, { 'hip-hike': { restS: 90 } }, {}, false);
    expect(byHand).toEqual([]);
    expect(prescriptions['hip-hike']).toEqual({ restS: 90, reps: 10, sets: 3 });
    expect(prescriptions['side-plank']).toEqual({ holdS: 15, sets: 2 });
    expect(isTaken(1, prescriptions)).toBe(true);
    expect(isTaken(2, prescriptions)).toBe(false);
  });

  it('goes on from week to week without asking', () => {
    const first = takeOver(1, {}, {}, false);
    const second = takeOver(2, first.prescriptions, first.planned, false);
    expect(second.byHand).toEqual([]);
    expect(isTaken(2, second.prescriptions)).toBe(true);
  });

  it('leaves what was set by hand, names it, and replaces it only when asked', () => {
    const first = takeOver(1, {}, {}, false);
    const own = { ...first.prescriptions, 'hip-hike': { ...first.prescriptions['hip-hike'], reps: 8 } };
    const second = takeOver(2, own, first.planned, false);
    expect(second.byHand).toEqual(['hip-hike']);
    expect(second.prescriptions['hip-hike']).toEqual({ reps: 8, sets: 3 });
    expect(second.prescriptions['curtsy-lunge']).toEqual({ reps: 10, sets: 2 });
    const replaced = takeOver(2, own, first.planned, true);
    expect(replaced.byHand).toEqual([]);
    expect(replaced.prescriptions['hip-hike']).toEqual({ reps: 12, sets: 3 });
  });

  it('asks for what every exercise can be set to', () => {
    for (const { exercise, weeks } of PLANNED_EXERCISES) {
      const definition = exerciseById(exercise);
      if (definition === null) throw new Error(`no exercise ${exercise}`);
      for (const { of, amount, sets } of weeks) {
        expect(amount).toBeLessThanOrEqual(PRESCRIPTION_BOUNDS[of].most);
        expect(adaptPrescription(definition.prescription, { [of]: amount, sets })).toMatchObject({
          [of]: amount,
          sets,
        });
      }
    }
  });
});
