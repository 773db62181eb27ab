import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Complaints } from '../support/app-page';
import { KEEPS_A_COPY, launchWithLunges, newApp, NEXT_REP_MS } from '../support/live-app';
import { chooseLightModel, reviewAfterEnd, shownCount, stage, waitForCount } from '../support/live-page';
import { servePlainly, type PlainHost } from '../support/plain-host';

const DIST = resolve(import.meta.dirname, '../../dist');

describe('on the plainest of hosts, in a folder, without any header', () => {
  let host: PlainHost;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    host = await servePlainly(DIST);
    browser = await launchWithLunges();
    ({ context, page, complaints } = await newApp(browser, KEEPS_A_COPY));
    await page.goto(host.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
  });

  const isIsolated = () => page.evaluate(() => globalThis.crossOriginIsolated);

  it('is isolated from the second visit on, by the copy that the browser keeps', async () => {
    expect(await isIsolated()).toBe(false);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'What are you training?' }).waitFor();
    expect(await isIsolated()).toBe(true);
  });

  it('trains, with camera and models', async () => {
    await page.goto(`${host.url}#/live?exercise=hip-hike&autostart=1`);
    await stage(page, 'setup').waitFor({ timeout: 90_000 });
    await page.locator('.live-video[style*="width"]').waitFor({ state: 'attached', timeout: 60_000 });
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });

  it('takes no newer version while a session runs in another tab, which goes on counting, and then only where it is asked for', async () => {
    const training = await context.newPage();
    await chooseLightModel(training);
    await training.goto(`${host.url}#/live?exercise=curtsy-lunge&skipSetup=1&autostart=1`);
    await waitForCount(training, 1, NEXT_REP_MS);
    host.replace('sw.js', `${readFileSync(join(DIST, 'sw.js'), 'utf8')}\n// newer`);
    await page.goto(host.url);
    await page.reload();
    const take = page.getByRole('button', { name: 'Update' });
    await take.waitFor({ timeout: 60_000 });
    await take.click();
    await page.getByRole('heading', { name: 'A session is running in another tab' }).waitFor();
    await waitForCount(training, (await shownCount(training)) + 1, NEXT_REP_MS);
    await training.keyboard.press('Escape');
    await training.getByRole('button', { name: 'End and review' }).click();
    await reviewAfterEnd(training);
    await training.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }));
    await Promise.all([page.waitForEvent('load'), take.click()]);
    await page.getByRole('heading', { level: 1, name: 'What are you training?' }).waitFor();
    expect(await take.count()).toBe(0);
    // The page that trained stays as it is until it is left.
    expect(await training.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true);
    await page.goto(`${host.url}#/history`);
    await page.getByRole('link', { name: /Curtsy lunge/ }).waitFor();
  });
});
