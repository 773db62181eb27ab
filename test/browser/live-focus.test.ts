import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOn } from '../support/accessibility';
import { usePreview, type Preview } from '../support/preview';

let preview: Preview;
let page: Page;

usePreview((opened) => {
  preview = opened;
  ({ page } = opened);
});

const open = (address: string): Promise<void> => preview.open(address, '#app main');

/** What has the focus, by the words on it. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    return (element.getAttribute('aria-label') ?? element.textContent).trim();
  });
const isWithin = (box: string) =>
  page.evaluate((inside) => document.activeElement?.matches(`${inside} *`) === true, box);
const expectFocus = (words: string) => expect.poll(focused).toBe(words);

describe('the focus', () => {
  it('goes from the camera’s button to the heading of the live screen', async () => {
    await open('?live=placing#/live?exercise=hip-hike');
    await page.getByRole('button', { name: 'Turn on the camera' }).press('Enter');
    await expectFocus('Hip hike');
  });

  it('goes from the set-up’s button to the heading, once work begins', async () => {
    await open('?live=setup#/live?exercise=hip-hike');
    await page.getByRole('button', { name: 'Skip the check' }).press('Enter');
    await expectFocus('Hip hike');
  });

  it('goes to what goes on in a pause, and back to the heading after it', async () => {
    await open('?live=work#/live?exercise=hip-hike');
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    // At once: not the button that has been pressed and now says the same, but the pause's own.
    expect(await focused()).toBe('Go on');
    expect(await isWithin('.pause')).toBe(true);
    await page.keyboard.press('Space');
    await expectFocus('Hip hike');
  });

  it('stays paused while the space that paused is held down', async () => {
    await open('?live=work#/live?exercise=hip-hike');
    await page.keyboard.down('Space');
    await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    expect(await page.locator('main.live').getAttribute('data-stage')).toBe('paused');
    expect(await isWithin('.pause')).toBe(true);
  });

  it('goes to what begins the next set in a rest, and to the heading with the set', async () => {
    await open('?live=rest#/live?exercise=hip-hike');
    await expectFocus('Start now');
    await page.keyboard.press('Enter');
    await expectFocus('Hip hike');
  });

  it('goes to the way out of a fault that stands over the picture, and back', async () => {
    await open('?live=lost#/live?exercise=hip-hike');
    await expectFocus('Try again');
    await page.keyboard.press('Enter');
    await expectFocus('Hip hike');
  });

  it('goes to the next button at the end', async () => {
    await open('?live=done#/live?exercise=hip-hike');
    await expectFocus('See the review');
  });

  it('goes to what takes a deletion back, and to the heading once it is taken back', async () => {
    await open('#/history');
    await page.getByRole('button', { name: 'Select', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Select all' }).press('Enter');
    await page.getByRole('button', { name: /^Delete/ }).press('Enter');
    await expectFocus('Undo');
    await page.keyboard.press('Enter');
    await expectFocus('History');
  });
});

describe('the sound within a session', () => {
  const sheet = () => page.getByRole('dialog', { name: 'Sound' });

  it.each(['paused', 'rest'] as const)(
    'is changed in a %s by large buttons, and goes back to it',
    async (state) => {
      await open(`?live=${state}#/live?exercise=kettlebell-march`);
      const count = await page.locator('.hud-side-left').textContent();
      await page.getByRole('button', { name: 'Sound' }).last().click();
      await sheet()
        .getByRole('radio', { name: /^Faults/ })
        .check();
      const voice = sheet().getByRole('group', { name: 'Volume of the voice' });
      await voice.getByRole('button', { name: /less/ }).click();
      expect(await voice.locator('output').textContent()).toBe('80');
      const tones = sheet().getByRole('group', { name: 'Volume of the tones' });
      await tones.getByRole('button', { name: /more/ }).click();
      expect(await tones.locator('output').textContent()).toBe('100');
      for (const button of await sheet().locator('.stepper button, .choice-option').all()) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(60);
      }
      expect(await violationsOn(page, 'dialog[open]')).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet().waitFor({ state: 'hidden' });
      // Escape closed the sheet and asked nothing; all that was counted is still there, and so is the pause or rest.
      expect(await page.locator('main.live').getAttribute('data-stage')).toBe(state);
      expect(await page.locator('.hud-side-left').textContent()).toBe(count);
      await expectFocus('Sound');
      await page.getByRole('button', { name: 'Sound' }).last().click();
      expect(
        await sheet()
          .getByRole('radio', { name: /^Faults/ })
          .isChecked(),
      ).toBe(true);
      expect(await voice.locator('output').textContent()).toBe('80');
    },
  );

  it('is reached by the keyboard alone, and not in the middle of a set', async () => {
    await open('?live=work#/live?exercise=kettlebell-march');
    await page.keyboard.press('s');
    expect(await sheet().isVisible()).toBe(false);
    // The one key right after the other: what the second means is what the first has led to.
    await page.keyboard.press('Space');
    await page.keyboard.press('s');
    expect(await sheet().isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(
      await sheet()
        .getByRole('radio', { name: /^Counts and faults/ })
        .isChecked(),
    ).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(
      await sheet().getByRole('group', { name: 'Volume of the voice' }).locator('output').textContent(),
    ).toBe('80');
  });
});
