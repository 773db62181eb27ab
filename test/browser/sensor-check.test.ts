import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOn } from '../support/accessibility';
import { launchChromium, openPage, type Complaints } from '../support/app-page';
import { sensorFile } from '../support/sensor-file';
import { sensorSession, trueHikes } from '../support/sensor-session';
import { serveSources } from '../support/source-server';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const motion = trueHikes();

let server: ViteDevServer;
let browser: Browser;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  server = await serveSources();
  browser = await launchChromium('none');
  const context = await browser.newContext();
  await context.route(
    ({ pathname }) => pathname === '/kept-sessions.json',
    (route) => route.fulfill({ json: [sensorSession('with-phone', motion)] }),
  );
  ({ page, complaints } = await openPage(context));
  await openReview();
});
afterAll(async () => {
  expect(complaints).toEqual({ console: [], foreignRequests: [] });
  await browser.close();
  await server.close();
});
beforeEach(() => openReview());

async function openReview(): Promise<void> {
  const base = server.resolvedUrls?.local[0] ?? '';
  await page.goto('about:blank');
  await page.goto(
    `${base}test/support/ui-preview/index.html?theme=dark&kept=/kept-sessions.json#/review/with-phone`,
  );
  await page.getByRole('heading', { name: 'Check it against a phone' }).waitFor();
}

const openFile = (text: string, name = 'Gravity.csv') =>
  page
    .locator('.sensor input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('the recording of a phone in the review', () => {
  it('is laid over the camera’s curve: both curves, the plot, figures in words, and a table', async () => {
    await openFile(sensorFile(motion, { beforeS: 9, screen: 'in', turnedDeg: 90, layout: 'phyphox-german' }));
    await page.getByRole('slider', { name: /camera and phone/ }).waitFor();
    const panel = page.getByRole('region', { name: 'Check it against a phone' });
    expect(await panel.getByRole('status').first().textContent()).toMatch(
      /On average the camera differed from the phone by −?\d\.\d°; of 100 moments 95/,
    );
    expect(await panel.locator('.sensor-notes').textContent()).toMatch(/offset −9\.0\d s|offset −8\.9\d s/);
    expect(await panel.locator('.sensor-notes').textContent()).toContain('The screen faced the body');
    const plot = panel.getByRole('img', { name: /Bland–Altman/ });
    expect(await plot.locator('line').count()).toBeGreaterThan(3);
    await panel.locator('summary', { hasText: 'as a table' }).click();
    expect(await panel.getByRole('row').count()).toBeGreaterThan(20);
  });

  it('is opened and read out with the keyboard alone', async () => {
    await openFile(sensorFile(motion));
    const chart = page.getByRole('slider', { name: /camera and phone/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/s: Camera −?\d+\.\d°; Phone −?\d+\.\d°/);
    await page.locator('.sensor input[type=file]').focus();
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Space');
    expect((await chooser).isMultiple()).toBe(false);
  });

  it.each([
    ['a wrong file', 'Dear all', /This is no sensor recording/],
    [
      'the recording of another movement',
      sensorFile({ ...motion, obliquityDeg: motion.timesS.map(() => 1) }),
      /hardly moved/,
    ],
  ])('is refused for %s, with what to do, and another one can be opened', async (_, text, title) => {
    await openFile(text, 'other.csv');
    await page.getByRole('alert').getByText(title).waitFor();
    await openFile(sensorFile(motion));
    await page.getByRole('slider', { name: /camera and phone/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('has no accessibility violation, dark or light, and is never wider than the screen', async () => {
    await openFile(sensorFile(motion));
    await page.getByRole('slider', { name: /camera and phone/ }).waitFor();
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await violationsOn(page, new AxeBuilder({ page }))).toEqual([]);
    }
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${String(size.width)} × ${String(size.height)}`).toBeLessThanOrEqual(size.width);
    }
  });
});
