import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage } from '../support/app-page';
import { poseWorker } from '../support/harmed-worker';
import { expectToGoOnFrom, launchWithLunges, newApp, READY_MS, startLunges } from '../support/live-app';
import { advice, chooseLightModel, shownCount, stage, waitForCount } from '../support/live-page';

describe('a session that is interrupted', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launchWithLunges();
    ({ context, page } = await newApp(browser));
    await startLunges(page);
  });
  afterAll(() => browser.close());

  it.each([
    [
      'throws',
      'The pose model stopped',
      () => {
        setTimeout(() => {
          throw new Error('torn');
        });
      },
    ],
    [
      'hangs',
      'The pose model did not answer',
      () => {
        setTimeout(() => {
          for (;;);
        });
      },
    ],
  ])('goes on with its count when the worker %s', async (_, title, harm) => {
    const before = await shownCount(page);
    await poseWorker(page).evaluate(harm);
    const notice = page.locator('.hud-notice', { hasText: title });
    await notice.waitFor({ timeout: 60_000 });
    await notice.waitFor({ state: 'hidden', timeout: 90_000 });
    await expectToGoOnFrom(page, before);
  });

  it('goes on with its count when the camera was unplugged and is back', async () => {
    const before = await shownCount(page);
    await page.locator('video').evaluate((video: HTMLVideoElement) => {
      const [track] = (video.srcObject as MediaStream).getVideoTracks();
      track?.dispatchEvent(new Event('ended'));
    });
    const lost = advice(page, 'The camera went away');
    await lost.waitFor();
    expect(await lost.textContent()).toMatch(/Plug it in again.*is kept/);
    expect(await shownCount(page)).toBeGreaterThanOrEqual(before);
    await page.getByRole('button', { name: 'Try again' }).click();
    await lost.waitFor({ state: 'hidden' });
    await expectToGoOnFrom(page, before);
  });

  /** Work has begun again in this page, with what was counted in the one before, and goes on. */
  const expectToCarry = async (count: number): Promise<void> => {
    await page.getByRole('button', { name: 'Skip the check' }).click({ timeout: READY_MS });
    await stage(page, 'work').waitFor({ timeout: READY_MS });
    await waitForCount(page, count, 30_000);
    await expectToGoOnFrom(page, count);
  };

  /** Repetitions on the screen, once they are all kept. */
  const keptCount = async (): Promise<number> => {
    const shown = await shownCount(page);
    await page.waitForFunction((wanted) => {
      const note = JSON.parse(localStorage.getItem('hipline.open-session') ?? '{}') as { reps?: unknown[] };
      return (note.reps?.length ?? 0) >= wanted;
    }, shown);
    return shown;
  };

  it('offers to go on after its tab was closed, and goes on from its count', async () => {
    const before = await keptCount();
    await page.close();
    ({ page } = await openPage(context));
    await chooseLightModel(page);
    await page.goto(`${inject('appUrl')}#/`);
    const offered = advice(page, 'Go on where you stopped?');
    await offered.waitFor();
    expect(await offered.textContent()).toMatch(/Curtsy lunge, set 1 of \d/);
    await offered.getByRole('link', { name: 'Go on' }).click();
    await expectToCarry(before);
  });

  it('goes on by itself when it is reloaded once more', async () => {
    const before = await keptCount();
    await page.reload();
    await expectToCarry(before);
  });

  it('stands in the history with every repetition after its tab was closed', async () => {
    const shown = await keptCount();
    await page.close();
    ({ page } = await openPage(context));
    await page.goto(`${inject('appUrl')}#/history`);
    const entry = page.getByRole('link', { name: /Curtsy lunge.*interrupted/ });
    await entry.waitFor();
    const kept = Number(/(\d+) reps?/.exec((await entry.textContent()) ?? '')?.[1]);
    expect(kept).toBeGreaterThanOrEqual(shown);
    await entry.click();
    await page.getByRole('heading', { level: 1, name: 'Curtsy lunge' }).waitFor();
  });
});
