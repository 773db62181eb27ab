import { signal, type ReadonlySignal } from '@preact/signals';

/** What became of a newer version that was asked for: the page reloads, or a session in some tab comes first. */
export type Takeover = 'reloads' | 'session-runs';

/** The copy of the app that the browser keeps, so that it opens without network. */
export interface OfflineCopy {
  /**
   * Lets a newer version in and reloads; null while there is none. It waits until it is asked for, and for sessions in
   * other tabs: nobody's training is to be cut off.
   */
  readonly takeNewer: ReadonlySignal<(() => Promise<Takeover>) | null>;
}

/** What the copy needs of the page; a test gives another. */
export interface CopyParts {
  /** Undefined where a browser keeps no copies: a private window, no secure origin. */
  readonly container:
    Pick<ServiceWorkerContainer, 'register' | 'controller' | 'addEventListener'> | undefined;
  /** Resolves when the page has loaded: the copy must not slow the start down. */
  readonly loaded: Promise<unknown>;
  isSessionRunning(): Promise<boolean>;
  reload(): void;
}

/** Begins to keep a copy. Where that cannot be, the app works as ever while its server is there. */
export function keepOfflineCopy(parts: CopyParts): OfflineCopy {
  const takeNewer = signal<(() => Promise<Takeover>) | null>(null);
  const { container } = parts;
  if (container === undefined) return { takeNewer };
  const offer = (worker: ServiceWorker): void => {
    takeNewer.value = () => takeOver(worker, container, parts);
  };
  void parts.loaded
    .then(() => container.register(new URL('sw.js', document.baseURI)))
    .then((registration) => {
      if (registration.waiting) offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const arriving = registration.installing;
        arriving?.addEventListener('statechange', () => {
          // Without a controller this is the first copy, and nothing is newer than the page.
          if (arriving.state === 'installed' && container.controller !== null) offer(arriving);
        });
      });
    })
    // Refused by the browser or not served: the app works without.
    .catch(() => undefined);
  return { takeNewer };
}

/** Other tabs keep what they have loaded; only the one that asked is loaded anew. */
async function takeOver(
  worker: ServiceWorker,
  container: Pick<ServiceWorkerContainer, 'addEventListener'>,
  parts: CopyParts,
): Promise<Takeover> {
  if (await parts.isSessionRunning()) return 'session-runs';
  const reload = (): void => {
    parts.reload();
  };
  if (worker.state === 'activated') reload();
  else {
    container.addEventListener('controllerchange', reload, { once: true });
    worker.postMessage('take-over');
  }
  return 'reloads';
}
