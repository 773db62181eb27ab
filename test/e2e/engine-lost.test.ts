import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage } from '../support/app-page';
import { cameraClip } from '../support/camera-clip';
import { makeWorkerHarmable, poseWorker } from '../support/harmed-worker';
import { shownCount, stage, waitForCount } from '../support/live-page';

/** Three lunges, played over and over, so that there is always another one to come. */
const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'curtsy-short.mp4');
/** Several rounds of the clip, for machines that see a few pictures a second only. */
const NEXT_REP_MS = 60_000;

let browser: Browser;

beforeAll(async () => {
  const decoder = await launchChromium('none');
  const file = await cameraClip(decoder, CLIP, { leadS: 4, tailS: 2 });
  await decoder.close();
  browser = await launchChromium({ file });
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
    context = await browser.newContext({ permissions: ['camera'], ...ONLINE });
    ({ page } = await openPage(context));
    await page.addInitScript((chosen) => {
      localStorage.setItem(
        'hipline.settings',
        JSON.stringify({ model: 'lite', engine: chosen, delegate: 'CPU' }),
      );
    }, engine);
    await makeWorkerHarmable(page);
    await page.goto(`${inject('appUrl')}#/live?exercise=curtsy-lunge&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 60_000 });
    await waitForCount(page, 1, NEXT_REP_MS);
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
