import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import type { TestProject } from 'vitest/node';
import { exerciseCards } from '../../scripts/exercise-cards.mjs';
import { securityHeaders } from '../../scripts/headers.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the pages that only tests open, ending in a slash: `inject('pagesUrl')`. */
    pagesUrl: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');
const OUT_DIR = join(ROOT, '.cache', 'test-pages');
/** The order of the style layers. */
const LAYERS = 'layers.css';
/** The screens with made-up data, and the store of sessions alone. */
const PAGES = ['ui-preview', 'storage-page'];

/** As in the app itself: said before any other style, since a build cuts styles into parts that come in any order. */
const layersFirst: Plugin = {
  name: 'layers-first',
  transformIndexHtml: () => [
    { tag: 'link', attrs: { rel: 'stylesheet', href: `../${LAYERS}` }, injectTo: 'head-prepend' },
  ],
};

const CONFIG: InlineConfig = {
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  appType: 'mpa',
  base: './',
  publicDir: false,
  plugins: [exerciseCards(), layersFirst],
  build: {
    outDir: OUT_DIR,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: PAGES.map((page) => join(import.meta.dirname, page, 'index.html')),
    },
  },
  preview: { host: 'localhost', port: 0, strictPort: false, open: false, headers: securityHeaders() },
};

/**
 * Builds the pages that only tests open, and serves them for the whole run. Built, a page is a few files, and opens in a third of the
 * time that its hundreds of sources take.
 */
export default async function servePagesForTests(project: TestProject): Promise<() => Promise<void>> {
  await build(CONFIG);
  copyFileSync(join(ROOT, 'public', LAYERS), join(OUT_DIR, LAYERS));
  const server = await preview(CONFIG);
  project.provide('pagesUrl', server.resolvedUrls?.local[0] ?? '');
  return () => server.close();
}
