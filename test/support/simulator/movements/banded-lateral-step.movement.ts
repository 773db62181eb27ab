import type { Side } from '../../../../src/core/units';
import { poseBody, sign, standingHeight, type Build, type LegPose } from '../body';
import {
  ease,
  envelope,
  onFloor,
  schedule,
  truthOf,
  upright,
  type Movement,
  type RepPlan,
} from '../movement';

export default function lateralSteps(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  const squat = (t: number): number =>
    8 + 32 * ease((t - 0.7) / 0.8) * (1 - ease((t - durationS + 1.1) / 0.8));
  const travel = (side: Side, t: number): { x: number; lift: number } =>
    reps.reduce(
      (sum, { side: lead, startS: a, durationS: d, range }) => {
        const [from, to] = side === lead ? [a, a + 0.45 * d] : [a + 0.52 * d, a + d];
        const share = (t - from) / (to - from);
        const lift = share > 0 && share < 1 ? 0.045 * Math.sin(Math.PI * share) ** 2 : 0;
        return { x: sum.x + sign(lead) * 0.17 * range * ease(share), lift: sum.lift + lift };
      },
      { x: sign(side) * 0.14, lift: 0 },
    );
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const left = travel('left', t);
      const right = travel('right', t);
      const collapse = reps.reduce(
        (sum, r) =>
          sum +
          (r.collapseDeg ?? 0) *
            envelope(t, r.startS, r.startS + 0.3 * r.durationS, r.startS + 0.7 * r.durationS, r.endS),
        0,
      );
      const lead = reps.find(({ endS }) => t <= endS)?.side ?? 'left';
      const foot = (side: Side, at: { x: number; lift: number }): LegPose => ({
        ...onFloor(build, side, at.x, 0, at.lift),
        valgusDeg: side === lead ? collapse : 0,
      });
      const flexion = squat(t);
      return poseBody(build, {
        ...upright,
        flexionDeg: 0.4 * flexion,
        pelvis: { x: (left.x + right.x) / 2, y: standingHeight(build, flexion) - 0.012, z: -0.004 * flexion },
        leg: { left: foot('left', left), right: foot('right', right) },
      });
    },
  };
}
