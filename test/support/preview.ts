import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchChromium, openPage, type Complaints } from './app-page';

/** The page of `ui-preview`, with made-up data, in a browser of its own. */
export interface Preview {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaints;
  /**
   * A fresh visit, with its letters loaded.
   *
   * @param address query and hash, `?sessions=3#/history`
   * @param shown what is there when the screen is
   */
  open(address: string, shown?: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh visit, with its letters loaded. @param shown what is there when the screen is */
export async function visitPreview(page: Page, address: string, shown: string): Promise<void> {
  const url = `${inject('pagesUrl')}ui-preview/index.html${address}`;
  const isSameVisit = page.url().split('#')[0] === url.split('#')[0];
  await page.goto(url);
  // Where only the hash differs the page has stayed.
  if (isSameVisit) await page.reload();
  await page.locator(shown).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** To be closed. @param prepare what the browser has to know before its first visit */
export async function openPreview(
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<Preview> {
  const browser = await launchChromium('none');
  const context = await browser.newContext();
  await prepare(context);
  const { page, complaints } = await openPage(context);
  return {
    context,
    page,
    complaints,
    open: (address, shown = '#app main h1') => visitPreview(page, address, shown),
    close: () => browser.close(),
  };
}

/**
 * One preview for all tests of a file: opened before them, closed after them, and by then it must have had nothing to complain of.
 *
 * @param take is given it once it is open
 */
export function usePreview(take: (preview: Preview) => void): void {
  let preview: Preview;
  beforeAll(async () => {
    preview = await openPreview();
    take(preview);
  });
  afterAll(async () => {
    expect(preview.complaints).toEqual({ console: [], foreignRequests: [] });
    await preview.close();
  });
}
