import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findClips } from '../../scripts/evaluate/clips';
import { FIXTURES } from '../../scripts/evaluate/options';
import { toLandmarkStream } from '../../src/capture/stream-writer';
import { launchChromium, type Complaints } from '../support/app-page';
import { newApp } from '../support/live-app';

/** Hip hikes whose landmarks went through the pose model: the built app analyses them without a pose model. */
const NAME = 'd08_hike_left_faults';
const stream = (): string => {
  const frames = findClips(FIXTURES)
    .find(({ name }) => name === NAME)
    ?.recorded('full');
  if (!frames) throw new Error('the fixture is missing');
  return JSON.stringify(toLandmarkStream({ clip: NAME, model: 'full' }, frames));
};

describe('an analysed recording', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchChromium('none');
    ({ context, page, complaints } = await newApp(browser));
    await page.goto(`${inject('appUrl')}#/analyse`);
    await page
      .locator('.drop input[type=file]')
      .setInputFiles({ name: 'hikes.json', mimeType: 'application/json', buffer: Buffer.from(stream()) });
    await page.getByRole('button', { name: 'Keep in history' }).waitFor({ timeout: 120_000 });
  });
  afterAll(() => browser.close());

  const counted = () =>
    page.locator('.stat').filter({ hasText: 'Counted' }).locator('.stat-value').textContent();

  it('is not in the history unless it is asked for', async () => {
    const other = await context.newPage();
    await other.goto(`${inject('appUrl')}#/history`);
    await other.getByRole('heading', { level: 1 }).waitFor();
    expect(await other.locator('a[href*="#/review/"]').count()).toBe(0);
    await other.close();
  });

  it('says so when the disk is full, keeps nothing by halves, and is kept when there is room', async () => {
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(inject('appUrl'));
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.getByRole('button', { name: 'Keep in history' }).click();
    await page.getByRole('alert').getByText('There is no room left').waitFor();
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByRole('button', { name: 'Keep in history' }).click();
    await page.getByRole('link', { name: 'Kept: show it' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('is a session like any other: once in the history, with the same count, also after a reload', async () => {
    const before = await counted();
    expect(Number(before)).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Kept: show it' }).click();
    await page.getByRole('heading', { level: 1, name: /Hip hike/ }).waitFor();
    expect(await counted()).toBe(before);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /Hip hike/ }).waitFor();
    expect(await counted()).toBe(before);
    await page.goto(`${inject('appUrl')}#/history`);
    await page.locator('a[href*="#/review/"]').first().waitFor();
    expect(await page.locator('a[href*="#/review/"]').count()).toBe(1);
  });

  it('asked nothing of any other origin, and said nothing in the console', () => {
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });
});
