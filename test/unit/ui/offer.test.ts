import { describe, expect, it } from 'vitest';
import type { ExerciseEvent } from '../../../src/core/exercise/events';
import { millis } from '../../../src/core/units';
import { stepOffer } from '../../../src/ui/model/offer';
import { aRep } from '../../support/set-builders';

const doubt = (
  candidates: Extract<ExerciseEvent, { kind: 'exercise-doubted' }>['candidates'],
  vetoed = false,
): ExerciseEvent => ({ kind: 'exercise-doubted', atMs: millis(0), candidates, vetoed });
const counted: ExerciseEvent = { kind: 'rep-counted', atMs: millis(0), rep: aRep({}) };
const recognised: ExerciseEvent = {
  kind: 'exercise-recognised',
  atMs: millis(0),
  exercise: 'hip-hike',
};

describe('the offer of two exercises', () => {
  it('stands from the doubt on, the same while nothing changes', () => {
    const offer = stepOffer(null, [doubt(['hip-hike', 'curtsy-lunge'])], null);
    expect(offer).toEqual(['hip-hike', 'curtsy-lunge']);
    expect(stepOffer(offer, [{ kind: 'ready', atMs: millis(0) }], null)).toBe(offer);
    expect(stepOffer(offer, [doubt(['hip-hike', 'curtsy-lunge'])], null)).toBe(offer);
  });

  it('goes with recognition, and with a repetition that is counted without a doubt', () => {
    const offer = ['hip-hike', 'curtsy-lunge'] as const;
    expect(stepOffer(offer, [recognised], null)).toBeNull();
    expect(stepOffer(offer, [counted], 'hip-hike')).toBeNull();
    expect(stepOffer(offer, [counted, doubt(['curtsy-lunge', 'hip-hike'])], 'hip-hike')).toEqual([
      'curtsy-lunge',
      'hip-hike',
    ]);
  });

  it('always lets the person insist on what was selected, and never offers "none"', () => {
    const selected = 'kettlebell-march';
    expect(stepOffer(null, [doubt(['curtsy-lunge', 'hip-hike'], true)], selected)).toEqual([
      'curtsy-lunge',
      selected,
    ]);
    expect(stepOffer(null, [doubt(['none', selected], true)], selected)).toEqual([selected]);
    expect(stepOffer(null, [doubt(['none'])], null)).toBeNull();
  });
});
