import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeWorkerHarmable, poseWorker } from '../support/harmed-worker';
import { launchWithLunges, LUNGES, newApp, READY_MS } from '../support/live-app';
import { stage } from '../support/live-page';

/** Of 255: the camera moved on by a picture or two, and both were scaled. What stands still beside the person is compared. */
const LARGEST_DIFFERENCE = 12;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchWithLunges();
  ({ page } = await newApp(browser));
  await makeWorkerHarmable(page);
  await page.goto(`${inject('appUrl')}${LUNGES}`);
  await stage(page, 'work').waitFor({ timeout: READY_MS });
});
afterAll(() => browser.close());

/** Mean grey of patches on both sides of the person, as the picture is drawn and as the camera's picture has it, mirrored and not. */
const patches = () =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('.live-video');
    const overlay = document.querySelector<HTMLCanvasElement>('.live-overlay');
    if (!video || !overlay) throw new Error('no picture');
    const { clientWidth: width, clientHeight: height } = document.documentElement;
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
    const laid = overlay.getBoundingClientRect();
    return {
      drawn: greys((context) => {
        // As it is shown: turned round.
        context.setTransform(new DOMMatrix(getComputedStyle(overlay).transform).translate(-width, 0));
        context.drawImage(overlay, laid.left, laid.top, laid.width, laid.height);
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
    expect(await page.locator('.live-video').isVisible()).toBe(false);
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
