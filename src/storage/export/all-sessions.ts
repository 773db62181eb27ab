import { toCsv } from '../../core/session/csv';
import type { SessionRecord } from '../../core/session/record';
import { SESSIONS_SCHEMA } from '../exchange';
import { withoutRecordings } from '../restore';
import type { SessionStore } from '../session-store';

/** A file of more characters than this is continued in another one: what an import reads at once must fit its memory. */
const LARGEST_PART = 32 * 1024 * 1024;

export interface ExportedSessions {
  /** In the order of the ids, each file whole in itself. */
  readonly files: readonly Blob[];
  /** Sessions that could not be read and are in no file. */
  readonly left: readonly string[];
}

/** Every one of these sessions, with curves and stick figures, as `hipline.sessions/1`. Read one after the other. */
export async function exportAll(
  store: Pick<SessionStore, 'load'>,
  ids: readonly string[],
  largestPart = LARGEST_PART,
): Promise<ExportedSessions> {
  const files: Blob[] = [];
  const left: string[] = [];
  let parts: string[] = [];
  let length = 0;
  const close = () => {
    if (parts.length === 0) return;
    const text = [`{"schema":"${SESSIONS_SCHEMA}","sessions":[\n`, parts.join(',\n'), '\n]}\n'];
    files.push(new Blob(text, { type: 'application/json' }));
    parts = [];
    length = 0;
  };
  for (const id of ids) {
    const record = await recordOf(store, id);
    if (record === null) {
      left.push(id);
      continue;
    }
    const text = JSON.stringify(record);
    if (length + text.length > largestPart) close();
    parts.push(text);
    length += text.length;
  }
  close();
  return { files, left };
}

/** The same sessions as one table; see {@link toCsv}. */
export async function exportAllAsCsv(
  store: Pick<SessionStore, 'load'>,
  ids: readonly string[],
): Promise<ExportedSessions> {
  const records: SessionRecord[] = [];
  const left: string[] = [];
  for (const id of ids) {
    const record = await recordOf(store, id);
    if (record === null) left.push(id);
    // The table has neither curves nor stick figures; thousands of them need not be held.
    else records.push(withoutRecordings(record));
  }
  return { files: [new Blob([toCsv(records)], { type: 'text/csv' })], left };
}

async function recordOf(store: Pick<SessionStore, 'load'>, id: string): Promise<SessionRecord | null> {
  const loaded = await store.load(id);
  return loaded.ok && loaded.value !== null ? loaded.value.record : null;
}
