import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePreview, type Preview } from '../support/preview';

let preview: Preview;
let page: Page;

usePreview((opened) => {
  preview = opened;
  ({ page } = opened);
});
beforeEach(() => preview.open('?theme=dark#/review/march-now', '.chart .uplot'));

describe('the time of a chart', () => {
  const chartOf = () => page.locator('.chart').filter({ hasText: 'Pelvis' });
  const shown = () => chartOf().getByRole('status').textContent();
  /** Seconds from and to; none: all. */
  const span = async (): Promise<number[]> =>
    [...((await shown()) ?? '').matchAll(/\d+\.\d/g)].map(([seconds]) => Number(seconds));

  it('is shown closer and whole again by buttons and keys, and follows what is read out', async () => {
    expect(await span()).toEqual([]);
    await chartOf().getByRole('button', { name: 'Closer' }).click();
    const [from = 0, to = 0] = await span();
    const reader = chartOf().getByRole('slider');
    await reader.press('+');
    const [, closerTo = 0] = await span();
    expect(closerTo).toBeLessThan(to);
    await reader.press('End');
    const [endFrom = 0, endTo = 0] = await span();
    expect(endFrom).toBeGreaterThan(from);
    const read = Number(/^\d+\.\d/.exec((await reader.getAttribute('aria-valuetext')) ?? '')?.[0]);
    expect(read).toBeGreaterThanOrEqual(endFrom - 0.1);
    expect(read).toBeLessThanOrEqual(endTo + 0.1);
    expect(await chartOf().locator('.chart-cursor').count()).toBe(1);
    await reader.press('0');
    expect(await span()).toEqual([]);
    expect(await chartOf().getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('is what was dragged over with the mouse', async () => {
    const plot = chartOf().locator('.chart-plot');
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.4, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, middle, { steps: 4 });
    expect(await chartOf().locator('.chart-dragged').count()).toBe(1);
    await page.mouse.up();
    expect(await chartOf().locator('.chart-dragged').count()).toBe(0);
    const [from = 0, to = 0] = await span();
    expect(to - from).toBeGreaterThan(2);
    // The pointer reads out what lies under it now.
    await page.mouse.move(box.x + box.width * 0.5, middle);
    const read = /^\d+\.\d/.exec((await chartOf().getByRole('slider').getAttribute('aria-valuetext')) ?? '');
    expect(Number(read?.[0])).toBeGreaterThan(from - 1);
    expect(Number(read?.[0])).toBeLessThan(to + 1);
    await chartOf().getByRole('button', { name: 'All' }).click();
    expect(await span()).toEqual([]);
  });

  it('comes closer between two fingers', async () => {
    const plot = chartOf().locator('.chart-plot');
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const touch = await preview.context.newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: (type === 'touchEnd' ? [] : [-1, 1]).map((side, id) => ({
          id,
          x: box.x + box.width / 2 + side * apart,
          y: box.y + box.height / 2,
        })),
      });
    await fingers('touchStart', 40);
    for (const apart of [60, 90, 120]) await fingers('touchMove', apart);
    await fingers('touchEnd', 0);
    const [from = 0, to = 0] = await span();
    expect(to - from).toBeGreaterThan(2);
    await chartOf().getByRole('slider').press('0');
    expect(await span()).toEqual([]);
  });
});
