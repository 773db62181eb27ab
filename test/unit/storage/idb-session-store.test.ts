import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { DATABASE_VERSION, DatabaseConnection, faultOf } from '../../../src/storage/database';
import { IdbSessionStore } from '../../../src/storage/idb-session-store';
import { lockMarks, pageMarks } from '../../../src/storage/running-marks';
import { aSetStart, aStart, EVENING, repEntry } from '../../support/session-builders';

let databases = 0;
const nextName = (): string => `idb-${(databases += 1)}`;
const openStore = (name: string, marks = pageMarks()): IdbSessionStore =>
  new IdbSessionStore(new DatabaseConnection(name), marks);

async function keepReps(store: IdbSessionStore, reps: number, startedAt = EVENING): Promise<string> {
  const begun = await store.begin(aStart({ startedAt }));
  if (!begun.ok) throw new Error(begun.fault.detail);
  await store.beginSet(begun.value, aSetStart());
  for (let n = 1; n <= reps; n += 1) await store.append(begun.value, 1, repEntry(n));
  return begun.value;
}

describe('a closed tab', () => {
  it('loses nothing: the next start finds the session interrupted, with all repetitions', async () => {
    const name = nextName();
    const id = await keepReps(openStore(name), 4);
    // Another page: its own connection, and the first one's marks gone with it.
    const next = openStore(name);
    expect(await next.recoverInterrupted()).toEqual({ ok: true, value: [id] });
    expect(await next.recoverInterrupted()).toEqual({ ok: true, value: [] });
    const loaded = await next.load(id);
    expect(loaded).toMatchObject({ value: { record: { ended: 'interrupted', endedAt: null } } });
    expect(loaded.ok && loaded.value?.record.sets[0]?.reps.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  it('is told from a session that runs in another tab', async () => {
    const name = nextName();
    const marks = pageMarks();
    await keepReps(openStore(name, marks), 1);
    expect(await openStore(name, marks).recoverInterrupted()).toEqual({ ok: true, value: [] });
  });

  it('is noticed when the other tab closes later, or the reloaded page was quicker than the browser', async () => {
    const name = nextName();
    const marks = pageMarks();
    const id = await keepReps(openStore(name, marks), 1);
    const next = openStore(name, marks);
    await next.recoverInterrupted();
    marks.release(id);
    await vi.waitFor(async () => {
      expect(await next.load(id)).toMatchObject({ value: { record: { ended: 'interrupted' } } });
    });
  });

  it('is not taken for a session that the other tab has finished', async () => {
    const name = nextName();
    const marks = pageMarks();
    const first = openStore(name, marks);
    const id = await keepReps(first, 1);
    const next = openStore(name, marks);
    await next.recoverInterrupted();
    await first.finish(id, EVENING + 5000);
    await next.list({ offset: 0, limit: 1 });
    expect(await next.load(id)).toMatchObject({ value: { record: { ended: 'finished' } } });
  });

  it('leaves finished sessions as they are', async () => {
    const name = nextName();
    const store = openStore(name);
    const id = await keepReps(store, 1);
    await store.finish(id, EVENING + 5000);
    expect(await openStore(name).recoverInterrupted()).toEqual({ ok: true, value: [] });
  });
});

describe('a session kept before there were skeletons', () => {
  it('loads whole, without any, and takes them from then on', async () => {
    const name = nextName();
    const store = openStore(name);
    const id = await keepReps(store, 2);
    const replays = async () => {
      const loaded = await store.load(id);
      return loaded.ok && [loaded.value?.repairs, loaded.value?.record.sets[0]?.replays];
    };
    expect(await replays()).toEqual([[], []]);
    const replay = { of: 'rep', n: 2, aspect: 1.5, frames: [{ t: 1, points: null }] } as const;
    await store.append(id, 1, { kind: 'replay', replay });
    expect(await replays()).toEqual([[], [replay]]);
  });

  it('is listed without its skeletons, which are large', async () => {
    const store = openStore(nextName());
    const id = await keepReps(store, 1);
    const replay = { of: 'rep', n: 1, aspect: 1.5, frames: [] } as const;
    await store.append(id, 1, { kind: 'replay', replay });
    const page = await store.list({ offset: 0, limit: 1 });
    expect(page).toMatchObject({ value: { items: [{ record: { id, sets: [{ replays: [] }] } }] } });
  });
});

describe('damage', () => {
  it('leaves out what cannot be read, and says what', async () => {
    const name = nextName();
    const store = openStore(name);
    const id = await keepReps(store, 2);
    const database = await openDB(name);
    await database.add('entries', { session: id, set: 1, entry: { kind: 'rep', rep: { n: 'three' } } });
    await database.add('entries', { session: id, set: 'x', entry: repEntry(3) });
    await database.put('sets', { session: id, n: 1, exercise: 'Back flip!', startedAt: EVENING, target: {} });
    database.close();
    const loaded = await store.load(id);
    expect(loaded.ok && loaded.value?.record.sets[0]?.reps.map(({ n }) => n)).toEqual([1, 2]);
    expect(loaded.ok && loaded.value?.record.sets[0]).toMatchObject({ exercise: null, target: null });
    expect(loaded.ok && loaded.value?.repairs).toHaveLength(2);
    expect(loaded.ok && loaded.value?.repairs[0]).toEqual({
      kind: 'entry-left-out',
      set: 1,
      at: 'rep.n = "three" (number)',
    });
  });

  it('keeps what was done in a set that is lost itself', async () => {
    const name = nextName();
    const store = openStore(name);
    const id = await keepReps(store, 2);
    const database = await openDB(name);
    await database.delete('sets', [id, 1]);
    database.close();
    const loaded = await store.load(id);
    expect(loaded.ok && loaded.value?.record.sets[0]?.reps).toHaveLength(2);
    expect(loaded.ok && loaded.value?.repairs).toHaveLength(1);
  });

  it('beyond repair is shown in the list without breaking it, and can be deleted', async () => {
    const name = nextName();
    const store = openStore(name);
    const whole = await keepReps(store, 1);
    const database = await openDB(name);
    await database.put('sessions', { id: 'wreck', startedAt: 'yesterday' });
    database.close();
    const page = await store.list({ offset: 0, limit: 10 });
    expect(page.ok && page.value.items.map((item) => item.kind).sort()).toEqual(['damaged', 'session']);
    expect(await store.load('wreck')).toMatchObject({ ok: false, fault: { code: 'damaged-record' } });
    await store.delete('wreck');
    const after = await store.list({ offset: 0, limit: 10 });
    expect(after).toMatchObject({ value: { total: 1, items: [{ record: { id: whole } }] } });
  });
});

describe('the database', () => {
  it('of a newer version is left alone', async () => {
    const name = nextName();
    (await openDB(name, DATABASE_VERSION + 1)).close();
    expect(await openStore(name).begin(aStart())).toMatchObject({ fault: { code: 'newer-version' } });
  });

  it('says when another tab is in the way, and works once it is closed', async () => {
    const name = nextName();
    const old = await openDB(name, DATABASE_VERSION);
    const connection = new DatabaseConnection(name, DATABASE_VERSION + 1);
    const work = () => connection.run(() => Promise.resolve({ ok: true as const, value: 1 }));
    // Every time it is asked: a second request would wait in the browser's queue for ever, without a word.
    for (let times = 0; times < 3; times += 1)
      expect(await work()).toMatchObject({ fault: { code: 'blocked' } });
    old.close();
    await expect.poll(work).toEqual({ ok: true, value: 1 });
    await connection.close();
  });

  it('makes way for a newer version in another tab, and says that this one is old', async () => {
    const name = nextName();
    const store = openStore(name);
    await keepReps(store, 1);
    const newer = await openDB(name, DATABASE_VERSION + 1);
    expect(await store.begin(aStart())).toMatchObject({ fault: { code: 'newer-version' } });
    newer.close();
  });

  it('that is not there is a fault, not an exception', async () => {
    const real = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    try {
      expect(await openStore(nextName()).begin(aStart())).toMatchObject({ fault: { code: 'unavailable' } });
    } finally {
      globalThis.indexedDB = real;
    }
  });

  it('names its failures', () => {
    const codeOf = (error: unknown) => {
      const result = faultOf(error);
      return result.ok ? null : result.fault.code;
    };
    expect(codeOf(new DOMException('full', 'QuotaExceededError'))).toBe('disk-full');
    expect(codeOf(new DOMException('newer', 'VersionError'))).toBe('newer-version');
    expect(codeOf(new DOMException('gone', 'InvalidStateError'))).toBe('unavailable');
    expect(codeOf('something odd')).toBe('unavailable');
  });
});

describe('marks as Web Locks', () => {
  /** Just enough of a lock manager: names that are held until their promise resolves. */
  function fakeLocks(): LockManager {
    const held = new Set<string>();
    const last = new Map<string, Promise<unknown>>();
    return {
      request: (name: string, hold: () => Promise<void> | undefined) => {
        const turn = (last.get(name) ?? Promise.resolve())
          .then(() => {
            held.add(name);
            return hold();
          })
          .then(() => held.delete(name));
        last.set(name, turn);
        return turn;
      },
      // Asked of another process, as in a browser: what was requested before is in the answer.
      query: () =>
        new Promise((resolve) => {
          setTimeout(() => resolve({ held: [...held].map((name) => ({ name })), pending: [] }), 0);
        }),
    } as unknown as LockManager;
  }

  it('are seen by another tab until they are released', async () => {
    const locks = fakeLocks();
    const [here, there] = [lockMarks(locks), lockMarks(locks)];
    here.hold('a');
    here.hold('b');
    expect(await there.held()).toEqual(new Set(['a', 'b']));
    const released = there.whenReleased('a');
    here.release('a');
    await released;
    expect(await there.held()).toEqual(new Set(['b']));
  });

  it('are none where locks are refused', async () => {
    const refused = {
      request: () => Promise.reject(new Error('opaque origin')),
      query: () => Promise.reject(new Error('opaque origin')),
    } as unknown as LockManager;
    const marks = lockMarks(refused);
    marks.hold('a');
    expect(await marks.held()).toEqual(new Set());
  });
});
