import type { ExerciseEvent } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { NotSeenReason } from '../terms/not-seen';
import type { Millis } from '../units';

/** Shorter gaps are bridged silently. */
const LOST_AFTER_MS = 400;

/** Says once when the exerciser is lost for longer than a blink, with the reason, and once when he is back. */
export function createTrackingWatch(): (frame: KinematicFrame) => readonly ExerciseEvent[] {
  let lostSince: Millis | null = null;
  let said: NotSeenReason | null = null;
  return (frame) => {
    if (frame.lost === null) {
      lostSince = null;
      if (said === null) return [];
      said = null;
      return [{ kind: 'tracking-regained', atMs: frame.timestampMs }];
    }
    lostSince ??= frame.timestampMs;
    if (said !== null || frame.timestampMs - lostSince < LOST_AFTER_MS) return [];
    said = frame.lost;
    return [{ kind: 'tracking-lost', atMs: frame.timestampMs, reason: frame.lost }];
  };
}
