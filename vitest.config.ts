import { defineConfig } from 'vitest/config';

/**
 * Two projects. `node`: everything that is pure or driven through a port. `chromium`: the built app in a real, headless
 * Chromium with the real model; its files run one after another, since inference wants the machine for itself.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,property,contract,golden}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/speak-english.ts'],
          testTimeout: 60_000,
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        test: {
          name: 'chromium',
          include: ['test/{browser,e2e}/**/*.test.ts'],
          globalSetup: ['test/support/served-app.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/core/**', 'src/exercises/**'],
      reporter: ['text-summary'],
    },
  },
});
