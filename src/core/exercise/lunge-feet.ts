import { otherSide, type Side } from '../units';
import { footSeparation, legsVisible, type Posed } from './body-signals';

/** How far a foot is from where it stood, in the picture. */
export const footMoved = ({ body, stance }: Posed, side: Side): number =>
  Math.hypot(body.ankle[side].x - stance.body.ankle[side].x, body.ankle[side].y - stance.body.ankle[side].y);

/**
 * The front leg is the one whose foot stays. From the side both feet seem to move, and below the picture they are guessed: then
 * it is the one that bends more, which in a lunge is the front one by 10° and more.
 */
export function frontLeg(pose: Posed): Side {
  const moved = { left: footMoved(pose, 'left'), right: footMoved(pose, 'right') };
  const knee = pose.frame.flexion?.knee;
  const isPlain = Math.min(moved.left, moved.right) < 0.5 * Math.max(moved.left, moved.right);
  const isSeen = legsVisible(pose.body, 0.5);
  if (knee && !(isPlain && isSeen) && Math.abs(knee.left.deg - knee.right.deg) > 5) {
    return knee.left.deg > knee.right.deg ? 'left' : 'right';
  }
  return moved.left > moved.right ? 'right' : 'left';
}

/** Length of the step back that the crossing is turned by, body lengths. */
const STEP_BACK = 0.3;

/** Distance of the rear foot outward from the front foot, as seen along the person's own front. */
export function rearFootOutward(pose: Posed, front: Side): number {
  const rear = otherSide(front);
  const yaw = ((pose.stance.yawDeg || 0) * Math.PI) / 180;
  return footSeparation(pose.body, rear) + (rear === 'left' ? 1 : -1) * STEP_BACK * Math.sin(yaw);
}
