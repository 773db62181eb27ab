import * as v from 'valibot';
import { SESSION_SCHEMA, type SessionRecord } from '../core/session/record';
import { describeIssue, SessionSchema } from './session-schema';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** The session as a file: `hipline.session/1`, one JSON object. */
export const exportSession = (record: SessionRecord): string => `${JSON.stringify(record)}\n`;

/** `hipline-2026-11-22-1842.json`, in the person's own time zone. */
export function exportFileName(record: SessionRecord): string {
  const start = new Date(record.startedAt);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}`;
  return `hipline-${day}-${two(start.getHours())}${two(start.getMinutes())}.json`;
}

const SCHEMA_NAME = /^hipline\.session\/(\d+)$/;
const OWN_VERSION = Number(SCHEMA_NAME.exec(SESSION_SCHEMA)?.[1]);

/**
 * Reads an exported session. A file is taken whole or not at all. A session that was exported while it ran comes back as
 * interrupted.
 */
export function parseSession(text: string): StorageResult<SessionRecord> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const version = versionOf(json.value);
  if (version === null) {
    return storageFault('import-invalid', `no exported session: "schema" is not "${SESSION_SCHEMA}"`);
  }
  if (version > OWN_VERSION) return storageFault('newer-version', `hipline.session/${version}`);
  const parsed = v.safeParse(SessionSchema, json.value, { abortPipeEarly: true });
  if (!parsed.success) return storageFault('import-damaged', describeIssue(parsed.issues[0]));
  const record = parsed.output;
  const isOrdered = record.sets.every((set, index) => set.n === index + 1);
  if (!isOrdered) return storageFault('import-damaged', 'sets: they must be numbered 1, 2, 3 …');
  return stored(record.ended === 'running' ? { ...record, ended: 'interrupted' } : record);
}

function parseJson(text: string): StorageResult<unknown> {
  try {
    return stored(JSON.parse(text) as unknown);
  } catch {
    return storageFault('import-broken', 'not JSON: the file is of another kind, or cut off');
  }
}

/** The version that the file says it has, null when it is no session. */
function versionOf(value: unknown): number | null {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;
  const version = typeof schema === 'string' ? SCHEMA_NAME.exec(schema)?.[1] : undefined;
  return version === undefined ? null : Number(version);
}
