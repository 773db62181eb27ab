/** What can go wrong with kept sessions. Closed; each has a message that says what to do (`ui/messages`). */
export const STORAGE_FAULT_CODES = [
  /** The browser's quota or the disk is full. The session stays in memory and can be exported. */
  'disk-full',
  /** Another tab holds an older version of the database open. */
  'blocked',
  /** No database at all: private mode, blocked by policy, or lost in the middle of work. */
  'unavailable',
  /** A stored session that is beyond repair. */
  'damaged-record',
  /** The session is not in the database any more: deleted here, in another tab, or by the browser. */
  'session-gone',
  /** The file to import cannot be read at all. */
  'import-unreadable',
  /** The file to import is no JSON: cut off, or of another kind. */
  'import-broken',
  /** The file to import is something else than a session. */
  'import-invalid',
  /** A session's file that was spoilt. `detail` names the first place that is wrong. */
  'import-damaged',
  /** Written by a newer version of Hipline. */
  'newer-version',
] as const;

export interface StorageFault {
  readonly code: (typeof STORAGE_FAULT_CODES)[number];
  readonly detail: string;
}

export type StorageResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: StorageFault };

export const stored = <Value>(value: Value): StorageResult<Value> => ({ ok: true, value });

export const storageFault = (
  code: StorageFault['code'],
  detail: string,
): { readonly ok: false; readonly fault: StorageFault } => ({
  ok: false,
  fault: { code, detail },
});
