import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis, type Side } from '../../../src/core/units';
import { words } from '../../../src/ui/language';
import { withRaisedArms } from '../../support/raised-arms';
import { frames, kept, STANDING, stage, until, untilKept, WHOLE } from '../../support/live-stage';

const STEP_MS = 1000 / 15;
const spokenBy = (sink: ReturnType<typeof stage>['sink']): string[] =>
  sink.cues.flatMap(({ speech }) => (speech ? [speech.text] : []));

/** Frames from `fromS` on, repeated as they are or altered, in their own time. */
const then = (before: readonly PoseFrame[], more: readonly PoseFrame[]): PoseFrame[] => {
  const lastMs = before.at(-1)?.timestampMs ?? 0;
  return [
    ...before,
    ...more.map((pose, i) => ({ ...pose, timestampMs: millis(lastMs + (i + 1) * STEP_MS) })),
  ];
};
const forSeconds = (seconds: number, pose: PoseFrame): PoseFrame[] =>
  Array.from({ length: Math.round(seconds * 15) }, () => pose);
const nobody: PoseFrame = { ...STANDING, landmarks: null };

/** The person of the recording, standing, with these arms up. */
const raising = (hands: readonly Side[]): PoseFrame => withRaisedArms(STANDING, hands);

/** The recording until some repetitions are counted. */
const some = frames.filter(({ timestampMs }) => timestampMs < 12_000);
const standing = forSeconds(3, STANDING);

describe('somebody who leaves', () => {
  it('pauses the set, is told so, and goes on by coming back and standing still', async () => {
    const poses = then(then(then(some, forSeconds(8, nobody)), standing), frames.slice(0, 200));
    const { live, sink } = stage([{ ...WHOLE, poses }]);
    const seen: string[] = [];
    live.stage.subscribe((now) => seen.push(now.kind === 'paused' ? now.why : now.kind));
    live.start();
    await until(() => seen.filter((kind) => kind === 'work').length === 2);
    expect(seen.slice(-3)).toEqual(['work', 'absent', 'work']);
    expect(spokenBy(sink)).toContain(words.pauses.absent.spoken);
    const before = live.view.value?.count ?? 0;
    expect(before).toBeGreaterThan(1);
    await until(() => (live.view.value?.count ?? 0) > before);
    live.dispose();
  });
});

describe('signs of raised hands', () => {
  it('pause, and go on: no repetition is lost or made by them', async () => {
    const sign = forSeconds(1.5, raising(['right']));
    const poses = then(then(then(then(some, sign), standing), sign), standing);
    const { live } = stage([{ ...WHOLE, poses }]);
    const seen: string[] = [];
    live.stage.subscribe((now) => seen.push(now.kind === 'paused' ? now.why : now.kind));
    live.start();
    await until(() => seen.filter((kind) => kind === 'work').length === 2);
    expect(seen.slice(-3)).toEqual(['work', 'asked', 'work']);
    await until(() => live.stage.value.kind === 'work');
    const counted = live.view.value?.count ?? 0;
    const alone = stage([{ ...WHOLE, poses: then(some, standing) }]);
    alone.live.start();
    await until(() => alone.live.view.value?.count === counted);
    live.dispose();
    alone.live.dispose();
  });

  it('of both hands ask whether to end, and end when given again', async () => {
    const both = forSeconds(1.5, raising(['left', 'right']));
    const { live, sessions } = stage([{ ...WHOLE, poses: then(then(then(some, both), standing), both) }]);
    live.start();
    await untilKept(live);
    expect((await kept(sessions))[0]?.sets[0]?.reps.length).toBeGreaterThan(1);
    live.dispose();
  });
});

describe('a long pause', () => {
  it('puts the camera out after a minute, says so, and goes on with a new one', async () => {
    const { live, sink, timePasses } = stage([
      { ...WHOLE, toS: 12 },
      { ...WHOLE, fromS: 12 },
    ]);
    live.start();
    await until(() => (live.view.value?.count ?? 0) > 2);
    live.pause();
    timePasses(59_000);
    expect(live.stage.value).toMatchObject({ why: 'asked', isCameraOff: false });
    timePasses(60_000);
    expect(live.stage.value).toMatchObject({ why: 'asked', isCameraOff: true });
    expect(spokenBy(sink)).toContain(words.pauses.cameraOff);
    const before = live.view.value?.count ?? 0;
    live.resume();
    expect(live.stage.value.kind).toBe('work');
    await until(() => (live.view.value?.count ?? 0) > before);
    live.dispose();
  });
});

it('ending is asked once, and going on takes it back', async () => {
  const { live } = stage([WHOLE]);
  live.start();
  await until(() => live.view.value?.count === 2);
  live.askEnd();
  expect(live.stage.value).toMatchObject({ kind: 'paused', why: 'ending' });
  live.resume();
  expect(live.stage.value.kind).toBe('work');
  live.askEnd();
  live.askEnd();
  expect(live.stage.value.kind).toBe('ended');
});
