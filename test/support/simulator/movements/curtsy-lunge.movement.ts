import { otherSide, type Side } from '../../../../src/core/units';
import { poseBody, sign, standingHeight, type Build, type LegPose } from '../body';
import {
  envelope,
  FEET,
  onFloor,
  schedule,
  stand,
  truthOf,
  upright,
  type Movement,
  type RepPlan,
} from '../movement';

export default function curtsy(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const rep = reps.find(({ startS, endS }) => t >= startS && t <= endS);
      if (!rep) return stand(build);
      const { side: front, startS, durationS: d } = rep;
      const rear = otherSide(front);
      const depth = envelope(t, startS, startS + 0.46 * d, startS + 0.52 * d, startS + d);
      const step = envelope(t, startS + 0.03 * d, startS + 0.38 * d, startS + 0.62 * d, startS + 0.97 * d);
      const flexion = 8 + 78 * rep.range * depth;
      const rearAnkle: LegPose = {
        kind: 'foot',
        ankle: {
          x: sign(rear) * FEET - sign(rear) * (rep.isStraight ? 0 : 2 * FEET + 0.15) * step,
          y: build.ankleHeight + 0.08 * step,
          z: -0.5 * step,
        },
      };
      return poseBody(build, {
        ...upright,
        flexionDeg: 2 + 8 * depth,
        pelvis: {
          x: sign(front) * 0.06 * step,
          y: standingHeight(build, flexion) - 0.008,
          z: -0.12 * depth,
        },
        obliquityDeg: -sign(front) * (rep.dropDeg ?? 0) * depth,
        leg: {
          [rear]: rearAnkle,
          [front]: { ...onFloor(build, front), valgusDeg: (rep.collapseDeg ?? 0) * depth },
        } as Record<Side, LegPose>,
      });
    },
  };
}
