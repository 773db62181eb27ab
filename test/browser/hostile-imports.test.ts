import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from '../support/app-page';
import { goodFile, tamperedFile } from '../support/tampered-file';

/** Always the same ones: what fails here can be looked at. */
const FILES = fc.sample(tamperedFile, { numRuns: 1000, seed: 1 });
/** Some are taken, and are shown: so many of them are opened. */
const OPENED = 12;

describe('a thousand tampered files, brought in at once beside a session of one’s own', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchChromium('none');
    ({ page, complaints } = await openPage(await browser.newContext(ONLINE)));
    await page.goto(`${inject('appUrl')}#/history`);
  });
  afterAll(() => browser.close());

  const bringIn = (texts: readonly string[]) =>
    page.locator('input[type=file]').setInputFiles(
      texts.map((text, n) => ({
        name: `${String(n)}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
  const own = () => page.locator('a.entry[href$="/my-own"]');

  it('are told of in one summary, and the own session is still there', async () => {
    await bringIn([goodFile('my-own')]);
    await own().waitFor();
    await bringIn(FILES);
    await page.getByRole('heading', { name: /^\d+ sessions? brought in$/ }).waitFor({ timeout: 60_000 });
    expect(await page.getByRole('alert').count()).toBe(1);
    await own().waitFor();
  });

  it('leave a history that opens after a reload, and sessions that open in the review', async () => {
    await page.reload();
    await own().waitFor();
    const taken = await page
      .locator('a.entry')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(taken.length).toBeGreaterThan(1);
    for (const address of taken.slice(0, OPENED)) {
      await page.goto(`${inject('appUrl')}${address}`);
      await page.locator('main h1').waitFor();
    }
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });
});
