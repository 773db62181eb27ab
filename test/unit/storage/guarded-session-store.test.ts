import { describe, expect, it } from 'vitest';
import { exportSession, parseSession } from '../../../src/storage/exchange';
import { GuardedSessionStore } from '../../../src/storage/guarded-session-store';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import type { StorageFault, StorageResult } from '../../../src/storage/storage-fault';
import { breakable } from '../../support/failing-session-store';
import { aSetStart, aStart, EVENING, repEntry } from '../../support/session-builders';

function setUp() {
  const database = new MemorySessionStore();
  const disk = breakable(database);
  const faults: (StorageFault | null)[] = [];
  const store = new GuardedSessionStore(disk.store, (fault) => faults.push(fault));
  return { database, disk, faults, store };
}

const valueOf = <Value>(result: StorageResult<Value>): Value => {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
};

const repsIn = async (store: Pick<MemorySessionStore, 'load'>, id: string): Promise<number[] | undefined> =>
  valueOf(await store.load(id))?.record.sets[0]?.reps.map(({ n }) => n);

describe('a disk that fills up in the middle of a set', () => {
  it('does not stop the session, and is told once', async () => {
    const { disk, faults, store } = setUp();
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    valueOf(await store.append(id, 1, repEntry(1)));
    disk.break('disk-full');
    for (const n of [2, 3]) valueOf(await store.append(id, 1, repEntry(n)));
    valueOf(await store.finish(id, EVENING + 1));
    expect(faults.map((fault) => fault?.code)).toEqual(['disk-full']);
    expect(await repsIn(store, id)).toEqual([1, 2, 3]);
    expect(store.unsaved).toEqual(new Set([id]));
  });

  it('leaves the session in the list and ready to be exported', async () => {
    const { disk, store } = setUp();
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    disk.break('disk-full');
    valueOf(await store.append(id, 1, repEntry(1)));
    disk.mend();
    const page = valueOf(await store.list({ offset: 0, limit: 10 }));
    expect(page).toMatchObject({ total: 1, items: [{ record: { id } }] });
    const record = valueOf(await store.load(id))?.record;
    if (record === undefined) throw new Error('the session is lost');
    expect(valueOf(parseSession(exportSession(record))).sets[0]?.reps).toHaveLength(1);
  });

  it('is given the whole session as soon as it takes it', async () => {
    const { database, disk, faults, store } = setUp();
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    disk.break('disk-full');
    valueOf(await store.append(id, 1, repEntry(1)));
    disk.mend();
    valueOf(await store.append(id, 1, repEntry(2)));
    expect(await repsIn(database, id)).toEqual([1, 2]);
    expect(store.unsaved.size).toBe(0);
    expect(faults.map((fault) => fault?.code)).toEqual(['disk-full', undefined]);
    valueOf(await store.append(id, 1, repEntry(3)));
    valueOf(await store.finish(id, EVENING + 1));
    expect(await repsIn(database, id)).toEqual([1, 2, 3]);
  });
});

it('keeps what found no room as soon as another session is deleted', async () => {
  const { database, disk, store } = setUp();
  const id = valueOf(await store.begin(aStart()));
  valueOf(await store.beginSet(id, aSetStart()));
  disk.break('disk-full');
  valueOf(await store.append(id, 1, repEntry(1)));
  valueOf(await store.finish(id, EVENING + 1));
  disk.mend();
  valueOf(await store.delete('another'));
  expect(store.unsaved.size).toBe(0);
  expect(await repsIn(database, id)).toEqual([1]);
});

describe('a database that is deleted in the middle of a set', () => {
  it('is given the whole session at once, and nobody is troubled', async () => {
    const { database, faults, store } = setUp();
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    valueOf(await store.append(id, 1, repEntry(1)));
    await database.delete(id);
    valueOf(await store.append(id, 1, repEntry(2)));
    valueOf(await store.finish(id, EVENING + 1));
    expect(faults).toEqual([]);
    expect(await repsIn(database, id)).toEqual([1, 2]);
    expect(valueOf(await database.load(id))?.record.ended).toBe('finished');
  });

  it('and stays away is said in words that fit: nothing is damaged', async () => {
    const { database, disk, faults, store } = setUp();
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    await database.delete(id);
    disk.break('unavailable');
    valueOf(await store.append(id, 1, repEntry(1)));
    expect(faults.map((fault) => fault?.code)).toEqual(['unavailable']);
    expect(store.unsaved).toEqual(new Set([id]));
  });
});

describe('no database at all', () => {
  it('keeps the session in memory for as long as the page lives', async () => {
    const { disk, faults, store } = setUp();
    disk.break('unavailable');
    const id = valueOf(await store.begin(aStart()));
    valueOf(await store.beginSet(id, aSetStart()));
    valueOf(await store.append(id, 1, repEntry(1)));
    valueOf(await store.finish(id, EVENING + 1));
    valueOf(await store.correctReps(id, 1, { left: 2, right: 0 }));
    expect(faults.map((fault) => fault?.code)).toEqual(['unavailable']);
    expect(valueOf(await store.list({ offset: 0, limit: 10 })).items).toHaveLength(1);
    expect(valueOf(await store.load(id))?.record).toMatchObject({
      ended: 'finished',
      sets: [{ correctedReps: { left: 2, right: 0 } }],
    });
    valueOf(await store.delete(id));
    expect(
      valueOf(await store.load(id).then((result) => (result.ok ? result : { ok: true, value: null }))),
    ).toBe(null);
  });

  it('is a fault of the history when nothing is in memory either', async () => {
    const { disk, store } = setUp();
    disk.break('unavailable');
    expect(await store.list({ offset: 0, limit: 10 })).toMatchObject({ fault: { code: 'unavailable' } });
  });
});
