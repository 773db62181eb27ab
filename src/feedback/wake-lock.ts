import { feedbackFault, given, type FeedbackResult } from './feedback-fault';

/** Keeps the screen on while somebody trains in front of it. */
export interface ScreenKeeper {
  /** From now on the screen stays on, also after the tab was hidden for a while. */
  start(): Promise<FeedbackResult<null>>;
  stop(): Promise<void>;
}

type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** The browser takes the lock away whenever the tab is hidden; it is asked for again when the tab comes back. */
export function screenKeeper(wakeLock: WakeLock | undefined, page: Page): ScreenKeeper {
  let lock: WakeLockSentinel | null = null;
  let isWanted = false;

  const acquire = async (): Promise<FeedbackResult<null>> => {
    if (wakeLock === undefined) return feedbackFault('no-wake-lock', 'this browser has none');
    try {
      const acquired = await wakeLock.request('screen');
      if (isWanted) lock = acquired;
      else await acquired.release();
      return given(null);
    } catch (error) {
      return feedbackFault('no-wake-lock', String(error));
    }
  };
  const comeBack = (): void => {
    if (isWanted && page.visibilityState === 'visible' && lock?.released !== false) void acquire();
  };

  return {
    start: () => {
      if (!isWanted) page.addEventListener('visibilitychange', comeBack);
      isWanted = true;
      return lock?.released === false ? Promise.resolve(given(null)) : acquire();
    },
    stop: async () => {
      isWanted = false;
      page.removeEventListener('visibilitychange', comeBack);
      const released = lock;
      lock = null;
      await released?.release().catch(() => undefined);
    },
  };
}
