import type { PoseFrame } from '../pose/pose-frame';
import { raisedHands, type RaisedHands } from '../pose/raised-hands';
import { millis, type Millis } from '../units';

/** A sign given with raised hands: it fills while they are held, and can be broken off. */
export interface HandSignal {
  /** The hands that are up; null while none are. */
  readonly hands: RaisedHands | null;
  readonly sinceMs: Millis;
  readonly seenMs: Millis;
  /** 0 … 1: how much of the holding time has passed. */
  readonly progress: number;
  /** Given already: nothing more until the hands come down. */
  readonly isSpent: boolean;
}

/** Held this long a sign is meant; nobody scratches for so long so high. */
const HELD_MS = 1000;
/** A hand that the pose model loses for so long is still up. */
const FLICKER_MS = 250;

export const NO_SIGNAL: HandSignal = {
  hands: null,
  sinceMs: millis(0),
  seenMs: millis(0),
  progress: 0,
  isSpent: false,
};

/**
 * Moves a sign by one frame. Pure: time is the frame's.
 *
 * @returns the sign, and the hands of one that is complete with this very frame
 */
export function stepHandSignal(
  before: HandSignal,
  pose: PoseFrame,
): { readonly signal: HandSignal; readonly given: RaisedHands | null } {
  const atMs = pose.timestampMs;
  const hands = raisedHands(pose);
  if (hands === null) {
    const isOver = before.hands === null || atMs - before.seenMs > FLICKER_MS;
    return { signal: isOver ? NO_SIGNAL : before, given: null };
  }
  // From one hand to both is another sign.
  if (hands !== before.hands) {
    const signal = { hands, sinceMs: atMs, seenMs: atMs, progress: 0, isSpent: before.isSpent };
    return { signal, given: null };
  }
  const progress = Math.min(1, (atMs - before.sinceMs) / HELD_MS);
  const given = progress === 1 && !before.isSpent ? hands : null;
  return {
    signal: { ...before, seenMs: atMs, progress, isSpent: before.isSpent || given !== null },
    given,
  };
}
