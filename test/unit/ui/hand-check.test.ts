import { describe, expect, it } from 'vitest';
import { LANDMARK, type LandmarkName } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis, type Side } from '../../../src/core/units';
import { startHandCheck, stepHandCheck, type HandCheck } from '../../../src/ui/model/hand-check';
import { officialPose } from '../../support/official-pose';

/** What the real model saw in a picture of a person who faces the camera, which does not mirror. */
const STANDING = officialPose('d02_5_3s.png');

const place = (pose: PoseFrame, name: LandmarkName): readonly [x: number, y: number] => {
  const at = LANDMARK[name] * IMAGE_STRIDE;
  return [pose.landmarks?.image[at] ?? NaN, pose.landmarks?.image[at + 1] ?? NaN];
};

/** The same person with these hands above the head. */
function raising(hands: readonly Side[], timeMs: number): PoseFrame {
  const image = STANDING.landmarks?.image.slice() ?? new Float32Array();
  const [, noseY] = place(STANDING, 'nose');
  for (const side of ['left', 'right'] as const) {
    const at = LANDMARK[`${side}-wrist`] * IMAGE_STRIDE;
    const [, shoulderY] = place(STANDING, `${side}-shoulder`);
    // As high above the nose as the nose is above the shoulders: an arm held up.
    image[at + 1] = hands.includes(side) ? 2 * noseY - shoulderY : shoulderY + 0.2;
    image[at + 3] = 0.9;
    image[LANDMARK[`${side}-elbow`] * IMAGE_STRIDE + 1] = hands.includes(side) ? noseY : shoulderY + 0.1;
  }
  const world = STANDING.landmarks?.world ?? new Float32Array();
  return { ...STANDING, timestampMs: millis(timeMs), landmarks: { image, world } };
}

/** Fifteen frames a second with these hands up. */
function hold(
  hands: readonly Side[],
  seconds: number,
  before: HandCheck = startHandCheck(),
  fromS = 0,
): HandCheck {
  let check = before;
  for (let timeMs = fromS * 1000; timeMs <= (fromS + seconds) * 1000; timeMs += 1000 / 15) {
    check = stepHandCheck(check, raising(hands, timeMs));
  }
  return check;
}

describe('the proof of left and right', () => {
  it('knows the right hand of a person in a picture that is not mirrored: it is on its left', () => {
    expect(place(STANDING, 'right-wrist')[0]).toBeLessThan(place(STANDING, 'left-wrist')[0]);
    expect(hold(['right'], 1.1).proof).toBe('proved');
  });

  it('doubts when the left hand is seen, as from a camera that mirrors, and is proved by the right one after it', () => {
    const doubted = hold(['left'], 1.1);
    expect(doubted.proof).toBe('doubted');
    const lowered = hold([], 1, doubted, 2);
    expect(lowered.proof).toBe('doubted');
    expect(hold(['right'], 1.1, lowered, 4).proof).toBe('proved');
  });

  it('stays proved', () => {
    expect(hold(['left'], 2, hold(['right'], 1.1), 2).proof).toBe('proved');
  });

  it('takes neither a short wave, nor both hands, nor a hanging pair for an answer', () => {
    expect(hold(['right'], 0.7).proof).toBe('open');
    expect(hold(['left', 'right'], 2).proof).toBe('open');
    expect(hold([], 2).proof).toBe('open');
    expect(stepHandCheck(startHandCheck(), { ...STANDING, landmarks: null }).proof).toBe('open');
  });
});
