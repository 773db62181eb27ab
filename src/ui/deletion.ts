import { signal, type ReadonlySignal } from '@preact/signals';
import type { SessionStore } from '../storage/session-store';
import type { StorageFault } from '../storage/storage-fault';

/** Deleting sessions so that it can be taken back until something else is deleted, or the notice of it is closed. */
export interface Deletion {
  /** What was deleted last and can be brought back; empty when there is nothing. */
  readonly last: ReadonlySignal<readonly string[]>;
  /** Null when they are gone; otherwise why not. */
  remove(ids: readonly string[]): Promise<StorageFault | null>;
  undo(): Promise<StorageFault | null>;
  /** Removes for good what was deleted last. */
  settle(): void;
}

/** Longer than anybody looks at the notice: what another tab deleted before that is removed at the next start. */
const UNDO_WITHIN_MS = 3_600_000;

export function createDeletion(
  sessions: Pick<SessionStore, 'bin' | 'unbin' | 'emptyBin'>,
  now: () => number,
): Deletion {
  const last = signal<readonly string[]>([]);
  const settle = () => {
    const ids = last.value;
    last.value = [];
    // What cannot be removed now is removed at the next start.
    if (ids.length > 0) void sessions.emptyBin({ ids });
  };
  void sessions.emptyBin({ beforeMs: now() - UNDO_WITHIN_MS });
  return {
    last,
    settle,
    remove: async (ids) => {
      settle();
      const binned = await sessions.bin(ids, now());
      if (!binned.ok) return binned.fault;
      last.value = ids;
      return null;
    },
    undo: async () => {
      const ids = last.value;
      last.value = [];
      const restored = await sessions.unbin(ids);
      return restored.ok ? null : restored.fault;
    },
  };
}
