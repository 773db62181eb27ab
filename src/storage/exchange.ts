import * as v from 'valibot';
import { SESSION_SCHEMA, type SessionRecord } from '../core/session/record';
import { describeIssue, SessionSchema } from './session-schema';
import { storageFault, stored, type StorageResult } from './storage-fault';

/** Many sessions in one file: `{ "schema", "sessions": [hipline.session/1, …] }`. */
export const SESSIONS_SCHEMA = 'hipline.sessions/1';

/** The session as a file: `hipline.session/1`, one JSON object. */
export const exportSession = (record: SessionRecord): string => `${JSON.stringify(record)}\n`;

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** `hipline-2026-11-22-1842.json`, in the person's own time zone. */
export function exportFileName({ startedAt }: Pick<SessionRecord, 'startedAt'>, ending = 'json'): string {
  const start = new Date(startedAt);
  return `hipline-${dayOf(start)}-${two(start.getHours())}${two(start.getMinutes())}.${ending}`;
}

/** `hipline-all-2026-11-22.json`, or `hipline-all-2026-11-22-2-of-3.json`. */
export const exportAllFileName = (nowMs: number, ending: string, part = 1, of = 1): string =>
  `hipline-all-${dayOf(new Date(nowMs))}${of > 1 ? `-${part}-of-${of}` : ''}.${ending}`;

const SCHEMA_NAME = /^hipline\.session\/(\d+)$/;
const COLLECTION_NAME = /^hipline\.sessions\/(\d+)$/;
const OWN_VERSION = Number(SCHEMA_NAME.exec(SESSION_SCHEMA)?.[1]);

/**
 * Reads an exported session. A file is taken whole or not at all. A session that was exported while it ran comes back as
 * interrupted.
 */
export function parseSession(text: string): StorageResult<SessionRecord> {
  const json = parseJson(text);
  if (!json.ok) return json;
  return readSession(json.value);
}

/**
 * Reads an exported file of one session or of many. Each session is taken whole or not at all; a fault is of the whole file, or
 * stands in the place of the session that has it.
 */
export function parseFile(text: string): StorageResult<readonly StorageResult<SessionRecord>[]> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const schema = schemaOf(json.value);
  const version = schema === null ? undefined : COLLECTION_NAME.exec(schema)?.[1];
  if (version === undefined) return stored([readSession(json.value)]);
  if (Number(version) > 1) return storageFault('newer-version', `hipline.sessions/${version}`);
  const { sessions } = json.value as { readonly sessions?: unknown };
  if (!Array.isArray(sessions)) return storageFault('import-damaged', 'sessions (Array)');
  return stored(sessions.map(readSession));
}

function readSession(value: unknown): StorageResult<SessionRecord> {
  const version = versionOf(value);
  if (version === null) {
    return storageFault('import-invalid', `no exported session: "schema" is not "${SESSION_SCHEMA}"`);
  }
  if (version > OWN_VERSION) return storageFault('newer-version', `hipline.session/${version}`);
  const parsed = v.safeParse(SessionSchema, value, { abortPipeEarly: true });
  if (!parsed.success) return storageFault('import-damaged', describeIssue(parsed.issues[0]));
  const record = parsed.output;
  const isOrdered = record.sets.every((set, index) => set.n === index + 1);
  if (!isOrdered) return storageFault('import-damaged', 'sets.n (1, 2, 3 …)');
  return stored(record.ended === 'running' ? { ...record, ended: 'interrupted' } : record);
}

function parseJson(text: string): StorageResult<unknown> {
  try {
    return stored(JSON.parse(text) as unknown);
  } catch {
    return storageFault('import-broken', 'not JSON: the file is of another kind, or cut off');
  }
}

const schemaOf = (value: unknown): string | null => {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : null;
  return typeof schema === 'string' ? schema : null;
};

/** The version that the file says it has, null when it is no session. */
function versionOf(value: unknown): number | null {
  const version = SCHEMA_NAME.exec(schemaOf(value) ?? '')?.[1];
  return version === undefined ? null : Number(version);
}
