import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { SessionRecord, SetEntry, SetRecord } from '../core/session/record';
import type { SessionDigest } from '../core/session/session-digest';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** The session's own facts: a {@link SessionRecord} without its sets. */
export type HeaderRow = Omit<SessionRecord, 'schema' | 'sets'> & {
  /** Its stick figures were removed, as the person wanted for old sessions. */
  readonly hasNoReplays?: true;
};

/** What a set was to be; its contents are entries. */
export type SetRow = Pick<SetRecord, 'n' | 'exercise' | 'startedAt' | 'target' | 'correctedReps'> & {
  readonly session: string;
};

/** One thing that happened. The database numbers them, so that their order is the order of keeping. */
export interface EntryRow {
  readonly session: string;
  readonly set: number;
  readonly entry: SetEntry;
}

/** A deleted session's header, until the deletion can no longer be taken back. Its parts lie where they lay. */
export interface BinRow {
  readonly id: string;
  readonly header: HeaderRow;
  /** Epoch milliseconds. */
  readonly binnedAt: number;
}

/**
 * One row per thing that happened: keeping a repetition writes a few hundred bytes, whatever was kept before.
 * Curves and replays, which are large, lie apart, so that the history is read without them.
 */
export interface HiplineDatabase extends DBSchema {
  sessions: { key: string; value: HeaderRow };
  sets: { key: [string, number]; value: SetRow };
  entries: { key: number; value: EntryRow; indexes: { session: string } };
  recordings: { key: number; value: EntryRow; indexes: { session: string } };
  /** What the history needs of each session; removed with every change of it, and made anew when it is asked for. */
  digests: { key: string; value: SessionDigest };
  bin: { key: string; value: BinRow };
}

type Upgrade = IDBPTransaction<HiplineDatabase, StoreNames<HiplineDatabase>[], 'versionchange'>;

/** The step from version `index` to `index + 1`. Only ever appended to: what was shipped is out there. */
const MIGRATIONS: readonly ((database: IDBPDatabase<HiplineDatabase>, upgrade: Upgrade) => void)[] = [
  (database) => {
    database.createObjectStore('sessions', { keyPath: 'id' });
    database.createObjectStore('sets', { keyPath: ['session', 'n'] });
    database.createObjectStore('entries', { autoIncrement: true }).createIndex('session', 'session');
    database.createObjectStore('recordings', { autoIncrement: true }).createIndex('session', 'session');
  },
  (database) => {
    database.createObjectStore('digests', { keyPath: 'id' });
    database.createObjectStore('bin', { keyPath: 'id' });
  },
];

export const DATABASE_VERSION = MIGRATIONS.length;

/**
 * The open database, opened on first use and again after the browser closed it. Yields to a newer version in another
 * tab, says when an older tab is in the way, and turns every failure into a fault.
 */
export class DatabaseConnection {
  readonly #name: string;
  readonly #version: number;
  #opening: Promise<StorageResult<IDBPDatabase<HiplineDatabase>>> | null = null;

  constructor(name = 'hipline', version = DATABASE_VERSION) {
    this.#name = name;
    this.#version = version;
  }

  /** Runs one piece of work on the open database. Its failure is a fault, never a rejection. */
  async run<Value>(
    work: (database: IDBPDatabase<HiplineDatabase>) => Promise<StorageResult<Value>>,
  ): Promise<StorageResult<Value>> {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    const opened = await opening;
    if (!opened.ok) {
      // The next attempt may find the disk freed. A blocked one still waits in the browser's queue, where another would wait
      // behind it without a word: until it is through the answer stays.
      if (this.#opening === opening && opened.fault.code !== 'blocked') this.#opening = null;
      return opened;
    }
    try {
      return await work(opened.value);
    } catch (error) {
      return faultOf(error);
    }
  }

  async close(): Promise<void> {
    const opened = await this.#opening;
    this.#opening = null;
    if (opened?.ok === true) opened.value.close();
  }

  #open(): Promise<StorageResult<IDBPDatabase<HiplineDatabase>>> {
    const forget = (): void => {
      this.#opening = null;
    };
    return new Promise((resolve) => {
      let wasBlocked = false;
      const open = async (): Promise<void> => {
        const database = await openDB<HiplineDatabase>(this.#name, this.#version, {
          upgrade: (opened, from, to, upgrade) => {
            for (const migrate of MIGRATIONS.slice(from, to ?? DATABASE_VERSION)) migrate(opened, upgrade);
          },
          blocked: (from) => {
            wasBlocked = true;
            resolve(storageFault('blocked', `another tab holds version ${from} open`));
          },
          blocking: (_from, _to, event) => {
            (event.target as IDBDatabase).close();
            forget();
          },
          terminated: forget,
        });
        if (!wasBlocked) {
          resolve(stored(database));
          return;
        }
        // Whoever waited was told that it is blocked; the next attempt opens anew.
        database.close();
        forget();
      };
      open().catch((error: unknown) => {
        if (wasBlocked) forget();
        resolve(faultOf(error));
      });
    });
  }
}

/** What an error of the database means for the person. */
export function faultOf(error: unknown): StorageResult<never> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const detail = error instanceof Error ? `${name}: ${error.message}` : String(error);
  switch (name) {
    case 'QuotaExceededError':
      return storageFault('disk-full', detail);
    case 'VersionError':
      return storageFault('newer-version', detail);
    default:
      return storageFault('unavailable', detail);
  }
}
