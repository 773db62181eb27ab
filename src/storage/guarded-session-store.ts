import {
  emptySession,
  type SessionRecord,
  type SessionStart,
  type SetEntry,
  type SetStart,
} from '../core/session/record';
import type { Felt } from '../core/session/felt';
import { digestOf } from '../core/session/session-digest';
import type { PerSide } from '../core/units';
import { MemorySessionStore, noSession } from './memory-session-store';
import { withoutRecordings } from './restore';
import type { Binned, DigestItem, LoadedSession, SessionPage, SessionStore } from './session-store';
import { storageFault, stored, type StorageFault, type StorageResult } from './storage-fault';

/**
 * A store that never loses the running session: what runs is also kept in memory until the database has it whole.
 *
 * When the database fails in the middle of a session (full disk, closed by the browser) the session goes on, every
 * operation on it succeeds, and `onFault` is told once. From then on the whole session is offered to the database with
 * every operation, at once where the database merely lost it; what it never takes stays in memory, is listed, and can be
 * exported. `onFault` hears null when everything is kept again.
 */
export class GuardedSessionStore implements SessionStore {
  readonly #database: SessionStore;
  readonly #memory = new MemorySessionStore();
  readonly #onFault: (fault: StorageFault | null) => void;
  /** Sessions of which the database misses something. */
  readonly #unsaved = new Set<string>();
  readonly #binnedUnsaved = new Set<string>();
  /** Sessions whose beginning the database has. */
  readonly #begun = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: SessionStore, onFault: (fault: StorageFault | null) => void) {
    this.#database = database;
    this.#onFault = onFault;
  }

  /** Sessions that live only in memory: to be exported before the tab is closed. */
  get unsaved(): ReadonlySet<string> {
    return this.#unsaved;
  }

  async begin(start: SessionStart): Promise<StorageResult<string>> {
    const begun = await this.#database.begin(start);
    if (begun.ok) {
      this.#begun.add(begun.value);
      await this.#memory.put(emptySession(begun.value, start));
      return begun;
    }
    const inMemory = await this.#memory.begin(start);
    if (inMemory.ok) this.#miss(inMemory.value, begun.fault);
    return inMemory;
  }

  beginSet(id: string, start: SetStart): Promise<StorageResult<number>> {
    return this.#both(id, (store) => store.beginSet(id, start));
  }

  append(id: string, set: number, entry: SetEntry): Promise<StorageResult<null>> {
    return this.#both(id, (store) => store.append(id, set, entry));
  }

  correctReps(id: string, set: number, reps: PerSide<number> | null): Promise<StorageResult<null>> {
    return this.#both(id, (store) => store.correctReps(id, set, reps));
  }

  feel(id: string, felt: Felt): Promise<StorageResult<null>> {
    return this.#both(id, (store) => store.feel(id, felt));
  }

  async finish(id: string, endedAt: number): Promise<StorageResult<null>> {
    const finished = await this.#both(id, (store) => store.finish(id, endedAt));
    if (!this.#unsaved.has(id)) await this.#memory.delete(id);
    return finished;
  }

  /** It is in memory again before anything is added to it. */
  async reopen(id: string): Promise<StorageResult<null>> {
    if (this.#unsaved.has(id)) return this.#both(id, (store) => store.reopen(id));
    const reopened = await this.#database.reopen(id);
    if (!reopened.ok) return reopened;
    const loaded = await this.#database.load(id);
    if (!loaded.ok) return loaded;
    if (loaded.value === null) return storageFault('session-gone', noSession(id));
    this.#begun.add(id);
    return this.#memory.put(loaded.value.record);
  }

  recoverInterrupted(): Promise<StorageResult<readonly string[]>> {
    return this.#database.recoverInterrupted();
  }

  /** Sessions that could not be saved come first: they want to be exported. */
  async list({ offset, limit }: { offset: number; limit: number }): Promise<StorageResult<SessionPage>> {
    const first = await this.#unsavedRecords();
    const head = first.slice(offset, offset + limit).map((record) => ({
      kind: 'session' as const,
      record: withoutRecordings(record),
    }));
    const rest = await this.#database.list({
      offset: Math.max(0, offset - first.length),
      limit: limit - head.length,
    });
    if (!rest.ok) {
      if (first.length === 0) return rest;
      this.#onFault(rest.fault);
      return stored({ items: head, total: first.length });
    }
    const partlyKept = first.filter((record) => this.#begun.has(record.id)).length;
    const tail = rest.value.items.filter(
      (item) => !this.#unsaved.has(item.kind === 'session' ? item.record.id : item.id),
    );
    return stored({ items: [...head, ...tail], total: first.length + rest.value.total - partlyKept });
  }

  /** What is only in memory comes first, as in {@link list}. */
  async digests(): Promise<StorageResult<readonly DigestItem[]>> {
    const first = await this.#unsavedRecords();
    const head = first.map((record): DigestItem => ({ kind: 'digest', digest: digestOf(record) }));
    const rest = await this.#database.digests();
    if (!rest.ok) {
      if (head.length === 0) return rest;
      this.#onFault(rest.fault);
      return stored(head);
    }
    const tail = rest.value.filter(
      (item) => !this.#unsaved.has(item.kind === 'digest' ? item.digest.id : item.id),
    );
    return stored([...head, ...tail]);
  }

  async load(id: string): Promise<StorageResult<LoadedSession | null>> {
    const inMemory = await this.#memory.load(id);
    return inMemory.ok && inMemory.value !== null ? inMemory : this.#database.load(id);
  }

  async delete(id: string): Promise<StorageResult<null>> {
    await this.#memory.delete(id);
    const wasUnsaved = this.#unsaved.delete(id);
    const deleted = await this.#database.delete(id);
    // There may be room now for what found none.
    for (const waiting of [...this.#unsaved]) await this.#saveWhole(waiting);
    if (wasUnsaved && this.#unsaved.size === 0) this.#onFault(null);
    return wasUnsaved ? stored(null) : deleted;
  }

  async bin(ids: readonly string[], nowMs: number): Promise<StorageResult<null>> {
    const inMemory = ids.filter((id) => this.#unsaved.has(id));
    const binned = await this.#database.bin(ids, nowMs);
    if (!binned.ok && inMemory.length < ids.length) return binned;
    await this.#memory.bin(ids, nowMs);
    for (const id of inMemory) {
      this.#unsaved.delete(id);
      this.#binnedUnsaved.add(id);
    }
    return stored(null);
  }

  async unbin(ids: readonly string[]): Promise<StorageResult<null>> {
    const unbinned = await this.#database.unbin(ids);
    const inMemory = ids.filter((id) => this.#binnedUnsaved.delete(id));
    await this.#memory.unbin(inMemory);
    for (const id of inMemory) this.#unsaved.add(id);
    return inMemory.length === ids.length ? stored(null) : unbinned;
  }

  async emptyBin(which: Binned): Promise<StorageResult<null>> {
    await this.#memory.emptyBin(which);
    const emptied = await this.#database.emptyBin(which);
    // There may be room now for what found none.
    for (const waiting of [...this.#unsaved]) await this.#saveWhole(waiting);
    return emptied;
  }

  /** What is only in memory is whole until it is saved. */
  removeReplays(keepNewest: number): Promise<StorageResult<number>> {
    return this.#database.removeReplays(keepNewest);
  }

  put(record: SessionRecord): Promise<StorageResult<null>> {
    return this.#database.put(record);
  }

  /**
   * In memory first, then in the database, one operation after the other. After the database has missed something it is
   * given the whole session instead, with every operation, until it takes it.
   */
  #both<Value>(
    id: string,
    operate: (store: SessionStore) => Promise<StorageResult<Value>>,
  ): Promise<StorageResult<Value>> {
    const operation = this.#last.then(async () => {
      const inMemory = await operate(this.#memory);
      if (!inMemory.ok) return operate(this.#database);
      const kept = this.#unsaved.has(id) ? null : await operate(this.#database);
      if (kept?.ok === true) return inMemory;
      const saved = await this.#saveWhole(id);
      if (!saved.ok) this.#miss(id, saved.fault);
      return inMemory;
    });
    this.#last = operation;
    return operation;
  }

  /** Told once per session: the person need not hear it with every repetition. */
  #miss(id: string, fault: StorageFault): void {
    if (this.#unsaved.has(id)) return;
    this.#unsaved.add(id);
    this.#onFault(fault);
  }

  async #saveWhole(id: string): Promise<StorageResult<null>> {
    const loaded = await this.#memory.load(id);
    if (!loaded.ok || loaded.value === null) return stored(null);
    const saved = await this.#database.put(loaded.value.record);
    if (saved.ok && this.#unsaved.delete(id)) {
      this.#begun.add(id);
      if (this.#unsaved.size === 0) this.#onFault(null);
    }
    return saved;
  }

  async #unsavedRecords(): Promise<readonly SessionRecord[]> {
    const loaded = await Promise.all([...this.#unsaved].map((id) => this.#memory.load(id)));
    return loaded.flatMap((result) => (result.ok && result.value !== null ? [result.value.record] : []));
  }
}
