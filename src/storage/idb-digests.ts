import type { IDBPDatabase } from 'idb';
import { DIGEST_VERSION, digestOf } from '../core/session/session-digest';
import type { HiplineDatabase } from './database';
import { setsOf, transact, type Writing } from './idb-parts';
import { byNewest } from './memory-session-store';
import { restoreSession } from './restore';
import type { DigestItem } from './session-store';
import { stored, type StorageResult } from './storage-fault';

/** So many sessions are read in one transaction: few enough that nothing else waits long. */
const AT_ONCE = 50;

/**
 * Every session's digest, newest first. The kept ones are read at once; one that is missing is made from the session in the
 * transaction that keeps it, so that nothing written meanwhile is overlooked. What runs still changes and is not kept.
 */
export async function digestsOf(
  database: IDBPDatabase<HiplineDatabase>,
): Promise<StorageResult<readonly DigestItem[]>> {
  const reading = database.transaction(['sessions', 'digests']);
  const [headers, kept] = await Promise.all([
    reading.objectStore('sessions').getAll(),
    reading.objectStore('digests').getAll(),
  ]);
  const known = new Map(kept.filter(({ version }) => version === DIGEST_VERSION).map((one) => [one.id, one]));
  const missing = headers.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const made = new Map<string, DigestItem>();
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    await transact(database, async (transaction) => {
      for (const id of missing.slice(start, start + AT_ONCE)) {
        const item = await make(transaction, id);
        if (item !== null) made.set(id, item);
      }
      return stored(null);
    });
  }
  const items = [...headers].sort(byNewest).flatMap(({ id }): DigestItem[] => {
    const digest = known.get(id);
    if (digest !== undefined) return [{ kind: 'digest', digest }];
    const item = made.get(id);
    return item === undefined ? [] : [item];
  });
  return stored(items);
}

/** Null for a session that is gone. */
async function make(transaction: Writing, id: string): Promise<DigestItem | null> {
  const header = await transaction.objectStore('sessions').get(id);
  if (header === undefined) return null;
  const sets = await transaction.objectStore('sets').getAll(setsOf(id));
  const entries = await transaction.objectStore('entries').index('session').getAll(id);
  const restored = restoreSession({ header, sets, entries });
  if (!restored.ok) return { kind: 'damaged', id, detail: restored.fault.detail };
  const digest = digestOf(restored.value.record);
  if (digest.ended !== 'running') await transaction.objectStore('digests').put(digest);
  return { kind: 'digest', digest };
}
