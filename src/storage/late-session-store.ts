import type { SessionStore } from './session-store';
import { storageFault, type StorageResult } from './storage-fault';

/**
 * A store whose code comes with the first thing that is asked of it: the first screen stands before. Operations run in the order
 * of the calls, as in the store itself.
 *
 * @param open fetches and opens it. Where that fails every operation says `unavailable`, and the next one tries again.
 */
export function lateSessionStore(open: () => Promise<SessionStore>): SessionStore {
  let opening: Promise<SessionStore> | null = null;
  const opened = (): Promise<SessionStore> => (opening ??= open());

  async function ask<Value>(
    what: (store: SessionStore) => Promise<StorageResult<Value>>,
  ): Promise<StorageResult<Value>> {
    try {
      return await what(await opened());
    } catch (error) {
      opening = null;
      return storageFault('unavailable', String(error));
    }
  }

  return {
    begin: (start) => ask((store) => store.begin(start)),
    beginSet: (id, start) => ask((store) => store.beginSet(id, start)),
    append: (id, set, entry) => ask((store) => store.append(id, set, entry)),
    finish: (id, endedAt) => ask((store) => store.finish(id, endedAt)),
    correctReps: (id, set, reps) => ask((store) => store.correctReps(id, set, reps)),
    feel: (id, felt) => ask((store) => store.feel(id, felt)),
    reopen: (id) => ask((store) => store.reopen(id)),
    recoverInterrupted: () => ask((store) => store.recoverInterrupted()),
    list: (page) => ask((store) => store.list(page)),
    digests: () => ask((store) => store.digests()),
    load: (id) => ask((store) => store.load(id)),
    delete: (id) => ask((store) => store.delete(id)),
    bin: (ids, nowMs) => ask((store) => store.bin(ids, nowMs)),
    unbin: (ids) => ask((store) => store.unbin(ids)),
    emptyBin: (which) => ask((store) => store.emptyBin(which)),
    removeReplays: (keepNewest) => ask((store) => store.removeReplays(keepNewest)),
    put: (record) => ask((store) => store.put(record)),
  };
}
