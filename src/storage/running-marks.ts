/**
 * Which sessions run at this moment, in whichever tab: a mark that vanishes with its tab. Without it a second tab would
 * take the first one's session for interrupted.
 */
export interface RunningMarks {
  hold(id: string): void;
  release(id: string): void;
  held(): Promise<ReadonlySet<string>>;
  /** Resolves once nobody holds the mark: its tab has released it or is gone. */
  whenReleased(id: string): Promise<void>;
}

const PREFIX = 'hipline-session:';

/** Marks as Web Locks, which the browser frees when a tab closes or crashes. */
export function lockMarks(locks: LockManager): RunningMarks {
  const releases = new Map<string, () => void>();
  return {
    hold: (id) => {
      const released = new Promise<void>((resolve) => releases.set(id, resolve));
      // Refused locks (an opaque origin) leave the session unmarked, not unkept.
      locks.request(`${PREFIX}${id}`, () => released).catch(() => undefined);
    },
    release: (id) => {
      releases.get(id)?.();
      releases.delete(id);
    },
    held: async () => {
      const snapshot = await locks.query().catch(() => ({ held: [] }));
      const names = (snapshot.held ?? []).map(({ name }) => name ?? '');
      return new Set(
        names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
      );
    },
    whenReleased: (id) => locks.request(`${PREFIX}${id}`, () => undefined),
  };
}

/** Whether a session runs in any tab, as far as this browser tells. */
export const isSessionRunning = async (locks: LockManager | undefined): Promise<boolean> =>
  locks !== undefined && (await lockMarks(locks).held()).size > 0;

/**
 * Whether this session runs in any tab. A reloaded page may ask before the browser has freed the mark of the one it
 * replaces, so a held mark is given this long.
 */
const FREED_WITHIN_MS = 2000;

export async function isRunningElsewhere(locks: LockManager | undefined, id: string): Promise<boolean> {
  if (locks === undefined) return false;
  const marks = lockMarks(locks);
  if (!(await marks.held()).has(id)) return false;
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, FREED_WITHIN_MS, true));
  return Promise.race([marks.whenReleased(id).then(() => false), late]);
}

/** Marks within one page, where there are no Web Locks. */
export function pageMarks(): RunningMarks {
  const running = new Map<string, (() => void)[]>();
  return {
    hold: (id) => void running.set(id, []),
    release: (id) => {
      const waiting = running.get(id) ?? [];
      running.delete(id);
      for (const resolve of waiting) resolve();
    },
    held: () => Promise.resolve(new Set(running.keys())),
    whenReleased: (id) =>
      new Promise((resolve) => {
        const waiting = running.get(id);
        if (waiting === undefined) resolve();
        else waiting.push(resolve);
      }),
  };
}
