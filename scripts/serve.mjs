/** Serves the production build on localhost, with the security headers of `headers.mjs`. */
import { ROOT } from './setup.mjs';

/**
 * Starts the server. `port` 0 takes any free one; otherwise the next free one from there on.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} the address ends in a slash
 */
export async function serveApp({ port = 0 } = {}) {
  const { preview } = await import('vite');
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: 'localhost', port, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  return {
    url: `http://localhost:${address.port}/`,
    close: () => server.close(),
  };
}
