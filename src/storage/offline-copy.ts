/// <reference types="vite-plugin-pwa/vanillajs" />
import { signal, type ReadonlySignal } from '@preact/signals';
import { registerSW } from 'virtual:pwa-register';

/** The copy of the app that the browser keeps, so that it opens without network. */
export interface OfflineCopy {
  /**
   * Lets a newer version in and reloads; null while there is none. It waits until it is asked for: nobody's training is
   * to be cut off by a reload.
   */
  readonly takeNewer: ReadonlySignal<(() => void) | null>;
}

/**
 * Begins to keep a copy, once the page has loaded. Where a browser keeps none (a private window, no secure origin), the
 * app works as ever while its server is there.
 */
export function keepOfflineCopy(): OfflineCopy {
  const takeNewer = signal<(() => void) | null>(null);
  const update = registerSW({
    onNeedRefresh: () => {
      takeNewer.value = () => void update(true);
    },
    onRegisterError: () => undefined,
  });
  return { takeNewer };
}
