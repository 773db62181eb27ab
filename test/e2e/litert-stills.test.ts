import type { Browser } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import official from '../fixtures/pose/official-full-landmarks.json';
import { launchChromium, openPage } from '../support/app-page';
import { serveSources } from '../support/source-server';

/** Medians over a body, in pixels of the picture and in millimetres: the networks are the same, the code that cuts pictures out rounds otherwise. */
const MOST_PX = 0.5;
const MOST_MM = 5;
const SIZE = { width: 640, height: 480 };

/** Mean, in steps of 0 … 255: the browser rounds every pixel, and works in whole numbers. */
const MOST_STEPS = 1.5;

interface Stills {
  readonly found: Readonly<Record<string, { image: number[]; world: number[] } | null>>;
  readonly threads: boolean;
}
declare global {
  /** Defined by the page of `test/support/litert-stills`. */
  var readStills: (names: readonly string[]) => Promise<Stills>;
  var compareColours: () => Promise<Readonly<Record<string, { apart: number; isOwn: boolean }>>>;
}

let server: ViteDevServer;
let browser: Browser;
beforeAll(async () => {
  server = await serveSources();
  browser = await launchChromium('none');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

it('gives the official landmarks with our own graph on LiteRT, with threads, and says nothing', async () => {
  const { page, complaints } = await openPage(await browser.newContext());
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/support/litert-stills/index.html`);
  await page.waitForFunction(() => typeof globalThis.readStills === 'function');
  const names = Object.keys(official.frames) as (keyof typeof official.frames)[];
  const { found, threads } = await page.evaluate((wanted) => globalThis.readStills(wanted), names);
  expect(threads).toBe(true);
  for (const name of names) {
    const { landmarks, worldLandmarks } = official.frames[name];
    const distancesPx = landmarks.map(([x = NaN, y = NaN], i) =>
      Math.hypot(
        ((found[name]?.image[i * 4] ?? NaN) - x) * SIZE.width,
        ((found[name]?.image[i * 4 + 1] ?? NaN) - y) * SIZE.height,
      ),
    );
    const distancesMm = worldLandmarks.map(
      (point, i) =>
        1000 * Math.hypot(...point.map((value, axis) => (found[name]?.world[i * 3 + axis] ?? NaN) - value)),
    );
    const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
    expect(median(distancesPx)).toBeLessThanOrEqual(MOST_PX);
    expect(median(distancesMm)).toBeLessThanOrEqual(MOST_MM);
  }
  expect(complaints).toEqual({ console: [], foreignRequests: [] });
});

it('reads luma and colour difference as the browser turns them into red, green and blue', async () => {
  const { page } = await openPage(await browser.newContext());
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/support/litert-stills/index.html`);
  await page.waitForFunction(() => typeof globalThis.compareColours === 'function');
  const found = await page.evaluate(() => globalThis.compareColours());
  expect(Object.keys(found)).toHaveLength(10);
  for (const [kind, { apart, isOwn }] of Object.entries(found)) {
    expect(isOwn, kind).toBe(true);
    expect(apart, kind).toBeLessThan(MOST_STEPS);
  }
});
