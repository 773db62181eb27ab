import type { PoseFrame } from '../../core/pose/pose-frame';
import { NO_SIGNAL, stepHandSignal, type HandSignal } from '../../core/session/hand-signal';

/**
 * Whether left and right are what they seem. The person is asked to raise the right hand: a camera that mirrors its
 * picture shows the left one, and every side would be counted wrongly. Held as every sign is.
 */
export interface HandCheck {
  /** `open` until a hand was raised; `doubted`: the left one was seen. */
  readonly proof: 'open' | 'proved' | 'doubted';
  /** The hand that is up at this moment. */
  readonly signal: HandSignal;
}

export const startHandCheck = (): HandCheck => ({ proof: 'open', signal: NO_SIGNAL });

/** Moves the check by one frame. What was once proved stays so; both hands prove nothing. Pure: time is the frame's. */
export function stepHandCheck(before: HandCheck, pose: PoseFrame): HandCheck {
  if (before.proof === 'proved') return before;
  const { signal, given } = stepHandSignal(before.signal, pose);
  if (given === null || given === 'both') return signal === before.signal ? before : { ...before, signal };
  return { signal, proof: given === 'right' ? 'proved' : 'doubted' };
}
