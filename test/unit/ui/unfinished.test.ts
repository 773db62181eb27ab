import { expect, it } from 'vitest';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import type { OpenSession } from '../../../src/storage/open-session';
import { unfinishedWords } from '../../../src/ui/model/words';
import { findUnfinished } from '../../../src/ui/unfinished';
import { fakeNote } from '../../support/live-stage';
import { aStart } from '../../support/session-builders';

const STAND = { exercise: 'hip-hike', later: [], set: 1, side: 'left', done: { left: 2, right: 0 } } as const;
const REPS = [
  { side: 'left', judged: 'clean' },
  { side: 'left', judged: 'fault' },
] as const;

async function left(isRunning = false) {
  const [sessions, note] = [new MemorySessionStore(() => 'torn'), fakeNote()];
  await sessions.begin(aStart());
  const session: OpenSession = {
    sessionId: 'torn',
    savedAt: 0,
    choice: 'hip-hike',
    stand: STAND,
    reps: REPS,
  };
  note.save(session);
  const find = () =>
    findUnfinished({ note, sessions, isRunning: () => Promise.resolve(isRunning), now: () => 1000 });
  return { sessions, note, session, find };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('a session that an earlier page left is offered at once, and until it is left or gone on with', async () => {
  const { note, session, find } = await left();
  const first = find();
  expect(first.current.value).toEqual(session);
  await settled();
  expect(first.current.value).toEqual(session);
  first.note.save({ ...session, savedAt: 500 });
  expect(first.current.value).toBeNull();
  const second = find();
  expect(second.current.value).not.toBeNull();
  second.leave();
  expect(second.current.value).toBeNull();
  expect(note.load(1000)).toBeNull();
});

it('one that another tab runs, that has ended, or that was deleted, is not', async () => {
  const running = (await left(true)).find();
  const ended = await left();
  await ended.sessions.finish('torn', 1);
  const deleted = await left();
  await deleted.sessions.delete('torn');
  const found = [running, ended.find(), deleted.find()];
  await settled();
  expect(found.map(({ current }) => current.value)).toEqual([null, null, null]);
});

it('says what is to be done next', () => {
  const words = (given: Partial<OpenSession>) =>
    unfinishedWords({ sessionId: 'a', savedAt: 0, choice: 'programme', stand: STAND, reps: [], ...given });
  expect(words({ reps: REPS })).toMatch(/^Hip hikes?, set 1 of \d: 2 repetitions are done/);
  expect(words({ reps: REPS.slice(1) })).toMatch(/1 repetition is done/);
  expect(words({})).toMatch(/^Hip hikes?: set 1 of \d is next/);
  expect(words({ stand: { ...STAND, exercise: 'side-plank', done: { left: 9400, right: 0 } } })).toMatch(
    /^Side plank, set 1 of \d: 9 seconds are held/,
  );
  expect(words({ stand: null })).toMatch(/added to the same session/);
});
