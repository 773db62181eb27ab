import type { BrowserContext, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { launchChromium, openPage, type Complaints } from './app-page';
import { serveSources } from './source-server';

/** The page of `ui-preview`, with made-up data, in a browser of its own. */
export interface Preview {
  readonly server: ViteDevServer;
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

/** A fresh visit, with its letters loaded. */
export async function visitPreview(
  page: Page,
  server: ViteDevServer,
  address: string,
  shown: string,
): Promise<void> {
  // Where only the hash differs it would be the same visit.
  await page.goto('about:blank');
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/support/ui-preview/index.html${address}`);
  await page.locator(shown).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** To be closed. @param prepare what the browser has to know before its first visit */
export async function openPreview(
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<Preview> {
  const server = await serveSources();
  const browser = await launchChromium('none');
  const context = await browser.newContext();
  await prepare(context);
  const { page, complaints } = await openPage(context);
  const open = (address: string, shown = '#app main h1'): Promise<void> =>
    visitPreview(page, server, address, shown);
  // The first visit lets the server bundle the dependencies; it reloads the page then.
  await open('#/');
  return {
    server,
    context,
    page,
    complaints,
    open,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
