import type { Felt } from '../core/session/felt';
import type { SessionRecord, SessionStart, SetEntry, SetStart } from '../core/session/record';
import type { SessionDigest } from '../core/session/session-digest';
import type { PerSide } from '../core/units';
import type { StorageResult } from './storage-fault';

/** A page of the history, newest first. */
export interface SessionPage {
  readonly items: readonly SessionListItem[];
  /** How many sessions there are in all. */
  readonly total: number;
}

/** One line of the history. `record` leaves curves and replays out: {@link SessionStore.load} has them. */
export type SessionListItem =
  | { readonly kind: 'session'; readonly record: SessionRecord }
  /** Stored, but beyond repair. It can still be deleted. */
  | { readonly kind: 'damaged'; readonly id: string; readonly detail: string };

/** One session of the whole history. */
export type DigestItem =
  | { readonly kind: 'digest'; readonly digest: SessionDigest }
  | Extract<SessionListItem, { readonly kind: 'damaged' }>;

/** Which of the deleted sessions: these, or all that were deleted before a moment (epoch milliseconds). */
export type Binned = { readonly ids: readonly string[] } | { readonly beforeMs: number };

/** A stored part that could not be read as it was; `at` is where, as `describeIssue` names it. */
export type Repair =
  | { readonly kind: 'set-left-out'; readonly at: string }
  | { readonly kind: 'entry-of-no-set' }
  | { readonly kind: 'entry-left-out'; readonly set: number; readonly at: string }
  /** What the set was is lost; what was done in it is kept. */
  | { readonly kind: 'set-unknown'; readonly set: number };

/** A session as it was found: whole, or with parts that could not be read left out. */
export interface LoadedSession {
  readonly record: SessionRecord;
  /** What had to be repaired or left out; empty when nothing was. */
  readonly repairs: readonly Repair[];
}

/**
 * The port behind which sessions are kept. No operation throws or rejects: faults are values.
 *
 * Writing is done as things happen: `append` resolves when the entry is committed, so a closed tab loses nothing that
 * was counted before.
 */
export interface SessionStore {
  /** Keeps a new running session and gives its id. */
  begin(start: SessionStart): Promise<StorageResult<string>>;
  /** Keeps a new set and gives its number, 1-based within the session. */
  beginSet(id: string, start: SetStart): Promise<StorageResult<number>>;
  /** Keeps what just happened in a set, in the order of the calls. */
  append(id: string, set: number, entry: SetEntry): Promise<StorageResult<null>>;
  /** Ends the session regularly. */
  finish(id: string, endedAt: number): Promise<StorageResult<null>>;
  /** Keeps the person's own count beside the app's; null takes the correction back. */
  correctReps(id: string, set: number, reps: PerSide<number> | null): Promise<StorageResult<null>>;
  /** Keeps what the person said of a session, in the place of what was said before. */
  feel(id: string, felt: Felt): Promise<StorageResult<null>>;
  /** Takes up a session that was interrupted: it runs again, here, and more sets can be added. `session-gone` where there is none. */
  reopen(id: string): Promise<StorageResult<null>>;
  /** Marks sessions whose tab is gone as interrupted and gives their ids. To be called once, on start. */
  recoverInterrupted(): Promise<StorageResult<readonly string[]>>;
  list(page: { readonly offset: number; readonly limit: number }): Promise<StorageResult<SessionPage>>;
  /** What the history needs of every session, newest first. */
  digests(): Promise<StorageResult<readonly DigestItem[]>>;
  /** The whole session; null when there is none with this id. */
  load(id: string): Promise<StorageResult<LoadedSession | null>>;
  /** Deletes a session with all its parts. Deleting what is not there is no fault. */
  delete(id: string): Promise<StorageResult<null>>;
  /** Deletes sessions so that it can be taken back: they are nowhere to be found until {@link unbin}. */
  bin(ids: readonly string[], nowMs: number): Promise<StorageResult<null>>;
  unbin(ids: readonly string[]): Promise<StorageResult<null>>;
  /** Removes deleted sessions for good. */
  emptyBin(which: Binned): Promise<StorageResult<null>>;
  /** Removes the stick figures of all but the newest sessions, and says of how many. Everything else of them stays. */
  removeReplays(keepNewest: number): Promise<StorageResult<number>>;
  /** Keeps a whole session, replacing one with the same id: for the import. */
  put(record: SessionRecord): Promise<StorageResult<null>>;
}
