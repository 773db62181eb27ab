import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { securityHeaders } from './scripts/headers.mjs';

/** JSX is Preact's: Vite reads `jsxImportSource` from tsconfig.json and needs no plugin. */
export default defineConfig({
  // The app has one page and a hash router; an unknown path is an error, not the app again.
  appType: 'mpa',
  worker: { format: 'es' },
  plugins: [
    // A copy of the whole app for use without network. (Workbox builds it with rollup, of which package.json takes the
    // WebAssembly edition: one package for every platform.) A newer one waits until the person lets it in: a page that is
    // training must not change under their feet.
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        // Also when a test builds the app: the other mode talks in the console.
        mode: 'production',
        globPatterns: ['index.html', 'assets/*', 'icons/*', 'wasm/*', 'models/**/*'],
        // The heavy model is for few and as large as all the rest together: kept once somebody used it.
        globIgnores: ['models/pose_landmarker_heavy.task'],
        runtimeCaching: [
          {
            urlPattern: /\/models\/pose_landmarker_heavy\.task$/,
            handler: 'NetworkFirst',
            options: { cacheName: 'heavy-model' },
          },
        ],
        maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
        // An unknown path is an error, not the app again.
        navigateFallback: null,
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    target: 'es2023',
    // Fonts and icons stay files: the policy allows no `data:` fonts.
    assetsInlineLimit: 0,
    // MediaPipe (137 kB) and TensorFlow.js are in the worker's own chunks, off the start path.
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
  server: { headers: securityHeaders({ development: true }) },
  preview: { headers: securityHeaders() },
});
