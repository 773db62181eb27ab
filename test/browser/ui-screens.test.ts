import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes, violationsOn } from '../support/accessibility';
import { usePreview } from '../support/preview';
import { openScreen, PAGES, type ScreenName } from '../support/preview-screens';
import { widerThanScreen } from '../support/screen-sizes';

let page: Page;

usePreview((preview) => {
  ({ page } = preview);
});

const open = (screen: ScreenName, theme?: 'light' | 'dark') => openScreen(page, screen, theme);

describe.each(PAGES)('%s', (screen) => {
  it('has no accessibility violation, dark or light, and is never wider than the screen', async () => {
    await open(screen);
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });
});

describe('with the keyboard and a screen reader', () => {
  it('puts the focus on the heading of each new screen', async () => {
    await open('choose');
    await page.getByRole('link', { name: 'History' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History');
  });

  it('keeps the focus in the settings, and gives it back', async () => {
    await open('choose');
    const button = page.getByRole('button', { name: 'Settings' });
    await button.press('Enter');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    expect(await violationsOn(page, 'dialog[open]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('changes the theme at once', async () => {
    await open('choose', 'dark');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Light' }).last().check();
    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'light');
  });

  it('says counts and cues through a live region', async () => {
    await open('work');
    expect(await page.getByRole('status').first().textContent()).toBe('kettlebell-march work');
  });

  it('says which exercise it is with a key, or the button', async () => {
    await open('which exercise');
    const question = page.getByRole('group', { name: 'Which one is it?' });
    await question.getByRole('button', { name: /Banded lateral step/ }).waitFor();
    await page.keyboard.press('2');
    await question.waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').first().textContent()).toBe('kettlebell-march');
    await open('which exercise');
    await question.getByRole('button', { name: /Banded lateral step/ }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').first().textContent()).toBe('banded-lateral-step');
  });

  it('says more about a repetition that is chosen', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await page
      .getByText('Repetition 3, left knee, 1.6 s. Found: hip drop, standing on the right, 11° ± 2°.')
      .waitFor();
  });
});
