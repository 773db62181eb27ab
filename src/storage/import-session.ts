import type { SessionRecord } from '../core/session/record';
import { exportSession, parseFile, parseSession } from './exchange';
import type { SessionStore } from './session-store';
import { storageFault, type StorageFault } from './storage-fault';

/** What became of a file that was to be brought in. Nothing that is kept is ever replaced. */
export type ImportOutcome =
  | { readonly kind: 'imported'; readonly record: SessionRecord }
  /** The very same session is kept already. */
  | { readonly kind: 'already-here'; readonly record: SessionRecord }
  /** Another state of this session is kept: corrected, recorded further, or partly damaged. The person decides. */
  | { readonly kind: 'differs'; readonly record: SessionRecord }
  | { readonly kind: 'failed'; readonly fault: StorageFault };

/** Larger than any file that is exported. Another kind of file is not read to its end. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** Brings an exported file back into the store: what became of each of its sessions, in their order. */
export async function importFile(store: SessionStore, file: Blob): Promise<readonly ImportOutcome[]> {
  if (file.size > LARGEST_FILE_BYTES) {
    return [failed(storageFault('import-invalid', 'larger than any session').fault)];
  }
  const text = await textOf(file);
  if (text === null) return [failed(storageFault('import-unreadable', 'the file cannot be read').fault)];
  const parsed = parseFile(text);
  if (!parsed.ok) return [failed(parsed.fault)];
  const outcomes: ImportOutcome[] = [];
  for (const one of parsed.value) {
    outcomes.push(one.ok ? await importRecord(store, one.value) : failed(one.fault));
  }
  return outcomes;
}

async function importRecord(store: SessionStore, record: SessionRecord): Promise<ImportOutcome> {
  const known = await store.load(record.id);
  if (!known.ok) {
    return known.fault.code === 'damaged-record' ? { kind: 'differs', record } : failed(known.fault);
  }
  if (known.value === null) return keep(store, record);
  if (isSame(known.value.record, record)) return { kind: 'already-here', record };
  const beside = { ...record, id: idBeside(record) };
  const kept = await store.load(beside.id);
  return kept.ok && kept.value !== null
    ? { kind: 'already-here', record: beside }
    : { kind: 'differs', record };
}

/** Keeps a session beside the one of the same id, as another session. */
export const importBeside = (store: SessionStore, record: SessionRecord): Promise<ImportOutcome> =>
  keep(store, { ...record, id: idBeside(record) });

/** An id of its own that follows the contents: the same file, brought in twice, is the same session. */
const idBeside = (record: SessionRecord): string =>
  `${record.id.slice(0, 80)}.${hashOf(exportSession(record))}`;

/** FNV-1a, 32 bits: enough to tell the states of one session apart. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

async function keep(store: SessionStore, record: SessionRecord): Promise<ImportOutcome> {
  const kept = await store.put(record);
  return kept.ok ? { kind: 'imported', record } : failed(kept.fault);
}

const failed = (fault: StorageFault): ImportOutcome => ({ kind: 'failed', fault });

/** Null for a file that was moved or taken away after it was chosen. */
async function textOf(file: Blob): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}

/** Compared as they would be read again, so that neither order nor what an export leaves open makes a difference. */
function isSame(a: SessionRecord, b: SessionRecord): boolean {
  const [readA, readB] = [parseSession(exportSession(a)), parseSession(exportSession(b))];
  return readA.ok && readB.ok && exportSession(readA.value) === exportSession(readB.value);
}
