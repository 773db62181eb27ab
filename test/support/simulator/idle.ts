import type { Side } from '../../../src/core/units';
import { poseBody, sign, standingHeight, type Build, type LegPose, type Posture } from './body';
import { ease, LEAD_IN_S, onFloor, stand, upright, type Movement } from './movement';

/** Movements that are no exercise: swaying, scratching the head, picking something up, walking on the spot. */
export const IDLE_KINDS = ['still', 'sway', 'scratch', 'pick-up', 'walk'] as const;
export type IdleKind = (typeof IDLE_KINDS)[number];

export function simulateIdle(kind: IdleKind, build: Build, seconds: number): Movement {
  return { durationS: seconds, truth: [], at: (t) => idlePosture(kind, build, t) };
}

function idlePosture(kind: IdleKind, build: Build, t: number): Posture {
  const begun = ease((t - LEAD_IN_S) / 0.5);
  const wave = Math.sin(2 * Math.PI * 0.4 * (t - LEAD_IN_S)) * begun;
  const height = standingHeight(build, 8) - 0.008;
  const feet = { left: onFloor(build, 'left'), right: onFloor(build, 'right') };
  switch (kind) {
    case 'still':
      return stand(build);
    case 'sway':
      return stand(build, { x: 0.05 * wave });
    case 'scratch':
      return poseBody(build, {
        ...upright,
        pelvis: { x: 0, y: height, z: 0 },
        leg: feet,
        handsUp: begun * (0.8 + 0.2 * wave),
      });
    case 'pick-up': {
      const down = Math.max(0, wave);
      const pelvis = { x: 0, y: standingHeight(build, 8 + 60 * down) - 0.012, z: -0.15 * down };
      return poseBody(build, { ...upright, flexionDeg: 2 + 60 * down, pelvis, leg: feet });
    }
    case 'walk': {
      const cycle = Math.sin(2 * Math.PI * 0.9 * (t - LEAD_IN_S)) * begun;
      const step = (side: Side): LegPose =>
        onFloor(build, side, sign(side) * 0.08, 0, Math.max(0, sign(side) * cycle) * 0.09);
      return poseBody(build, {
        ...upright,
        pelvis: { x: -0.03 * cycle, y: height, z: 0 },
        leg: { left: step('left'), right: step('right') },
      });
    }
  }
}
