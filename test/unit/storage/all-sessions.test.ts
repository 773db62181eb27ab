import { describe, expect, it } from 'vitest';
import { addEntry, emptySession, emptySet, type SessionRecord } from '../../../src/core/session/record';
import { exportAll, exportAllAsCsv } from '../../../src/storage/export/all-sessions';
import { importFile } from '../../../src/storage/import-session';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { aSetStart, aStart, entryOfEachKind, EVENING } from '../../support/session-builders';

const session = (id: string): SessionRecord => ({
  ...emptySession(id, aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()))],
});
const ids = Array.from({ length: 7 }, (_, n) => `s${n}`);

async function storeOfAll(): Promise<MemorySessionStore> {
  const store = new MemorySessionStore();
  for (const id of ids) await store.put(session(id));
  return store;
}

describe('every session in files', () => {
  it.each([
    ['one file', 1e9, 1],
    ['as many files as are needed', 2 * JSON.stringify(session('s0')).length, 4],
  ])('comes back whole from %s', async (_name, largest, count) => {
    const { files, left } = await exportAll(await storeOfAll(), ids, largest);
    expect([files.length, left]).toEqual([count, []]);
    const other = new MemorySessionStore();
    const outcomes = (await Promise.all(files.map((file) => importFile(other, file)))).flat();
    expect(outcomes.map(({ kind }) => kind)).toEqual(ids.map(() => 'imported'));
    for (const id of ids) {
      const loaded = await other.load(id);
      expect(loaded.ok && loaded.value?.record).toEqual(session(id));
    }
  });

  it('says what became of each session of a file', async () => {
    const { files } = await exportAll(await storeOfAll(), ids);
    const text = (await files[0]?.text()) ?? '';
    const spoilt = text.replace('"side":"left"', '"side":"up"');
    const other = new MemorySessionStore();
    await other.put(session('s3'));
    const kinds = (await importFile(other, new Blob([spoilt]))).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'failed',
      'imported',
      'imported',
      'already-here',
      ...ids.slice(4).map(() => 'imported'),
    ]);
  });

  it('names what could not be read, and has the rest', async () => {
    const store = await storeOfAll();
    const { files, left } = await exportAllAsCsv(store, ['s1', 'gone', 's2']);
    expect(left).toEqual(['gone']);
    const rows = ((await files[0]?.text()) ?? '').trim().split('\r\n');
    // A head, and of each session two repetitions, a partial one and a hold.
    expect(rows).toHaveLength(1 + 2 * 4);
  });
});
