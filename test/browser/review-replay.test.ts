import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes } from '../support/accessibility';
import { usePreview } from '../support/preview';
import { openScreen, type ScreenName } from '../support/preview-screens';
import { SIZES } from '../support/screen-sizes';

let page: Page;

usePreview((preview) => {
  ({ page } = preview);
});

const open = (screen: ScreenName) => openScreen(page, screen);

describe('the skeleton of a repetition', () => {
  const figure = () => page.getByRole('img', { name: /^Stick figure/ }).first();
  /** A few of the stage's pixels as one number: differs when another moment is drawn. */
  const drawn = () =>
    page
      .locator('.replay-stage canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

  it.each(SIZES)('plays in its place: nothing jumps when one is chosen ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    await open('review of repetitions');
    const places = () =>
      page.evaluate(() =>
        ['.replay-stage', '.replay-controls', '.strip'].map((part) => {
          const element = document.querySelector(part);
          const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
          // The replay goes along with the page while its strip is looked through: of it only the size must stay.
          const isSticky = element?.closest('.replay') !== null;
          return [x, isSticky ? 0 : y + scrollY, width, height].map(Math.round);
        }),
      );
    const before = await places();
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await figure().waitFor();
    expect(await places()).toEqual(before);
    const first = await drawn();
    await expect.poll(drawn).not.toBe(first);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    // What was asked for before the pause is still painted.
    await page.waitForTimeout(100);
    const still = await drawn();
    await page.waitForTimeout(200);
    expect(await drawn()).toBe(still);
  });

  it('has no accessibility violation while it plays, dark or light', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: /^3L/ }).click();
    await figure().waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  it('is a still where motion is unwanted, moves on by pictures, and plays only when asked to', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('review of repetitions');
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await figure().waitFor();
    const still = await drawn();
    await page.waitForTimeout(200);
    expect(await drawn()).toBe(still);
    const scrubber = page.getByRole('slider', { name: 'Moment of the repetition' });
    const moment = await scrubber.getAttribute('aria-valuetext');
    for (let press = 0; press < 10; press += 1) await scrubber.press('ArrowRight');
    expect(await scrubber.getAttribute('aria-valuetext')).not.toBe(moment);
    const scrubbed = await drawn();
    expect(scrubbed).not.toBe(still);
    await page.getByRole('button', { name: 'One picture on' }).click();
    await expect.poll(drawn).not.toBe(scrubbed);
    const stepped = await drawn();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(drawn).not.toBe(stepped);
    await page.emulateMedia({ reducedMotion: null });
  });

  it('stands ready with the worst repetition beside the best of the same side, in step', async () => {
    await open('review of repetitions');
    await page.getByText('Hip drop, standing on the right', { exact: true }).first().waitFor();
    await page.getByText('Repetition 3: 11° ± 2°').waitFor();
    await page.getByText(/^Best of this side: repetition \d+: 2° ± 1°$/).waitFor();
    const both = () =>
      page
        .locator('.replay-stage canvas')
        .evaluateAll((stages) => stages.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
    const before = await both();
    await page.getByRole('slider', { name: 'Moment of the repetition' }).press('Home');
    await expect.poll(async () => (await both()).every((one, index) => one !== before[index])).toBe(true);
  });

  it('says where none was kept, and is absent from sessions without any', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: /partial/ }).click();
    await page.getByText('No stick figure was kept of this repetition').waitFor();
    await open('review of holds');
    expect(await page.locator('.replay').count()).toBe(0);
  });
});

describe('the curves of what was judged', () => {
  it('are read out by the arrow keys and under the pointer', async () => {
    await open('review of repetitions');
    const chart = page.getByRole('slider', { name: /^Pelvis/ });
    await chart.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(
      /^\d+\.\d s, Repetition 1L: Standing on the right 0\.0° ± 1\.6° \(flagged from 6\.2°\)$/,
    );
    await chart.press('End');
    const last = await chart.getAttribute('aria-valuetext');
    expect(last).toMatch(/Repetition 10R: Standing on the left/);
    await chart.hover();
    expect(await chart.getAttribute('aria-valuetext')).not.toBe(last);
  });
});

describe('sets of one exercise', () => {
  it('stand side by side, and the chosen one below in full', async () => {
    await open('review of sets');
    const second = page.getByRole('button', { name: /^Set 2/ });
    expect(await page.getByRole('columnheader').count()).toBeGreaterThanOrEqual(3);
    await second.click();
    expect(await second.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('heading', { name: /^Set 2/ }).waitFor();
  });
});
