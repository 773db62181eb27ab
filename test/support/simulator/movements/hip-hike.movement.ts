import { otherSide, type Side } from '../../../../src/core/units';
import { poseBody, sign, type Build, type LegPose } from '../body';
import { envelope, schedule, truthOf, upright, type Movement, type RepPlan } from '../movement';

export default function hike(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  const standing = plans[0]?.side ?? 'right';
  const free = otherSide(standing);
  const box = 0.15;
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const tilt = reps.reduce((sum, { startS: a, durationS: d, range }) => {
        const lower = 11 * range * envelope(t, a, a + 0.42 * d, a + 0.44 * d, a + 0.72 * d);
        const raise = 8 * range * envelope(t, a + 0.46 * d, a + 0.74 * d, a + 0.78 * d, a + d);
        return sum - lower + raise;
      }, 0);
      const straight = (build.thigh + build.shank) * 0.998;
      const ankle = { x: sign(standing) * 0.08, y: box + build.ankleHeight, z: 0 };
      const rise = Math.sin((tilt * Math.PI) / 180) * build.hipHalf;
      const pelvisX = ankle.x - sign(standing) * build.hipHalf;
      const freeHip = { x: pelvisX + sign(free) * build.hipHalf, y: ankle.y + straight + 2 * rise, z: 0 };
      return poseBody(build, {
        ...upright,
        pelvis: { x: pelvisX, y: ankle.y + straight + rise, z: 0 },
        obliquityDeg: -sign(free) * tilt,
        leg: {
          [standing]: { kind: 'foot', ankle },
          [free]: { kind: 'foot', ankle: { ...freeHip, y: freeHip.y - straight, z: 0.02 } },
        } as Record<Side, LegPose>,
      });
    },
  };
}
