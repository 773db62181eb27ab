import { LANDMARK, type LandmarkName } from './landmark';
import { IMAGE_STRIDE, type PoseFrame } from './pose-frame';
import { SIDES, type Side } from '../units';

/** A deliberately raised hand, or both. */
export type RaisedHands = Side | 'both';

/** Below this visibility a landmark is a guess. */
const SEEN = 0.5;
/**
 * A wrist is raised from this height above the nose on, in heights of the nose above the shoulders (about 0.25 m). An arm held up is
 * at 0.9 and more; somebody who scratches the head of the recorded idle clip reaches 0.37.
 */
const RAISED_FROM = 0.6;
/** Shoulders this far above the hips, as a share of their distance: somebody who lies gives no signs. */
const UPRIGHT_SHARE = 0.7;

/**
 * Which hands are held up, of somebody upright: the wrist well above the head, the other hand below its shoulder. Heights only, so
 * it holds in a picture of any shape.
 *
 * @returns null for none, and for anything between raised and hanging
 */
export function raisedHands({ landmarks, width, height }: PoseFrame): RaisedHands | null {
  if (landmarks === null) return null;
  const at = (name: LandmarkName) => {
    const from = LANDMARK[name] * IMAGE_STRIDE;
    const [x = 0, y = 0, , visibility = 0] = landmarks.image.subarray(from, from + IMAGE_STRIDE);
    return { x: x * width, up: -y * height, isSeen: visibility >= SEEN };
  };
  const middle = (joint: 'shoulder' | 'hip') => {
    const [left, right] = [at(`left-${joint}`), at(`right-${joint}`)];
    return { x: (left.x + right.x) / 2, up: (left.up + right.up) / 2 };
  };
  const [shoulders, hips, nose] = [middle('shoulder'), middle('hip'), at('nose')];
  const trunk = Math.hypot(shoulders.x - hips.x, shoulders.up - hips.up);
  const neck = nose.up - shoulders.up;
  if (!nose.isSeen || neck <= 0 || shoulders.up - hips.up < UPRIGHT_SHARE * trunk) return null;
  const isUp = (side: Side): boolean => {
    const [wrist, elbow] = [at(`${side}-wrist`), at(`${side}-elbow`)];
    return wrist.isSeen && wrist.up > nose.up + RAISED_FROM * neck && elbow.up > shoulders.up;
  };
  // A hand that is not seen hangs behind the body, or holds something in front of it.
  const isDown = (side: Side): boolean => {
    const wrist = at(`${side}-wrist`);
    return !wrist.isSeen || wrist.up < shoulders.up;
  };
  if (SIDES.every(isUp)) return 'both';
  if (isUp('right') && isDown('left')) return 'right';
  return isUp('left') && isDown('right') ? 'left' : null;
}
