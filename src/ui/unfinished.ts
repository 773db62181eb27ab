import { signal, type ReadonlySignal } from '@preact/signals';
import type { OpenSession, OpenSessionNote } from '../storage/open-session';
import type { SessionStore } from '../storage/session-store';

/** The session that an earlier page left unfinished. */
export interface Unfinished {
  /** Null when there is none, or it is gone on with, or another tab runs it. */
  readonly current: ReadonlySignal<OpenSession | null>;
  /** It stays as it is, and is not offered again. */
  leave(): void;
  /** The note that a session of this page writes; what it writes is not offered. */
  readonly note: OpenSessionNote;
}

export interface UnfinishedParts {
  readonly note: OpenSessionNote;
  readonly sessions: Pick<SessionStore, 'load'>;
  /** Whether this session runs at this moment, in whichever tab. */
  isRunning(id: string): Promise<boolean>;
  now(): number;
}

/** Known at once, so that nothing jumps; taken back where it turns out that there is nothing to go on with. */
export function findUnfinished(parts: UnfinishedParts): Unfinished {
  const { note, sessions } = parts;
  const found = note.load(parts.now());
  const current = signal(found);
  const forget = () => {
    current.value = null;
  };
  if (found) void isGone(found.sessionId).then((gone) => gone && current.value === found && forget());

  async function isGone(id: string): Promise<boolean> {
    if (await parts.isRunning(id)) return true;
    const loaded = await sessions.load(id);
    return loaded.ok && (loaded.value === null || loaded.value.record.ended === 'finished');
  }

  return {
    current,
    leave: () => {
      forget();
      note.clear();
    },
    note: {
      ...note,
      save: (session) => {
        forget();
        note.save(session);
      },
    },
  };
}
