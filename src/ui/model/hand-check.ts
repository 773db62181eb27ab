import type { PoseFrame } from '../../core/pose/pose-frame';
import { raisedHands } from '../../core/pose/raised-hands';
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

/** Up for this long it is meant. */
const HELD_MS = 700;

/** Moves the check by one frame. What was once proved stays so. Pure: time is the frame's. */
export function stepHandCheck(before: HandCheck, pose: PoseFrame): HandCheck {
  if (before.proof === 'proved') return before;
  const raised = raisedHands(pose);
  if (raised === null || raised === 'both') {
    return before.raised === null ? before : { ...before, raised: null, sinceMs: null };
  }
  const sinceMs = (before.raised === raised ? before.sinceMs : null) ?? pose.timestampMs;
  const isHeld = pose.timestampMs - sinceMs >= HELD_MS;
  return { raised, sinceMs, proof: !isHeld ? before.proof : raised === 'right' ? 'proved' : 'doubted' };
}
