import { describe, expect, it } from 'vitest';
import { measureFrame } from '../../src/core/kinematics/measure';
import { trackPoses } from '../../src/core/body/track-poses';
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import {
  lungeKnee,
  lungeKneeTerms,
  LUNGE_KNEE_TERMS,
  type LungeKneeTerms,
} from '../../src/core/exercise/lunge-knee';
import { pelvisDrop, posed } from '../../src/core/exercise/body-signals';
import type { Side } from '../../src/core/units';
import { aKinematicFrame } from '../support/kinematic-frame-builder';
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

/** How deep a frame is. */
const depth = (frame: KinematicFrame): number => {
  const pose = posed(frame);
  return pose ? pelvisDrop(pose) : 0;
};

/** The frames of the lunge's bottom half second. */
function bottom(frames: readonly KinematicFrame[]): readonly KinematicFrame[] {
  return [...frames].sort((a, b) => depth(b) - depth(a)).slice(0, 7);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the front knee of a lunge', () => {
  it('reads higher the more it collapses', () => {
    const read = (collapseDeg: number): number =>
      mean(bottom(lunge('right', collapseDeg)).map((frame) => lungeKnee(frame, 'right')?.deg ?? NaN));
    const [none, some, much] = [read(0), read(10), read(20)];
    // Degrees: the fitted gain is one, on bodies; a stick figure's knee moves by at least half of that.
    expect(some - none).toBeGreaterThan(5);
    expect(much - some).toBeGreaterThan(5);
  });

  it('means the same on both sides', () => {
    const termsOf = (side: Side): readonly LungeKneeTerms[] =>
      bottom(lunge(side, 12)).flatMap((frame) => lungeKneeTerms(frame, side) ?? []);
    const [left, right] = [termsOf('left'), termsOf('right')];
    expect(left.length).toBeGreaterThan(3);
    for (const term of LUNGE_KNEE_TERMS) {
      const difference = mean(left.map((one) => one[term])) - mean(right.map((one) => one[term]));
      // Degrees for the network's stand-in, which errs by about one, not the same on both sides; else body lengths.
      const tolerance = term === 'read' || term === 'readSd' || term === 'yaw' ? 1.5 : 0.01;
      expect(Math.abs(difference), term).toBeLessThan(tolerance);
    }
  });

  it('says nothing of a leg that the network did not read, nor of a frame without a body', () => {
    const unread = lunge('right').map((frame) => ({ ...frame, kneeFppa: { left: null, right: null } }));
    for (const frame of unread) expect(lungeKnee(frame, 'right')).toBeNull();
    expect(lungeKnee(aKinematicFrame(), 'right')).toBeNull();
  });
});
