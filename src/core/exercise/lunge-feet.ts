import { otherSide, type Side } from '../units';
import { rendered, type Threshold } from './threshold';
import { footSeparation, legsVisible, rise, type Posed } from './body-signals';

/** What the feet tell of a lunge. */
export const LUNGE_FEET = {
  plain: rendered(
    0.5,
    'ratio',
    'one foot moves by no more than this share of the other: which one stays is plain',
  ),
  seen: rendered(0.5, 'ratio', 'visibility from which feet say it alone'),
  bendsMore: rendered(5, 'deg', 'in a lunge the front knee bends by 10° more than the rear one, or more'),
  setBack: rendered(
    0.14,
    'body-length',
    'a foot set back diagonally moves 0.2 in the picture, also when the lunge stays shallow',
  ),
  behind: rendered(
    0.02,
    'body-length',
    'a foot behind stands higher in the picture (0.05 and more); one stepping forward lower',
  ),
  frontStays: rendered(
    0.4,
    'ratio',
    'a foot set back leaves the other one; of its way the front foot is read to make a fifth',
  ),
  kneeFollows: rendered(
    0.43,
    'ratio',
    'of its foot’s rise a knee set back rises by less; one that is lifted by more',
  ),
  frontStaysDeep: rendered(
    0.6,
    'ratio',
    'deep in a lunge the front foot is read to wander more, but by no more than this',
  ),
} as const satisfies Record<string, Threshold>;

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
  const isPlain =
    Math.min(moved.left, moved.right) < LUNGE_FEET.plain.value * Math.max(moved.left, moved.right);
  const isSeen = legsVisible(pose.body, LUNGE_FEET.seen.value);
  if (knee && !(isPlain && isSeen) && Math.abs(knee.left.deg - knee.right.deg) > LUNGE_FEET.bendsMore.value) {
    return knee.left.deg > knee.right.deg ? 'left' : 'right';
  }
  return moved.left > moved.right ? 'right' : 'left';
}

/** Whether the rear foot was set back: it stands higher in the picture, and its knee went with it. */
export function isSetBack(pose: Posed, front: Side): boolean {
  const { behind, setBack, frontStays, kneeFollows } = LUNGE_FEET;
  const rear = otherSide(front);
  const risen = rise(pose, 'ankle', rear);
  return (
    risen - rise(pose, 'ankle', front) > 2 * behind.value &&
    footMoved(pose, rear) > setBack.value &&
    footMoved(pose, front) < frontStays.value * footMoved(pose, rear) &&
    // A knee that is lifted is a march; one that is set back far is higher in the picture, too, but by less than its foot.
    rise(pose, 'knee', rear) < Math.max(behind.value, kneeFollows.value * risen)
  );
}

/** Length of the step back that the crossing is turned by, body lengths. */
const STEP_BACK = 0.3;

/** Distance of the rear foot outward from the front foot, as seen along the person's own front. */
export function rearFootOutward(pose: Posed, front: Side): number {
  const rear = otherSide(front);
  const yaw = ((pose.stance.yawDeg || 0) * Math.PI) / 180;
  return footSeparation(pose.body, rear) + (rear === 'left' ? 1 : -1) * STEP_BACK * Math.sin(yaw);
}
