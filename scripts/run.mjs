#!/usr/bin/env node
/**
 * Runs a TypeScript file of the project in Node, through Vite's own module runner: the same resolver, the same
 * `import.meta.glob` and the same transforms as in the browser, so a script measures the code that ships.
 *
 *   node scripts/run.mjs FILE.ts [arguments...]
 *
 * Installs and builds what is missing first. The file exports `main(arguments): Promise<number>`, the exit status.
 */
import { resolve } from 'node:path';
import { ROOT, setUp } from './setup.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments...]');
  process.exit(2);
}

try {
  await setUp();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// Only now: on a fresh clone Vite was not there before.
const { createServer, createServerModuleRunner } = await import('vite');
const server = await createServer({
  configFile: false,
  root: ROOT,
  server: { middlewareMode: true, watch: null, ws: false },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
});
try {
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  const { main } = await runner.import(resolve(file));
  process.exitCode = await main(args);
} finally {
  await server.close();
}
