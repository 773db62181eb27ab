import type { Side } from '../../../src/core/units';
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

export const ease = (t: number): number => {
  const x = Math.min(1, Math.max(0, t));
  return x * x * x * (x * (6 * x - 15) + 10);
};
/** Up from a to b, down from c to d. */
export const envelope = (t: number, a: number, b: number, c: number, d: number): number =>
  ease((t - a) / Math.max(1e-6, b - a)) * (1 - ease((t - c) / Math.max(1e-6, d - c)));

/** Half the distance between the feet, metres. */
export const FEET = 0.1;

export interface Timed extends RepPlan {
  readonly startS: number;
  readonly endS: number;
}

/** One repetition after another, each with its rest. */
export function schedule(plans: readonly RepPlan[]): { reps: Timed[]; durationS: number } {
  let at = LEAD_IN_S;
  const reps = plans.map((plan) => {
    const startS = at;
    at += plan.durationS + plan.restS;
    return { ...plan, startS, endS: startS + plan.durationS };
  });
  return { reps, durationS: at + LEAD_OUT_S };
}

export const truthOf = (reps: readonly Timed[]): TrueRep[] =>
  reps.map(({ side, startS, endS, full, dropDeg = 0, collapseDeg = 0 }) => ({
    side,
    startS,
    endS,
    full,
    dropDeg,
    collapseDeg,
  }));

/** A foot on the floor, or lifted above its place. */
export const onFloor = (
  build: Build,
  side: Side,
  x = sign(side) * FEET,
  z = 0,
  lift = 0,
): Extract<LegPose, { kind: 'foot' }> => ({
  kind: 'foot',
  ankle: { x, y: build.ankleHeight + lift, z },
});

export const upright = { obliquityDeg: 0, leanDeg: 0, flexionDeg: 2 };

/** Standing with little bent knees. */
export const stand = (build: Build, over: Partial<Point> = {}): Posture =>
  poseBody(build, {
    ...upright,
    pelvis: { x: 0, y: standingHeight(build, 8) - 0.008, z: 0, ...over },
    leg: { left: onFloor(build, 'left'), right: onFloor(build, 'right') },
  });

/** Somebody of a build doing what is planned. */
export type Simulate = (build: Build, plans: readonly RepPlan[]) => Movement;
