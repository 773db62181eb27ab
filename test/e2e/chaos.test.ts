import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from '../support/app-page';
import { cameraClip } from '../support/camera-clip';
import {
  advice,
  chooseLightModel,
  reviewAfterEnd,
  shownCount,
  stage,
  waitForCount,
} from '../support/live-page';
import { makeCameraWilful, setMood } from '../support/wilful-camera';

/** Three lunges, played over and over, so that there is always another one to come. */
const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'curtsy-short.mp4');
/** Several rounds of the clip, for machines that see a few pictures a second only. */
const NEXT_REP_MS = 60_000;

describe('a session in which everything goes wrong', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    const decoder = await launchChromium('none');
    const file = await cameraClip(decoder, CLIP, { leadS: 4, tailS: 2 });
    await decoder.close();
    browser = await launchChromium({ file });
    context = await browser.newContext({ permissions: ['camera'], ...ONLINE });
    ({ page, complaints } = await openPage(context));
    await chooseLightModel(page);
    await makeCameraWilful(page);
    await page.goto(`${inject('appUrl')}#/live?exercise=curtsy-lunge&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
    await waitForCount(page, 1, NEXT_REP_MS);
  });
  afterAll(() => browser.close());

  /** What was counted stays on the screen, and the next repetition is added to it. */
  const expectToGoOnFrom = async (count: number): Promise<void> => {
    expect(await shownCount(page)).toBeGreaterThanOrEqual(count);
    await waitForCount(page, count + 1, NEXT_REP_MS);
  };

  it('opens a camera that is stuck anew by itself, and counts on', async () => {
    const before = await shownCount(page);
    await setMood(page, 'stuck');
    await expectToGoOnFrom(before);
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
    await expectToGoOnFrom(before);
  });

  it('counts on after the camera showed nothing but black', async () => {
    const before = await shownCount(page);
    await setMood(page, 'black');
    await new Promise((passed) => setTimeout(passed, 4000));
    await setMood(page, 'shows');
    await expectToGoOnFrom(before);
  });

  it('counts on when the camera changes its resolution in the middle', async () => {
    const before = await shownCount(page);
    await setMood(page, 'smaller');
    await expectToGoOnFrom(before);
    await setMood(page, 'shows');
  });

  it('keeps its count while the camera gives three pictures a second, and goes on after', async () => {
    const before = await shownCount(page);
    await setMood(page, 'slow');
    await new Promise((passed) => setTimeout(passed, 8000));
    expect(await page.getByRole('alert').count()).toBe(0);
    await setMood(page, 'shows');
    await expectToGoOnFrom(before);
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
    await new Promise((passed) => setTimeout(passed, 8000));
    const meanwhile = await shownCount(page);
    expect(meanwhile).toBeLessThanOrEqual(before + 1);
    await show('visible');
    await stage(page, 'work').waitFor();
    await expectToGoOnFrom(meanwhile);
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
    await expectToGoOnFrom(before);
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
    await expectToGoOnFrom(before);
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
