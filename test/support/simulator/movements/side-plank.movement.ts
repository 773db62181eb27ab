import type { Side } from '../../../../src/core/units';
import { sign, type Build, type Point, type Posture } from '../body';
import { envelope, schedule, truthOf, type Movement, type RepPlan } from '../movement';

/** Lying on one side, feet to the other side of the picture; `range` < 1 sags for the middle of the hold. */
export default function sidePlank(build: Build, plans: readonly RepPlan[]): Movement {
  const { reps, durationS } = schedule(plans);
  const side = plans[0]?.side ?? 'left';
  return {
    durationS,
    truth: truthOf(reps),
    at(t) {
      const up = reps.reduce((sum, r) => sum + envelope(t, r.startS, r.startS + 1, r.endS - 1, r.endS), 0);
      const sag = reps.reduce(
        (sum, r) =>
          sum + (r.dropDeg ?? 0) * envelope(t, r.startS + 3, r.startS + 3.8, r.endS - 3.8, r.endS - 3),
        0,
      );
      return lie(build, side, up, sag);
    },
  };
}

function lie(build: Build, side: Side, up: number, sagDeg: number): Posture {
  const leg = build.thigh + build.shank;
  const way = sign(side);
  const shoulderY = 0.12 + 0.34 * Math.max(up, 0.75);
  const straightY = 0.1 + ((shoulderY - 0.1) * leg) / (leg + build.trunk);
  const sagM = (Math.tan((sagDeg * Math.PI) / 360) * 2 * leg * build.trunk) / (leg + build.trunk);
  const hipY = 0.14 + (straightY - 0.14) * up - sagM * up;
  const feet: Point = { x: -way * 0.75, y: 0.1, z: 0 };
  const hip: Point = { x: feet.x + way * Math.sqrt(leg ** 2 - (hipY - 0.1) ** 2), y: hipY, z: 0 };
  const neck: Point = {
    x: hip.x + way * Math.sqrt(build.trunk ** 2 - (shoulderY - hipY) ** 2),
    y: shoulderY,
    z: 0,
  };
  const at = (from: Point, lift: number): Point => ({ ...from, y: from.y + lift });
  const low = (half: number, which: Side): number => (which === side ? -half : half);
  const both = <T>(make: (which: Side) => T): Record<Side, T> => ({
    left: make('left'),
    right: make('right'),
  });
  const knee: Point = { x: (feet.x + hip.x) / 2, y: (feet.y + hip.y) / 2, z: 0.01 };
  return {
    head: { x: neck.x + way * 0.2, y: neck.y + 0.05, z: 0.08 },
    shoulder: both((which) => at(neck, low(build.shoulderHalf * 0.9, which))),
    elbow: both((which) => (which === side ? { ...neck, y: 0.04 } : at(neck, 0.05))),
    wrist: both((which) => (which === side ? { ...neck, y: 0.04, z: 0.25 } : at(hip, 0.12))),
    leg: both((which) => ({
      hip: at(hip, low(build.hipHalf, which)),
      knee: at(knee, low(0.05, which)),
      ankle: at(feet, low(0.04, which)),
      toe: { x: feet.x - way * 0.05, y: feet.y + low(0.04, which), z: 0.14 },
    })),
  };
}
