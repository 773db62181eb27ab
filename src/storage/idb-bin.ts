import type { IDBPDatabase } from 'idb';
import type { HiplineDatabase } from './database';
import { removeAll, transact } from './idb-parts';
import type { Binned } from './session-store';
import { stored, type StorageResult } from './storage-fault';

type Database = IDBPDatabase<HiplineDatabase>;

/** Only the header moves: a session without one is no session to anybody, and nothing of it is copied. */
export const moveToBin = (
  database: Database,
  ids: readonly string[],
  nowMs: number,
): Promise<StorageResult<null>> =>
  transact(database, async (transaction) => {
    for (const id of ids) {
      const header = await transaction.objectStore('sessions').get(id);
      if (header === undefined) continue;
      await transaction.objectStore('bin').put({ id, header, binnedAt: nowMs });
      await transaction.objectStore('sessions').delete(id);
    }
    return stored(null);
  });

/** What was removed for good meanwhile, or brought in again, is left as it is. */
export const moveBack = (database: Database, ids: readonly string[]): Promise<StorageResult<null>> =>
  transact(database, async (transaction) => {
    for (const id of ids) {
      const row = await transaction.objectStore('bin').get(id);
      if (row === undefined) continue;
      await transaction.objectStore('sessions').put(row.header);
      await transaction.objectStore('bin').delete(id);
    }
    return stored(null);
  });

export async function removeBinned(database: Database, which: Binned): Promise<StorageResult<null>> {
  const rows = await database.getAll('bin');
  const ids = rows
    .filter(({ id, binnedAt }) => ('ids' in which ? which.ids.includes(id) : binnedAt < which.beforeMs))
    .map(({ id }) => id);
  // One after the other: a transaction that removes a thousand sessions would hold up everything else.
  for (const id of ids) {
    await transact(database, async (transaction) => {
      // Taken back in another tab meanwhile.
      if ((await transaction.objectStore('bin').get(id)) !== undefined) await removeAll(transaction, id);
      return stored(null);
    });
  }
  return stored(null);
}
