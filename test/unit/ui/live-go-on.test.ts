import { expect, it } from 'vitest';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { fakeNote, kept, LUNGES, stage, until, untilKept, WHOLE } from '../../support/live-stage';

const counted = (live: ReturnType<typeof stage>['live']) => live.view.value?.count ?? 0;
const GO_ON = { ...LUNGES, goOn: true };

/** Repetitions of the recording's first 14 seconds. */
const COUNT = 4;

/** A page that is lost after {@link COUNT} repetitions: its camera shows nothing more, and nothing is ended. */
async function lostPage() {
  const before = { sessions: new MemorySessionStore(), openSession: fakeNote() };
  const { live } = stage([{ ...WHOLE, toS: 14 }], LUNGES, [], undefined, before);
  live.start();
  await until(() => before.openSession.load(0)?.reps.length === COUNT);
  return before;
}

it('a session that lost its page goes on with its count, aloud too, and is one session in the end', async () => {
  const before = await lostPage();
  const { live, sink, sessions } = stage([WHOLE], GO_ON, [], undefined, before);
  live.start();
  await until(() => counted(live) === COUNT + 1);
  await until(() => live.stage.value.kind === 'rest');
  expect(counted(live)).toBe(10);
  // What was done before the page was lost is told with the rest.
  expect(live.debrief.value.good).toMatch(/10/);
  const numbers = sink.cues.flatMap(({ kind, speech }) => (kind === 'count' && speech ? [speech.text] : []));
  await until(() => sink.cues.some(({ kind }) => kind === 'debrief'));
  expect(numbers[0]).toBe(String(COUNT + 1));
  live.skipRest();
  await until(() => live.stage.value.kind === 'work');
  live.end();
  await untilKept(live);
  const all = await kept(sessions);
  expect(all).toHaveLength(1);
  expect(all[0]?.ended).toBe('finished');
  expect(all[0]?.sets.slice(0, 2).map(({ reps }) => reps.length)).toEqual([COUNT, 10 - COUNT]);
  expect(before.openSession.load(0)).toBeNull();
});

it('is offered again while nothing was added to it', async () => {
  const before = await lostPage();
  const { live, sessions } = stage([{ ...WHOLE, toS: 1 }], GO_ON, [], undefined, before);
  live.start();
  await until(() => live.stage.value.kind === 'work');
  live.end();
  await untilKept(live);
  expect(live.stage.value).toMatchObject({ sessionId: (await kept(sessions))[0]?.id });
  expect(before.openSession.load(0)).not.toBeNull();
});

it('begins anew, and says so, where the session was deleted meanwhile', async () => {
  const before = await lostPage();
  const id = before.openSession.load(0)?.sessionId ?? '';
  await before.sessions.delete(id);
  const { live, sessions } = stage([WHOLE], GO_ON, [], undefined, before);
  live.start();
  await until(() => live.notice.value !== null);
  live.end();
  await untilKept(live);
  expect((await kept(sessions)).map((session) => session.id)).not.toContain(id);
});
