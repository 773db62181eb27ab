import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, type Complaints } from '../support/app-page';
import { newApp } from '../support/live-app';
import { advice, stage } from '../support/live-page';
import { silentWav } from '../support/silent-wav';

const ROOT = resolve(import.meta.dirname, '../..');
const SHORT = join(ROOT, 'test/fixtures/clips/curtsy-short.mp4');
const MODEL = 'pose_landmarker_lite.task';
/** Chromium's own test picture: nobody is in it. */
const TEST_PICTURE = '--use-fake-device-for-media-stream';
const LIVE = '#/live?exercise=hip-hike';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: Complaints;

/** A fresh profile and page. */
async function open(address: string, options: BrowserContextOptions = {}, from = browser): Promise<void> {
  ({ context, page, complaints } = await newApp(from, options));
  await page.goto(`${inject('appUrl')}${address}`);
}

const tryAgain = () => page.getByRole('button', { name: 'Try again' }).click();

beforeAll(async () => {
  browser = await launchChromium('none', [TEST_PICTURE]);
});
afterAll(() => browser.close());
afterEach(async () => {
  // A fault is said to the person; the app itself never stumbles over it.
  expect(complaints.console.filter((line) => line.startsWith('exception'))).toEqual([]);
  await context.close();
});

describe('the camera', () => {
  it('that is refused is asked for, and used once it is allowed', async () => {
    await open(`${LIVE}&autostart=1`, { permissions: [] });
    const refused = advice(page, 'The camera is not allowed');
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/address bar.*try again/);
    await context.grantPermissions(['camera']);
    await tryAgain();
    await stage(page, 'setup').waitFor({ timeout: 90_000 });
    expect(await refused.count()).toBe(0);
  });

  it('that is not there is named, and a way back stands beside it', async () => {
    const without = await launchChromium('none');
    try {
      await open(`${LIVE}&autostart=1`, {}, without);
      const absent = advice(page, 'No camera found');
      await absent.waitFor();
      expect(await absent.textContent()).toMatch(/Plug a camera in/);
      await page.getByRole('link', { name: 'Back' }).click();
      await page.getByRole('link', { name: /Hip hike/ }).waitFor();
    } finally {
      await without.close();
    }
  });
});

describe('the pose model', () => {
  const bundle = readFileSync(join(ROOT, 'public/models', MODEL));
  const altered = Buffer.from(bundle);
  altered[1_000_000] = (altered[1_000_000] ?? 0) ^ 1;

  it.each([
    ['missing', { status: 404 }, 'The pose model is missing', /npm start/],
    [
      'cut off',
      { status: 200, body: bundle.subarray(0, 500_000) },
      'The pose model is damaged',
      /public\/models/,
    ],
    ['altered', { status: 200, body: altered }, 'The pose model is damaged', /public\/models/],
  ])('that is %s is named, and loaded once it is there', async (_, answer, title, todo) => {
    await open('');
    await page.route(`**/${MODEL}`, (route) => route.fulfill(answer));
    await page.goto(`${inject('appUrl')}${LIVE}&autostart=1`);
    const fault = advice(page, title);
    await fault.waitFor({ timeout: 60_000 });
    expect(await fault.textContent()).toMatch(todo);
    await page.unroute(`**/${MODEL}`);
    await tryAgain();
    await stage(page, 'setup').waitFor({ timeout: 90_000 });
    expect(await fault.count()).toBe(0);
  });

  it('runs without WebGL on LiteRT, and says what is missing where that does not start either', async () => {
    const flags = [TEST_PICTURE, '--disable-gpu', '--disable-software-rasterizer'];
    const without = await launchChromium('none', flags);
    try {
      await open(`${LIVE}&autostart=1`, {}, without);
      await stage(page, 'setup').waitFor({ timeout: 90_000 });
      await open('', {}, without);
      await page.route('**/litert/**', (route) => route.fulfill({ status: 404 }));
      await page.goto(`${inject('appUrl')}${LIVE}&autostart=1`);
      const fault = advice(page, 'This browser has no WebGL');
      await fault.waitFor({ timeout: 60_000 });
      expect(await fault.textContent()).toMatch(/hardware acceleration/);
    } finally {
      await without.close();
    }
  });
});

describe('a part of the app', () => {
  it.each([
    ['the WebAssembly', /\/(wasm|litert)\//, 'A part of Hipline did not load', /run npm start again/],
    ['the worker', '**/pose.worker*', 'The pose model stopped', /reload the page/],
  ])(
    'that is missing (%s) is named, and nothing of it is left once it is there',
    async (_, part, title, todo) => {
      await open('');
      await page.route(part, (route) => route.fulfill({ status: 404 }));
      await page.goto(`${inject('appUrl')}${LIVE}&autostart=1`);
      const fault = advice(page, title);
      await fault.waitFor({ timeout: 90_000 });
      expect(await fault.textContent()).toMatch(todo);
      await page.unroute(part);
      await tryAgain();
      await stage(page, 'setup').waitFor({ timeout: 90_000 });
      expect(await fault.count()).toBe(0);
      // Others may be there: a machine without voices says so once it may speak.
      expect(await page.locator('.hud-notice').allTextContents()).not.toContain(title);
    },
  );

  it('that is not needed to count (the movement model) stops nobody', async () => {
    await open('');
    await page.route('**/models/movement/**', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${inject('appUrl')}${LIVE}&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
    await page.getByText('You are out of sight').first().waitFor({ timeout: 60_000 });
  });

  it('that the browser withholds (its database) is said, and the app works', async () => {
    await open('');
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await page.goto(`${inject('appUrl')}#/history`);
    await page.reload();
    await advice(page, 'This browser keeps nothing here').first().waitFor();
    await page.goto(`${inject('appUrl')}${LIVE}&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
  });
});

describe('an address', () => {
  it('with autostart turns the camera on and looks for the person', async () => {
    await open(`${LIVE}&autostart=1`);
    await stage(page, 'setup').waitFor({ timeout: 90_000 });
    await page.getByText('Step into the picture').waitFor({ timeout: 60_000 });
  });

  it('with skipSetup begins the set at once', async () => {
    await open(`${LIVE}&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
  });

  it('of an exercise that does not exist offers those that do', async () => {
    await open('#/live?exercise=nonsense&autostart=1');
    await page.getByText('There is no exercise “nonsense”').waitFor();
    await page.getByText(/Choose one of the five/).waitFor();
  });
});

describe('a file to analyse', () => {
  const whole = readFileSync(SHORT);
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'video/mp4', buffer });

  it.each([
    ['text', Buffer.from('this is no video'), 'This file could not be read'],
    ['nothing', Buffer.alloc(0), 'This file could not be read'],
    ['the first bytes of a video', whole.subarray(0, 24), 'This file could not be read'],
    ['sound only', silentWav(), 'This file has no picture in it'],
    ['other JSON', Buffer.from('{"schema":"other"}'), 'This is not a landmark recording of Hipline'],
  ])('that is %s is refused, and the next one can be chosen', async (_, bytes, title) => {
    await open('#/analyse');
    await choose('film.mp4', bytes);
    await advice(page, title).waitFor();
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByRole('heading', { name: 'Drop a video here' }).waitFor();
  });

  it('is let go when its screen is left', async () => {
    // So long that it does not end by itself while the test looks.
    const frames = Array.from({ length: 300_000 }, (_, index) => ({
      t: index / 15,
      image: null,
      world: null,
    }));
    const about = {
      schema: 'hipline.stream/1',
      clip: 'long',
      model: 'lite',
      width: 640,
      height: 480,
      fps: 15,
    };
    await open('#/analyse');
    await choose('long.json', Buffer.from(JSON.stringify({ ...about, frames })));
    await page.getByText(/^\d+ pictures/).waitFor({ timeout: 90_000 });
    expect(page.workers()).not.toEqual([]);
    await page.getByRole('link', { name: 'History' }).click();
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
  });

  it('that is cut off is analysed as far as it goes', async () => {
    await open('#/analyse');
    await page.getByLabel('What the video shows').selectOption('curtsy-lunge');
    await choose('film.mp4', whole.subarray(0, Math.round(whole.length * 0.4)));
    await advice(page, 'This file is cut off').waitFor({ timeout: 120_000 });
    await page.getByRole('heading', { name: 'Curtsy lunge' }).waitFor();
    await page.getByText(/film\.mp4 · \d+ pictures/).waitFor();
  });
});
