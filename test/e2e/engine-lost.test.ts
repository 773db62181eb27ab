import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkerHarmable, poseWorker } from '../support/harmed-worker';
import { launchWithLunges, newApp, NEXT_REP_MS, startLunges } from '../support/live-app';
import { shownCount, waitForCount } from '../support/live-page';

let browser: Browser;

beforeAll(async () => {
  browser = await launchWithLunges();
});
afterAll(() => browser.close());

describe.each([
  {
    what: 'LiteRT runs out of memory',
    engine: 'litert',
    harm: () => {
      globalThis.isOutOfMemory = true;
    },
  },
  {
    what: 'MediaPipe loses its graphics context',
    engine: 'mediapipe',
    harm: () => {
      for (const context of globalThis.contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
    },
  },
])('$what in the middle of a set', ({ engine, harm }) => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    ({ context, page } = await newApp(browser));
    await page.addInitScript((chosen) => {
      localStorage.setItem(
        'hipline.settings',
        JSON.stringify({ model: 'lite', engine: chosen, delegate: 'CPU' }),
      );
    }, engine);
    await makeWorkerHarmable(page);
    await startLunges(page);
  });
  afterAll(() => context.close());

  it('is told, keeps the count, and another worker counts on', async () => {
    const before = await shownCount(page);
    await poseWorker(page).evaluate(harm);
    const notice = page.locator('.hud-notice', { hasText: 'A picture could not be read' });
    await notice.waitFor({ timeout: 30_000 });
    expect(await notice.getAttribute('title')).toMatch(/count is kept/);
    expect(await shownCount(page)).toBeGreaterThanOrEqual(before);
    await notice.waitFor({ state: 'hidden', timeout: 60_000 });
    await waitForCount(page, before + 1, NEXT_REP_MS);
  });
});
