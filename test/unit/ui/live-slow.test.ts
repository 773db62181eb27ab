import { expect, it } from 'vitest';
import { frames, kept, LUNGES, stage, until, WHOLE } from '../../support/live-stage';

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
  await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
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
  await until(() => live.stage.value.kind === 'ended' && live.stage.value.isKept);
  expect((await kept(sessions))[0]?.sets[0]).not.toHaveProperty('slowestFps');
});
