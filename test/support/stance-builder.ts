import type { StanceSummary } from '../../src/core/kinematics/kinematic-frame';
import type { BodyPoint, BodyPoints } from '../../src/core/body/body-points';
import { deg, millis, type PerSide } from '../../src/core/units';

const at = (x: number, y: number): BodyPoint => ({ x, y, visibility: 1 });
const pair = (x: number, y: number): PerSide<BodyPoint> => ({ left: at(x, y), right: at(-x, y) });

/** A person standing upright, feet hip-width apart, in body lengths. */
const UPRIGHT: BodyPoints = {
  pelvis: at(0, 0.58),
  shoulder: pair(0.14, 1),
  hip: pair(0.07, 0.58),
  knee: pair(0.07, 0.3),
  ankle: pair(0.07, 0),
  toe: pair(0.09, -0.03),
  elbow: pair(0.18, 0.8),
  wrist: pair(0.2, 0.6),
  head: at(0, 1.2),
};

/** A quiet stance, facing the camera. */
export const aStance = (): StanceSummary => ({
  kind: 'quiet',
  body: UPRIGHT,
  feet: 'level',
  yawDeg: deg(0),
  updatedMs: millis(0),
});
