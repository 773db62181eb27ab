import { LANDMARK, type LandmarkName } from '../../core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../core/pose/pose-frame';
import type { Millis, Side } from '../../core/units';

/**
 * Whether left and right are what they seem. The person is asked to raise the right hand: a camera that mirrors its
 * picture shows the left one, and every side would be counted wrongly.
 */
export interface HandCheck {
  /** `open` until a hand was raised; `doubted`: the left one was seen. */
  readonly proof: 'open' | 'proved' | 'doubted';
  /** The hand that is up at this moment, and since when. */
  readonly raised: Side | null;
  readonly sinceMs: Millis | null;
}

export const startHandCheck = (): HandCheck => ({ proof: 'open', raised: null, sinceMs: null });

/** Up for this long: who scratches his head lowers the hand again, or holds it lower. */
const HELD_MS = 400;
const SEEN = 0.5;

/** Moves the check by one frame. What was once proved stays so. Pure: time is the frame's. */
export function stepHandCheck(before: HandCheck, pose: PoseFrame): HandCheck {
  if (before.proof === 'proved') return before;
  const raised = raisedHand(pose);
  if (raised === null) {
    return before.raised === null ? before : { ...before, raised: null, sinceMs: null };
  }
  const sinceMs = (before.raised === raised ? before.sinceMs : null) ?? pose.timestampMs;
  const isHeld = pose.timestampMs - sinceMs >= HELD_MS;
  return { raised, sinceMs, proof: !isHeld ? before.proof : raised === 'right' ? 'proved' : 'doubted' };
}

/** The one hand that is above the head while the other hangs below its shoulder; null for none and for both. */
function raisedHand({ landmarks }: PoseFrame): Side | null {
  if (landmarks === null) return null;
  const heightOf = (name: LandmarkName): number | null => {
    const at = LANDMARK[name] * IMAGE_STRIDE;
    const [, y = 0, , visibility = 0] = landmarks.image.subarray(at, at + IMAGE_STRIDE);
    return visibility >= SEEN ? -y : null;
  };
  const isUp = (side: Side): boolean => {
    const [wrist, nose] = [heightOf(`${side}-wrist`), heightOf('nose')];
    return wrist !== null && nose !== null && wrist > nose;
  };
  const isDown = (side: Side): boolean => {
    const [wrist, shoulder] = [heightOf(`${side}-wrist`), heightOf(`${side}-shoulder`)];
    // A hand that is not seen hangs behind the body, or holds something in front of it.
    return shoulder !== null && (wrist === null || wrist < shoulder);
  };
  if (isUp('right') && isDown('left')) return 'right';
  return isUp('left') && isDown('right') ? 'left' : null;
}
