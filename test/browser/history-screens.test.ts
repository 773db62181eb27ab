import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes, violationsOn } from '../support/accessibility';
import { usePreview, type Preview } from '../support/preview';
import { widerThanScreen } from '../support/screen-sizes';

/** The screens of progress with made-up data: address after the preview page's. */
const SCREENS = {
  'review of repetitions': '#/review/march-now',
  'empty history': '?empty=1#/history',
  'history of one session': '?sessions=1#/history',
  'history of three sessions': '?sessions=3#/history',
  'history of sixty sessions': '?sessions=60#/history',
  'hip test not done': '#/screening',
  'hip test done once': '?stands=1#/screening',
  'hip test with a trend': '?stands=5#/screening',
  'plan not begun': '?empty=1#/plan',
  'plan after one day': '?sessions=0&planned=1#/plan',
  'plan after sixty days': '?sessions=0&planned=60#/plan',
  'history with pain and effort': '?sessions=3&planned=3#/history',
  'summary to print': '#/summary/march-now',
  'summary of nothing': '#/summary/none',
} as const;
type ScreenName = keyof typeof SCREENS;

let preview: Preview;
let page: Page;

usePreview((opened) => {
  preview = opened;
  ({ page } = opened);
});

const open = (screen: ScreenName): Promise<void> => preview.open(SCREENS[screen]);

describe.each(Object.keys(SCREENS) as ScreenName[])('%s', (screen) => {
  it('has no accessibility violation, dark or light, and is never wider than the screen', async () => {
    await open(screen);
    // A table that is opened scrolls within and widens nothing.
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });
});

describe('the history', () => {
  it('deletes some sessions and takes it back', async () => {
    await open('history of sixty sessions');
    await page.getByRole('button', { name: 'Select' }).click();
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(2).check();
    expect(await violationsOn(page)).toEqual([]);
    const third = await page.getByRole('checkbox').nth(1).getAttribute('aria-label');
    await page.getByRole('button', { name: 'Delete 2 sessions' }).click();
    await page.getByRole('heading', { name: '2 sessions deleted' }).waitFor();
    await page.getByRole('button', { name: 'Select' }).click();
    expect(await page.getByRole('checkbox').nth(0).getAttribute('aria-label')).toBe(third);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: '2 sessions deleted' }).waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('checkbox').nth(1).getAttribute('aria-label')).toBe(third);
  });

  it('deletes all of them at once', async () => {
    await open('history of sixty sessions');
    await page.getByRole('button', { name: 'Select' }).click();
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete 60 sessions' }).click();
    await page.getByRole('heading', { name: 'Nothing here yet' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'November 2026' }).waitFor();
  });

  it('shows one day, one exercise, one time', async () => {
    await open('history of sixty sessions');
    await page.getByRole('button', { name: 'Sunday 22 November, 1 session' }).click();
    expect(await page.locator('.entry').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all days' }).click();
    await page.getByLabel('Exercise').selectOption('side-plank');
    await page.getByRole('heading', { name: 'Progress: Side plank' }).waitFor();
    await page.getByLabel('Time').selectOption('month');
    await expect.poll(() => page.locator('.entry').count()).toBe(4);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('calls a change one only where it is, in words', async () => {
    await open('history of sixty sessions');
    const clean = page.getByRole('region', { name: 'Clean share' });
    await clean.getByText('That is a change.').waitFor();
    await page.getByRole('region', { name: 'Hip drop' }).getByText('Too close to call').first().waitFor();
  });

  it('leads to the hip test, its result and its trend', async () => {
    await open('hip test with a trend');
    const left = page.getByRole('region', { name: 'Standing on the left' });
    await left.getByText('No drop of 7° or more in 30 seconds.').waitFor();
    expect(await left.getByRole('definition').allTextContents()).toEqual(['30 s', 'none', '5°']);
    await page.getByText('Last done 3 days ago. The next one says most in 11 days').waitFor();
    const drop = page.getByRole('region', { name: 'Hip drop' });
    await drop.getByText('That is a change.').first().waitFor();
    await page.getByRole('link', { name: 'Test again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Single-leg stand' }).waitFor();
  });

  it('offers every way to take a session along', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: 'Print or export' }).click();
    await page.getByRole('dialog', { name: 'Print or export' }).waitFor();
    expect(await violationsOn(page, 'dialog[open]')).toEqual([]);
    await page.getByRole('link', { name: 'Show the page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Summary' }).waitFor();
  });
});

it('prints the summary on one page of paper, without what belongs to the screen', async () => {
  await open('summary to print');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.getByRole('article', { name: 'Summary' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});
