import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../support/app-page';

/** The app as it is built and started: its colours follow the system where nobody has chosen a theme. */
describe('the built app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium('none');
  });
  afterAll(() => browser.close());

  /** Lightness of the text's colour, 0 black … 255 white. */
  async function textLightness(hash: string, part: string, colorScheme: 'light' | 'dark'): Promise<number> {
    const page = await browser.newPage({ colorScheme });
    await page.goto(`${inject('appUrl')}${hash}`);
    await page.locator(part).first().waitFor();
    const lightness = await page
      .locator(part)
      .first()
      .evaluate((element) => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        if (!canvas) throw new Error('no canvas');
        canvas.fillStyle = getComputedStyle(element).color;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / 3;
      });
    await page.close();
    return lightness;
  }

  it('writes dark on light and light on dark, as the system wishes', async () => {
    expect(await textLightness('#/', 'h1', 'light')).toBeLessThan(80);
    expect(await textLightness('#/', 'h1', 'dark')).toBeGreaterThan(200);
  });

  it('keeps the live stage dark, its writing light, in a light page too', async () => {
    const live = '#/live?exercise=hip-hike&autostart=1';
    expect(await textLightness(live, '.hud-title', 'light')).toBeGreaterThan(200);
    expect(await textLightness(live, '.hud-title', 'dark')).toBeGreaterThan(200);
  });
});
