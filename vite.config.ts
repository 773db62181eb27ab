import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { securityHeaders } from './scripts/headers.mjs';
import { exerciseCards } from './scripts/exercise-cards.mjs';
import { hosting } from './scripts/host-files.mjs';
import { licences } from './scripts/licences.mjs';

/** JSX is Preact's: Vite reads `jsxImportSource` from tsconfig.json and needs no plugin. */
export default defineConfig({
  // The app has one page and a hash router; an unknown path is an error, not the app again.
  appType: 'mpa',
  // Works from any folder of any host.
  base: './',
  worker: {
    format: 'es',
    // A thousand copies of one licence, half a megabyte: `licences.txt` has it once.
    rolldownOptions: { output: { comments: { legal: false } } },
  },
  plugins: [
    hosting(),
    exerciseCards(),
    licences(),
    // A copy of the whole app for use without network; workers/sw.ts says what becomes of it. (Workbox asks for
    // rollup, of which package.json takes the WebAssembly edition: one package for every platform.)
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ['index.html', 'layers.css', 'assets/*', 'icons/*', 'wasm/*', 'models/**/*'],
        // Kept once somebody used it.
        globIgnores: ['models/pose_landmarker_heavy.task'],
        maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
      },
    }),
  ],
  define: { SECURITY_HEADERS: JSON.stringify(securityHeaders()) },
  build: {
    target: 'es2023',
    // Fonts and icons stay files: the policy allows no `data:` fonts.
    assetsInlineLimit: 0,
    // MediaPipe and TensorFlow.js are in the worker's own chunks, off the start path.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // How long plugins take is no news to somebody who starts the app.
      checks: { bundlerTimings: false },
      input: {
        app: resolve(import.meta.dirname, 'index.html'),
        analyse: resolve(import.meta.dirname, 'analyse.html'),
      },
    },
  },
  // Vite would let every page on this computer read what it serves.
  server: { headers: securityHeaders({ development: true }), cors: false },
  preview: { headers: securityHeaders(), cors: false },
});
