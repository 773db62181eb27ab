import { otherSide } from '../../../../src/core/units';
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

/** One foot off the floor for the time of the plan; the side is the leg that is stood on. */
export default function singleLegStand(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const rep = reps.find(({ startS, endS }) => t > startS - 0.3 && t < endS + 0.3);
      if (!rep) return stand(build);
      const { side, startS, endS } = rep;
      const free = otherSide(side);
      const lift = envelope(t, startS, startS + 0.6, endS - 0.6, endS);
      const shift = envelope(t, startS - 0.25, startS + 0.3, endS - 0.3, endS + 0.2);
      const lifted: LegPose = {
        kind: 'free',
        hipFlexionDeg: 28 * rep.range * lift,
        kneeFlexionDeg: 8 + 52 * lift,
      };
      return poseBody(build, {
        ...upright,
        pelvis: { x: sign(side) * 0.06 * shift, y: standingHeight(build, 8) - 0.008, z: 0 },
        obliquityDeg: sign(free) * (rep.dropDeg ?? 0) * lift,
        leg: {
          ...{ left: onFloor(build, 'left'), right: onFloor(build, 'right') },
          [free]: lift > 0.02 ? lifted : onFloor(build, free),
        },
      });
    },
  };
}
