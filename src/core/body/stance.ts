import type { Joint } from '../pose/access';
import { deg, SIDES, type Degrees, type Millis, type Side } from '../units';
import { rawAngles, type RawAngles } from './geometry';
import { levelSkeleton, pictureJoint, pictureMid, type Skeleton } from './skeleton';
import { directionDeg, distance, rotate, type Vec2 } from './vector';

/** The person's own stance: what every measure is taken against. */
export interface Stance {
  /**
   * `quiet`: seen standing still, for long enough or again and again. `glimpsed`: seen still for a moment, which may have been a pause
   * within a movement. `in-motion`: what is common to somebody who never stood still.
   */
  readonly kind: 'quiet' | 'glimpsed' | 'in-motion';
  /** When it was found; as it follows the present one it stays the same stance. */
  readonly foundMs: Millis;
  /** Camera roll, seen as the tilt of the standing body; + = counter-clockwise in the picture. */
  readonly rollDeg: Degrees;
  /** Mid-ankles to mid-shoulders, pixels: one body length. */
  readonly scalePx: number;
  /** The room's origin in the picture as it came: under the pelvis of the FIRST stance. Stays when the roll is refined. */
  readonly anchor: Vec2;
  /** The same, levelled. */
  readonly origin: Vec2;
  /** Mean skeleton of the stance as it came. */
  readonly raw: Skeleton;
  /** Levelled mean skeleton of the stance. */
  readonly skeleton: Skeleton;
  readonly angles: RawAngles;
  /** Whether both feet were on one level, or one stood higher, as on a step. */
  readonly feet: 'level' | 'uneven';
  readonly updatedMs: Millis;
}

/** The joints that make a stance. */
export const STANCE_JOINTS: readonly Joint[] = ['shoulder', 'hip', 'knee', 'ankle'];

/** Ankles farther apart in height than this are not both on one floor, body lengths. */
const LEVEL_FEET = 0.05;
/** Knees and ankles this far from the known stance: a hold within an exercise, or somewhere else. Body lengths. */
const SAME_LEGS = 0.01;

/** The stance that holds where the person is; null while there is none. */
export const placedStance = ({
  stance,
  isPlaced,
}: {
  readonly stance: Stance | null;
  readonly isPlaced: boolean;
}): Stance | null => (isPlaced ? stance : null);

/** Mid-ankles to mid-shoulders in pixels. */
export const bodyLength = (skeleton: Skeleton): number =>
  Math.max(distance(pictureMid(skeleton, 'shoulder'), pictureMid(skeleton, 'ankle')), 1e-6);

/** @param anchor the room's origin in the picture as it came; null: under the pelvis of this stance. */
export function stanceOf(kind: Stance['kind'], raw: Skeleton, anchor: Vec2 | null): Stance {
  const shoulder = pictureMid(raw, 'shoulder');
  const ankle = pictureMid(raw, 'ankle');
  const rollDeg = deg(-directionDeg(shoulder.y - ankle.y, shoulder.x - ankle.x));
  const skeleton = levelSkeleton(raw, rollDeg);
  const scalePx = bodyLength(skeleton);
  const left = pictureJoint(skeleton, 'left', 'ankle').y;
  const right = pictureJoint(skeleton, 'right', 'ankle').y;
  const underPelvis = { x: pictureMid(skeleton, 'hip').x, y: Math.min(left, right) };
  const fixed = anchor ?? rotate(underPelvis, rollDeg);
  return {
    kind,
    foundMs: raw.timestampMs,
    rollDeg,
    scalePx,
    anchor: fixed,
    origin: rotate(fixed, -rollDeg),
    raw,
    skeleton,
    angles: rawAngles(skeleton),
    feet: Math.abs(left - right) < LEVEL_FEET * scalePx ? 'level' : 'uneven',
    updatedMs: raw.timestampMs,
  };
}

/** Moves a stance toward one seen later, by a share 0..1. Mixed before levelling, so that both lie in one frame of reference. */
export function blendStances(old: Stance, seen: Stance, share: number): Stance {
  const mix = (pick: (skeleton: Skeleton) => Float64Array): Float64Array => {
    const now = pick(seen.raw);
    return pick(old.raw).map((value, i) => value + share * ((now[i] ?? value) - value));
  };
  const raw: Skeleton = {
    timestampMs: seen.raw.timestampMs,
    picture: mix((skeleton) => skeleton.picture),
    world: mix((skeleton) => skeleton.world),
    visibility: mix((skeleton) => skeleton.visibility),
  };
  return { ...stanceOf(old.kind, raw, old.anchor), foundMs: old.foundMs };
}

/**
 * Whether knees and ankles are as high as in the known stance: the rest may sway.
 *
 * @param within how far apart they may be, body lengths
 */
export function legsAgree(known: Stance, seen: Stance, within = SAME_LEGS): boolean {
  const height = (stance: Stance, side: Side, joint: Joint): number =>
    (pictureJoint(stance.skeleton, side, joint).y - stance.origin.y) / stance.scalePx;
  return SIDES.every((side) =>
    (['knee', 'ankle'] as const).every(
      (joint) => Math.abs(height(known, side, joint) - height(seen, side, joint)) <= within,
    ),
  );
}

/** The mean of skeletons; its time is the last one's. */
export function meanSkeleton(skeletons: readonly Skeleton[]): Skeleton {
  const last = skeletons.at(-1) as Skeleton;
  const mean = (pick: (skeleton: Skeleton) => Float64Array): Float64Array => {
    const sum = new Float64Array(pick(last).length);
    for (const skeleton of skeletons) pick(skeleton).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
    return sum.map((value) => value / skeletons.length);
  };
  return {
    timestampMs: last.timestampMs,
    picture: mean((skeleton) => skeleton.picture),
    world: mean((skeleton) => skeleton.world),
    visibility: mean((skeleton) => skeleton.visibility),
  };
}
