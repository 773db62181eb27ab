import { describe, expect, it } from 'vitest';
import { findClips } from '../../scripts/evaluate/clips';
import { FIXTURES } from '../../scripts/evaluate/options';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { raisedHands } from '../../src/core/pose/raised-hands';
import { NO_SIGNAL, stepHandSignal } from '../../src/core/session/hand-signal';

/** Signs that are given in a recording, with the greatest progress of any. */
function signsIn(poses: readonly PoseFrame[]): { given: number; farthest: number } {
  let signal = NO_SIGNAL;
  let given = 0;
  let farthest = 0;
  for (const pose of poses) {
    const step = stepHandSignal(signal, pose);
    signal = step.signal;
    if (step.given !== null) given += 1;
    farthest = Math.max(farthest, signal.progress);
  }
  return { given, farthest };
}

describe('no exercise, and no scratching of the head, is a sign', () => {
  it.each(findClips(FIXTURES).map((clip) => [clip.name, clip] as const))('%s', (_, clip) => {
    const poses = clip.recorded('full') ?? [];
    expect(poses.length).toBeGreaterThan(100);
    expect(signsIn(poses).given).toBe(0);
    // Not even begun: there is room to spare.
    expect(signsIn(poses).farthest).toBe(0);
  });

  it('d15 does scratch its head: hands come up to it', () => {
    const idle = findClips(FIXTURES).find(({ name }) => name.startsWith('d15'));
    const poses = idle?.recorded('full') ?? [];
    const isUp = ({ landmarks }: PoseFrame): boolean =>
      landmarks !== null &&
      [15, 16].some((wrist) => (landmarks.image[wrist * 4 + 1] ?? 1) < (landmarks.image[1] ?? 0));
    expect(poses.filter(isUp).length).toBeGreaterThan(10);
    expect(poses.filter((pose) => raisedHands(pose) !== null)).toEqual([]);
  });
});
