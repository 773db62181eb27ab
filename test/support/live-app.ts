import { resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from './app-page';
import { cameraClip } from './camera-clip';
import { chooseLightModel, shownCount, stage, waitForCount } from './live-page';

/** Where most live tests begin: the built app, alone in its profile. */
export interface OpenedApp {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaints;
}

const CLIPS = resolve(import.meta.dirname, '../fixtures/clips');
/** Around three lunges, which the camera plays over and over, so that there is always another one to come. Seconds. */
const STILLNESS = { leadS: 1.5, tailS: 1 };
/** Where they are counted at once. */
export const LUNGES = '#/live?exercise=curtsy-lunge&skipSetup=1';
/** For a browser that keeps a copy of the app, as a person's does. */
export const KEEPS_A_COPY = { serviceWorkers: 'allow' } as const satisfies BrowserContextOptions;
/** Several rounds of the clip, for machines that see a few pictures a second only. */
export const NEXT_REP_MS = 60_000;
/** A model that loads, on a slow machine too. */
export const READY_MS = 90_000;

/** The path of one of the project's own clips. */
export const clipPath = (name: string): string => resolve(CLIPS, name);

/** A browser whose camera shows lunges without end, with further flags of Chromium's. To be closed. */
export async function launchWithLunges(flags: string[] = []): Promise<Browser> {
  const decoder = await launchChromium('none');
  const file = await cameraClip(decoder, clipPath('curtsy-short.mp4'), STILLNESS);
  await decoder.close();
  return launchChromium({ file }, flags);
}

/** A page in a profile of its own, with the camera allowed and the light pose model chosen. Nothing is open in it yet. */
export async function newApp(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenedApp> {
  const context = await browser.newContext({ permissions: ['camera'], ...ONLINE, ...options });
  const { page, complaints } = await openPage(context);
  await chooseLightModel(page);
  return { context, page, complaints };
}

/** In front of the camera at once, at lunges; the first one is counted. */
export async function startLunges(page: Page): Promise<void> {
  await page.goto(`${inject('appUrl')}${LUNGES}`);
  await stage(page, 'work').waitFor({ timeout: READY_MS });
  await waitForCount(page, 1, NEXT_REP_MS);
}

/** What was counted stays on the screen, and the next repetition is added to it. */
export async function expectToGoOnFrom(page: Page, count: number): Promise<void> {
  expect(await shownCount(page)).toBeGreaterThanOrEqual(count);
  await waitForCount(page, count + 1, NEXT_REP_MS);
}
