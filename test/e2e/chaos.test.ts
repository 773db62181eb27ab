import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Complaints } from '../support/app-page';
import { expectToGoOnFrom, launchWithLunges, newApp, startLunges } from '../support/live-app';
import { advice, reviewAfterEnd, shownCount, stage } from '../support/live-page';
import { makeCameraWilful, setMood } from '../support/wilful-camera';

describe('a session in which everything goes wrong', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchWithLunges();
    ({ context, page, complaints } = await newApp(browser));
    await makeCameraWilful(page);
    await startLunges(page);
  });
  afterAll(() => browser.close());

  it('opens a camera that is stuck anew by itself, and counts on', async () => {
    const before = await shownCount(page);
    await setMood(page, 'stuck');
    await expectToGoOnFrom(page, before);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says that a frozen camera sends nothing, though it never ended, and goes on when it is opened again', async () => {
    const before = await shownCount(page);
    await setMood(page, 'frozen');
    const silent = advice(page, 'The camera sends no pictures');
    await silent.waitFor({ timeout: 30_000 });
    expect(await silent.textContent()).toMatch(/shutter.*is kept/);
    await setMood(page, 'shows');
    await page.getByRole('button', { name: 'Try again' }).click();
    await silent.waitFor({ state: 'hidden' });
    await expectToGoOnFrom(page, before);
  });

  it('counts on after the camera showed nothing but black', async () => {
    const before = await shownCount(page);
    await setMood(page, 'black');
    await new Promise((passed) => setTimeout(passed, 4000));
    await setMood(page, 'shows');
    await expectToGoOnFrom(page, before);
  });

  it('counts on when the camera changes its resolution in the middle', async () => {
    const before = await shownCount(page);
    await setMood(page, 'smaller');
    await expectToGoOnFrom(page, before);
    await setMood(page, 'shows');
  });

  it('keeps its count while the camera gives three pictures a second, and goes on after', async () => {
    const before = await shownCount(page);
    await setMood(page, 'slow');
    await new Promise((passed) => setTimeout(passed, 6000));
    expect(await page.getByRole('alert').count()).toBe(0);
    await setMood(page, 'shows');
    await expectToGoOnFrom(page, before);
  });

  it('stands still while its tab is hidden, and goes on by itself from its count', async () => {
    const before = await shownCount(page);
    const show = (state: DocumentVisibilityState) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    await stage(page, 'paused').waitFor();
    // Longer than a repetition of the clip takes.
    await new Promise((passed) => setTimeout(passed, 5000));
    const meanwhile = await shownCount(page);
    expect(meanwhile).toBeLessThanOrEqual(before + 1);
    await show('visible');
    await stage(page, 'work').waitFor();
    await expectToGoOnFrom(page, meanwhile);
  });

  it('goes on from its count after the computer slept, and woke to another time of day', async () => {
    const before = await shownCount(page);
    await page.evaluate((asleepMs) => {
      const until = performance.now() + asleepMs;
      // Nothing runs, no timer, no picture, as long as this does.
      while (performance.now() < until);
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
    }, 15_000);
    await expectToGoOnFrom(page, before);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.locator('.hud-notice').allTextContents()).not.toContain(
      'The pose model did not answer',
    );
  });

  it('is called running, not interrupted, by another tab', async () => {
    const other = await context.newPage();
    await other.goto(`${inject('appUrl')}#/history`);
    await other.getByRole('link', { name: /Curtsy lunge.*running/ }).waitFor();
    expect(await other.getByRole('link', { name: /interrupted/ }).count()).toBe(0);
    await other.close();
  });

  it('loses nothing when its database is deleted under it', async () => {
    const before = await shownCount(page);
    const names = await page.evaluate(async () => {
      const found = (await indexedDB.databases()).map(({ name }) => name ?? '');
      for (const name of found) {
        await new Promise((done) => {
          Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: done, onblocked: done });
        });
      }
      return found;
    });
    expect(names.length).toBeGreaterThan(0);
    await expectToGoOnFrom(page, before);
    const shown = await shownCount(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'End and review' }).click();
    await reviewAfterEnd(page);
    await page.goto(`${inject('appUrl')}#/history`);
    await page.reload();
    const entry = page.getByRole('link', { name: /Curtsy lunge/ });
    await entry.waitFor();
    expect(await entry.count()).toBe(1);
    const kept = Number(/(\d+) reps?/.exec((await entry.textContent()) ?? '')?.[1]);
    expect(kept).toBeGreaterThanOrEqual(shown);
  });

  it('did not stumble over any of it', () => {
    expect(complaints.console.filter((line) => line.startsWith('exception'))).toEqual([]);
    expect(complaints.foreignRequests).toEqual([]);
  });
});
