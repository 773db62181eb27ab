import {
  addEntry,
  emptySession,
  emptySet,
  type SessionRecord,
  type SessionStart,
  type SetEntry,
  type SetRecord,
  type SetStart,
} from '../core/session/record';
import type { Felt } from '../core/session/felt';
import { digestOf } from '../core/session/session-digest';
import type { PerSide } from '../core/units';
import { withoutRecordings } from './restore';
import type { Binned, DigestItem, LoadedSession, SessionPage, SessionStore } from './session-store';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** Keeps sessions as long as the page lives: where there is no database, and beside one that fails. */
export class MemorySessionStore implements SessionStore {
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #bin = new Map<string, { readonly record: SessionRecord; readonly binnedAt: number }>();
  readonly #makeId: () => string;

  constructor(makeId: () => string = () => crypto.randomUUID()) {
    this.#makeId = makeId;
  }

  begin(start: SessionStart): Promise<StorageResult<string>> {
    const id = this.#makeId();
    this.#sessions.set(id, emptySession(id, start));
    return Promise.resolve(stored(id));
  }

  beginSet(id: string, start: SetStart): Promise<StorageResult<number>> {
    const n = (this.#sessions.get(id)?.sets.length ?? 0) + 1;
    return this.#change(id, (record) => ({ ...record, sets: [...record.sets, emptySet(n, start)] }), n);
  }

  append(id: string, set: number, entry: SetEntry): Promise<StorageResult<null>> {
    return this.#changeSet(id, set, (before) => addEntry(before, entry));
  }

  finish(id: string, endedAt: number): Promise<StorageResult<null>> {
    return this.#change(id, (record) => ({ ...record, ended: 'finished', endedAt }), null);
  }

  correctReps(id: string, set: number, reps: PerSide<number> | null): Promise<StorageResult<null>> {
    return this.#changeSet(id, set, (before) => ({ ...before, correctedReps: reps }));
  }

  feel(id: string, felt: Felt): Promise<StorageResult<null>> {
    return this.#change(id, (record) => ({ ...record, felt }), null);
  }

  reopen(id: string): Promise<StorageResult<null>> {
    return this.#change(id, (record) => ({ ...record, ended: 'running', endedAt: null }), null);
  }

  /** What runs in this page's memory runs in this page. */
  recoverInterrupted(): Promise<StorageResult<readonly string[]>> {
    return Promise.resolve(stored([]));
  }

  list({ offset, limit }: { offset: number; limit: number }): Promise<StorageResult<SessionPage>> {
    const newestFirst = [...this.#sessions.values()].sort(byNewest);
    const items = newestFirst
      .slice(offset, offset + limit)
      .map((record) => ({ kind: 'session' as const, record: withoutRecordings(record) }));
    return Promise.resolve(stored({ items, total: newestFirst.length }));
  }

  digests(): Promise<StorageResult<readonly DigestItem[]>> {
    const newestFirst = [...this.#sessions.values()].sort(byNewest);
    return Promise.resolve(
      stored(newestFirst.map((record) => ({ kind: 'digest', digest: digestOf(record) }))),
    );
  }

  load(id: string): Promise<StorageResult<LoadedSession | null>> {
    const record = this.#sessions.get(id);
    return Promise.resolve(stored(record === undefined ? null : { record, repairs: [] }));
  }

  delete(id: string): Promise<StorageResult<null>> {
    this.#sessions.delete(id);
    this.#bin.delete(id);
    return Promise.resolve(stored(null));
  }

  bin(ids: readonly string[], nowMs: number): Promise<StorageResult<null>> {
    for (const id of ids) {
      const record = this.#sessions.get(id);
      if (record !== undefined) this.#bin.set(id, { record, binnedAt: nowMs });
      this.#sessions.delete(id);
    }
    return Promise.resolve(stored(null));
  }

  unbin(ids: readonly string[]): Promise<StorageResult<null>> {
    for (const id of ids) {
      const row = this.#bin.get(id);
      if (row !== undefined) this.#sessions.set(id, row.record);
      this.#bin.delete(id);
    }
    return Promise.resolve(stored(null));
  }

  emptyBin(which: Binned): Promise<StorageResult<null>> {
    for (const [id, { binnedAt }] of [...this.#bin]) {
      if ('ids' in which ? which.ids.includes(id) : binnedAt < which.beforeMs) this.#bin.delete(id);
    }
    return Promise.resolve(stored(null));
  }

  removeReplays(keepNewest: number): Promise<StorageResult<number>> {
    const old = [...this.#sessions.values()]
      .sort(byNewest)
      .slice(keepNewest)
      .filter(({ ended, sets }) => ended !== 'running' && sets.some(({ replays }) => replays.length > 0));
    for (const record of old) {
      this.#sessions.set(record.id, { ...record, sets: record.sets.map((set) => ({ ...set, replays: [] })) });
    }
    return Promise.resolve(stored(old.length));
  }

  put(record: SessionRecord): Promise<StorageResult<null>> {
    this.#bin.delete(record.id);
    this.#sessions.set(record.id, record);
    return Promise.resolve(stored(null));
  }

  #change<Value>(
    id: string,
    change: (record: SessionRecord) => SessionRecord,
    value: Value,
  ): Promise<StorageResult<Value>> {
    const record = this.#sessions.get(id);
    if (record === undefined) return Promise.resolve(storageFault('session-gone', noSession(id)));
    this.#sessions.set(id, change(record));
    return Promise.resolve(stored(value));
  }

  #changeSet(id: string, n: number, change: (set: SetRecord) => SetRecord): Promise<StorageResult<null>> {
    const hasSet = this.#sessions.get(id)?.sets.some((set) => set.n === n) === true;
    if (!hasSet) return Promise.resolve(storageFault('session-gone', `${noSession(id)} with a set ${n}`));
    const changeOne = (set: SetRecord): SetRecord => (set.n === n ? change(set) : set);
    return this.#change(id, (record) => ({ ...record, sets: record.sets.map(changeOne) }), null);
  }
}

export const noSession = (id: string): string => `there is no session ${id}`;

/** Newest first; sessions of the same moment by id, so that pages never overlap. */
export const byNewest = (
  a: Pick<SessionRecord, 'startedAt' | 'id'>,
  b: Pick<SessionRecord, 'startedAt' | 'id'>,
): number => timeOf(b) - timeOf(a) || (a.id < b.id ? 1 : -1);

/** A damaged record's time may be anything; the others must stay in their order all the same. */
const timeOf = ({ startedAt }: Pick<SessionRecord, 'startedAt'>): number =>
  Number.isFinite(startedAt) ? startedAt : 0;
