import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** Serves the sources, as in development, without watching them. To be closed. */
export async function serveSources(): Promise<ViteDevServer> {
  const server = await createServer({
    root: ROOT,
    configFile: resolve(ROOT, 'vite.config.ts'),
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
  });
  return server.listen();
}
