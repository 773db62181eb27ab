import { expect, it } from 'vitest';
import { frames, kept, LUNGES, stage, until, untilKept, WHOLE } from '../../support/live-stage';

/** Every fifth picture of the recording: three a second. */
const SLOW = frames.filter((_, index) => index % 5 === 0);

it('says that it cannot keep up, once, and keeps the count as not sure', async () => {
  const { live, sink, sessions } = stage([{ ...WHOLE, poses: SLOW }], LUNGES);
  live.start();
  await until(() => live.isBehind.value);
  const warnings = () => sink.cues.filter(({ speech }) => speech?.text === 'Too slow to count surely');
  await until(() => (live.view.value?.count ?? 0) >= 2);
  expect(warnings()).toHaveLength(1);
  live.end();
  await untilKept(live);
  const [set] = (await kept(sessions))[0]?.sets ?? [];
  expect(set?.slowestFps).toBeGreaterThan(2);
  expect(set?.slowestFps).toBeLessThan(4);
});

it('says nothing of it where enough pictures come', async () => {
  const { live, sessions } = stage([WHOLE], LUNGES);
  live.start();
  await until(() => (live.view.value?.count ?? 0) >= 3);
  expect(live.isBehind.value).toBe(false);
  live.end();
  await untilKept(live);
  expect((await kept(sessions))[0]?.sets[0]).not.toHaveProperty('slowestFps');
});

it('goes on with the faster model in the middle of a set: nothing that was counted is lost', async () => {
  const mid = 15;
  const slowly = { ...WHOLE, toS: mid, poses: SLOW };
  const { live, sessions, hasFaster, loads } = stage([slowly, { ...WHOLE, fromS: mid }], LUNGES);
  let chosen = 0;
  hasFaster(() => (chosen += 1));
  live.start();
  await until(() => live.isBehind.value && (live.view.value?.count ?? 0) >= 2);
  const before = live.view.value?.count ?? 0;
  live.goFaster?.();
  expect(live.stage.value.kind).toBe('work');
  expect(live.view.value?.count).toBe(before);
  expect(live.isBehind.value).toBe(false);
  await until(() => (live.view.value?.count ?? 0) >= before + 3);
  expect({ chosen, loads: loads() }).toEqual({ chosen: 1, loads: 2 });
  const counted = live.view.value?.count ?? 0;
  live.end();
  await untilKept(live);
  const all = await kept(sessions);
  expect(all).toHaveLength(1);
  // One set, marked as not sure where it was slow, with every repetition from before and after.
  expect(all[0]?.sets).toHaveLength(1);
  const [set] = all[0]?.sets ?? [];
  expect(set?.reps.length).toBeGreaterThanOrEqual(counted);
  expect(set?.reps.filter(({ countedAtS }) => countedAtS < mid)).toHaveLength(before);
  expect(set?.slowestFps).toBeLessThan(4);
});
