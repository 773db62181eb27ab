import { devices, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/app-page';
import { openScreen, SCREEN_NAMES } from '../support/preview-screens';

/** A phone both ways and a tablet, with what camera and bar to swipe take away of each. */
const SHAPES = [
  { name: 'phone upright', width: 390, height: 664, insets: { top: 47, left: 0, right: 0, bottom: 34 } },
  { name: 'phone sideways', width: 844, height: 342, insets: { top: 0, left: 47, right: 47, bottom: 21 } },
  {
    name: 'small phone sideways',
    width: 750,
    height: 342,
    insets: { top: 0, left: 47, right: 47, bottom: 21 },
  },
  { name: 'tablet upright', width: 712, height: 1138, insets: { top: 24, left: 0, right: 0, bottom: 20 } },
] as const;
/** Apple's Human Interface Guidelines, and WCAG 2.2's target size (enhanced): CSS pixels, each way. */
const LEAST_TARGET_PX = 44;
/** Safari on a phone zooms the page in to a field with smaller letters, and not out again. */
const LEAST_FIELD_PX = 16;
/** Between two parts of the live screen: `--edge` is at least this. */
const LEAST_GAP_PX = 12;

type Insets = (typeof SHAPES)[number]['insets'];

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium('none');
});
afterAll(() => browser.close());

/**
 * What can be pressed and is smaller than a fingertip. Left out: links within a sentence, which WCAG leaves out, too, and a field
 * whose label around it can be pressed as well.
 */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const isInSentence = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '').trim() !== element.textContent.trim();
    const targets = [
      ...document.querySelectorAll(
        'a[href], button, select, input, summary, [role="button"], [role="slider"]',
      ),
    ];
    return targets.flatMap((element) => {
      const pressed = element.matches('input') ? (element.closest('label') ?? element) : element;
      const { width, height } = pressed.getBoundingClientRect();
      if (!element.checkVisibility() || width * height === 0 || isInSentence(element)) return [];
      // A finger's width less a hair: layout rounds.
      if (width >= least - 0.5 && height >= least - 0.5) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent;
      return [
        `${element.tagName} .${element.className} "${name}" ${Math.round(width)} × ${Math.round(height)}`,
      ];
    });
  }, LEAST_TARGET_PX);

const smallFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (least) =>
      [
        ...document.querySelectorAll(
          'select, textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])',
        ),
      ]
        .filter((field) => parseFloat(getComputedStyle(field).fontSize) < least)
        .map((field) => field.outerHTML.slice(0, 80)),
    LEAST_FIELD_PX,
  );

/** What can be pressed and lies under the camera, a rounded corner or the bar to swipe. */
const covered = (page: Page, insets: Insets): Promise<readonly string[]> =>
  page.evaluate(({ left, right, top }) => {
    // What is swiped through sideways ends where it ends.
    const isInStrip = (element: Element | null): boolean =>
      element !== null &&
      (element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === 'auto'
        ? true
        : isInStrip(element.parentElement));
    return [...document.querySelectorAll('a[href], button, select, summary')]
      .filter((element) => element.checkVisibility() && !isInStrip(element))
      .flatMap((element) => {
        const box = element.getBoundingClientRect();
        const isCovered =
          box.width * box.height > 0 &&
          (box.left < left - 0.5 || box.right > innerWidth - right + 0.5 || box.top + scrollY < top - 0.5);
        return isCovered ? [`under an edge: ${element.className} "${element.textContent}"`] : [];
      });
  }, insets);

/** Parts of the live screen that hold so much more than they have room for that it would lie over the next one. */
const spilling = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (gap) =>
      [...document.querySelectorAll('.hud > :not(.visually-hidden)')].flatMap((part) => {
        const over = Math.round(part.scrollHeight - part.clientHeight);
        const isScrolled = getComputedStyle(part).overflowY === 'auto';
        return over > gap && part.clientHeight > 0 && !isScrolled
          ? [`${part.className} spills by ${over} px`]
          : [];
      }),
    LEAST_GAP_PX,
  );

const beside = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const px = document.documentElement.scrollWidth - innerWidth;
    return px > 0 ? [`${px} px wider than the screen`] : [];
  });

describe('on phones and tablets', () => {
  let context: BrowserContext;
  let page: Page;
  let session: CDPSession;

  beforeAll(async () => {
    // Everything here is measured in CSS pixels: three times as many of the screen's to paint would only take time.
    context = await browser.newContext({ ...devices['iPhone 13'], deviceScaleFactor: 1 });
    page = await context.newPage();
    session = await context.newCDPSession(page);
  });

  it.each(SCREEN_NAMES)(
    '%s: a finger hits everything, no field zooms, nothing lies at or over an edge',
    async (screen) => {
      await openScreen(page, screen);
      const found: Record<string, readonly string[]> = {};
      for (const { name, width, height, insets } of SHAPES) {
        await page.setViewportSize({ width, height });
        await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
        const looks = [
          smallTargets(page),
          smallFields(page),
          covered(page, insets),
          beside(page),
          spilling(page),
        ];
        const complaints = (await Promise.all(looks)).flat();
        if (complaints.length > 0) found[name] = complaints;
        const shots = process.env['SHOTS'];
        if (shots)
          await page.screenshot({
            path: `${shots}/${screen.replaceAll(' ', '-')}-${name.replaceAll(' ', '-')}.png`,
          });
      }
      expect(found).toEqual({});
    },
  );

  it('offers the front and the back camera, and keeps which', async () => {
    await page.setViewportSize({ width: 390, height: 664 });
    await openScreen(page, 'choose');
    await page.getByRole('button', { name: 'Settings' }).click();
    const camera = page.locator('label', { hasText: /^Camera/ }).locator('select');
    await expect
      .poll(() => camera.locator('option').allTextContents())
      .toEqual(['The front camera', 'The back camera', 'Built-in camera']);
    await camera.selectOption({ label: 'The back camera' });
    expect(await camera.inputValue()).toBe('facing:environment');
    const small = [...(await smallTargets(page)), ...(await smallFields(page))];
    expect(small).toEqual([]);
  });
});
