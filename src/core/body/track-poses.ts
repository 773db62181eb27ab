import type { PoseFrame } from '../pose/pose-frame';
import { createBodyTracker, type TrackedBody } from './body-tracker';

/** Follows the person through a whole recording, as the app does frame by frame. */
export function trackPoses(poses: readonly PoseFrame[]): TrackedBody[] {
  const tracker = createBodyTracker();
  return poses.map((pose) => tracker.step(pose));
}
