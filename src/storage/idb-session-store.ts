import type { Felt } from '../core/session/felt';
import type { SessionRecord, SessionStart, SetEntry, SetRecord, SetStart } from '../core/session/record';
import type { PerSide } from '../core/units';
import type { DatabaseConnection, HeaderRow, SetRow } from './database';
import { digestsOf } from './idb-digests';
import { moveBack, moveToBin, removeBinned } from './idb-bin';
import { removeReplays } from './idb-replays';
import { listItem, readParts, removeAll, setsOf, storeOf, transact, type Writing } from './idb-parts';
import { digestOf } from '../core/session/session-digest';
import { byNewest, noSession } from './memory-session-store';
import { entriesOf, restoreSession } from './restore';
import type { RunningMarks } from './running-marks';
import type { Binned, DigestItem, LoadedSession, SessionPage, SessionStore } from './session-store';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** Keeps sessions in IndexedDB. */
export class IdbSessionStore implements SessionStore {
  readonly #connection: DatabaseConnection;
  readonly #marks: RunningMarks;
  readonly #makeId: () => string;
  /** Sessions that were begun here: their end is this page's own business. */
  readonly #own = new Set<string>();

  constructor(
    connection: DatabaseConnection,
    marks: RunningMarks,
    makeId: () => string = () => crypto.randomUUID(),
  ) {
    this.#connection = connection;
    this.#marks = marks;
    this.#makeId = makeId;
  }

  begin(start: SessionStart): Promise<StorageResult<string>> {
    const id = this.#makeId();
    return this.#connection.run(async (database) => {
      this.#marks.hold(id);
      this.#own.add(id);
      await database.add('sessions', { id, ...start, ended: 'running', endedAt: null });
      return stored(id);
    });
  }

  beginSet(id: string, start: SetStart): Promise<StorageResult<number>> {
    return this.#change(id, async (transaction) => {
      const sets = transaction.objectStore('sets');
      const n = (await sets.count(setsOf(id))) + 1;
      await sets.add({ session: id, n, ...start, correctedReps: null });
      return stored(n);
    });
  }

  append(id: string, set: number, entry: SetEntry): Promise<StorageResult<null>> {
    return this.#changeSet(id, set, async (row, transaction) => {
      if (entry.kind === 'exercise') {
        await transaction.objectStore('sets').put({ ...row, exercise: entry.exercise });
      } else {
        await transaction.objectStore(storeOf(entry)).add({ session: id, set, entry });
      }
    });
  }

  correctReps(id: string, set: number, reps: PerSide<number> | null): Promise<StorageResult<null>> {
    return this.#changeSet(id, set, async (row, transaction) => {
      await transaction.objectStore('sets').put({ ...row, correctedReps: reps });
    });
  }

  feel(id: string, felt: Felt): Promise<StorageResult<null>> {
    return this.#change(id, async (transaction, header) => {
      await transaction.objectStore('sessions').put({ ...header, felt });
      return stored(null);
    });
  }

  async finish(id: string, endedAt: number): Promise<StorageResult<null>> {
    const finished = await this.#change(id, async (transaction, header) => {
      await transaction.objectStore('sessions').put({ ...header, ended: 'finished', endedAt });
      return stored(null);
    });
    this.#marks.release(id);
    return finished;
  }

  async reopen(id: string): Promise<StorageResult<null>> {
    const reopened = await this.#change(id, async (transaction, header) => {
      await transaction.objectStore('sessions').put({ ...header, ended: 'running', endedAt: null });
      return stored(null);
    });
    if (!reopened.ok) return reopened;
    this.#marks.hold(id);
    this.#own.add(id);
    return reopened;
  }

  /**
   * A reloaded page may start before the browser has freed the old one's mark, and another tab may close later: sessions
   * that still run are looked at again when their mark is free.
   */
  recoverInterrupted(): Promise<StorageResult<readonly string[]>> {
    return this.#connection.run(async (database) => {
      const held = await this.#marks.held();
      const running = (await database.getAll('sessions')).filter(({ ended }) => ended === 'running');
      const abandoned = running.filter(({ id }) => !held.has(id)).map(({ id }) => id);
      for (const id of abandoned) await this.#interrupt(id);
      for (const { id } of running) if (held.has(id) && !this.#own.has(id)) this.#interruptOnceReleased(id);
      return stored(abandoned);
    });
  }

  #interruptOnceReleased(id: string): void {
    // Without locks to wait for, the next start finds it.
    this.#marks.whenReleased(id).then(
      () => this.#interrupt(id),
      () => undefined,
    );
  }

  /** Only what still says that it runs: a regular end came first. */
  #interrupt(id: string): Promise<StorageResult<null>> {
    return this.#change(id, async (transaction, header) => {
      if (header.ended === 'running') {
        await transaction.objectStore('sessions').put({ ...header, ended: 'interrupted' });
      }
      return stored(null);
    });
  }

  list({ offset, limit }: { offset: number; limit: number }): Promise<StorageResult<SessionPage>> {
    return this.#connection.run(async (database) => {
      // Headers are a few hundred bytes; read whole, a damaged one can be shown too instead of missing in an index.
      const headers = (await database.getAll('sessions')).sort(byNewest);
      const page = headers.slice(offset, offset + limit);
      const items = await Promise.all(page.map((header) => listItem(database, header)));
      return stored({ items, total: headers.length });
    });
  }

  load(id: string): Promise<StorageResult<LoadedSession | null>> {
    return this.#connection.run(async (database) => {
      const header = await database.get('sessions', id);
      if (header === undefined) return stored(null);
      return restoreSession(await readParts(database, header, ['entries', 'recordings']));
    });
  }

  delete(id: string): Promise<StorageResult<null>> {
    return this.#connection.run(async (database) => {
      return await transact(database, async (transaction) => {
        await removeAll(transaction, id);
        this.#marks.release(id);
        return stored(null);
      });
    });
  }

  put(record: SessionRecord): Promise<StorageResult<null>> {
    return this.#connection.run(async (database) => {
      return await transact(database, async (transaction) => {
        await removeAll(transaction, record.id);
        await transaction.objectStore('sessions').put(headerOf(record));
        for (const set of record.sets) await putSet(transaction, record.id, set);
        if (record.ended !== 'running') await transaction.objectStore('digests').put(digestOf(record));
        return stored(null);
      });
    });
  }

  digests(): Promise<StorageResult<readonly DigestItem[]>> {
    return this.#connection.run(digestsOf);
  }

  bin(ids: readonly string[], nowMs: number): Promise<StorageResult<null>> {
    return this.#connection.run((database) => moveToBin(database, ids, nowMs));
  }

  unbin(ids: readonly string[]): Promise<StorageResult<null>> {
    return this.#connection.run((database) => moveBack(database, ids));
  }

  emptyBin(which: Binned): Promise<StorageResult<null>> {
    return this.#connection.run((database) => removeBinned(database, which));
  }

  removeReplays(keepNewest: number): Promise<StorageResult<number>> {
    return this.#connection.run((database) => removeReplays(database, keepNewest));
  }

  /** One transaction on an existing session. What was known of it for the history is made anew. */
  #change<Value>(
    id: string,
    change: (transaction: Writing, header: HeaderRow) => Promise<StorageResult<Value>>,
  ): Promise<StorageResult<Value>> {
    return this.#connection.run((database) =>
      transact(database, async (transaction) => {
        const header = await transaction.objectStore('sessions').get(id);
        if (header === undefined) return storageFault('session-gone', noSession(id));
        await transaction.objectStore('digests').delete(id);
        return await change(transaction, header);
      }),
    );
  }

  /** One transaction on an existing set. */
  #changeSet(
    id: string,
    n: number,
    change: (row: SetRow, transaction: Writing) => Promise<void>,
  ): Promise<StorageResult<null>> {
    return this.#change(id, async (transaction) => {
      const row = await transaction.objectStore('sets').get([id, n]);
      if (row === undefined) return storageFault('session-gone', `${noSession(id)} with a set ${n}`);
      await change(row, transaction);
      return stored(null);
    });
  }
}

const headerOf = ({
  id,
  startedAt,
  appVersion,
  source,
  model,
  delegate,
  ...rest
}: SessionRecord): HeaderRow => ({
  id,
  startedAt,
  appVersion,
  source,
  model,
  delegate,
  ...(rest.engine === undefined ? {} : { engine: rest.engine }),
  movementModel: rest.movementModel,
  ended: rest.ended,
  endedAt: rest.endedAt,
  ...(rest.felt === undefined ? {} : { felt: rest.felt }),
});

async function putSet(transaction: Writing, id: string, set: SetRecord): Promise<void> {
  const { n, exercise, startedAt, target, correctedReps } = set;
  await transaction.objectStore('sets').put({ session: id, n, exercise, startedAt, target, correctedReps });
  for (const entry of entriesOf(set)) {
    await transaction.objectStore(storeOf(entry)).add({ session: id, set: n, entry });
  }
}
