import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ONLINE, openPage, type Complaints } from '../support/app-page';
import { launchWithLunges } from '../support/live-app';
import { stage } from '../support/live-page';

/** What the browser keeps of its measurement. */
interface Note {
  readonly versions: string;
  readonly engines: Readonly<
    Record<string, { readonly delegate: string; readonly picturesPerS: number | null }>
  >;
}

/**
 * A browser that draws in software, as headless Chromium does: its GPU delegate runs, and takes seconds for a picture.
 * Whatever is asked for, the app must end on the processor.
 */
describe('where the pose model runs, without a graphics chip', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchWithLunges();
    context = await browser.newContext({
      viewport: { width: 1024, height: 600 },
      permissions: ['camera'],
      ...ONLINE,
    });
    ({ page, complaints } = await openPage(context));
  });
  afterAll(() => browser.close());

  const note = (): Promise<Note | null> =>
    page.evaluate(() => JSON.parse(localStorage.getItem('hipline.engines') ?? 'null') as Note | null);

  /** Trains until the live rate is known, and comes back to the first screen. */
  const train = async (model: string): Promise<Note['engines'][string]> => {
    await page.goto(`${inject('appUrl')}#/live?exercise=curtsy-lunge&skipSetup=1&autostart=1`);
    await stage(page, 'work').waitFor({ timeout: 90_000 });
    await expect
      .poll(async () => (await note())?.engines[model]?.picturesPerS, { timeout: 60_000 })
      .toBeTruthy();
    await page.goto('about:blank');
    await page.goto(inject('appUrl'));
    return (await note())?.engines[model] ?? { delegate: 'none', picturesPerS: null };
  };

  it('is tried out at the first start, and kept with how fast it was', async () => {
    const engine = await train('full');
    expect(engine.delegate).toBe('CPU');
    expect((await note())?.versions).toMatch(/^\d+\.\d+\.\d+ on 0\.10\.35 and 2\.5\.3$/);
    await page.getByRole('button', { name: 'Settings' }).click();
    const pace = Math.round(engine.picturesPerS ?? 0);
    await page
      .getByText(new RegExp(`^Now: Standard model, processor, ${String(pace)} pictures? a second\\.$`))
      .waitFor();
  });

  it('is the processor also where the person asks for the graphics chip, since that fails its proof', async () => {
    await page.getByRole('radio', { name: /^Light.*older/ }).check({ force: true });
    await page.getByRole('radio', { name: /^Graphics chip/ }).check({ force: true });
    await page.getByText('Tried out when the camera starts next.').waitFor();
    expect((await train('lite')).delegate).toBe('CPU');
  });

  it('makes no request off its own origin, and no noise', () => {
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
  });
});
