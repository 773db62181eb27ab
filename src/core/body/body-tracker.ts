import type { NotSeenReason } from '../terms/not-seen';
import { DARKEST } from '../pose/brightness';
import { isFiniteLandmarks } from '../pose/access';
import { createFacingKeeper } from './facing';
import { isWellFormed, type PoseFrame, type PoseLandmarks } from '../pose/pose-frame';
import { createOneEuroFilter, type OneEuroOptions } from '../signal/one-euro';
import { deg, millis, type Millis } from '../units';
import { toBodyPoints } from './body-points';
import { createCameraSteadier } from './camera-knock';
import { createIdentity, torsoSighting } from './identity';
import type { BodyPoints } from './body-points';
import {
  jointVisibility,
  levelSkeleton,
  pictureJoint,
  pictureMid,
  toSkeleton,
  type Skeleton,
} from './skeleton';
import { bodyLength, createStanceTracker, type Stance } from './stance';
import { directionDeg, distance, type Vec2 } from './vector';

/** How the body is held: upright enough for the standing exercises, lying along the floor, or neither. */
export type Posture = 'standing' | 'lying' | 'other';

/** One frame of the exerciser: smoothed, levelled by gravity, scaled by the body, with the person's own stance. */
export interface TrackedPose {
  readonly timestampMs: Millis;
  /** Null when the exerciser is seen; else why not, and `skeleton` and `body` are null. */
  readonly lost: NotSeenReason | null;
  /** Smoothed and levelled; pixels and metres, y up. */
  readonly skeleton: Skeleton | null;
  readonly body: BodyPoints | null;
  readonly posture: Posture;
  /** Standing still at this moment. */
  readonly quiet: boolean;
  /** Null until the person stood quietly once. */
  readonly stance: Stance | null;
}

export interface PoseTracker {
  /** A frame whose time does not increase is answered as lost and changes nothing. */
  step(pose: PoseFrame): TrackedPose;
}

/**
 * Light smoothing: the pose model smooths too, and a count must not come late. At rest a landmark of 1–2 pixels'
 * noise is halved; at one body length per second the filter is nearly open.
 */
const SMOOTHING: OneEuroOptions = {
  minCutoffHz: 3,
  beta: 20,
  speedCutoffHz: 2,
  resetAfterMs: millis(500),
};

/** Shoulders and hips below this visibility are a guess, not a person. */
const TORSO_VISIBLE = 0.5;
/** Trunk and legs within this of the horizontal: lying. */
const LYING_DEG = 40;
const STANDING_DEG = 55;

/** Follows one person through a stream of poses. Deterministic: reads no clock. */
export function createPoseTracker(): PoseTracker {
  const pictureFilter = createOneEuroFilter(SMOOTHING);
  const worldFilter = createOneEuroFilter(SMOOTHING);
  const facing = createFacingKeeper();
  const identity = createIdentity();
  const steadier = createCameraSteadier();
  const stances = createStanceTracker();
  let lastMs = -Infinity;
  let lying: { scalePx: number; origin: Vec2 } | null = null;

  const lose = (timestampMs: Millis, lost: NotSeenReason): TrackedPose => {
    if (lost === 'other-person') stances.interrupt();
    steadier.interrupt();
    return {
      timestampMs,
      lost,
      skeleton: null,
      body: null,
      posture: 'other',
      quiet: false,
      stance: stances.stance,
    };
  };

  const smooth = (raw: Skeleton): Skeleton => ({
    ...raw,
    picture: pictureFilter.filter(raw.picture, raw.timestampMs, bodySize(raw)),
    world: worldFilter.filter(raw.world, raw.timestampMs),
  });

  /** Without a standing stance the present length of the body is the scale; kept steady while lying. */
  const provisionalFrame = (skeleton: Skeleton): { scalePx: number; origin: Vec2 } => {
    const scalePx = bodySize(skeleton);
    lying = {
      scalePx: lying ? lying.scalePx + 0.03 * (scalePx - lying.scalePx) : scalePx,
      origin: lying?.origin ?? pictureMid(skeleton, 'hip'),
    };
    return lying;
  };

  const follow = (raw: Skeleton): TrackedPose => {
    const smoothed = smooth(raw);
    const quiet = stances.step(smoothed);
    const { stance } = stances;
    const skeleton = levelSkeleton(smoothed, stance?.rollDeg ?? deg(0));
    const posture = postureOf(skeleton);
    const frame = stance && posture !== 'lying' ? stance : provisionalFrame(skeleton);
    return {
      timestampMs: raw.timestampMs,
      lost: null,
      skeleton,
      body: toBodyPoints(skeleton, frame.scalePx, frame.origin),
      posture,
      quiet,
      stance,
    };
  };

  return {
    step(pose) {
      if (!(pose.timestampMs > lastMs)) return lose(pose.timestampMs, 'not-tracked');
      lastMs = pose.timestampMs;
      const { landmarks } = facing.step(pose);
      const raw = landmarks && isUsable(landmarks) ? toSkeleton(pose, landmarks) : null;
      if (!raw) {
        identity.miss(pose.timestampMs);
        return lose(pose.timestampMs, isDark(pose) ? 'too-dark' : 'not-tracked');
      }
      const unseen = torsoUnseen(pose, raw);
      if (unseen) return lose(pose.timestampMs, unseen);
      const steady = steadier.step(raw, pose.width, pose.height);
      if (!identity.accept(sightingOf(steady))) return lose(pose.timestampMs, 'other-person');
      return follow(steady);
    },
  };
}

const isDark = ({ brightness }: PoseFrame): boolean => brightness !== undefined && brightness < DARKEST;

const isUsable = (landmarks: PoseLandmarks): boolean =>
  isWellFormed(landmarks) && isFiniteLandmarks(landmarks);

function torsoUnseen(pose: PoseFrame, skeleton: Skeleton): NotSeenReason | null {
  const torso = (['left', 'right'] as const).flatMap((side) => [
    {
      point: pictureJoint(skeleton, side, 'shoulder'),
      visibility: jointVisibility(skeleton, side, 'shoulder'),
    },
    { point: pictureJoint(skeleton, side, 'hip'), visibility: jointVisibility(skeleton, side, 'hip') },
  ]);
  const outside = torso.some(
    ({ point }) => point.x < 0 || point.x > pose.width || point.y < 0 || point.y > pose.height,
  );
  if (outside) return 'out-of-picture';
  return torso.filter(({ visibility }) => visibility >= TORSO_VISIBLE).length < 2 ? 'not-tracked' : null;
}

const sightingOf = (skeleton: Skeleton): ReturnType<typeof torsoSighting> =>
  torsoSighting(
    skeleton.timestampMs,
    [pictureJoint(skeleton, 'left', 'shoulder'), pictureJoint(skeleton, 'right', 'shoulder')],
    [pictureJoint(skeleton, 'left', 'hip'), pictureJoint(skeleton, 'right', 'hip')],
  );

/** Length of the body along trunk and legs, pixels; the same for straight and bent, standing and lying. */
function bodySize(skeleton: Skeleton): number {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const knee = pictureMid(skeleton, 'knee');
  const ankle = pictureMid(skeleton, 'ankle');
  const along = distance(shoulder, hip) + distance(hip, knee) + distance(knee, ankle);
  return Math.max(along, bodyLength(skeleton), 1);
}

function postureOf(skeleton: Skeleton): Posture {
  const shoulder = pictureMid(skeleton, 'shoulder');
  const hip = pictureMid(skeleton, 'hip');
  const ankle = pictureMid(skeleton, 'ankle');
  const trunk = Math.abs(directionDeg(Math.abs(shoulder.x - hip.x), shoulder.y - hip.y));
  const legs = Math.abs(directionDeg(Math.abs(hip.x - ankle.x), hip.y - ankle.y));
  if (trunk < LYING_DEG + 10 && legs < LYING_DEG) return 'lying';
  return trunk > STANDING_DEG && shoulder.y > hip.y && hip.y > ankle.y ? 'standing' : 'other';
}
