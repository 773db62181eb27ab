import type { Side } from '../../../src/core/units';

/**
 * A jointed body in the room. Metres; x to the person's LEFT, y up, z forward (the way the person faces), origin on the
 * floor between the feet of the quiet stance.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Legs {
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly toe: Point;
}

export interface Posture {
  readonly head: Point;
  readonly shoulder: Record<Side, Point>;
  readonly elbow: Record<Side, Point>;
  readonly wrist: Record<Side, Point>;
  readonly leg: Record<Side, Legs>;
}

/** Lengths of one person, metres. */
export interface Build {
  readonly thigh: number;
  readonly shank: number;
  readonly trunk: number;
  readonly hipHalf: number;
  readonly shoulderHalf: number;
  readonly arm: number;
  readonly ankleHeight: number;
}

export const AVERAGE_BUILD: Build = {
  thigh: 0.42,
  shank: 0.41,
  trunk: 0.5,
  hipHalf: 0.09,
  shoulderHalf: 0.18,
  arm: 0.28,
  ankleHeight: 0.08,
};

export const scaleBuild = (build: Build, by: number): Build =>
  Object.fromEntries(
    Object.entries(build).map(([key, value]) => [key, (value as number) * by]),
  ) as unknown as Build;

const RAD = Math.PI / 180;

export const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z });
export const mix = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
  z: a.z + (b.z - a.z) * share,
});

/** +1 for the left side, whose x is positive. */
export const sign = (side: Side): number => (side === 'left' ? 1 : -1);

/** How one leg is asked for: an ankle in the room (the knee bends forward), or angles from the hip. */
export type LegPose =
  | { readonly kind: 'foot'; readonly ankle: Point; readonly valgusDeg?: number }
  | {
      readonly kind: 'free';
      readonly hipFlexionDeg: number;
      readonly kneeFlexionDeg: number;
      readonly abductionDeg?: number;
    };

export interface BodyPose {
  readonly pelvis: Point;
  /** + = right side higher. */
  readonly obliquityDeg: number;
  /** + = to the person's right. */
  readonly leanDeg: number;
  /** + = forward. */
  readonly flexionDeg: number;
  readonly leg: Record<Side, LegPose>;
  readonly handsUp?: number;
}

/** Poses the body. */
export function poseBody(build: Build, pose: BodyPose): Posture {
  const hip = (side: Side): Point => ({
    x: pose.pelvis.x + sign(side) * build.hipHalf * Math.cos(pose.obliquityDeg * RAD),
    y: pose.pelvis.y - sign(side) * build.hipHalf * Math.sin(pose.obliquityDeg * RAD),
    z: pose.pelvis.z,
  });
  const neck = add(pose.pelvis, {
    x: -Math.sin(pose.leanDeg * RAD) * build.trunk,
    y: Math.cos(pose.leanDeg * RAD) * Math.cos(pose.flexionDeg * RAD) * build.trunk,
    z: Math.sin(pose.flexionDeg * RAD) * build.trunk,
  });
  const shoulder = (side: Side): Point => add(neck, { x: sign(side) * build.shoulderHalf, y: 0, z: 0 });
  const up = pose.handsUp ?? 0;
  const elbow = (side: Side): Point =>
    add(shoulder(side), { x: sign(side) * 0.08, y: build.arm * (up * 1.2 - 1), z: 0.05 });
  const wrist = (side: Side): Point => add(elbow(side), { x: 0, y: build.arm * (up * 1.8 - 0.9), z: 0.1 });
  const both = <T>(make: (side: Side) => T): Record<Side, T> => ({
    left: make('left'),
    right: make('right'),
  });
  return {
    head: add(neck, { x: 0, y: 0.2, z: 0.08 }),
    shoulder: both(shoulder),
    elbow: both(elbow),
    wrist: both(wrist),
    leg: both((side) => poseLeg(build, hip(side), pose.leg[side], side)),
  };
}

function poseLeg(build: Build, hip: Point, pose: LegPose, side: Side): Legs {
  if (pose.kind === 'free') return freeLeg(build, hip, pose, side);
  const { knee, ankle } = reach(build, hip, pose.ankle, (pose.valgusDeg ?? 0) * -sign(side));
  return { hip, knee, ankle, toe: add(ankle, { x: sign(side) * 0.03, y: -0.06, z: 0.15 }) };
}

function freeLeg(build: Build, hip: Point, pose: Extract<LegPose, { kind: 'free' }>, side: Side): Legs {
  const down = (length: number, flexionDeg: number): Point => ({
    x: sign(side) * Math.sin((pose.abductionDeg ?? 0) * RAD) * length,
    y: -Math.cos(flexionDeg * RAD) * Math.cos((pose.abductionDeg ?? 0) * RAD) * length,
    z: Math.sin(flexionDeg * RAD) * length,
  });
  const knee = add(hip, down(build.thigh, pose.hipFlexionDeg));
  const ankle = add(knee, down(build.shank, pose.hipFlexionDeg - pose.kneeFlexionDeg));
  return { hip, knee, ankle, toe: add(ankle, { x: 0, y: -0.06, z: 0.13 }) };
}

/** The knee of a leg from hip to foot: in front of the line between them, and `inwardDeg` to its side. */
function reach(build: Build, hip: Point, ankle: Point, inwardDeg: number): { knee: Point; ankle: Point } {
  const line = { x: ankle.x - hip.x, y: ankle.y - hip.y, z: ankle.z - hip.z };
  const wanted = Math.hypot(line.x, line.y, line.z);
  const length = Math.min(wanted, (build.thigh + build.shank) * 0.999);
  const foot = add(hip, mix({ x: 0, y: 0, z: 0 }, line, length / wanted));
  const along = (build.thigh ** 2 - build.shank ** 2 + length ** 2) / (2 * length);
  const bend = Math.sqrt(Math.max(0, build.thigh ** 2 - along ** 2));
  const onLine = mix(hip, foot, along / length);
  // Off the line by the frontal-plane angle at the knee: half of it at either end.
  const aside = Math.tan((inwardDeg / 2) * RAD) * Math.abs(foot.y - hip.y) * 0.5;
  return {
    knee: add(onLine, { x: aside, y: 0, z: Math.sqrt(Math.max(0, bend ** 2 - aside ** 2)) }),
    ankle: foot,
  };
}

/** Height of the pelvis over feet on the floor for legs bent by `kneeFlexionDeg`. */
export const standingHeight = (build: Build, kneeFlexionDeg: number): number =>
  build.ankleHeight +
  Math.sqrt(
    build.thigh ** 2 + build.shank ** 2 + 2 * build.thigh * build.shank * Math.cos(kneeFlexionDeg * RAD),
  );
