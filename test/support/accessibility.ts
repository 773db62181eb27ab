import rules from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  /** The rules, once their source has run in the page. */
  var axe: typeof rules;
}

/** The rules that a theme can break: the two differ in nothing but their colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const;

/** What the accessibility rules find on the page, or within a part of it, as rule and elements. @param only these rules */
export async function violationsOn(
  page: Page,
  part?: string,
  only?: readonly string[],
): Promise<readonly string[]> {
  // Colours on their way from one theme to the other are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(rules.source);
  return page.evaluate(
    async ([within, asked]) => {
      const { violations } = await globalThis.axe.run(within ?? document, {
        resultTypes: ['violations'],
        ...(asked ? { runOnly: { type: 'rule', values: [...asked] } } : {}),
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [part, only] as const,
  );
}

/** The same in both themes. Leaves the light one. */
export async function violationsInBothThemes(page: Page, part?: string): Promise<readonly string[]> {
  const show = (theme: 'dark' | 'light') =>
    page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
  await show('dark');
  const dark = await violationsOn(page, part);
  await show('light');
  const light = await violationsOn(page, part, OF_COLOURS);
  return [...dark.map((found) => `dark: ${found}`), ...light.map((found) => `light: ${found}`)];
}
