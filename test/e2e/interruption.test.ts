import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage } from '../support/app-page';
import { cameraClip } from '../support/camera-clip';
import { advice, chooseLightModel, shownCount, stage, waitForCount } from '../support/live-page';

/** Three lunges. The camera plays them over and over, so that there is always another one to come. */
const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'curtsy-short.mp4');
const STILLNESS = { leadS: 4, tailS: 2 };
/** Several rounds of the clip, for machines that see a few pictures a second only. */
const NEXT_REP_MS = 60_000;

describe('a session that is interrupted', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    const decoder = await launchChromium('none');
    const file = await cameraClip(decoder, CLIP, STILLNESS);
    await decoder.close();
    browser = await launchChromium({ file });
    context = await browser.newContext({ permissions: ['camera'], ...ONLINE });
    ({ page } = await openPage(context));
    await chooseLightModel(page);
    await page.goto(`${inject('appUrl')}#/live?exercise=curtsy-lunge&skipSetup=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
    await waitForCount(page, 1, NEXT_REP_MS);
  });
  afterAll(() => browser.close());

  const poseWorker = (): Worker => {
    // Its threads are workers, too.
    const worker = page.workers().find((each) => /pose\.worker/.test(each.url()));
    if (!worker) throw new Error('no worker');
    return worker;
  };

  /** What was counted stays on the screen, and the next repetition is added to it. */
  const expectToGoOnFrom = async (count: number): Promise<void> => {
    expect(await shownCount(page)).toBeGreaterThanOrEqual(count);
    await waitForCount(page, count + 1, NEXT_REP_MS);
  };

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
    await poseWorker().evaluate(harm);
    const notice = page.locator('.hud-notice', { hasText: title });
    await notice.waitFor({ timeout: 60_000 });
    await notice.waitFor({ state: 'hidden', timeout: 90_000 });
    await expectToGoOnFrom(before);
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
    await expectToGoOnFrom(before);
  });

  /** Work has begun again in this page, with what was counted in the one before, and goes on. */
  const expectToCarry = async (count: number): Promise<void> => {
    await page.getByRole('button', { name: 'Skip the check' }).click({ timeout: 90_000 });
    await stage(page, 'work').waitFor({ timeout: 90_000 });
    await waitForCount(page, count, 30_000);
    await expectToGoOnFrom(count);
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
