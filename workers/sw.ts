/// <reference types="vite/client" />
/**
 * Keeps a copy of the whole app for use without network, and adds the security headers where the host sets none: with
 * them the page is cross-origin isolated and its policy holds in the worker too, on the plainest of hosts.
 */
import type { WorkboxPlugin } from 'workbox-core/types';
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { withHeaders } from './with-headers';

/** What is used of the worker's own scope. */
declare const self: {
  /** Put there by the build: every file of the copy with its revision. */
  readonly __WB_MANIFEST: PrecacheEntry[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};
/** Put there by the build. */
declare const SECURITY_HEADERS: Readonly<Record<string, string>>;

/** On the way from the network, so that a file has them in the copy and also where it goes straight to the page. */
const isolate: WorkboxPlugin = {
  fetchDidSucceed: ({ response }) => Promise.resolve(withHeaders(response, SECURITY_HEADERS)),
};

addPlugins([isolate]);
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The heavy model is for few and as large as all the rest together: kept once somebody used it.
registerRoute(
  ({ url }) => url.pathname.endsWith('/models/pose_landmarker_heavy.task'),
  new NetworkFirst({ cacheName: 'heavy-model', plugins: [isolate] }),
);

// So is the engine that not everybody uses; without network MediaPipe's is always there.
registerRoute(
  ({ url }) => url.pathname.includes('/litert/'),
  new NetworkFirst({ cacheName: 'litert', plugins: [isolate] }),
);

// A newer copy waits until the person lets it in: nobody's training is to be cut off.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
