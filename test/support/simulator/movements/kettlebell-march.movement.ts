import { poseBody, sign, standingHeight, type Build, type LegPose } from '../body';
import {
  envelope,
  onFloor,
  schedule,
  stand,
  truthOf,
  upright,
  type Movement,
  type RepPlan,
} from '../movement';

export default function march(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const rep = reps.find(({ startS, endS }) => t > startS - 0.3 && t < endS + 0.3);
      if (!rep) return stand(build);
      const { side, startS, durationS: d } = rep;
      const lift = envelope(t, startS, startS + 0.42 * d, startS + 0.52 * d, startS + d);
      const shift = envelope(t, startS - 0.25, startS + 0.15 * d, startS + 0.85 * d, startS + d + 0.2);
      const hipFlexionDeg = 85 * rep.range * lift;
      const lifted: LegPose = { kind: 'free', hipFlexionDeg, kneeFlexionDeg: 8 + hipFlexionDeg };
      return poseBody(build, {
        ...upright,
        pelvis: { x: -sign(side) * 0.06 * shift, y: standingHeight(build, 8) - 0.008, z: 0 },
        obliquityDeg: sign(side) * (rep.dropDeg ?? 0) * lift,
        leg: {
          ...{ left: onFloor(build, 'left'), right: onFloor(build, 'right') },
          [side]: lift > 0.02 ? lifted : onFloor(build, side),
        },
      });
    },
  };
}
