import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Complaints } from '../support/app-page';
import { LUNGES, launchWithLunges, newApp, NEXT_REP_MS, READY_MS, startLunges } from '../support/live-app';
import { advice, reviewAfterEnd, shownCount, stage, waitForCount } from '../support/live-page';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchWithLunges();
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ context, page, complaints } = await newApp(browser));
});
afterEach(async () => {
  expect(complaints.console.filter((line) => line.startsWith('exception'))).toEqual([]);
  await context.close();
});

/** Sessions of the history and how many repetitions each has, as the person reads them. */
async function keptReps(): Promise<readonly number[]> {
  await page.goto(`${inject('appUrl')}#/history`);
  await page.reload();
  const entries = page.getByRole('link', { name: /Curtsy lunge/ });
  await entries.first().waitFor();
  const texts = await entries.allTextContents();
  return texts.map((text) => Number(/(\d+) reps?/.exec(text)?.[1]));
}

async function endSession(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End and review' }).click();
  await reviewAfterEnd(page);
}

describe('a database that another tab holds', () => {
  it('is said, stops nobody, and has the whole session once the tab is closed', async () => {
    // A tab from before the digests were kept, which does not yield: the database cannot be brought up to date.
    const other = await context.newPage();
    await other.goto(`${inject('appUrl')}manifest.webmanifest`);
    await other.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const request = indexedDB.open('hipline', 1);
          request.onupgradeneeded = () => {
            const database = request.result;
            database.createObjectStore('sessions', { keyPath: 'id' });
            database.createObjectStore('sets', { keyPath: ['session', 'n'] });
            for (const name of ['entries', 'recordings'])
              database.createObjectStore(name, { autoIncrement: true }).createIndex('session', 'session');
          };
          request.onsuccess = () => {
            done();
          };
          request.onerror = () => {
            fail(new Error('no database'));
          };
        }),
    );
    await page.bringToFront();
    await startLunges(page);
    await waitForCount(page, 2, NEXT_REP_MS);
    const notice = page.locator('.hud-notice', { hasText: 'Another tab holds the sessions' });
    await notice.waitFor();
    expect(await notice.getAttribute('title')).toMatch(/Close the other Hipline tabs.*saved/);
    await other.close();
    const before = await shownCount(page);
    await waitForCount(page, before + 1, NEXT_REP_MS);
    await notice.waitFor({ state: 'hidden', timeout: 30_000 });
    const shown = await shownCount(page);
    await endSession();
    const [kept, ...others] = await keptReps();
    expect(kept).toBeGreaterThanOrEqual(shown);
    expect(others).toEqual([]);
  });
});

describe('a camera that is swapped for another one in the middle', () => {
  it('is told of as lost, and counting goes on with the one that is there', async () => {
    await page.addInitScript(() => {
      localStorage.setItem('hipline.settings', JSON.stringify({ model: 'lite', cameraId: 'first' }));
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      let wasSwapped = false;
      devices.addEventListener('devicechange', () => (wasSwapped = true));
      // Two cameras of which one is plugged in at a time; the browser's own stands for both.
      devices.getUserMedia = (constraints = {}) => {
        const { deviceId, ...video } = constraints.video as MediaTrackConstraints;
        const { exact } = (deviceId ?? {}) as { exact?: string };
        return exact !== undefined && wasSwapped
          ? Promise.reject(new OverconstrainedError('deviceId'))
          : open({ ...constraints, video });
      };
    });
    await startLunges(page);
    const before = await shownCount(page);
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      const [track] = (video.srcObject as MediaStream).getVideoTracks();
      track?.stop();
      track?.dispatchEvent(new Event('ended'));
    });
    const lost = advice(page, 'The camera went away');
    await lost.waitFor();
    expect(await lost.textContent()).toMatch(/try again.*is kept/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await lost.waitFor({ state: 'hidden' });
    expect(await shownCount(page)).toBeGreaterThanOrEqual(before);
    await waitForCount(page, before + 1, NEXT_REP_MS);
    const shown = await shownCount(page);
    await endSession();
    const [kept, ...others] = await keptReps();
    expect(kept).toBeGreaterThanOrEqual(shown);
    expect(others).toEqual([]);
  });
});

describe('a machine without memory for the WebAssembly', () => {
  it('is told so, and the session begins once there is some', async () => {
    const refuse = `
      const tooLittle = () => Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory'));
      WebAssembly.instantiate = tooLittle;
      WebAssembly.instantiateStreaming = tooLittle;
    `;
    await page.route('**/pose.worker*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${refuse}${await answer.text()}` });
    });
    await page.goto(`${inject('appUrl')}${LUNGES}`);
    const fault = page.getByRole('alert').first();
    await fault.waitFor({ timeout: READY_MS });
    expect(await fault.textContent()).toMatch(/not enough memory.*Close other tabs.*your count is kept/);
    await page.unroute('**/pose.worker*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await stage(page, 'work').waitFor({ timeout: READY_MS });
    await waitForCount(page, 1, NEXT_REP_MS);
  });
});
