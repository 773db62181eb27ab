import type { ExerciseId } from '../../../src/core/terms/ids';
import { otherSide, type Side } from '../../../src/core/units';
import { poseBody, sign, standingHeight, type Build, type LegPose, type Point, type Posture } from './body';

/** A true repetition of a simulated session; for the side plank the hold. */
export interface TrueRep {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
  /** False for a deliberate partial, which must not be counted. */
  readonly full: boolean;
  /** Commanded pelvic drop on the free side and knee collapse, degrees. */
  readonly dropDeg: number;
  readonly collapseDeg: number;
}

/** One repetition asked for. */
export interface RepPlan {
  readonly side: Side;
  readonly durationS: number;
  readonly restS: number;
  /** 1 = the exercise's ordinary range. */
  readonly range: number;
  readonly full: boolean;
  readonly dropDeg?: number;
  readonly collapseDeg?: number;
  /** Lunges: the rear foot goes straight back instead of behind the other. */
  readonly isStraight?: boolean;
}

export interface Movement {
  readonly durationS: number;
  readonly truth: readonly TrueRep[];
  at(timeS: number): Posture;
}

/** Quiet stance before the first repetition. */
export const LEAD_IN_S = 1.6;
const LEAD_OUT_S = 1.2;

const ease = (t: number): number => {
  const x = Math.min(1, Math.max(0, t));
  return x * x * x * (x * (6 * x - 15) + 10);
};
/** Up from a to b, down from c to d. */
const envelope = (t: number, a: number, b: number, c: number, d: number): number =>
  ease((t - a) / Math.max(1e-6, b - a)) * (1 - ease((t - c) / Math.max(1e-6, d - c)));

const FEET = 0.1;

interface Timed extends RepPlan {
  readonly startS: number;
  readonly endS: number;
}

function schedule(plans: readonly RepPlan[]): { reps: Timed[]; durationS: number } {
  let at = LEAD_IN_S;
  const reps = plans.map((plan) => {
    const startS = at;
    at += plan.durationS + plan.restS;
    return { ...plan, startS, endS: startS + plan.durationS };
  });
  return { reps, durationS: at + LEAD_OUT_S };
}

const truthOf = (reps: readonly Timed[]): TrueRep[] =>
  reps.map(({ side, startS, endS, full, dropDeg = 0, collapseDeg = 0 }) => ({
    side,
    startS,
    endS,
    full,
    dropDeg,
    collapseDeg,
  }));

const onFloor = (
  build: Build,
  side: Side,
  x = sign(side) * FEET,
  z = 0,
  lift = 0,
): Extract<LegPose, { kind: 'foot' }> => ({
  kind: 'foot',
  ankle: { x, y: build.ankleHeight + lift, z },
});

const upright = { obliquityDeg: 0, leanDeg: 0, flexionDeg: 2 };

/** Standing with little bent knees. */
export const stand = (build: Build, over: Partial<Point> = {}): Posture =>
  poseBody(build, {
    ...upright,
    pelvis: { x: 0, y: standingHeight(build, 8) - 0.008, z: 0, ...over },
    leg: { left: onFloor(build, 'left'), right: onFloor(build, 'right') },
  });

function march(build: Build, plans: readonly RepPlan[]): Movement {
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

function curtsy(build: Build, plans: readonly RepPlan[]): Movement {
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

function hike(build: Build, plans: readonly RepPlan[]): Movement {
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

function lateralSteps(build: Build, plans: readonly RepPlan[]): Movement {
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

/** Lying on one side, feet to the other side of the picture; `range` < 1 sags for the middle of the hold. */
function sidePlank(build: Build, plans: readonly RepPlan[]): Movement {
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

/** One foot off the floor for the time of the plan; the side is the leg that is stood on. */
function singleLegStand(build: Build, plans: readonly RepPlan[]): Movement {
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

const MOVEMENTS: Readonly<Record<ExerciseId, (build: Build, plans: readonly RepPlan[]) => Movement>> = {
  'banded-lateral-step': lateralSteps,
  'side-plank': sidePlank,
  'hip-hike': hike,
  'kettlebell-march': march,
  'curtsy-lunge': curtsy,
  'single-leg-stand': singleLegStand,
};

/** @throws RangeError for an exercise that has no simulator */
export function simulateMovement(exercise: ExerciseId, build: Build, plans: readonly RepPlan[]): Movement {
  const movement = MOVEMENTS[exercise];
  if (!movement) throw new RangeError(`no simulator for "${exercise}"`);
  return movement(build, plans);
}

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
