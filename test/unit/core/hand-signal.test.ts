import { describe, expect, it } from 'vitest';
import { mirrorPose } from '../../../src/core/pose/access';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { raisedHands, type RaisedHands } from '../../../src/core/pose/raised-hands';
import { NO_SIGNAL, stepHandSignal } from '../../../src/core/session/hand-signal';
import { millis, type Side } from '../../../src/core/units';
import { withRaisedArms } from '../../support/raised-arms';
import { officialPose } from '../../support/official-pose';

/** What the real model saw in a picture of somebody who stands. */
const STANDING = officialPose('d02_5_3s.png');

/** The same person with these arms up. */
const raising = (hands: readonly Side[], timeMs = 0): PoseFrame => ({
  ...withRaisedArms(STANDING, hands),
  timestampMs: millis(timeMs),
});

describe('raised hands', () => {
  it.each([
    [['right'], 'right'],
    [['left'], 'left'],
    [['left', 'right'], 'both'],
    [[], null],
  ] as const)('%j is %s, and the twin in the mirror', (hands, is) => {
    const pose = raising(hands);
    expect(raisedHands(pose)).toBe(is);
    const twin = is === 'left' ? 'right' : is === 'right' ? 'left' : is;
    expect(raisedHands(mirrorPose(pose))).toBe(twin);
  });

  it('are nothing while nobody is seen', () => {
    expect(raisedHands({ ...STANDING, landmarks: null })).toBeNull();
  });
});

describe('a sign', () => {
  /** Fifteen frames a second; what hands do at each time. */
  const give = (handsAt: (t: number) => readonly Side[], seconds: number): [number, RaisedHands][] => {
    let signal = NO_SIGNAL;
    const given: [number, RaisedHands][] = [];
    for (let frame = 0; frame <= seconds * 15; frame++) {
      const t = frame / 15;
      const step = stepHandSignal(signal, raising(handsAt(t), t * 1000));
      signal = step.signal;
      if (step.given) given.push([Math.round(t * 10) / 10, step.given]);
    }
    return given;
  };

  it('is given once, after a second, however long the hand stays up', () => {
    expect(give((t) => (t >= 1 ? ['right'] : []), 6)).toEqual([[2, 'right']]);
  });

  it('is broken off by lowering the hand', () => {
    expect(give((t) => (t < 0.8 ? ['right'] : []), 3)).toEqual([]);
  });

  it('survives a hand that is lost for a moment', () => {
    expect(give((t) => (t > 0.5 && t < 0.65 ? [] : ['left']), 2)).toEqual([[1, 'left']]);
  });

  it('of both hands is not that of one: the second hand begins it anew', () => {
    expect(give((t) => (t < 0.6 ? ['right'] : ['left', 'right']), 3)).toEqual([[1.6, 'both']]);
  });

  it('can be given again after the hands were down', () => {
    expect(give((t) => (t % 3 < 1.5 ? ['right'] : []), 6).map(([, hands]) => hands)).toEqual([
      'right',
      'right',
    ]);
  });
});
