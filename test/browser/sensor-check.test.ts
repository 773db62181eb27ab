import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsInBothThemes } from '../support/accessibility';
import { openPreview, type Preview } from '../support/preview';
import { widerThanScreen } from '../support/screen-sizes';
import { sensorFile } from '../support/sensor-file';
import { sensorSession, trueHikes } from '../support/sensor-session';

const motion = trueHikes();

let preview: Preview;
let page: Page;
/** The dialogs that were opened. */
const choosers: FileChooser[] = [];

beforeAll(async () => {
  preview = await openPreview((context) =>
    context.route(
      ({ pathname }) => pathname === '/kept-sessions.json',
      (route) => route.fulfill({ json: [sensorSession('with-phone', motion)] }),
    ),
  );
  ({ page } = preview);
  // Listened for from the beginning: the browser is told to hand dialogs over by another way than keys are sent, and that told
  // just before a key can come after it.
  page.on('filechooser', (chooser) => choosers.push(chooser));
});
afterAll(async () => {
  expect(preview.complaints).toEqual({ console: [], foreignRequests: [] });
  await preview.close();
});
beforeEach(() => preview.open('?theme=dark&kept=/kept-sessions.json#/review/with-phone', '.sensor'));

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

  it('takes the word of who knows which way the screen faced', async () => {
    await openFile(sensorFile(motion, { screen: 'in' }));
    const notes = page.locator('.sensor-notes');
    await notes.getByText('The screen faced the body; that was found from the curves').waitFor();
    await page.getByRole('radio', { name: 'Faced the body' }).check();
    await notes.getByText('The screen faced the body, as you said.').waitFor();
    await page.getByRole('radio', { name: 'Faced away' }).check();
    await page.getByRole('alert').getByText('The two do not show the same movement').waitFor();
    await page.getByRole('radio', { name: 'Find it out' }).check();
    await page.getByRole('slider', { name: /camera and phone/ }).waitFor();
  });

  it('is opened and read out with the keyboard alone', async () => {
    await openFile(sensorFile(motion));
    const chart = page.getByRole('slider', { name: /camera and phone/ });
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/s: Camera −?\d+\.\d°; Phone −?\d+\.\d°/);
    const file = page.locator('.sensor input[type=file]');
    await file.focus();
    await expect.poll(() => file.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(() => choosers.map((chooser) => chooser.isMultiple())).toEqual([false]);
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
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
  });
});
