import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../src/core/session/record';
import { digestOf } from '../../src/core/session/session-digest';
import { DatabaseConnection } from '../../src/storage/database';
import { exportSession, parseSession } from '../../src/storage/exchange';
import { GuardedSessionStore } from '../../src/storage/guarded-session-store';
import { IdbSessionStore } from '../../src/storage/idb-session-store';
import { MemorySessionStore } from '../../src/storage/memory-session-store';
import { pageMarks } from '../../src/storage/running-marks';
import type { SessionStore } from '../../src/storage/session-store';
import type { StorageResult } from '../../src/storage/storage-fault';
import { aSetStart, aStart, curves, entryOfEachKind, EVENING, repEntry } from '../support/session-builders';

let databases = 0;
const idbStore = (): SessionStore =>
  new IdbSessionStore(new DatabaseConnection(`contract-${(databases += 1)}`), pageMarks());

const STORES: readonly { readonly name: string; readonly open: () => SessionStore }[] = [
  { name: 'memory', open: () => new MemorySessionStore() },
  { name: 'IndexedDB', open: idbStore },
  { name: 'IndexedDB guarded by memory', open: () => new GuardedSessionStore(idbStore(), () => undefined) },
];

function valueOf<Value>(result: StorageResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.detail}`);
  return result.value;
}

async function recordOf(store: SessionStore, id: string): Promise<SessionRecord> {
  const loaded = valueOf(await store.load(id));
  if (loaded === null) throw new Error(`no session ${id}`);
  return loaded.record;
}

/** A session with one set that holds an entry of every kind. */
async function keepOne(store: SessionStore, startedAt = EVENING): Promise<string> {
  const id = valueOf(await store.begin(aStart({ startedAt })));
  const set = valueOf(await store.beginSet(id, aSetStart()));
  for (const entry of entryOfEachKind) valueOf(await store.append(id, set, entry));
  return id;
}

describe.each(STORES)('a session store: $name', ({ open }) => {
  it('has every repetition as soon as it was appended', async () => {
    const store = open();
    const id = valueOf(await store.begin(aStart()));
    const set = valueOf(await store.beginSet(id, aSetStart()));
    for (const n of [1, 2, 3]) {
      valueOf(await store.append(id, set, repEntry(n)));
      expect((await recordOf(store, id)).sets[0]?.reps.map((rep) => rep.n)).toEqual(
        Array.from({ length: n }, (_, index) => index + 1),
      );
    }
  });

  it('keeps what the person said of a session, and what is said later in its place', async () => {
    const store = open();
    const id = await keepOne(store);
    expect((await recordOf(store, id)).felt).toBeUndefined();
    valueOf(await store.finish(id, EVENING + 60_000));
    valueOf(await store.feel(id, { pain: 3, effort: null }));
    valueOf(await store.feel(id, { pain: 2, effort: 6 }));
    const record = await recordOf(store, id);
    expect(record).toMatchObject({ felt: { pain: 2, effort: 6 }, ended: 'finished' });
    const [item] = valueOf(await store.digests());
    expect(item).toMatchObject({ kind: 'digest', digest: { felt: { pain: 2, effort: 6 } } });
    expect(valueOf(parseSession(exportSession(record)))).toEqual(record);
    expect(await store.feel('none', { pain: 1, effort: 1 })).toMatchObject({ ok: false });
  });

  it('gives back what was kept, in the order in which it happened', async () => {
    const store = open();
    const id = await keepOne(store);
    const record = await recordOf(store, id);
    expect(record).toMatchObject({ schema: 'hipline.session/1', id, ...aStart(), ended: 'running' });
    expect(record.sets).toHaveLength(1);
    expect(record.sets[0]).toMatchObject({ n: 1, ...aSetStart() });
    expect(record.sets[0]?.reps.map((rep) => rep.n)).toEqual([1, 2]);
    expect(record.sets[0]?.partials).toHaveLength(1);
    expect(record.sets[0]?.holds).toHaveLength(1);
    expect(record.sets[0]?.faults).toHaveLength(1);
    expect(record.sets[0]?.curves).toEqual(curves(0, 0.05, 0.1));
    expect(record.sets[0]?.replays).toHaveLength(1);
  });

  it('keeps appends in the order of the calls, also when nobody waits for them', async () => {
    const store = open();
    const id = valueOf(await store.begin(aStart()));
    const set = valueOf(await store.beginSet(id, aSetStart()));
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    await Promise.all(numbers.map((n) => store.append(id, set, repEntry(n))));
    expect((await recordOf(store, id)).sets[0]?.reps.map((rep) => rep.n)).toEqual(numbers);
  });

  it('has a digest of every session, newest first, that follows every change', async () => {
    const store = open();
    const [older, newer] = [await keepOne(store), await keepOne(store, EVENING + 1000)];
    const digests = async () =>
      valueOf(await store.digests()).flatMap((item) => (item.kind === 'digest' ? [item.digest] : []));
    expect((await digests()).map(({ id }) => id)).toEqual([newer, older]);
    expect(await digests()).toEqual([
      digestOf(await recordOf(store, newer)),
      digestOf(await recordOf(store, older)),
    ]);
    valueOf(await store.finish(older, EVENING + 60_000));
    valueOf(await store.correctReps(older, 1, { left: 7, right: 0 }));
    expect((await digests())[1]).toEqual(digestOf(await recordOf(store, older)));
    expect((await digests())[1]?.exercises[0]?.ownCount).toBe(7);
    const imported = { ...(await recordOf(store, older)), id: 'imported', startedAt: EVENING - 1 };
    valueOf(await store.put(imported));
    expect((await digests())[2]).toEqual(digestOf(imported));
    valueOf(await store.delete('imported'));
    expect((await digests()).map(({ id }) => id)).toEqual([newer, older]);
  });

  it('deletes sessions so that it can be taken back, whole', async () => {
    const store = open();
    const ids = [await keepOne(store), await keepOne(store), await keepOne(store)];
    const [first = '', second = '', third = ''] = ids;
    for (const id of ids) valueOf(await store.finish(id, EVENING + 60_000));
    const before = await recordOf(store, first);
    const listed = async () => {
      const page = valueOf(await store.list({ offset: 0, limit: 9 }));
      const digests = valueOf(await store.digests());
      expect(digests).toHaveLength(page.items.length);
      expect(page.total).toBe(page.items.length);
      return page.items.map((item) => (item.kind === 'session' ? item.record.id : item.id)).sort();
    };
    valueOf(await store.bin([first, second], EVENING));
    expect(await listed()).toEqual([third]);
    expect(valueOf(await store.load(first))).toBeNull();
    valueOf(await store.unbin([first, second]));
    expect(await listed()).toEqual([...ids].sort());
    expect(await recordOf(store, first)).toEqual(before);
    valueOf(await store.bin([first], EVENING));
    valueOf(await store.bin([second], EVENING + 10));
    valueOf(await store.emptyBin({ beforeMs: EVENING + 5 }));
    valueOf(await store.unbin([first, second]));
    expect(await listed()).toEqual([second, third].sort());
    valueOf(await store.bin([second], EVENING));
    valueOf(await store.emptyBin({ ids: [second] }));
    valueOf(await store.unbin([second]));
    expect(await listed()).toEqual([third]);
  });

  it('removes the stick figures of old sessions and nothing else', async () => {
    const store = open();
    const ids = [
      await keepOne(store, EVENING),
      await keepOne(store, EVENING + 1),
      await keepOne(store, EVENING + 2),
    ];
    for (const id of ids) valueOf(await store.finish(id, EVENING + 60_000));
    const before = await Promise.all(ids.map((id) => recordOf(store, id)));
    expect(valueOf(await store.removeReplays(1))).toBe(2);
    expect(valueOf(await store.removeReplays(1))).toBe(0);
    const without = (record: SessionRecord | undefined) =>
      record && { ...record, sets: record.sets.map((set) => ({ ...set, replays: [] })) };
    const after = await Promise.all(ids.map((id) => recordOf(store, id)));
    expect(after).toEqual([without(before[0]), without(before[1]), before[2]]);
  });

  it('numbers sets from one and keeps them apart', async () => {
    const store = open();
    const id = valueOf(await store.begin(aStart()));
    expect(valueOf(await store.beginSet(id, aSetStart()))).toBe(1);
    expect(valueOf(await store.beginSet(id, aSetStart({ exercise: 'side-plank' })))).toBe(2);
    valueOf(await store.append(id, 2, repEntry(1)));
    const { sets } = await recordOf(store, id);
    expect(sets.map((set) => [set.n, set.exercise, set.reps.length])).toEqual([
      [1, 'curtsy-lunge', 0],
      [2, 'side-plank', 1],
    ]);
  });

  it('names the exercise of a set once it is recognised', async () => {
    const store = open();
    const id = valueOf(await store.begin(aStart()));
    const set = valueOf(await store.beginSet(id, aSetStart({ exercise: null, target: null })));
    valueOf(await store.append(id, set, { kind: 'exercise', exercise: 'hip-hike' }));
    expect((await recordOf(store, id)).sets[0]?.exercise).toBe('hip-hike');
  });

  it('keeps a correction beside the count, and takes it back', async () => {
    const store = open();
    const id = await keepOne(store);
    valueOf(await store.correctReps(id, 1, { left: 5, right: 4 }));
    const corrected = await recordOf(store, id);
    expect(corrected.sets[0]?.correctedReps).toEqual({ left: 5, right: 4 });
    expect(corrected.sets[0]?.reps).toHaveLength(2);
    valueOf(await store.correctReps(id, 1, null));
    expect((await recordOf(store, id)).sets[0]?.correctedReps).toBeNull();
  });

  it('finishes a session, and lets it be corrected afterwards', async () => {
    const store = open();
    const id = await keepOne(store);
    valueOf(await store.finish(id, EVENING + 60_000));
    valueOf(await store.correctReps(id, 1, { left: 1, right: 0 }));
    const record = await recordOf(store, id);
    expect(record).toMatchObject({ ended: 'finished', endedAt: EVENING + 60_000 });
    expect(record.sets[0]?.correctedReps).toEqual({ left: 1, right: 0 });
  });

  it('takes an interrupted session up again, adds a set to it, and finishes it', async () => {
    const store = open();
    const record: SessionRecord = {
      ...(await recordOf(store, await keepOne(store))),
      id: 'torn',
      ended: 'interrupted',
    };
    valueOf(await store.put(record));
    valueOf(await store.reopen('torn'));
    expect((await recordOf(store, 'torn')).ended).toBe('running');
    expect(valueOf(await store.beginSet('torn', aSetStart()))).toBe(2);
    valueOf(await store.append('torn', 2, repEntry(1)));
    valueOf(await store.finish('torn', EVENING + 60_000));
    const { ended, sets } = await recordOf(store, 'torn');
    expect(ended).toBe('finished');
    expect(sets).toEqual([
      record.sets[0],
      expect.objectContaining({ n: 2, reps: [expect.objectContaining({ n: 1 })] }),
    ]);
  });

  it('has nothing to take up where there is no such session', async () => {
    expect(await open().reopen('nowhere')).toMatchObject({ ok: false, fault: { code: 'session-gone' } });
  });

  it('lists newest first, in pages, without the recordings', async () => {
    const store = open();
    const ids: string[] = [];
    for (const minutes of [0, 20, 10]) ids.push(await keepOne(store, EVENING + minutes * 60_000));
    const [first, newest, middle] = ids;
    const page = async (offset: number, limit: number) => {
      const { items, total } = valueOf(await store.list({ offset, limit }));
      expect(total).toBe(3);
      return items.map((item) => (item.kind === 'session' ? item.record.id : 'damaged'));
    };
    expect(await page(0, 10)).toEqual([newest, middle, first]);
    expect(await page(0, 2)).toEqual([newest, middle]);
    expect(await page(2, 2)).toEqual([first]);
    expect(await page(3, 2)).toEqual([]);
    const { items } = valueOf(await store.list({ offset: 0, limit: 1 }));
    expect(items[0]).toMatchObject({ record: { sets: [{ curves: null, replays: [] }] } });
    expect(items[0]?.kind === 'session' && items[0].record.sets[0]?.reps.length).toBe(2);
  });

  it('deletes a session with all its parts, and minds no second time', async () => {
    const store = open();
    const [gone, kept] = [await keepOne(store), await keepOne(store)];
    valueOf(await store.delete(gone));
    valueOf(await store.delete(gone));
    expect(valueOf(await store.load(gone))).toBeNull();
    expect((await recordOf(store, kept)).sets[0]?.reps).toHaveLength(2);
    expect(valueOf(await store.list({ offset: 0, limit: 10 })).total).toBe(1);
  });

  it('brings an exported session back as it was, once', async () => {
    const store = open();
    const id = await keepOne(store);
    valueOf(await store.finish(id, EVENING + 60_000));
    const record = await recordOf(store, id);
    const imported = valueOf(parseSession(exportSession(record)));
    const other = open();
    valueOf(await other.put(imported));
    valueOf(await other.put(imported));
    expect(await recordOf(other, id)).toEqual(record);
    expect(valueOf(await other.list({ offset: 0, limit: 10 })).total).toBe(1);
  });

  it('says so when there is no such session or set', async () => {
    const store = open();
    const id = valueOf(await store.begin(aStart()));
    const missing = [
      await store.beginSet('nobody', aSetStart()),
      await store.append('nobody', 1, repEntry(1)),
      await store.append(id, 1, repEntry(1)),
      await store.correctReps(id, 7, null),
      await store.finish('nobody', EVENING),
    ];
    for (const result of missing)
      expect(result).toMatchObject({ ok: false, fault: { code: 'session-gone' } });
    expect(valueOf(await store.load('nobody'))).toBeNull();
  });

  it('leaves a session alone that runs in this page', async () => {
    const store = open();
    const id = await keepOne(store);
    expect(valueOf(await store.recoverInterrupted())).toEqual([]);
    expect((await recordOf(store, id)).ended).toBe('running');
  });
});
