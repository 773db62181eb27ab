import { openSessionStore } from '../../../src/storage/open-session-store';
import type { StorageResult } from '../../../src/storage/storage-fault';
import { aSetStart, aStart, curves, repEntry } from '../session-builders';

/** What a test asks of one tab. Everything goes through the app's own store, in a real browser's database. */
export interface StorageTab {
  /** Begins a session of one set. @returns its id */
  begin(startedAt: number): Promise<string>;
  /** Keeps repetitions `from` … `to`, one after the other. */
  keepReps(id: string, from: number, to: number): Promise<void>;
  /** Keeps a stretch of curves of about `bytes`. */
  keepCurves(id: string, bytes: number): Promise<void>;
  finish(id: string, endedAt: number): Promise<void>;
  /** Brings the session `id` in under another id, as an import does. */
  copy(id: string, as: string): Promise<void>;
  recover(): Promise<readonly string[]>;
  /** Every session: its id, how it ended, and the numbers of its repetitions. */
  sessions(): Promise<readonly KeptSession[]>;
  /** Repetitions in the digests of the history. */
  digests(): Promise<readonly number[]>;
  /** What was told of faults, null for "all is kept again". */
  readonly told: (string | null)[];
  readonly isUnsaved: () => boolean;
}

export interface KeptSession {
  readonly id: string;
  readonly ended: string;
  readonly reps: readonly number[];
}

declare global {
  interface Window {
    tab: StorageTab;
  }
}

const told: (string | null)[] = [];
const store = openSessionStore((fault) => told.push(fault?.code ?? null));

const valueOf = <Value>(result: StorageResult<Value>): Value => {
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.detail}`);
  return result.value;
};
const load = async (id: string) => {
  const loaded = valueOf(await store.load(id));
  if (loaded === null) throw new Error(`there is no session ${id}`);
  return loaded.record;
};
const BYTES_PER_SAMPLE = 40;

window.tab = {
  told,
  isUnsaved: () => store.unsaved.size > 0,
  begin: async (startedAt) => {
    const id = valueOf(await store.begin(aStart({ startedAt })));
    valueOf(await store.beginSet(id, aSetStart()));
    return id;
  },
  keepReps: async (id, from, to) => {
    for (let n = from; n <= to; n += 1) valueOf(await store.append(id, 1, repEntry(n)));
  },
  keepCurves: async (id, bytes) => {
    const times = Array.from({ length: Math.round(bytes / BYTES_PER_SAMPLE) }, (_, index) => index / 30);
    valueOf(await store.append(id, 1, { kind: 'curves', curves: curves(...times) }));
  },
  finish: async (id, endedAt) => {
    valueOf(await store.finish(id, endedAt));
  },
  copy: async (id, as) => {
    valueOf(await store.put({ ...(await load(id)), id: as }));
  },
  recover: async () => valueOf(await store.recoverInterrupted()),
  sessions: async () => {
    const { items } = valueOf(await store.list({ offset: 0, limit: 100 }));
    const records = await Promise.all(
      items.map((item) => load(item.kind === 'session' ? item.record.id : item.id)),
    );
    return records.map(({ id, ended, sets }) => ({
      id,
      ended,
      reps: sets.flatMap(({ reps }) => reps.map(({ n }) => n)),
    }));
  },
  digests: async () =>
    valueOf(await store.digests()).map((item) =>
      item.kind === 'digest'
        ? item.digest.exercises.reduce((sum, { reps }) => sum + reps.left + reps.right, 0)
        : -1,
    ),
};
