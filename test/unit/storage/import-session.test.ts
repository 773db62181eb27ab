import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { addEntry, emptySession, emptySet, type SessionRecord } from '../../../src/core/session/record';
import { DatabaseConnection } from '../../../src/storage/database';
import { exportSession } from '../../../src/storage/exchange';
import { IdbSessionStore } from '../../../src/storage/idb-session-store';
import { importBeside, LARGEST_FILE_BYTES } from '../../../src/storage/import-session';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { pageMarks } from '../../../src/storage/running-marks';
import type { SessionStore } from '../../../src/storage/session-store';
import { breakable } from '../../support/failing-session-store';
import { importSession } from '../../support/import-session';
import { aSetStart, aStart, entryOfEachKind, EVENING } from '../../support/session-builders';

const set = entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()));
const record: SessionRecord = {
  ...emptySession('a', aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [set],
};
const corrected: SessionRecord = { ...record, sets: [{ ...set, correctedReps: { left: 3, right: 2 } }] };
const fileOf = (session: SessionRecord): Blob => new Blob([exportSession(session)]);

let databases = 0;
const STORES: readonly { readonly name: string; readonly open: () => SessionStore }[] = [
  { name: 'memory', open: () => new MemorySessionStore() },
  {
    name: 'IndexedDB',
    open: () => new IdbSessionStore(new DatabaseConnection(`import-${(databases += 1)}`), pageMarks()),
  },
];

async function kept(store: SessionStore): Promise<readonly SessionRecord[]> {
  const page = await store.list({ offset: 0, limit: 9 });
  const ids = page.ok
    ? page.value.items.map((item) => (item.kind === 'session' ? item.record.id : item.id))
    : [];
  const loaded = await Promise.all(ids.map((id) => store.load(id)));
  return loaded.flatMap((one) => (one.ok && one.value ? [one.value.record] : []));
}

describe.each(STORES)('bringing a session back in: $name', ({ open }) => {
  it('gives everything back, with curves and skeletons, also after it was deleted', async () => {
    const store = open();
    expect(await importSession(store, fileOf(record))).toEqual({ kind: 'imported', record });
    expect(await kept(store)).toEqual([record]);
    await store.delete('a');
    expect(await importSession(store, fileOf(record))).toEqual({ kind: 'imported', record });
    expect(await kept(store)).toEqual([record]);
  });

  it('notices what is here already', async () => {
    const store = open();
    await importSession(store, fileOf(record));
    expect(await importSession(store, fileOf(record))).toEqual({ kind: 'already-here', record });
    expect(await kept(store)).toEqual([record]);
  });

  it('never replaces another state of the same session; keeps both where that is wanted, once', async () => {
    const store = open();
    await importSession(store, fileOf(corrected));
    expect(await importSession(store, fileOf(record))).toEqual({ kind: 'differs', record });
    expect(await kept(store)).toEqual([corrected]);
    const beside = await importBeside(store, record);
    expect(beside.kind).toBe('imported');
    const sets = (await kept(store)).map((session) => session.sets[0]?.correctedReps ?? null);
    expect(sets).toHaveLength(2);
    expect(sets).toContainEqual({ left: 3, right: 2 });
    expect(sets).toContainEqual(null);
    expect((await importSession(store, fileOf(record))).kind).toBe('already-here');
    expect(await kept(store)).toHaveLength(2);
  });
});

describe('a file that cannot be brought in', () => {
  const text = exportSession(record);
  const codeOf = async (file: Blob, store: SessionStore = new MemorySessionStore()) => {
    const outcome = await importSession(store, file);
    expect(await kept(store)).toEqual([]);
    return outcome.kind === 'failed' ? outcome.fault.code : outcome.kind;
  };

  it.each([
    ['cut off', text.slice(0, text.length / 2), 'import-broken'],
    ['a picture', '\u0089PNG\r\n', 'import-broken'],
    ['something else', '{"hello": 1}', 'import-invalid'],
    ['an analysis', '{"schema":"hipline.analysis/1"}', 'import-invalid'],
    ['spoilt', text.replace('"side":"left"', '"side":"up"'), 'import-damaged'],
    ['from a newer Hipline', text.replace('hipline.session/1', 'hipline.session/2'), 'newer-version'],
  ])('%s says so, and nothing is kept', async (_name, content, code) => {
    expect(await codeOf(new Blob([content]))).toBe(code);
  });

  it('because it is far too large is not even read', async () => {
    const huge = { size: LARGEST_FILE_BYTES + 1, text: () => Promise.reject(new Error('read')) };
    expect(await codeOf(huge as unknown as Blob)).toBe('import-invalid');
  });

  it('because it was taken away says that', async () => {
    const gone = { size: 10, text: () => Promise.reject(new DOMException('', 'NotFoundError')) };
    expect(await codeOf(gone as unknown as Blob)).toBe('import-unreadable');
  });

  it('because the disk is full says that', async () => {
    const disk = breakable(new MemorySessionStore());
    disk.break('disk-full');
    const outcome = await importSession(disk.store, fileOf(record));
    expect(outcome).toMatchObject({ kind: 'failed', fault: { code: 'disk-full' } });
    disk.mend();
    expect(await kept(disk.store)).toEqual([]);
  });
});
