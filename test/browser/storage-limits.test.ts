import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '../support/app-page';
import { EVENING } from '../support/session-builders';
import type {} from '../support/storage-page/main';

/** The store of sessions in a real browser: two tabs at once, and a disk that is full. */
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium('none');
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${inject('pagesUrl')}storage-page/index.html`);
  await page.waitForFunction(() => 'tab' in window);
  return page;
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('two tabs at once', () => {
  it('keep a session each, every repetition once and in its order, and both see both', async () => {
    const tabs = [await openTab(), await openTab()];
    const ids = await Promise.all(
      tabs.map(async (tab, index) => {
        const id = await tab.evaluate((startedAt) => window.tab.begin(startedAt), EVENING + index);
        await tab.evaluate((own) => window.tab.keepReps(own, 1, 30), id);
        await tab.evaluate(([own, endedAt]) => window.tab.finish(own, endedAt), [
          id,
          EVENING + 60_000,
        ] as const);
        return id;
      }),
    );
    for (const tab of tabs) {
      const kept = await tab.evaluate(() => window.tab.sessions());
      expect(kept.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect(kept.map(({ ended, reps }) => ({ ended, reps }))).toEqual([
        { ended: 'finished', reps: upTo(30) },
        { ended: 'finished', reps: upTo(30) },
      ]);
      expect(await tab.evaluate(() => window.tab.digests())).toEqual([30, 30]);
      expect(await tab.evaluate(() => window.tab.told)).toEqual([]);
    }
  });

  it('do not take one another for interrupted while both run, and the one that stays finds the one that is closed', async () => {
    const [first, second] = [await openTab(), await openTab()];
    const id = await first.evaluate((startedAt) => window.tab.begin(startedAt), EVENING);
    await first.evaluate((own) => window.tab.keepReps(own, 1, 3), id);
    expect(await second.evaluate(() => window.tab.recover())).toEqual([]);
    await first.evaluate((own) => window.tab.keepReps(own, 4, 5), id);
    await first.close();
    await expect
      .poll(() => second.evaluate(() => window.tab.sessions()))
      .toEqual([{ id, ended: 'interrupted', reps: upTo(5) }]);
  });

  it('bring the same session in at the same time, and it is there once', async () => {
    const tabs = [await openTab(), await openTab()];
    const id = await tabs[0]?.evaluate((startedAt) => window.tab.begin(startedAt), EVENING);
    await tabs[0]?.evaluate((own) => window.tab.keepReps(own ?? '', 1, 4), id);
    await Promise.all(tabs.map((tab) => tab.evaluate((own) => window.tab.copy(own ?? '', 'brought-in'), id)));
    for (const tab of tabs) {
      const kept = await tab.evaluate(() => window.tab.sessions());
      expect(kept.filter((one) => one.id === 'brought-in')).toEqual([
        { id: 'brought-in', ended: 'running', reps: upTo(4) },
      ]);
      expect(kept).toHaveLength(2);
    }
  });
});

describe('a full disk', () => {
  const setQuota = (devtools: CDPSession, bytes: number | null) =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(inject('pagesUrl')).origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });

  it('is told once and loses no repetition, and what was kept in memory is written when there is room again', async () => {
    const tab = await openTab();
    const devtools = await context.newCDPSession(tab);
    // Room for a few repetitions, and not for a stretch of curves. Chromium asks for the room at the first write.
    await setQuota(devtools, 400_000);
    const id = await tab.evaluate((startedAt) => window.tab.begin(startedAt), EVENING);
    await tab.evaluate((own) => window.tab.keepReps(own, 1, 2), id);
    expect(await tab.evaluate(() => window.tab.told)).toEqual([]);
    await tab.evaluate((own) => window.tab.keepCurves(own, 4_000_000), id);
    await tab.evaluate((own) => window.tab.keepReps(own, 3, 6), id);
    expect(await tab.evaluate(() => window.tab.told)).toEqual(['disk-full']);
    expect(await tab.evaluate(() => window.tab.isUnsaved())).toBe(true);
    expect(await tab.evaluate(() => window.tab.sessions())).toEqual([
      { id, ended: 'running', reps: upTo(6) },
    ]);

    await setQuota(devtools, null);
    await tab.evaluate((own) => window.tab.keepReps(own, 7, 7), id);
    await tab.evaluate(([own, endedAt]) => window.tab.finish(own, endedAt), [id, EVENING + 60_000] as const);
    expect(await tab.evaluate(() => window.tab.told)).toEqual(['disk-full', null]);
    await tab.close();
    const next = await openTab();
    expect(await next.evaluate(() => window.tab.sessions())).toEqual([
      { id, ended: 'finished', reps: upTo(7) },
    ]);
  });
});
