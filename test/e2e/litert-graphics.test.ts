import type { Browser, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Loaded, LoadOptions, Result } from '../../workers/protocol';
import official from '../fixtures/pose/official-full-landmarks.json';
import { launchChromium, openPage, type Complaints } from '../support/app-page';
import { SOFTWARE_CHIP } from '../support/software-chip';
import { serveSources } from '../support/source-server';

const SIZE = { width: 640, height: 480 };
/** Of every landmark, pixels of the picture and millimetres: the same network in the same precision, whose sums are taken in another order. */
const MOST_PX = 0.1;
const MOST_MM = 1;

interface Seen {
  readonly image: readonly number[];
  readonly world: readonly number[];
}
declare global {
  /** Defined by the page of `test/support/litert-graphics`. */
  var compareChips: (names: readonly string[]) => Promise<{
    readonly onProcessor: readonly Seen[];
    readonly onChip: readonly Seen[];
    readonly devicesOfProcessor: number;
    readonly afterLoss: string;
  }>;
  var loadPose: (delegate: LoadOptions['delegate']) => Promise<Result<Loaded>>;
}

let server: ViteDevServer;
let browser: Browser;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  server = await serveSources();
  browser = await launchChromium('none', SOFTWARE_CHIP);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  ({ page, complaints } = await openPage(await browser.newContext()));
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/support/litert-graphics/index.html`);
  await page.waitForFunction(() => typeof globalThis.loadPose === 'function');
});
afterEach(() => {
  expect(complaints).toEqual({ console: [], foreignRequests: [] });
});

it('sees on the graphics chip what it sees on the processor, and says when the chip is lost', async () => {
  const names = Object.keys(official.frames).slice(0, 2);
  const { onProcessor, onChip, devicesOfProcessor, afterLoss } = await page.evaluate(
    (wanted) => globalThis.compareChips(wanted),
    names,
  );
  expect(devicesOfProcessor).toBe(0);
  expect(onChip).toHaveLength(2);
  onChip.forEach((seen, picture) => {
    const expected = onProcessor[picture] ?? { image: [], world: [] };
    expect(expected.image).toHaveLength(33 * 4);
    for (let i = 0; i < 33; i++) {
      const apart = (values: 'image' | 'world', at: number) =>
        (seen[values][at] ?? NaN) - (expected[values][at] ?? NaN);
      const px = Math.hypot(apart('image', i * 4) * SIZE.width, apart('image', i * 4 + 1) * SIZE.height);
      expect(px).toBeLessThan(MOST_PX);
      const m = Math.hypot(...[0, 1, 2].map((axis) => apart('world', i * 3 + axis)));
      expect(1000 * m).toBeLessThan(MOST_MM);
    }
  });
  expect(afterLoss).toContain('the graphics chip was lost');
});

it('does not stay on a graphics chip in software: it is right, and not faster', async () => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const asked = await page.evaluate(() => globalThis.loadPose('GPU'));
  expect(asked).toMatchObject({ ok: true, value: { engine: 'litert', delegate: 'CPU' } });
  // Neither does LiteRT give way to MediaPipe for that: none of its files is loaded.
  expect(fetched.some((url) => url.endsWith('.wasm'))).toBe(true);
  expect(fetched.filter((url) => /\/wasm\/|mediapipe/.test(url))).toEqual([]);
  const left = await page.evaluate(() => globalThis.loadPose('fastest'));
  expect(left).toMatchObject({ ok: true, value: { engine: 'litert', delegate: 'CPU' } });
});
