import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes, violationsOn } from '../support/accessibility';
import { usePreview, type Preview } from '../support/preview';
import { PHONE } from '../support/screen-sizes';

let preview: Preview;
let page: Page;

usePreview((opened) => {
  preview = opened;
  ({ page } = opened);
});

const open = (address: string): Promise<void> => preview.open(address);
/** Within the same visit: what was set and said stays. */
async function goTo(hash: string, heading: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

describe('the plan', () => {
  it('is found from the first screen and from the history', async () => {
    await open('#/');
    await page.getByRole('link', { name: 'The eight-week plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
    await open('?sessions=0&planned=3#/history');
    await page.getByRole('region', { name: 'Plan' }).getByText('Week 2, day 1 of 3').waitFor();
    await page.getByRole('link', { name: 'See the plan' }).click();
    const now = page.locator('tr[aria-current=step]');
    await now.waitFor();
    expect((await now.textContent())?.startsWith('20 of 3 days3 × 12')).toBe(true);
  });

  it('gives the programme its numbers with one tap', async () => {
    await open('?empty=1#/plan');
    await page.getByRole('button', { name: 'Use these numbers' }).click();
    await page.getByText('The programme has these numbers.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await goTo('#/', 'What are you training?');
    const hike = page.getByRole('link', { name: /Hip hike/ });
    expect(await hike.textContent()).toContain('3 sets of 10 each side');
    const band = page.getByRole('link', { name: /Banded lateral step/ });
    expect(await band.textContent()).toContain('2 sets of 15 each side');
  });

  it('asks before it replaces what was set by hand', async () => {
    await open('?empty=1#/live?exercise=hip-hike');
    await page.getByText('Make it yours').click();
    await page.getByRole('button', { name: 'One less, repetitions' }).click();
    await goTo('#/plan', 'Plan');
    await page.getByRole('button', { name: 'Use these numbers' }).click();
    const question = page.getByRole('alert');
    expect(await question.textContent()).toContain('You set them by hand for: Hip hike.');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Use these numbers' }).click();
    await page.getByRole('button', { name: 'Replace mine too' }).click();
    await page.getByText('The programme has these numbers.').waitFor();
  });
});

describe('pain and effort after a session', () => {
  const pain = () => page.getByRole('group', { name: 'Worst pain during it' });
  const effort = () => page.getByRole('group', { name: 'How hard it was' });

  it('are said with one tap each, read as a rule of thumb, kept, changed and taken back', async () => {
    await open('#/review/march-now');
    await pain().getByText('4', { exact: true }).click();
    await effort().getByText('7', { exact: true }).click();
    await page.getByText('Amber: pain of 3 to 5').waitFor();
    await page.getByText('no diagnosis').waitFor();
    expect(await violationsInBothThemes(page, '.felt')).toEqual([]);
    await goTo('#/history', 'History');
    await page.getByRole('heading', { name: 'Pain and effort' }).waitFor();
    await goTo('#/review/march-now', 'Kettlebell march');
    expect(await pain().getByRole('radio', { name: '4' }).isChecked()).toBe(true);
    expect(await effort().getByRole('radio', { name: '7' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Take the pain back' }).click();
    expect(await pain().getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await effort().getByRole('radio', { name: '7' }).isChecked()).toBe(true);
  });

  it('are said with the keyboard, too, with targets that a thumb hits', async () => {
    await page.setViewportSize(PHONE);
    await open('#/review/march-now');
    await pain().getByRole('radio', { name: '2', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Green: pain up to 2').waitFor();
    for (const value of await page.locator('.felt-value').all()) {
      const box = await value.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});
