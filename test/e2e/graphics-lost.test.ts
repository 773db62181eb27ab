import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ONLINE, openPage, type Complaints } from '../support/app-page';
import { poseWorker } from '../support/harmed-worker';
import { launchWithLunges, LUNGES } from '../support/live-app';
import { stage, waitForCount } from '../support/live-page';
import type { Delegate } from '../../workers/protocol';
import { SLOW_CLOCK, SOFTWARE_CHIP, beforePoseWorker } from '../support/software-chip';

declare global {
  /** In the worker: the graphics chips that were opened so far. */
  var openedChips: GPUDevice[];
}

const NEXT_REP_MS = 90_000;

/** The chips that a worker opens can be taken away. */
const OPENED_CHIPS = `
  globalThis.openedChips = [];
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...wanted) {
    const device = await requestDevice.apply(this, wanted);
    globalThis.openedChips.push(device);
    return device;
  };
`;

let browser: Browser;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  browser = await launchWithLunges(SOFTWARE_CHIP);
  const context = await browser.newContext({ permissions: ['camera'], ...ONLINE });
  ({ page, complaints } = await openPage(context));
  await page.addInitScript(() => {
    const settings = { model: 'lite', engine: 'litert', delegate: 'GPU' };
    if (localStorage.getItem('hipline.settings') === null)
      localStorage.setItem('hipline.settings', JSON.stringify(settings));
  });
  await beforePoseWorker(page, `${SLOW_CLOCK}${OPENED_CHIPS}`);
});
afterAll(() => browser.close());

/** Waits until that is what the browser keeps of the light model; how fast the processor is shows after a hundred pictures. */
const readsOn = (delegate: Delegate) =>
  page.waitForFunction(
    (wanted) =>
      localStorage
        .getItem('hipline.engines')
        ?.includes(`"lite":{"engine":"litert","delegate":"${wanted}"`) === true,
    delegate,
    { timeout: 60_000 },
  );

it('trains on the graphics chip, counts on without it when it is lost, and says what reads now', async () => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${inject('appUrl')}${LUNGES}`);
  await stage(page, 'work').waitFor({ timeout: 90_000 });
  await readsOn('GPU');
  await poseWorker(page).evaluate(() => {
    for (const chip of globalThis.openedChips) chip.destroy();
  });
  const notice = page.locator('.hud-notice', { hasText: 'A picture could not be read' });
  await notice.waitFor({ timeout: 30_000 });
  await notice.waitFor({ state: 'hidden', timeout: 60_000 });
  await waitForCount(page, 2, NEXT_REP_MS);
  // The processor took over with the same engine: nothing of the other one was loaded.
  expect(fetched.filter((url) => /\/wasm\/|mediapipe/.test(url))).toEqual([]);
  await readsOn('CPU');
  await page.goto('about:blank');
  await page.goto(inject('appUrl'));
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText(/^Now: Light model, processor/).waitFor();
  expect(complaints.foreignRequests).toEqual([]);
});
