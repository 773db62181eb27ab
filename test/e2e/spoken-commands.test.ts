import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium, ONLINE, openPage, type Complaints } from '../support/app-page';
import { chooseLightModel, stage } from '../support/live-page';

declare global {
  /** What the faked recogniser hears next. */
  var hear: (text: string) => void;
}

/** A camera without anybody in it: what is said needs no body. */
const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium('none', CAMERA);
});
afterAll(async () => {
  await browser.close();
});

/** A page in a browser whose recogniser says this of itself; null: it has none that could stay on this machine. */
async function pageWhere(available: string | null): Promise<{ page: Page; complaints: Complaints }> {
  const context = await browser.newContext({ ...ONLINE, permissions: ['camera', 'microphone'] });
  const opened = await openPage(context);
  await chooseLightModel(opened.page);
  await opened.page.addInitScript((says) => {
    class Recogniser {
      processLocally = false;
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      static available = () => Promise.resolve(says);
      start() {
        globalThis.hear = (transcript) => {
          this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] });
        };
      }
      abort() {
        globalThis.hear = () => undefined;
        this.onend?.();
      }
      get [Symbol.toStringTag]() {
        return 'SpeechRecognition';
      }
    }
    Object.defineProperty(Recogniser.prototype, 'processLocally', { value: false, writable: true });
    Object.assign(globalThis, { SpeechRecognition: says === null ? undefined : Recogniser });
  }, available);
  await opened.page.goto(inject('appUrl'));
  return opened;
}

const settings = async (page: Page) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: /^Flash with cues/ }).waitFor();
  return page.getByRole('switch', { name: /^Spoken commands/ });
};

describe('spoken commands', () => {
  it.each([null, 'downloadable', 'unavailable'])(
    'are not offered where speech would leave the computer (%s)',
    async (available) => {
      const { page } = await pageWhere(available);
      const offer = await settings(page);
      // Asked and answered by now: what is not there after this does not come.
      await page.waitForLoadState('networkidle');
      expect(await offer.count()).toBe(0);
      await page.context().close();
    },
  );

  it('are off until they are switched on, and then lead through a session without a hand', async () => {
    const { page, complaints } = await pageWhere('available');
    const offer = await settings(page);
    await offer.waitFor();
    expect(await offer.isChecked()).toBe(false);
    await offer.check();
    await page.keyboard.press('Escape');
    await page.goto(`${inject('appUrl')}#/live?exercise=hip-hike&autostart=1`);
    await stage(page, 'setup').waitFor();
    const say = (text: string) =>
      page.evaluate((heard) => {
        globalThis.hear(heard);
      }, text);
    await say('start');
    await stage(page, 'work').waitFor();
    await say('pause');
    await stage(page, 'paused').waitFor();
    await say('go on');
    await stage(page, 'work').waitFor();
    await say('end');
    await page.getByRole('alertdialog', { name: 'End the session?' }).waitFor();
    await say('go on');
    await stage(page, 'work').waitFor();
    await say('end');
    await page.getByRole('alertdialog', { name: 'End the session?' }).waitFor();
    await say('end');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await stage(page, 'work').count()).toBe(0);
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
    await page.context().close();
  });
});
