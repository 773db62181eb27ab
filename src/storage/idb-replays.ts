import type { IDBPDatabase } from 'idb';
import type { HiplineDatabase } from './database';
import { transact } from './idb-parts';
import { byNewest } from './memory-session-store';
import { stored, type StorageResult } from './storage-fault';

/**
 * Removes the stick figures of all but the newest sessions; counts, judgements and curves stay. A session that has lost them says
 * so in its header, so that nobody looks through it again. A session that runs is left alone.
 */
export async function removeReplays(
  database: IDBPDatabase<HiplineDatabase>,
  keepNewest: number,
): Promise<StorageResult<number>> {
  const headers = (await database.getAll('sessions')).sort(byNewest);
  const ids = headers
    .slice(keepNewest)
    .filter(({ ended, hasNoReplays }) => ended !== 'running' && hasNoReplays !== true)
    .map(({ id }) => id);
  for (const id of ids) {
    await transact(database, async (transaction) => {
      const header = await transaction.objectStore('sessions').get(id);
      if (header === undefined) return stored(null);
      const index = transaction.objectStore('recordings').index('session');
      for (let row = await index.openCursor(id); row !== null; row = await row.continue()) {
        if (row.value.entry.kind === 'replay') await row.delete();
      }
      await transaction.objectStore('sessions').put({ ...header, hasNoReplays: true });
      return stored(null);
    });
  }
  return stored(ids.length);
}
