import { DatabaseConnection } from './database';
import { GuardedSessionStore } from './guarded-session-store';
import { IdbSessionStore } from './idb-session-store';
import { lockMarks, pageMarks } from './running-marks';
import type { StorageFault } from './storage-fault';

/**
 * The store of the app: IndexedDB, with memory beside it for when that fails.
 *
 * @param onFault told once per session that could not be kept in the database, null when all are kept again
 */
export function openSessionStore(onFault: (fault: StorageFault | null) => void): GuardedSessionStore {
  // Missing in pages that are not served securely, whatever the types say.
  const locks = (navigator as Partial<Navigator>).locks;
  const marks = locks === undefined ? pageMarks() : lockMarks(locks);
  return new GuardedSessionStore(new IdbSessionStore(new DatabaseConnection(), marks), onFault);
}

/**
 * Asks the browser not to clear the sessions when the disk gets tight. Some browsers ask the person: call it when a
 * session begins, not on start. False when refused or not to be had, which is no fault.
 */
export async function askPersistence(
  storage: Partial<StorageManager> | undefined = (navigator as Partial<Navigator>).storage,
): Promise<boolean> {
  try {
    if ((await storage?.persisted?.()) === true) return true;
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
