/** When the engines of this machine are tried out: at rest on the first screen, or when the person asks. */
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Engines } from './main.engines';
import type { Trial } from './pipeline/try-engines';
import type { Settings } from './storage/settings';

/** Whoever has come to train has left the first screen by then, and whoever has not is reading. */
const AT_REST_AFTER_MS = 6000;

/** Trying out what this machine can do. */
export interface EngineTrial {
  readonly isRunning: ReadonlySignal<boolean>;
  /** Now, whatever was found before. */
  start(): void;
}

export interface TrialParts {
  readonly engines: Pick<Engines, 'current' | 'choose'>;
  readonly settings: ReadonlySignal<Settings>;
  /** Whether the first screen is shown. Only there nothing else needs the processor. */
  readonly isAtStart: ReadonlySignal<boolean>;
  /** In whichever tab. */
  isSessionRunning(): Promise<boolean>;
  run(off: AbortSignal): Promise<Trial | null>;
  /** @returns what breaks off the waiting */
  wait(ms: number, then: () => void): () => void;
}

/**
 * Once per browser the engines are tried in the background, behind the first screen and never before it. To leave that screen
 * breaks it off at once: who presses start trains with what is right for most, and it is tried at the next visit.
 */
export function createEngineTrial(parts: TrialParts): EngineTrial {
  const isRunning = signal(false);
  let off: AbortController | null = null;
  const start = (): void => {
    if (off !== null) return;
    const mine = new AbortController();
    off = mine;
    isRunning.value = true;
    void parts
      .run(mine.signal)
      // Nothing was found out then, and what is used is used on.
      .catch(() => null)
      .then((best) => {
        if (best !== null && !mine.signal.aborted) parts.engines.choose(best);
        if (off !== mine) return;
        off = null;
        isRunning.value = false;
      });
  };
  const stop = (): void => {
    off?.abort();
    off = null;
    isRunning.value = false;
  };
  const isWanted = (): boolean => {
    const { model, engine, delegate } = parts.settings.value;
    const isLeftToUs = model === 'auto' || engine === 'auto' || delegate === 'fastest';
    return isLeftToUs && parts.engines.current.value.choice === undefined;
  };
  effect(() => {
    if (!parts.isAtStart.value) {
      stop();
      return;
    }
    if (!isWanted()) return;
    return parts.wait(AT_REST_AFTER_MS, () => {
      void parts.isSessionRunning().then((isBusy) => {
        if (!isBusy && isWanted() && parts.isAtStart.value) start();
      });
    });
  });
  return { isRunning, start };
}
