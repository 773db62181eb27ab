import { importFile, type ImportOutcome } from '../../src/storage/import-session';
import type { SessionStore } from '../../src/storage/session-store';

/** What becomes of a file that holds one session. */
export async function importSession(store: SessionStore, file: Blob): Promise<ImportOutcome> {
  const [outcome, ...others] = await importFile(store, file);
  if (outcome === undefined || others.length > 0) throw new Error('not exactly one session');
  return outcome;
}
