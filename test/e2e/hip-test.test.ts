import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, type Complaints } from '../support/app-page';
import { clipPath, newApp, READY_MS } from '../support/live-app';
import { stage } from '../support/live-page';
import { LAPTOP } from '../support/screen-sizes';
import { holdPiece, playPiece, stageCamera } from '../support/staged-camera';

/** Somebody lifts the right knee, then the left one, once each. */
const CLIP = 'two-lifts.mp4';
const ON_BOTH = { from_s: 0, to_s: 1.4 };
/** Each leg, in the order of the clip: the free foot comes up, is held so, and goes down again. */
const STANDS = [
  { leg: 'left', up: { from_s: 1.4, to_s: 2.6 }, down: { from_s: 2.6, to_s: 3.5 } },
  { leg: 'right', up: { from_s: 3.6, to_s: 4.7 }, down: { from_s: 4.7, to_s: 5.5 } },
] as const;
/** Pictures at the end of `up` in which the foot is held. */
const HELD = 4;
/** What the test asks for, seconds. */
const STAND_S = 30;
/** Both feet on the floor between the two stands. */
const BETWEEN_MS = 3000;

describe('the hip test in front of the camera', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchChromium('none');
    ({ page, complaints } = await newApp(browser, { viewport: LAPTOP }));
    await stageCamera(page, browser, clipPath(CLIP));
  });
  afterAll(() => browser.close());

  it('goes from the start through both stands to its result without a hand on the machine', async () => {
    await page.goto(`${inject('appUrl')}#/screening`);
    await page.getByText('Not done yet.').waitFor();
    await holdPiece(page, ON_BOTH);
    await page.getByRole('link', { name: 'Start the test' }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await stage(page, 'work').waitFor({ timeout: READY_MS });
    for (const { leg, up, down } of STANDS) {
      await playPiece(page, up, HELD);
      // With the second stand the test is over, and work ends as it does.
      await page.waitForFunction(
        ([work, count, seconds]) =>
          document.querySelector(work) === null ||
          Number.parseInt(document.querySelector(count)?.textContent ?? '', 10) >= seconds,
        ['[data-stage="work"]', `.hud-side-${leg} .hud-side-count`, STAND_S] as const,
        { timeout: 2 * STAND_S * 1000 },
      );
      await playPiece(page, down);
      await holdPiece(page, ON_BOTH);
      await page.waitForTimeout(BETWEEN_MS);
    }
    await page.getByRole('heading', { level: 1, name: 'Hip test' }).waitFor();
  });

  it('says of each leg what the camera saw', async () => {
    for (const name of ['Standing on the left', 'Standing on the right']) {
      const leg = page.getByRole('region', { name });
      await leg.getByText('No drop of 7° or more in 30 seconds.').waitFor();
      const [stood, firstDrop] = await leg.getByRole('definition').allTextContents();
      // A stand is over when the foot is down again; the clip holds it for so long.
      expect(Number.parseInt(stood ?? '', 10)).toBeGreaterThanOrEqual(30);
      expect(firstDrop).toBe('none');
    }
  });

  it('suggests the next one in two weeks, and draws a trend with a second test', async () => {
    await page.getByText('Last done today. The next one says most in 14 days').waitFor();
    await page.getByText('With a second test its trend is drawn here.').waitFor();
  });

  it('said nothing in the console and asked nothing of any other origin', () => {
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });
});
