import type AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the accessibility rules find, as rule and elements. */
export async function violationsOn(page: Page, target: AxeBuilder): Promise<readonly string[]> {
  // Colours on their way from one theme to the other are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  const found = await target.analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
