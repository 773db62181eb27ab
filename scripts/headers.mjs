/**
 * The security headers, one place for `npm start`, `vite dev` and the tests. They are headers and no `<meta>`,
 * because a page's `<meta>` policy does not govern what its worker fetches, and a header on the worker's script does.
 */

/** What the page and the worker may load: their own origin, and nothing else. */
const POLICY = {
  'default-src': ["'none'"],
  // MediaPipe and TensorFlow.js compile WebAssembly; neither needs `unsafe-eval`.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'"],
  // Pictures made in the page: share cards and thumbnails.
  'img-src': ["'self'", 'blob:', 'data:'],
  // A video file that the person opens.
  'media-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Vite's development client puts styles into the page and talks over a socket. */
const POLICY_IN_DEVELOPMENT = {
  ...POLICY,
  'style-src': ["'self'", "'unsafe-inline'"],
  'connect-src': ["'self'", 'ws:'],
};

const asHeader = (policy) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

/**
 * @param {{ development?: boolean }} options
 * @returns {Record<string, string>} header by name
 */
export const securityHeaders = ({ development = false } = {}) => ({
  'Content-Security-Policy': asHeader(development ? POLICY_IN_DEVELOPMENT : POLICY),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), screen-wake-lock=(self), microphone=(self), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});
