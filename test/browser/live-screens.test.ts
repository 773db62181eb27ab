import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes } from '../support/accessibility';
import { usePreview } from '../support/preview';
import { LIVE_SCREENS, openScreen, type ScreenName } from '../support/preview-screens';
import { inEachSize, LAPTOP, SIZES, SMALL_LAPTOP, widerThanScreen } from '../support/screen-sizes';

let page: Page;

usePreview((preview) => {
  ({ page } = preview);
});

const open = (screen: ScreenName) => openScreen(page, screen);

describe.each(LIVE_SCREENS)('%s', (screen) => {
  it('has no accessibility violation, dark or light, and is never wider than the screen', async () => {
    await open(screen);
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });
});

describe('the live screen in every size', () => {
  it.each(['work', 'work with a fault', 'hold'] as const)(
    'shows the count in digits of a fifth of the screen’s height: %s',
    async (screen) => {
      await open(screen);
      await inEachSize(page, [LAPTOP, SMALL_LAPTOP], async ({ height }, name) => {
        const fontPx = await page
          .locator('.dial-big')
          .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
        expect(fontPx, name).toBeGreaterThanOrEqual(height * 0.2);
      });
    },
  );

  it('keeps everything in its place when a cue comes', async () => {
    const places = async (screen: ScreenName) => {
      await open(screen);
      const parts = ['.dial', '.hud-side-left', '.hud-side-right', '.hud-banner-area'];
      return inEachSize(page, SIZES, async (_, name) => ({
        name,
        boxes: await Promise.all(parts.map((part) => page.locator(part).boundingBox())),
      }));
    };
    expect(await places('work with a fault')).toEqual(await places('work'));
  });

  it('asks which exercise it is with two targets to hit without aiming', async () => {
    const dial = () => page.locator('.dial').boundingBox();
    await open('work');
    const dials = await inEachSize(page, SIZES, dial);
    await open('which exercise');
    expect(await inEachSize(page, SIZES, dial)).toEqual(dials);
    await inEachSize(page, SIZES, async ({ width, height }, name) => {
      for (const choice of await page.locator('.hud-choice').all()) {
        const box = await choice.boundingBox();
        // A tenth of the screen's height and more than a quarter of its width.
        expect(box?.height, name).toBeGreaterThanOrEqual(height / 10);
        expect(box?.width, name).toBeGreaterThanOrEqual(width / 4);
      }
    });
  });

  it('keeps what to do next in sight in the set-up', async () => {
    await open('set-up');
    await inEachSize(page, SIZES, async ({ height }, name) => {
      const box = await page.getByText('Step back until your feet show').boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0), name).toBeLessThanOrEqual(height);
    });
  });
});

describe('the rest', () => {
  it.each(['rest', 'changing over'] as const)('shows all of it at once: %s', async (screen) => {
    await open(screen);
    await inEachSize(page, SIZES, async ({ height }, name) => {
      const dial = await page.locator('.dial').boundingBox();
      const panel = await page.locator('.rest').boundingBox();
      const beside = (panel?.x ?? 0) + (panel?.width ?? 0) <= (dial?.x ?? 0);
      const below = (panel?.y ?? 0) >= (dial?.y ?? 0) + (dial?.height ?? 0);
      const above = (panel?.y ?? 0) + (panel?.height ?? 0) <= (dial?.y ?? 0);
      expect(beside || below || above, name).toBe(true);
      for (const part of ['.rest', '.rest-actions', '.hud-side-left', '.hud-side-right']) {
        const box = await page.locator(part).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0), `${part} at ${name}`).toBeLessThanOrEqual(height);
      }
    });
  });

  it('lets the person put the count right', async () => {
    await page.setViewportSize(LAPTOP);
    await open('rest');
    const own = page.getByRole('group', { name: 'Your count, left' });
    await own.getByRole('button', { name: 'One more' }).click();
    expect(await own.locator('output').textContent()).toBe('4');
    await page.locator('.hud-side-left').getByText('Hipline: 3').waitFor();
  });
});
