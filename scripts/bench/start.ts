import type { Browser } from 'playwright-core';
import { startBytes } from '../start-weight.mjs';
import type { ModelRunner } from './chips';
import { contextWith, pictures, startTraining } from './live';

export interface StartCost {
  /** Scripts and words that the first screen waits for, compressed, in the language with the most. */
  readonly scriptKb: number;
  /** From opening the page to the first picture that was read: nothing kept, and everything in the browser's cache. */
  readonly firstPictureS: number;
  readonly firstPictureCachedS: number;
}

/** How long it takes from the address to the first picture. From a server on the same machine: no network in it. */
export const measureStart = async (
  browser: Browser,
  appUrl: string,
  outDir: string,
  settings: ModelRunner,
): Promise<StartCost> => {
  const context = await contextWith(browser, settings);
  try {
    const page = await context.newPage();
    const firstPicture = async (): Promise<number> => {
      await startTraining(page, appUrl);
      await pictures(page, 1);
      // The page's clock begins with its opening.
      return page.evaluate(() => (globalThis.liveProbe.answers[0]?.atMs ?? NaN) / 1000);
    };
    const firstPictureS = await firstPicture();
    await page.goto('about:blank');
    const firstPictureCachedS = await firstPicture();
    return { scriptKb: startBytes(outDir) / 1000, firstPictureS, firstPictureCachedS };
  } finally {
    await context.close();
  }
};
