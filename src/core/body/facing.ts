import { jointIndex, type Joint } from '../pose/access';
import { IMAGE_STRIDE, type PoseFrame, type PoseLandmarks } from '../pose/pose-frame';
import type { Side } from '../units';

/** Tells frames whose sides are wrong. */
export interface FacingKeeper {
  /** The frame; without landmarks where they show the person from the other side, or a mixture of both. */
  step(pose: PoseFrame): PoseFrame;
}

/** Seen from behind for this long without a break, somebody has really turned. */
const TURNED_AFTER_MS = 2500;
/** Shoulders nearer to one another, in trunk lengths, say nothing of the facing: the body is sideways. */
const LEAST_WIDTH = 0.12;
/** This long after a wrong frame, one with shoulders this much narrower than usual is a mixture of both readings. */
const AROUND_MS = 700;
const MIXED_SHARE = 0.75;
/** How fast the usual width follows, per frame. */
const FOLLOW = 0.1;

/**
 * In dim light the pose model takes a body for one seen from behind, in single frames, and gives it the wrong sides
 * (measured: in 3 of 100 rendered recordings, in up to half of their frames). Nobody turns round within a frame, and who
 * trains here faces the camera: such a frame is no sighting. Its sides could be exchanged, but not its joints, which lie
 * up to a tenth of the body away from where they are.
 */
export function createFacingKeeper(): FacingKeeper {
  let facing: 1 | -1 = 1;
  let usual: number | null = null;
  let reversedSinceMs: number | null = null;
  let lastReversedMs = -Infinity;

  /** Whether the person has really turned by now. */
  const isTurn = (atMs: number): boolean => {
    reversedSinceMs ??= atMs;
    lastReversedMs = atMs;
    return atMs - reversedSinceMs >= TURNED_AFTER_MS;
  };

  const isMixture = (width: number, atMs: number): boolean =>
    usual !== null && atMs - lastReversedMs < AROUND_MS && width < MIXED_SHARE * usual;

  return {
    step(pose) {
      const signed = pose.landmarks && signedWidth(pose, pose.landmarks);
      if (signed === null) return pose;
      const width = Math.abs(signed);
      const isReversed = signed * facing < -LEAST_WIDTH;
      if (isReversed && isTurn(pose.timestampMs)) {
        facing = facing === 1 ? -1 : 1;
        reversedSinceMs = null;
        lastReversedMs = -Infinity;
        return pose;
      }
      if (isReversed || isMixture(width, pose.timestampMs)) return { ...pose, landmarks: null };
      if (width >= LEAST_WIDTH) {
        reversedSinceMs = null;
        usual = usual === null ? width : usual + FOLLOW * (width - usual);
      }
      return pose;
    },
  };
}

/**
 * Distance of the shoulders across the picture in trunk lengths, + = as of somebody who faces the camera. Null when the
 * trunk is not upright or shoulders and hips disagree: nothing can be said.
 */
function signedWidth(pose: PoseFrame, landmarks: PoseLandmarks): number | null {
  const at = (side: Side, joint: Joint): { x: number; y: number } => {
    const i = jointIndex(side, joint) * IMAGE_STRIDE;
    return {
      x: (landmarks.image[i] ?? Number.NaN) * pose.width,
      y: (landmarks.image[i + 1] ?? Number.NaN) * pose.height,
    };
  };
  const across = (joint: Joint): number => at('left', joint).x - at('right', joint).x;
  const along = (axis: 'x' | 'y'): number =>
    (at('left', 'hip')[axis] +
      at('right', 'hip')[axis] -
      at('left', 'shoulder')[axis] -
      at('right', 'shoulder')[axis]) /
    2;
  if (!(along('y') > Math.abs(along('x')))) return null;
  const shoulders = across('shoulder');
  return shoulders * across('hip') > 0 ? shoulders / along('y') : null;
}
