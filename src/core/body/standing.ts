import { createTimeWindow, type TimeWindow } from '../signal/quantile';
import type { Joint } from '../pose/access';
import { millis, SIDES } from '../units';
import { rawAngles } from './geometry';
import { jointVisibility, pictureJoint, pictureMid, type Skeleton } from './skeleton';
import { bodyLength, STANCE_JOINTS } from './stance';
import { directionDeg } from './vector';

/**
 * What standing still means, for the set-up, the stance, the movement model and every exercise: upright on straight legs, all
 * joints in view, and none of them moving for half a second.
 */
const STILL_MS = millis(600);
/** At least this much of the window must be filled; of the first one a little less is enough. */
const COVERED_MS = 450;
const FIRST_COVERED_MS = 400;
/** A window with fewer frames was hardly seen. */
const LEAST_FRAMES = 3;
/**
 * Largest movement of a joint within the window, body lengths. Sway and landmark noise keep the legs within 0.015;
 * a hip hike moves the hanging foot by 0.03 and must not pass for standing still.
 */
const STILL_RANGE: Readonly<Record<string, number>> = {
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
/** A joint below this visibility is guessed. */
const VISIBLE = 0.5;

/** Watches a body for standing still. */
export interface StillnessWatch {
  /**
   * Feeds one smoothed skeleton that is not levelled.
   *
   * @param isFirst while no stance of this person is known: a little less is asked for
   * @returns the skeletons of the still moment; null while the person does not stand still
   */
  step(skeleton: Skeleton, isFirst: boolean): readonly Skeleton[] | null;
  /** What comes next does not belong to what came before. */
  interrupt(): void;
}

export function createStillnessWatch(): StillnessWatch {
  const window: TimeWindow<Skeleton> = createTimeWindow(STILL_MS);
  return {
    step(skeleton, isFirst) {
      window.push(skeleton, skeleton.timestampMs);
      const skeletons = window.entries.map(({ value }) => value);
      const isCovered = window.coveredMs >= (isFirst ? FIRST_COVERED_MS : COVERED_MS);
      if (!isCovered || skeletons.length < LEAST_FRAMES) return null;
      if (!isStanding(skeleton, isFirst)) return null;
      return isStill(skeletons, isFirst ? FIRST_LOOSER : 1) ? skeletons : null;
    },
    interrupt() {
      window.clear();
    },
  };
}

/** The joints that must be seen. Feet below the picture are guessed near enough for hips and knees to be measured against. */
const SEEN_JOINTS: readonly Joint[] = ['shoulder', 'hip', 'knee'];

/** Upright, shoulders over hips over knees over ankles, all down to the knees in view; the legs may be bent. */
export function isUpright(skeleton: Skeleton): boolean {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const knee = pictureMid(skeleton, 'knee');
  const ankle = pictureMid(skeleton, 'ankle');
  const tilt = directionDeg(shoulder.y - ankle.y, shoulder.x - ankle.x);
  const isStacked = shoulder.y > hip.y && hip.y > knee.y && knee.y > ankle.y;
  const isSeen = SIDES.every((side) =>
    SEEN_JOINTS.every((joint) => jointVisibility(skeleton, side, joint) >= VISIBLE),
  );
  return isStacked && Math.abs(tilt) < UPRIGHT_DEG && isSeen;
}

/** Upright on straight legs. */
export function isStanding(skeleton: Skeleton, isFirst: boolean): boolean {
  if (!isUpright(skeleton)) return false;
  const { kneeFlexionDeg } = rawAngles(skeleton);
  const limit = isFirst ? FIRST_STRAIGHT_KNEE_DEG : STRAIGHT_KNEE_DEG;
  return SIDES.every((side) => kneeFlexionDeg[side] < limit);
}

function isStill(skeletons: readonly Skeleton[], looser: number): boolean {
  const last = skeletons.at(-1);
  if (!last) return false;
  const scale = bodyLength(last) * looser;
  return SIDES.every((side) =>
    STANCE_JOINTS.every((joint) => {
      const points = skeletons.map((skeleton) => pictureJoint(skeleton, side, joint));
      const range = Math.max(rangeOf(points.map(({ x }) => x)), rangeOf(points.map(({ y }) => y)));
      return range <= (STILL_RANGE[joint] ?? 0) * scale;
    }),
  );
}

const rangeOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
