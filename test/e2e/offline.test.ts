import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveApp } from '../../scripts/serve.mjs';
import type { Complaints } from '../support/app-page';
import { KEEPS_A_COPY, launchWithLunges, newApp } from '../support/live-app';
import { stage } from '../support/live-page';

describe('without the server', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;
  let url: string;

  beforeAll(async () => {
    browser = await launchWithLunges();
    ({ page, complaints } = await newApp(browser, KEEPS_A_COPY));
    // A server of its own, because it goes away; that says more than a browser that is told to be offline.
    const app = await serveApp();
    ({ url } = app);
    await page.goto(url);
    // Ready: everything has been copied.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await app.close();
  });
  afterAll(() => browser.close());

  it('is gone', async () => {
    await expect(fetch(url)).rejects.toThrow();
  });

  it('opens, with its fonts, and without a complaint', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'What are you training?' }).waitFor();
    expect(await page.evaluate(() => document.fonts.ready.then((fonts) => fonts.size))).toBeGreaterThan(0);
    expect(complaints.console).toEqual([]);
  });

  it('trains: the camera is read by the models of the copy', async () => {
    await page.goto(`${url}#/live?exercise=curtsy-lunge&autostart=1`);
    await stage(page, 'setup').waitFor({ timeout: 60_000 });
    await page.locator('.live-video[style*="width"]').waitFor({ state: 'attached', timeout: 60_000 });
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });

  it('keeps the headers that hold pictures in the page', async () => {
    const policy = await page.evaluate(async () => {
      const response = await fetch('/index.html');
      return response.headers.get('content-security-policy');
    });
    expect(policy).toContain("default-src 'none'");
  });
});
