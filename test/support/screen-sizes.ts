import type { Page } from 'playwright-core';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** A laptop, a small one, and a phone both ways. CSS pixels. */
export const LAPTOP = { width: 1440, height: 900 } as const satisfies ScreenSize;
export const SMALL_LAPTOP = { width: 1024, height: 600 } as const satisfies ScreenSize;
export const PHONE = { width: 390, height: 844 } as const satisfies ScreenSize;
export const PHONE_SIDEWAYS = { width: 844, height: 390 } as const satisfies ScreenSize;
export const SIZES: readonly ScreenSize[] = [LAPTOP, SMALL_LAPTOP, PHONE, PHONE_SIDEWAYS];

/**
 * Looks at what is open in one size of screen after the other, without a new visit. Leaves the size that it finds.
 *
 * @param look what is looked at; told how the size is called, for the message of what fails
 * @returns what was seen, in the order of the sizes
 */
export async function inEachSize<T>(
  page: Page,
  sizes: readonly ScreenSize[],
  look: (size: ScreenSize, name: string) => Promise<T>,
): Promise<readonly T[]> {
  const before = page.viewportSize();
  const seen: T[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    // What follows the size by script has done so with the second picture.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    seen.push(await look(size, `${String(size.width)} × ${String(size.height)}`));
  }
  if (before) await page.setViewportSize(before);
  return seen;
}

/** Nothing is ever wider than the screen. @returns what is, by size */
export async function widerThanScreen(page: Page, sizes = SIZES): Promise<readonly string[]> {
  const found = await inEachSize(page, sizes, async ({ width }, name) => {
    const whole = await page.evaluate(() => document.documentElement.scrollWidth);
    return whole > width ? [`${String(whole)} px wide at ${name}`] : [];
  });
  return found.flat();
}
