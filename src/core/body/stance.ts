import type { Joint } from '../pose/access';
import { createTimeWindow } from '../signal/quantile';
import { deg, millis, SIDES, type Degrees, type Millis } from '../units';
import { rawAngles, type RawAngles } from './geometry';
import { jointVisibility, levelSkeleton, pictureJoint, pictureMid, type Skeleton } from './skeleton';
import { directionDeg, distance, rotate, type Vec2 } from './vector';

/**
 * The person's own quiet stance: what every measure is taken against. Kept current whenever the person stands
 * quietly again, so a knocked camera or a step back is followed.
 */
export interface Stance {
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
  /** Which feet were on the same level: `left` = standing on the left foot, the right one lower or higher. */
  readonly feet: 'level' | 'uneven';
  readonly updatedMs: Millis;
}

export interface StanceTracker {
  /** Feeds one smoothed skeleton that is not levelled yet; tells whether the person stands quietly. */
  step(skeleton: Skeleton): boolean;
  readonly stance: Stance | null;
  /** The window of quiet is broken (another person); the stance itself stays. */
  interrupt(): void;
}

const WINDOW_MS = millis(600);
/** At least this much of the window must be filled; of the first one a little less is enough. */
const COVERED_MS = 450;
const FIRST_COVERED_MS = 400;
/** A window with fewer frames was hardly seen. */
const LEAST_FRAMES = 3;
/**
 * Largest movement of a joint within the window, body lengths. Sway and landmark noise keep the legs within 0.015;
 * a hip hike moves the hanging foot by 0.03 and must not pass for standing still.
 */
const QUIET_RANGE: Readonly<Record<string, number>> = {
  shoulder: 0.035,
  hip: 0.03,
  knee: 0.02,
  ankle: 0.015,
};
/** Until a first stance is known, noise may be this much larger: a poor stance that will be refined beats none. */
const FIRST_LOOSER = 1.5;
/** Standing means: the line ankles–shoulders within this of the picture's vertical (roll included), degrees. */
const UPRIGHT_DEG = 18;
/** Knees count as straight below this 3D flexion; the model reads up to 25° on straight legs. */
const STRAIGHT_KNEE_DEG = 38;
/** The light model reads up to 41° on straight legs in a dim picture: who is not known yet is not made to wait for ever. */
const FIRST_STRAIGHT_KNEE_DEG = 42;
/** Ankles farther apart in height than this are not both on one floor, body lengths. */
const LEVEL_FEET = 0.05;
/** A joint below this visibility is guessed. */
const VISIBLE = 0.5;
/** Knees and ankles this far from the known stance: a hold within an exercise, or somewhere else. */
const SAME_LEGS = 0.01;
/** Still in one other place for this long, it is the stance now (a step aside, a knocked camera). */
const MOVED_AFTER_MS = 1500;
/** Time constant with which a known stance follows the present one. */
const FOLLOW_MS = 3000;

const WATCHED: readonly Joint[] = ['shoulder', 'hip', 'knee', 'ankle'];

export function createStanceTracker(): StanceTracker {
  const window = createTimeWindow<Skeleton>(WINDOW_MS);
  let stance: Stance | null = null;
  let lastMs: Millis | null = null;
  /** Where the person stands still other than in the known stance, and since when. */
  let elsewhere: Stance | null = null;

  const adopt = (seen: Stance, atMs: Millis): void => {
    const dtMs = atMs - (lastMs ?? atMs);
    lastMs = atMs;
    if (!stance) {
      stance = seen;
    } else if (legsAgree(stance, seen)) {
      stance = blendStances(stance, seen, 1 - Math.exp(-Math.min(dtMs, 200) / FOLLOW_MS));
      elsewhere = null;
    } else if (!elsewhere || !legsAgree(elsewhere, seen)) {
      // A slow movement is quiet, too, but it does not stay.
      elsewhere = seen;
    } else if (atMs - elsewhere.updatedMs >= MOVED_AFTER_MS) {
      stance = seen;
    }
  };

  return {
    get stance() {
      return stance;
    },
    interrupt() {
      window.clear();
      elsewhere = null;
    },
    step(skeleton) {
      window.push(skeleton, skeleton.timestampMs);
      const skeletons = window.entries.map((entry) => entry.value);
      const leastMs = stance ? COVERED_MS : FIRST_COVERED_MS;
      const kneeDeg = stance ? STRAIGHT_KNEE_DEG : FIRST_STRAIGHT_KNEE_DEG;
      const isCovered = window.coveredMs >= leastMs && skeletons.length >= LEAST_FRAMES;
      if (!isCovered || !isStanding(skeleton, kneeDeg) || !isQuiet(skeletons, stance ? 1 : FIRST_LOOSER)) {
        elsewhere = null;
        return false;
      }
      adopt(stanceOf(meanSkeleton(skeletons), stance?.anchor ?? null), skeleton.timestampMs);
      return true;
    },
  };
}

/**
 * Upright on straight legs, everything needed in view.
 *
 * @param straightDeg 3D flexion of a knee below which it counts as straight
 */
function isStanding(skeleton: Skeleton, straightDeg: number): boolean {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const knee = pictureMid(skeleton, 'knee');
  const ankle = pictureMid(skeleton, 'ankle');
  const tilt = directionDeg(shoulder.y - ankle.y, shoulder.x - ankle.x);
  const stacked = shoulder.y > hip.y && hip.y > knee.y && knee.y > ankle.y;
  const angles = rawAngles(skeleton);
  const straight = SIDES.every((side) => angles.kneeFlexionDeg[side] < straightDeg);
  const visible = SIDES.every((side) =>
    WATCHED.every((joint) => jointVisibility(skeleton, side, joint) >= VISIBLE),
  );
  return stacked && Math.abs(tilt) < UPRIGHT_DEG && straight && visible;
}

function isQuiet(skeletons: readonly Skeleton[], looser: number): boolean {
  const last = skeletons.at(-1);
  if (!last) return false;
  const scale = bodyLength(last) * looser;
  return SIDES.every((side) =>
    WATCHED.every((joint) => rangeOf(skeletons, side, joint) <= (QUIET_RANGE[joint] ?? 0) * scale),
  );
}

function rangeOf(skeletons: readonly Skeleton[], side: 'left' | 'right', joint: Joint): number {
  const points = skeletons.map((skeleton) => pictureJoint(skeleton, side, joint));
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Whether knees and ankles are as high as in the known stance: the rest may sway. */
function legsAgree(known: Stance, seen: Stance): boolean {
  const height = (stance: Stance, side: 'left' | 'right', joint: Joint): number =>
    (pictureJoint(stance.skeleton, side, joint).y - stance.origin.y) / stance.scalePx;
  return SIDES.every((side) =>
    (['knee', 'ankle'] as const).every(
      (joint) => Math.abs(height(known, side, joint) - height(seen, side, joint)) <= SAME_LEGS,
    ),
  );
}

/** Mid-ankles to mid-shoulders in pixels. */
export const bodyLength = (skeleton: Skeleton): number =>
  Math.max(distance(pictureMid(skeleton, 'shoulder'), pictureMid(skeleton, 'ankle')), 1e-6);

function meanSkeleton(skeletons: readonly Skeleton[]): Skeleton {
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

/** @param anchor the room's origin in the picture as it came; null: under the pelvis of this stance. */
function stanceOf(raw: Skeleton, anchor: Vec2 | null): Stance {
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

/** Mixed before levelling: what is averaged then lies in one frame of reference. */
function blendStances(old: Stance, seen: Stance, share: number): Stance {
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
  return stanceOf(raw, old.anchor);
}
