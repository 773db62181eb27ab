import { defineConfig } from 'vitest/config';

/** For a model that loads, and a browser that starts, on a slow machine too. */
const BROWSER_TIMEOUTS = { testTimeout: 240_000, hookTimeout: 240_000 };

/**
 * Three projects, one after the other. `node`: everything that is pure or driven through a port. `screens`: pages in a real, headless
 * Chromium, in which no model reads pictures; two files at once. `chromium`: the built app with the real model; its files run one
 * after another, since inference wants the machine for itself.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,property,contract,golden}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/speak-english.ts'],
          testTimeout: 120_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        test: {
          name: 'screens',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/served-app.ts', 'test/support/built-pages.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          ...BROWSER_TIMEOUTS,
        },
      },
      {
        test: {
          name: 'chromium',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/served-app.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          ...BROWSER_TIMEOUTS,
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
