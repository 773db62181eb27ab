import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from '../support/app-page';
import { cameraClip, type Shown } from '../support/camera-clip';
import { chooseLightModel, stage } from '../support/live-page';

/** Somebody lifts the right knee, then the left one, once each. */
const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'two-lifts.mp4');

/** Stillness in which the models load and the set-up is passed, on a slow machine too. */
const LEAD_S = 30;
/** The clock runs from the lift on; what it takes to see that belongs to the stand. */
const STAND_S = 33;

const ON_BOTH: Omit<Shown, 'forS'> = { fromS: 0, toS: 1.4 };
const TEST: readonly Shown[] = [
  { ...ON_BOTH, forS: LEAD_S },
  { fromS: 1.4, toS: 2.25, forS: 0.85 },
  { fromS: 2.25, toS: 2.6, forS: STAND_S },
  { fromS: 2.6, toS: 3.5, forS: 0.9 },
  { ...ON_BOTH, forS: 7 },
  { fromS: 3.6, toS: 4.4, forS: 0.8 },
  { fromS: 4.4, toS: 4.7, forS: STAND_S },
  { fromS: 4.7, toS: 5.5, forS: 0.8 },
  { ...ON_BOTH, forS: 40 },
];

describe('the hip test in front of the camera', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    const decoder = await launchChromium('none');
    const file = await cameraClip(decoder, CLIP, TEST);
    await decoder.close();
    browser = await launchChromium({ file });
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['camera'],
      ...ONLINE,
    });
    ({ page, complaints } = await openPage(context));
    await chooseLightModel(page);
  });
  afterAll(() => browser.close());

  it('goes from the start through both stands to its result without a hand on the machine', async () => {
    await page.goto(`${inject('appUrl')}#/screening`);
    await page.getByText('Not done yet.').waitFor();
    await page.getByRole('link', { name: 'Start the test' }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await stage(page, 'work').waitFor({ timeout: (LEAD_S + 20) * 1000 });
    await page.getByRole('heading', { level: 1, name: 'Hip test' }).waitFor({ timeout: 130_000 });
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
