import { toBodyPoints, type BodyPoints } from '../body/body-points';
import type { TrackedBody } from '../body/body-tracker';
import { levelSkeleton, pictureMid, type Skeleton } from '../body/skeleton';
import { placedStance, type Stance } from '../body/stance';
import { directionDeg, rotate } from '../body/vector';
import { deg } from '../units';

/** How the body is held: upright enough for the standing exercises, lying along the floor, or neither. */
export type Posture = 'standing' | 'lying' | 'other';

/** A tracked body levelled by gravity and scaled by its stance. */
export interface LevelledBody {
  /** Pixels and metres, y up. */
  readonly skeleton: Skeleton;
  readonly body: BodyPoints;
  readonly posture: Posture;
  /** The stance that holds here: null until it is known, and for somebody who is no longer where it was taken. */
  readonly stance: Stance | null;
}

/** Legs within this of the horizontal: lying; the trunk of somebody on an elbow or a straight arm is propped up by a little more. */
const LYING_DEG = 40;
const LYING_TRUNK_DEG = 50;
const STANDING_DEG = 55;

/**
 * The body as it is measured. Pure, so that frames that are kept can be measured again once their stance is known.
 *
 * @param stance the one to measure against; by default what was known in the frame itself
 * @returns null when nobody is seen
 */
export function levelBody(
  tracked: TrackedBody,
  stance: Stance | null = placedStance(tracked),
): LevelledBody | null {
  if (!tracked.smoothed) return null;
  const rollDeg = (stance ?? tracked.stance)?.rollDeg ?? deg(0);
  const skeleton = levelSkeleton(tracked.smoothed, rollDeg);
  const posture = postureOf(skeleton);
  const { scalePx, origin } =
    stance && posture !== 'lying'
      ? stance
      : { ...tracked.provisional, origin: rotate(tracked.provisional.origin, -rollDeg) };
  return { skeleton, body: toBodyPoints(skeleton, scalePx, origin), posture, stance };
}

function postureOf(skeleton: Skeleton): Posture {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const ankle = pictureMid(skeleton, 'ankle');
  const trunk = Math.abs(directionDeg(Math.abs(shoulder.x - hip.x), shoulder.y - hip.y));
  const legs = Math.abs(directionDeg(Math.abs(hip.x - ankle.x), hip.y - ankle.y));
  if (trunk < LYING_TRUNK_DEG && legs < LYING_DEG) return 'lying';
  return trunk > STANDING_DEG && shoulder.y > hip.y && hip.y > ankle.y ? 'standing' : 'other';
}
