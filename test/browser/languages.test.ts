import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violationsOn } from '../support/accessibility';
import { launchChromium, ONLINE, openPage } from '../support/app-page';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium('none');
});
afterAll(() => browser.close());

/** The app itself in a browser of that language, its first screen there. */
async function open(locale: string) {
  const { page, complaints } = await openPage(await browser.newContext({ ...ONLINE, locale }));
  await page.goto(inject('appUrl'));
  await page.locator('main h1').waitFor();
  return { page, complaints };
}

const heading = (page: Page) => page.locator('main h1').textContent();
const manifestLanguage = (page: Page) =>
  page.evaluate(async () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? '';
    return ((await (await fetch(address)).json()) as { lang: string }).lang;
  });
const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

describe('the language of the app', () => {
  it.each([
    ['de-AT', 'de', 'Was trainierst du?'],
    ['es-MX', 'es', '¿Qué entrenas hoy?'],
    ['fr-FR', 'en', 'What are you training?'],
  ])('is, for a browser of %s, %s', async (locale, language, title) => {
    const { page, complaints } = await open(locale);
    expect([await languageOf(page), await heading(page)]).toEqual([language, title]);
    expect(await manifestLanguage(page)).toBe(language);
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
    await page.context().close();
  });

  it('is chosen in the settings, which stay open, and is kept', async () => {
    const { page, complaints } = await open('de-DE');
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    await page.getByRole('radio', { name: 'Español' }).click();
    const sheet = page.getByRole('dialog', { name: 'Ajustes' });
    await sheet.getByRole('group', { name: 'Idioma' }).waitFor();
    const chosen = sheet.getByRole('radio', { name: 'Español' });
    expect(await chosen.isChecked()).toBe(true);
    await expect.poll(() => chosen.evaluate((radio) => radio === document.activeElement)).toBe(true);
    // This browser has no voice at all.
    await sheet.getByText('no hay voz en español').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('main h1').waitFor();
    expect([await languageOf(page), await heading(page)]).toEqual(['es', '¿Qué entrenas hoy?']);
    expect(complaints).toEqual({ console: [], foreignRequests: [] });
    await page.context().close();
  });
});
