import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage } from '../support/app-page';
import { cameraClip } from '../support/camera-clip';
import { makeWorkerHarmable, poseWorker } from '../support/harmed-worker';
import { stage } from '../support/live-page';

const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'curtsy-short.mp4');
/** Of 255: the camera moved on by a picture or two, and both were scaled. What stands still beside the person is compared. */
const LARGEST_DIFFERENCE = 12;

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const decoder = await launchChromium('none');
  const file = await cameraClip(decoder, CLIP, { leadS: 4, tailS: 2 });
  await decoder.close();
  browser = await launchChromium({ file });
  context = await browser.newContext({ permissions: ['camera'], ...ONLINE });
  ({ page } = await openPage(context));
  await makeWorkerHarmable(page);
  await page.addInitScript(() => {
    localStorage.setItem('hipline.settings', JSON.stringify({ model: 'lite', delegate: 'CPU' }));
  });
  await page.goto(`${inject('appUrl')}#/live?exercise=curtsy-lunge&skipSetup=1`);
  await stage(page, 'work').waitFor({ timeout: 60_000 });
});
afterAll(() => browser.close());

/** Mean grey of patches on both sides of the person, as the picture is drawn and as the camera's picture has it, mirrored and not. */
const patches = () =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('.live-video');
    const overlay = document.querySelector<HTMLCanvasElement>('.live-overlay');
    if (!video || !overlay) throw new Error('no picture');
    const { width, height } = overlay;
    const { left, top, width: shownWidth, height: shownHeight } = video.getBoundingClientRect();
    const places = [0.08, 0.16, 0.24, 0.76, 0.84, 0.92].flatMap((x) =>
      [0.2, 0.4, 0.6, 0.7, 0.8, 0.9].map((y) => [x, y] as const),
    );
    const greys = (draw: (context: CanvasRenderingContext2D) => void): number[] => {
      const context = new OffscreenCanvas(width, height).getContext(
        '2d',
      ) as unknown as CanvasRenderingContext2D;
      draw(context);
      return places.map(([x, y]) => {
        const { data } = context.getImageData(left + x * shownWidth, top + y * shownHeight, 12, 12);
        return data.reduce((sum, value) => sum + value, 0) / data.length;
      });
    };
    const plain = (context: CanvasRenderingContext2D): void => {
      context.drawImage(video, left, top, shownWidth, shownHeight);
    };
    return {
      drawn: greys((context) => {
        context.drawImage(overlay, 0, 0);
      }),
      plain: greys(plain),
      mirrored: greys((context) => {
        context.translate(width, 0);
        context.scale(-1, 1);
        plain(context);
      }),
    };
  });

const difference = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

describe('without a graphics chip', () => {
  it('the picture that was read is drawn, as in a mirror, in place of the camera’s own', async () => {
    await page.locator('.live-picture.is-drawn').waitFor({ timeout: 30_000 });
    const { drawn, plain, mirrored } = await patches();
    expect(difference(drawn, mirrored)).toBeLessThan(LARGEST_DIFFERENCE);
    expect(difference(drawn, plain)).toBeGreaterThan(2 * LARGEST_DIFFERENCE);
    expect(await page.locator('.live-video').evaluate((video) => getComputedStyle(video).opacity)).toBe('0');
  });

  it('the camera’s own shows as soon as nothing is read any more', async () => {
    await poseWorker(page).evaluate(() => {
      // Busy for longer than a picture ever takes.
      const until = performance.now() + 4000;
      while (performance.now() < until);
    });
    await page.locator('.live-picture:not(.is-drawn)').waitFor({ timeout: 10_000 });
    await page.locator('.live-picture.is-drawn').waitFor({ timeout: 30_000 });
  });
});
