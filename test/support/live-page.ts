import type { Locator, Page } from 'playwright-core';

/** The live screen while it is in this stage. */
export const stage = (page: Page, name: string): Locator => page.locator(`[data-stage="${name}"]`);

/** The message that says what happened and what to do. */
export const advice = (page: Page, title: string): Locator =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: title }) });

/** Repetitions on the live screen, as the person reads them. */
export async function shownCount(page: Page): Promise<number> {
  return Number(await page.locator('.dial-big').textContent());
}

/** Waits until the live screen shows at least this many repetitions. */
export async function waitForCount(page: Page, atLeast: number, timeoutMs: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Number(document.querySelector('.dial-big')?.textContent ?? 0) >= wanted,
    atLeast,
    { timeout: timeoutMs },
  );
}

/** Waits for the review of the session that was ended. The live screen has the same heading, out of sight. */
export async function reviewAfterEnd(page: Page): Promise<void> {
  await page.waitForURL(/#\/review\//, { timeout: 30_000 });
  await page.locator('main.page h1').waitFor();
}

/** Chooses the light pose model before the app starts: these tests ask what happens, not how exactly it is counted. */
export async function chooseLightModel(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('hipline.settings', JSON.stringify({ model: 'lite' }));
  });
}
