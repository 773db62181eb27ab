import * as v from 'valibot';
import {
  addEntry,
  emptySet,
  SESSION_SCHEMA,
  type SessionRecord,
  type SetEntry,
  type SetRecord,
} from '../core/session/record';
import { describeIssue, EntrySchema, HeaderSchema, SetHeaderSchema } from './session-schema';
import type { LoadedSession, Repair } from './session-store';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** A session as it lies in the database: nothing of it is trusted. */
export interface StoredParts {
  readonly header: unknown;
  readonly sets: readonly unknown[];
  readonly entries: readonly { readonly set: unknown; readonly entry: unknown }[];
}

/**
 * Puts a session together from its stored parts. Parts that cannot be read are left out and named; only a header that
 * cannot be read makes the whole session `damaged-record`.
 */
export function restoreSession(parts: StoredParts): StorageResult<LoadedSession> {
  const header = v.safeParse(HeaderSchema, parts.header);
  if (!header.success) return storageFault('damaged-record', describeIssue(header.issues[0]));
  const repairs: Repair[] = [];
  const sets = new Map<number, SetRecord>();
  for (const row of parts.sets) restoreSet(row, sets, repairs);
  for (const { set, entry } of parts.entries) restoreEntry(set, entry, sets, repairs);
  const record: SessionRecord = {
    schema: SESSION_SCHEMA,
    ...header.output,
    sets: [...sets.values()].sort((a, b) => a.n - b.n),
  };
  return stored({ record, repairs });
}

function restoreSet(row: unknown, sets: Map<number, SetRecord>, repairs: Repair[]): void {
  const set = v.safeParse(SetHeaderSchema, row);
  if (!set.success) {
    repairs.push({ kind: 'set-left-out', at: describeIssue(set.issues[0]) });
    return;
  }
  const { n, correctedReps, ...start } = set.output;
  sets.set(n, { ...emptySet(n, start), correctedReps });
}

function restoreEntry(set: unknown, value: unknown, sets: Map<number, SetRecord>, repairs: Repair[]): void {
  if (typeof set !== 'number' || !Number.isInteger(set) || set < 1) {
    repairs.push({ kind: 'entry-of-no-set' });
    return;
  }
  const entry = v.safeParse(EntrySchema, value);
  if (!entry.success) {
    repairs.push({ kind: 'entry-left-out', set, at: describeIssue(entry.issues[0]) });
    return;
  }
  if (!sets.has(set)) repairs.push({ kind: 'set-unknown', set });
  const before = sets.get(set) ?? emptySet(set, { exercise: null, startedAt: 0, target: null });
  sets.set(set, addEntry(before, entry.output));
}

/** The entries that make a set what it is, in an order that {@link restoreSession} puts together again. */
export function entriesOf(set: SetRecord): readonly SetEntry[] {
  return [
    ...set.reps.map((rep): SetEntry => ({ kind: 'rep', rep })),
    ...set.partials.map((partial): SetEntry => ({ kind: 'partial', partial })),
    ...set.holds.map((hold): SetEntry => ({ kind: 'hold', hold })),
    ...set.faults.map((fault): SetEntry => ({ kind: 'fault', fault })),
    ...(set.curves === null ? [] : [{ kind: 'curves', curves: set.curves } satisfies SetEntry]),
    ...set.replays.map((replay): SetEntry => ({ kind: 'replay', replay })),
  ];
}

/** The session without curves and replays, as the history lists it. */
export const withoutRecordings = (record: SessionRecord): SessionRecord => ({
  ...record,
  sets: record.sets.map((set) => ({ ...set, curves: null, replays: [] })),
});
