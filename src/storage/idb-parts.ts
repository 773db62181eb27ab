import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { SetEntry } from '../core/session/record';
import type { EntryRow, HeaderRow, HiplineDatabase } from './database';
import { restoreSession, type StoredParts } from './restore';
import type { SessionListItem } from './session-store';
import type { StorageResult } from './storage-fault';

const ALL_STORES = ['sessions', 'sets', 'entries', 'recordings', 'digests', 'bin'] as const;
export type Writing = IDBPTransaction<HiplineDatabase, (typeof ALL_STORES)[number][], 'readwrite'>;
type EntryStore = 'entries' | 'recordings';

/** Where an entry lies: what is large lies apart. */
export const storeOf = (entry: SetEntry): EntryStore =>
  entry.kind === 'curves' || entry.kind === 'replay' ? 'recordings' : 'entries';

/** Every set of a session: an array sorts above every number. */
export const setsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** One transaction over everything; resolves when it is committed, rejects with what really broke it. */
export async function transact<Value>(
  database: IDBPDatabase<HiplineDatabase>,
  work: (transaction: Writing) => Promise<StorageResult<Value>>,
): Promise<StorageResult<Value>> {
  const transaction = database.transaction([...ALL_STORES], 'readwrite');
  const { done } = transaction;
  // Waited for below; until then its failure is not unhandled.
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    // A request of an aborted transaction only says that it was aborted; the transaction says why (a full disk).
    await done;
    throw error;
  }
}

/** A session's parts as they lie there, read in a transaction of their own. */
export async function readParts(
  database: IDBPDatabase<HiplineDatabase>,
  header: HeaderRow,
  stores: readonly EntryStore[],
): Promise<StoredParts> {
  const transaction = database.transaction(['sets', ...stores]);
  const sets = await transaction.objectStore('sets').getAll(setsOf(header.id));
  const entries: EntryRow[] = [];
  for (const store of stores) {
    entries.push(...(await transaction.objectStore(store).index('session').getAll(header.id)));
  }
  return { header, sets, entries };
}

export async function listItem(
  database: IDBPDatabase<HiplineDatabase>,
  header: HeaderRow,
): Promise<SessionListItem> {
  const restored = restoreSession(await readParts(database, header, ['entries']));
  return restored.ok
    ? { kind: 'session', record: restored.value.record }
    : { kind: 'damaged', id: header.id, detail: restored.fault.detail };
}

/** Removes a session with all its parts, also one that lies in the bin. */
export async function removeAll(transaction: Writing, id: string): Promise<void> {
  await transaction.objectStore('sessions').delete(id);
  await transaction.objectStore('digests').delete(id);
  await transaction.objectStore('bin').delete(id);
  await transaction.objectStore('sets').delete(setsOf(id));
  for (const store of ['entries', 'recordings'] as const) {
    const rows = transaction.objectStore(store);
    for (const key of await rows.index('session').getAllKeys(id)) await rows.delete(key);
  }
}
