import { isFiniteLandmarks } from '../pose/access';
import { DARKEST } from '../pose/brightness';
import { isWellFormed, type PoseFrame, type PoseLandmarks } from '../pose/pose-frame';
import { createOneEuroFilter, type OneEuroOptions } from '../signal/one-euro';
import type { NotSeenReason } from '../terms/not-seen';
import { millis, type Millis } from '../units';
import { createCameraSteadier } from './camera-knock';
import { createFacingKeeper } from './facing';
import { createIdentity, torsoSighting } from './identity';
import { jointVisibility, pictureJoint, pictureMid, toSkeleton, type Skeleton } from './skeleton';
import { bodyLength, type Stance } from './stance';
import { createStanceTracker } from './stance-tracker';
import { distance, type Vec2 } from './vector';

/** One frame of the person who trains, and what is known of the stance so far. Plain data: it crosses the worker's boundary. */
export interface TrackedBody {
  readonly timestampMs: Millis;
  /** Null when the person is seen; else why not, and the skeletons are null. */
  readonly lost: NotSeenReason | null;
  /** As the pose model saw it, but for a knocked camera: for the movement model, which smooths by itself. */
  readonly seen: Skeleton | null;
  /** The same, smoothed: for everything that is measured. Not levelled: see {@link stance}. */
  readonly smoothed: Skeleton | null;
  /** Standing still at this moment. */
  readonly quiet: boolean;
  /** Null until a stance of this person was found. */
  readonly stance: Stance | null;
  /** Whether the person is where the stance was taken: else only its roll and angles hold. */
  readonly isPlaced: boolean;
  /** Scale and origin where the stance gives none: before it is known, and for somebody who lies. Pixels, not levelled. */
  readonly provisional: { readonly scalePx: number; readonly origin: Vec2 };
}

export interface BodyTracker {
  /** A frame whose time does not increase is answered as lost and changes nothing. */
  step(pose: PoseFrame): TrackedBody;
  /** Goes on with a stance that is known from before. */
  resume(stance: Stance): void;
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
/** How fast the provisional scale follows, per frame. */
const FOLLOW = 0.03;

/**
 * Follows one person through everything a source shows: pose ▶ facing ▶ identity ▶ camera knock ▶ stance. It lives as long as the
 * source: set-up, countdown, sets and rests share it, and so do both readers of the body, geometry and movement model.
 * Deterministic: reads no clock.
 */
export function createBodyTracker(): BodyTracker {
  const pictureFilter = createOneEuroFilter(SMOOTHING);
  const worldFilter = createOneEuroFilter(SMOOTHING);
  const facing = createFacingKeeper();
  const identity = createIdentity();
  const steadier = createCameraSteadier();
  const stances = createStanceTracker();
  let lastMs = -Infinity;
  let provisional: TrackedBody['provisional'] | null = null;

  const lose = (timestampMs: Millis, lost: NotSeenReason): TrackedBody => {
    if (lost === 'other-person') stances.interrupt();
    steadier.interrupt();
    const { stance, isPlaced } = stances;
    return {
      ...NOBODY,
      timestampMs,
      lost,
      stance,
      isPlaced,
      provisional: provisional ?? NOBODY.provisional,
    };
  };

  const follow = (seen: Skeleton): TrackedBody => {
    const { timestampMs } = seen;
    const smoothed = {
      ...seen,
      picture: pictureFilter.filter(seen.picture, timestampMs, bodySize(seen)),
      world: worldFilter.filter(seen.world, timestampMs),
    };
    provisional = followScale(provisional, smoothed);
    const quiet = stances.step(smoothed);
    const { stance, isPlaced } = stances;
    return { timestampMs, lost: null, seen, smoothed, quiet, stance, isPlaced, provisional };
  };

  return {
    step(pose) {
      const { timestampMs } = pose;
      if (!(timestampMs > lastMs)) return lose(timestampMs, 'not-tracked');
      lastMs = timestampMs;
      const { landmarks } = facing.step(pose);
      const raw = landmarks && isUsable(landmarks) ? toSkeleton(pose, landmarks) : null;
      if (!raw) {
        identity.miss(timestampMs);
        return lose(timestampMs, isDark(pose) ? 'too-dark' : 'not-tracked');
      }
      const unseen = torsoUnseen(pose, raw);
      if (unseen) return lose(timestampMs, unseen);
      const steady = steadier.step(raw, pose.width, pose.height);
      return identity.accept(sightingOf(steady)) ? follow(steady) : lose(timestampMs, 'other-person');
    },
    resume(stance) {
      stances.resume(stance);
    },
  };
}

const NOBODY = {
  seen: null,
  smoothed: null,
  quiet: false,
  provisional: { scalePx: 1, origin: { x: 0, y: 0 } },
} as const;

/** The provisional origin is where somebody was seen first; the scale follows. */
function followScale(known: TrackedBody['provisional'] | null, body: Skeleton): TrackedBody['provisional'] {
  const size = bodySize(body);
  return known
    ? { ...known, scalePx: known.scalePx + FOLLOW * (size - known.scalePx) }
    : { scalePx: size, origin: pictureMid(body, 'hip') };
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
