import type { Browser, Page } from 'playwright-core';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openPage } from '../support/app-page';
import { serveSources } from '../support/source-server';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 600 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
] as const;

/** The live screen's states, the body in the middle of the picture. */
const SCREENS = {
  'set-up': '?live=setup#/live?exercise=hip-hike',
  'set-up at its longest': '?live=still#/live?exercise=hip-hike',
  'the way of the steps': '?live=way#/live?exercise=banded-lateral-step',
  work: '?live=work#/live?exercise=kettlebell-march',
  'work with a fault': '?live=fault#/live?exercise=kettlebell-march',
  'work unseen': '?live=unseen#/live?exercise=kettlebell-march',
  hold: '?live=hold#/live?exercise=side-plank',
  'too slow': '?live=slow#/live?exercise=kettlebell-march',
  rest: '?live=rest#/live?exercise=kettlebell-march',
  'changing over': '?live=change#/live?exercise=programme',
} as const;

/** Where the body is, as the app sees it, and so what is shown is not. */
const MOVED = {
  'set-up': '?live=setup&room=left#/live?exercise=hip-hike',
  'work with a fault': '?live=fault&room=left#/live?exercise=kettlebell-march',
  rest: '?live=rest&room=left#/live?exercise=kettlebell-march',
  lying: '?live=hold&room=above#/live?exercise=side-plank',
} as const;

/** The floor under somebody who stands where all of them is seen; the numbers stand below it. Share of the screen's height. */
const FLOOR = 0.84;

let server: ViteDevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveSources();
  browser = await launchChromium('none');
  ({ page } = await openPage(await browser.newContext()));
  // The first visit lets the server bundle the dependencies; it reloads the page then.
  await open(SCREENS.work);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(address: string): Promise<void> {
  const base = server.resolvedUrls?.local[0] ?? '';
  // Only the hash differs between some: a fresh page each time.
  await page.goto('about:blank');
  await page.goto(`${base}test/support/ui-preview/index.html${address}`);
  await page.locator('#app main').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

describe('left and right', () => {
  it('stand as in the mirrored picture: left is left', async () => {
    await page.setViewportSize(SIZES[0]);
    for (const address of [SCREENS.work, MOVED['work with a fault'], MOVED.lying]) {
      await open(address);
      const left = await page.locator('.hud-side', { hasText: 'Left' }).boundingBox();
      const right = await page.locator('.hud-side', { hasText: 'Right' }).boundingBox();
      expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
    }
  });
});

describe('what is shown over the picture', () => {
  const PARTS = [
    '.dial',
    '.checks',
    '.check',
    '.hud-banner',
    '.rest',
    '.rest-actions',
    '.hud-side-left',
    '.hud-side-right',
  ];
  /** Parts with their text, as shares of the screen; text that is cut off counts as far as it would reach. */
  const boxes = () =>
    page.evaluate(
      (parts) =>
        parts.flatMap((part) =>
          [...document.querySelectorAll(part)].flatMap((element) => {
            // What is there for screen readers alone takes no room.
            const list = element.closest('.checks');
            if (list && getComputedStyle(list).clipPath !== 'none') return [];
            const { left, top, right, bottom } = element.getBoundingClientRect();
            const [width, height] = [innerWidth, innerHeight];
            const isCut =
              element.scrollHeight > element.clientHeight + 4 ||
              element.scrollWidth > element.clientWidth + 4;
            return [
              {
                part,
                left: left / width,
                right: right / width,
                top: top / height,
                bottom: bottom / height,
                isCut,
              },
            ];
          }),
        ),
      PARTS,
    );
  const ACROSS = SIZES.filter(({ width, height }) => width > height);

  it.each(SIZES)('has room for its words, and ends at the screen’s edge ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    const addresses = [
      ...Object.values(MOVED),
      SCREENS['set-up'],
      SCREENS['set-up at its longest'],
      SCREENS['the way of the steps'],
      SCREENS['work with a fault'],
      SCREENS.hold,
      SCREENS['too slow'],
      SCREENS.rest,
    ];
    for (const address of [...addresses, SCREENS['changing over'], SCREENS['work unseen']]) {
      await open(address);
      for (const { part, isCut, bottom, left, right } of await boxes()) {
        expect(isCut, `${address} ${part} is cut off`).toBe(false);
        expect(bottom, `${address} ${part}`).toBeLessThanOrEqual(1);
        expect(left, `${address} ${part}`).toBeGreaterThanOrEqual(0);
        expect(right, `${address} ${part}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each(SIZES)('hides no button behind another part ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    for (const address of [SCREENS['too slow'], SCREENS['set-up'], SCREENS.rest]) {
      await open(address);
      const covered = await page.evaluate(() =>
        [...document.querySelectorAll('.hud button')].flatMap((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          const places = [
            [0.1, 0.5],
            [0.5, 0.5],
            [0.9, 0.5],
            [0.5, 0.1],
            [0.5, 0.9],
          ] as const;
          const found = places.map(([x, y]) => document.elementFromPoint(left + width * x, top + height * y));
          return found.every((on) => on !== null && button.contains(on)) ? [] : [button.textContent];
        }),
      );
      expect(covered, address).toEqual([]);
    }
  });

  it.each(ACROSS)('keeps to its side of the screen, clear of the body ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    // The set-up's list is wider on a phone; who stands in the middle begins at about 0.42.
    for (const [address, isLeft] of [
      [SCREENS['set-up'], false],
      [SCREENS['work with a fault'], false],
      [MOVED['set-up'], true],
      [MOVED['work with a fault'], true],
    ] as const) {
      await open(address);
      for (const { part, left, right } of await boxes()) {
        if (isLeft) expect(right, `${address} ${part}`).toBeLessThanOrEqual(0.41);
        else expect(left, `${address} ${part}`).toBeGreaterThanOrEqual(0.59);
      }
    }
    await open(MOVED.lying);
    for (const { part, bottom } of await boxes()) expect(bottom, part).toBeLessThanOrEqual(0.56);
  });

  it.each(ACROSS)('stands on none of the footprints, at whichever side ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    for (const room of ['right', 'left', 'above']) {
      await open(`?live=way&room=${room}#/live?exercise=banded-lateral-step`);
      for (const { part, bottom } of await boxes())
        expect(bottom, `${room} ${part}`).toBeLessThanOrEqual(FLOOR);
    }
  });

  it.each(SIZES)(
    'leaves the picture free in the rest, and always where it is upright ($width × $height)',
    async (size) => {
      await page.setViewportSize(size);
      const isUpright = size.width < size.height;
      const always = [SCREENS['set-up'], SCREENS['work with a fault'], SCREENS.hold];
      for (const address of [SCREENS.rest, MOVED.rest, ...(isUpright ? always : [])]) {
        await open(address);
        const picture = await page.locator('.live-picture').boundingBox();
        const shown = {
          left: (picture?.x ?? 0) / size.width,
          right: ((picture?.x ?? 0) + (picture?.width ?? 0)) / size.width,
          top: (picture?.y ?? 0) / size.height,
          bottom: ((picture?.y ?? 0) + (picture?.height ?? 0)) / size.height,
        };
        // A fifth of a phone on its side still shows who stands upright.
        expect(shown.right - shown.left).toBeGreaterThan(0.2);
        for (const box of await boxes()) {
          const isBeside = box.right <= shown.left + 0.001 || box.left >= shown.right - 0.001;
          const isAboveOrBelow = box.bottom <= shown.top + 0.001 || box.top >= shown.bottom - 0.001;
          expect(isBeside || isAboveOrBelow, `${address} ${box.part}`).toBe(true);
        }
      }
    },
  );
});

/** Width of a 13-inch screen of 16 to 10, shown at this many CSS pixels. */
const SCREEN_MM = 280;
const SHARP = SIZES[0];
/** What eyes of 20/20 read at three metres: a cap height of five minutes of arc. */
const CAP_MM = 4.4;
/** What comes after the rest in full: read on the way to the laptop, from 2.6 m. The heading above it is read from three. */
const REST_CAP_MM = 3.8;
/** Letters end on whole pixels. */
const ROUNDING_MM = 0.1;

describe('what must be read in the set or in the rest', () => {
  /** Cap heights as drawn, millimetres. */
  const capsOf = (part: string) =>
    page.locator(part).evaluateAll(
      (elements, mmPerPx) =>
        elements.map((element) => {
          const context = document.createElement('canvas').getContext('2d');
          if (!context) return 0;
          const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
          context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
          return context.measureText('H').actualBoundingBoxAscent * mmPerPx;
        }),
      SCREEN_MM / SHARP.width,
    );

  it.each([
    [SCREENS['set-up at its longest'], ['.hud-banner strong']],
    [SCREENS['work with a fault'], ['.dial-big', '.hud-side-count', '.hud-banner strong']],
    [SCREENS.hold, ['.dial-big', '.hud-side-count']],
    [SCREENS.rest, ['.rest h2']],
    [SCREENS['changing over'], ['.rest h2']],
    ['?live=paused#/live?exercise=hip-hike', ['.pause h2', '.pause p']],
    ['?live=ending#/live?exercise=hip-hike', ['.pause h2', '.pause p']],
  ] as const)('is large enough for three metres on a 13-inch screen: %s', async (address, parts) => {
    await page.setViewportSize(SHARP);
    await open(address);
    for (const part of parts) {
      const caps = await capsOf(part);
      expect(caps.length, part).toBeGreaterThan(0);
      for (const cap of caps) expect(cap, part).toBeGreaterThanOrEqual(CAP_MM - ROUNDING_MM);
    }
  });

  it.each([SCREENS.rest, SCREENS['changing over']])(
    'is not much smaller in the rest: %s',
    async (address) => {
      await page.setViewportSize(SHARP);
      await open(address);
      const caps = await capsOf('.rest-words p:not(.rest-kicker)');
      expect(caps.length).toBeGreaterThan(0);
      for (const cap of caps) expect(cap).toBeGreaterThanOrEqual(REST_CAP_MM);
    },
  );
});
