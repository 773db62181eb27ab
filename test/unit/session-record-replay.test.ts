import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { REPLAY_LANDMARKS, type ReplayRecord } from '../../src/core/session/record';
import {
  EMPTY_REPLAY,
  poseAt as replayedPoseAt,
  rememberPose,
  replaysOf,
  type ReplayBuffer,
} from '../../src/core/session/record-replay';
import { millis } from '../../src/core/units';
import { aPartial, aRep } from '../support/set-builders';

/** Every landmark at (0.25, t/100 s), visibility 0.9; nobody where `seen` is false. */
const poseAt = (timeMs: number, seen = true): PoseFrame => ({
  timestampMs: millis(timeMs),
  width: 1280,
  height: 720,
  landmarks: seen
    ? {
        image: Float32Array.from(
          { length: 132 },
          (_, index) => [0.25, timeMs / 100_000, -0.1, 0.9][index % 4] ?? 0,
        ),
        world: new Float32Array(99),
      }
    : null,
});

const remember = (untilMs: number, everyMs: number): ReplayBuffer => {
  let buffer = EMPTY_REPLAY;
  for (let time = 0; time <= untilMs; time += everyMs) buffer = rememberPose(buffer, poseAt(time));
  return buffer;
};

const counted = (startMs: number, endMs: number) =>
  ({
    kind: 'rep-counted',
    atMs: millis(endMs),
    rep: aRep({ n: 4, startMs: millis(startMs), endMs: millis(endMs) }),
  }) as const;

describe('the replay of a repetition', () => {
  it('holds its landmarks with a margin before, as fine as is to be seen', () => {
    const [entry] = replaysOf(remember(6000, 100), [counted(4000, 6000)]);
    if (entry?.kind !== 'replay') throw new Error('no replay');
    expect(entry.replay).toMatchObject({ of: 'rep', n: 4, aspect: 1280 / 720 });
    expect(entry.replay.frames.map(({ t }) => t)).toEqual(
      Array.from({ length: 24 }, (_, index) => Math.round(3700 + index * 100) / 1000),
    );
    const points = entry.replay.frames[0]?.points;
    expect(points).toHaveLength(REPLAY_LANDMARKS.length * 3);
    expect(points?.slice(0, 4)).toEqual([0.25, 0.037, 0.9, 0.25]);
  });

  it('leaves frames out that come faster than can be seen, and forgets what is old', () => {
    const buffer = remember(30_000, 33);
    const times = buffer.frames.map(({ atMs }) => atMs);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(15_000);
  });

  it('shows when nobody was seen, and is made of partials too', () => {
    const buffer = rememberPose(remember(1000, 100), poseAt(1100, false));
    const partial = aPartial({ n: 2, startMs: millis(900), endMs: millis(1100) });
    const [entry] = replaysOf(buffer, [{ kind: 'rep-partial', atMs: millis(1100), partial }]);
    expect(entry).toMatchObject({ replay: { of: 'partial', n: 2 } });
    expect(entry?.kind === 'replay' && entry.replay.frames.at(-1)).toEqual({ t: 1.1, points: null });
  });

  it('is none of other events, and of repetitions that nothing is remembered of', () => {
    expect(replaysOf(remember(1000, 100), [{ kind: 'ready', atMs: millis(1000) }])).toEqual([]);
    expect(replaysOf(EMPTY_REPLAY, [counted(0, 1000)])).toEqual([]);
  });
});

describe('a replayed pose', () => {
  const frame = (t: number, x: number) => ({ t, points: REPLAY_LANDMARKS.flatMap(() => [x, 0.5, 0.9]) });
  const replay: ReplayRecord = {
    of: 'rep',
    n: 1,
    aspect: 1.5,
    frames: [frame(1, 0.2), frame(1.1, 0.3), { t: 1.2, points: null }, { t: 1.3, points: null }],
  };
  const kneeX = (atS: number): number | undefined =>
    replayedPoseAt(replay, atS).landmarks?.image[LANDMARK['left-knee'] * IMAGE_STRIDE];

  it('lies between its frames, and on the outermost ones beyond them', () => {
    // Single precision holds seven digits.
    expect(kneeX(1)).toBeCloseTo(0.2, 6);
    expect(kneeX(1.05)).toBeCloseTo(0.25, 6);
    expect(kneeX(0)).toBeCloseTo(0.2, 6);
  });

  it('is undistorted, and shows nothing that was not kept', () => {
    const pose = replayedPoseAt(replay, 1);
    expect(pose.width / pose.height).toBe(1.5);
    const image = pose.landmarks?.image ?? new Float32Array();
    expect(image).toHaveLength(132);
    expect(image[LANDMARK['left-heel'] * IMAGE_STRIDE + 3]).toBe(0);
    expect(image[LANDMARK['left-wrist'] * IMAGE_STRIDE + 3]).toBeCloseTo(0.9, 6);
  });

  it('is nobody where nobody was seen, and stays where one of two frames saw nobody', () => {
    expect(kneeX(1.15)).toBeCloseTo(0.3, 6);
    expect(replayedPoseAt(replay, 1.25).landmarks).toBeNull();
    expect(replayedPoseAt({ ...replay, frames: [] }, 1).landmarks).toBeNull();
  });

  it('of a kept repetition is the pose that was seen, to a tenth of a pixel', () => {
    const pose = poseAt(1000);
    const [entry] = replaysOf(rememberPose(EMPTY_REPLAY, pose), [counted(900, 1000)]);
    if (entry?.kind !== 'replay') throw new Error('no replay');
    const image = replayedPoseAt(entry.replay, 1).landmarks?.image;
    for (const name of REPLAY_LANDMARKS) {
      for (const axis of [0, 1]) {
        const at = LANDMARK[name] * IMAGE_STRIDE + axis;
        expect(image?.[at]).toBeCloseTo(pose.landmarks?.image[at] ?? NaN, 4);
      }
    }
  });
});
