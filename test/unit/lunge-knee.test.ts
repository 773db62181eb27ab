import { describe, expect, it } from 'vitest';
import { measureFrame } from '../../src/core/kinematics/measure';
import { trackPoses } from '../../src/core/body/track-poses';
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { lungeKneeTerms, LUNGE_KNEE_TERMS, readLungeKnee } from '../../src/core/exercise/lunge-knee';
import { otherSide, type Side } from '../../src/core/units';
import { plainPlans } from '../support/run-set';
import { AVERAGE_BUILD, estimateMovement, film, NO_NOISE, simulateMovement } from '../support/simulator';

/** The frames of one lunge with the front knee collapsing by so many degrees, no noise in the landmarks. */
function lunge(side: Side, collapseDeg = 0): readonly KinematicFrame[] {
  const plans = plainPlans('curtsy-lunge', 1).map((plan) => ({ ...plan, side, collapseDeg }));
  const movement = simulateMovement('curtsy-lunge', AVERAGE_BUILD, plans);
  const { poses, truth } = film(movement, { noise: NO_NOISE });
  const estimates = estimateMovement(movement, 'curtsy-lunge', poses);
  return trackPoses(poses)
    .map((tracked, i) => measureFrame(tracked, estimates[i] ?? null))
    .filter(({ timestampMs: t }) => truth.some(({ startS, endS }) => t >= startS * 1000 && t <= endS * 1000));
}

describe('the front knee of a lunge', () => {
  it('reads higher the more it collapses', () => {
    const read = (collapseDeg: number): number => readLungeKnee('right', lunge('right', collapseDeg)) ?? NaN;
    const [none, some, much] = [read(0), read(10), read(20)];
    // Degrees: the fitted gain is one, on bodies; a stick figure's knee moves by at least half of that.
    expect(some - none).toBeGreaterThan(5);
    expect(much - some).toBeGreaterThan(5);
  });

  it('means the same on both sides', () => {
    const left = lungeKneeTerms('left', lunge('left', 12));
    const right = lungeKneeTerms('right', lunge('right', 12));
    for (const term of LUNGE_KNEE_TERMS) {
      // The stand-in for the network errs by about a degree, and not the same on both sides.
      const digits = term === 'readPeak' ? -1 : 2;
      expect(left?.[term], term).toBeCloseTo(right?.[term] ?? NaN, digits);
    }
  });

  it('says nothing of a leg that the network did not read, nor of nothing', () => {
    const unread = lunge('right').map((frame) => ({ ...frame, kneeFppa: { left: null, right: null } }));
    expect(readLungeKnee('right', unread)).toBeNull();
    expect(readLungeKnee(otherSide('right'), [])).toBeNull();
  });
});
