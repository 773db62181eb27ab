import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptySession, emptySet } from '../../src/core/session/record';
import { exportSession } from '../../src/storage/exchange';
import { aSetStart, aStart, EVENING, repRecord } from '../support/session-builders';
import { violationsOn } from '../support/accessibility';
import { openPreview, type Preview } from '../support/preview';
import { openScreen, SCREEN_NAMES, type ScreenName } from '../support/preview-screens';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 600 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
] as const;

const exported = exportSession({
  ...emptySession('from-a-file', aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [{ ...emptySet(1, aSetStart()), reps: [repRecord(1), repRecord(2)] }],
});

let preview: Preview;
let page: Page;

beforeAll(async () => {
  preview = await openPreview();
  ({ page } = preview);
});
afterAll(() => preview.close());

const open = (screen: ScreenName, theme?: 'light' | 'dark') =>
  openScreen(page, preview.server, screen, theme);

const violations = (target: AxeBuilder): Promise<readonly string[]> => violationsOn(page, target);

describe.each(SCREEN_NAMES)('%s', (screen) => {
  it('has no accessibility violation, dark or light, and is never wider than the screen', async () => {
    await open(screen);
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${size.width} × ${size.height}`).toBeLessThanOrEqual(size.width);
    }
  });
});

describe('on every size of screen', () => {
  it.each(SIZES.slice(0, 2))(
    'shows the count in digits of a fifth of the screen’s height ($width × $height)',
    async (size) => {
      await page.setViewportSize(size);
      for (const screen of ['work', 'work with a fault', 'hold'] as const) {
        await open(screen);
        const fontPx = await page
          .locator('.dial-big')
          .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
        expect(fontPx).toBeGreaterThanOrEqual(size.height * 0.2);
      }
    },
  );

  it.each(SIZES)('keeps everything in its place when a cue comes ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    const places = async (screen: ScreenName) => {
      await open(screen);
      const parts = ['.dial', '.hud-side-left', '.hud-side-right', '.hud-banner-area'];
      return Promise.all(parts.map((part) => page.locator(part).boundingBox()));
    };
    expect(await places('work with a fault')).toEqual(await places('work'));
  });

  it.each(SIZES)(
    'asks which exercise it is with two targets to hit without aiming ($width × $height)',
    async (size) => {
      await page.setViewportSize(size);
      await open('work');
      const dial = await page.locator('.dial').boundingBox();
      await open('which exercise');
      expect(await page.locator('.dial').boundingBox()).toEqual(dial);
      for (const choice of await page.locator('.hud-choice').all()) {
        const box = await choice.boundingBox();
        // A tenth of the screen's height and more than a quarter of its width.
        expect(box?.height).toBeGreaterThanOrEqual(size.height / 10);
        expect(box?.width).toBeGreaterThanOrEqual(size.width / 4);
      }
    },
  );
});

it.each(SIZES)('keeps what to do next in sight in the set-up ($width × $height)', async (size) => {
  await page.setViewportSize(size);
  await open('set-up');
  const box = await page.getByText('Step back until your feet show').boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
});

describe('the rest', () => {
  it.each(SIZES)('shows all of it at once ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    for (const screen of ['rest', 'changing over'] as const) {
      await open(screen);
      const dial = await page.locator('.dial').boundingBox();
      const panel = await page.locator('.rest').boundingBox();
      const beside = (panel?.x ?? 0) + (panel?.width ?? 0) <= (dial?.x ?? 0);
      const below = (panel?.y ?? 0) >= (dial?.y ?? 0) + (dial?.height ?? 0);
      const above = (panel?.y ?? 0) + (panel?.height ?? 0) <= (dial?.y ?? 0);
      expect(beside || below || above, screen).toBe(true);
      for (const part of ['.rest', '.rest-actions', '.hud-side-left', '.hud-side-right']) {
        const box = await page.locator(part).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0), `${screen} ${part}`).toBeLessThanOrEqual(
          size.height,
        );
      }
    }
  });

  it('lets the person put the count right', async () => {
    await page.setViewportSize(SIZES[0]);
    await open('rest');
    const own = page.getByRole('group', { name: 'Your count, left' });
    await own.getByRole('button', { name: 'One more' }).click();
    expect(await own.locator('output').textContent()).toBe('4');
    await page.locator('.hud-side-left').getByText('Hipline: 3').waitFor();
  });
});

describe('with the keyboard and a screen reader', () => {
  it('puts the focus on the heading of each new screen', async () => {
    await open('choose');
    await page.getByRole('link', { name: 'History' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('History');
  });

  it('keeps the focus in the settings, and gives it back', async () => {
    await open('choose');
    const button = page.getByRole('button', { name: 'Settings' });
    await button.press('Enter');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    expect(await violations(new AxeBuilder({ page }).include('dialog[open]'))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('changes the theme at once', async () => {
    await open('choose', 'dark');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Light' }).last().check();
    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'light');
  });

  it('says counts and cues through a live region', async () => {
    await open('work');
    expect(await page.getByRole('status').first().textContent()).toBe('kettlebell-march work');
  });

  it('says which exercise it is with a key, or the button', async () => {
    await open('which exercise');
    const question = page.getByRole('group', { name: 'Which one is it?' });
    await question.getByRole('button', { name: /Banded lateral step/ }).waitFor();
    await page.keyboard.press('2');
    await question.waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').first().textContent()).toBe('kettlebell-march');
    await open('which exercise');
    await question.getByRole('button', { name: /Banded lateral step/ }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').first().textContent()).toBe('banded-lateral-step');
  });

  it('says more about a repetition that is chosen', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await page
      .getByText('Repetition 3, left knee, 1.6 s. Found: hip drop, standing on the right, 11° ± 2°.')
      .waitFor();
  });
});

describe('the skeleton of a repetition', () => {
  const figure = () => page.getByRole('img', { name: /^Stick figure/ }).first();
  /** A few of the stage's pixels as one number: differs when another moment is drawn. */
  const drawn = () =>
    page
      .locator('.replay-stage canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

  it.each(SIZES)('plays in its place: nothing jumps when one is chosen ($width × $height)', async (size) => {
    await page.setViewportSize(size);
    await open('review of repetitions');
    const places = () =>
      page.evaluate(() =>
        ['.replay-stage', '.replay-controls', '.strip'].map((part) => {
          const element = document.querySelector(part);
          const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
          // The replay goes along with the page while its strip is looked through: of it only the size must stay.
          const isSticky = element?.closest('.replay') !== null;
          return [x, isSticky ? 0 : y + scrollY, width, height].map(Math.round);
        }),
      );
    const before = await places();
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await figure().waitFor();
    expect(await places()).toEqual(before);
    const first = await drawn();
    await expect.poll(drawn).not.toBe(first);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    // What was asked for before the pause is still painted.
    await page.waitForTimeout(100);
    const still = await drawn();
    await page.waitForTimeout(200);
    expect(await drawn()).toBe(still);
  });

  it('has no accessibility violation while it plays, dark or light', async () => {
    for (const theme of ['dark', 'light'] as const) {
      await open('review of repetitions', theme);
      await page.getByRole('button', { name: /^3L/ }).click();
      await figure().waitFor();
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    }
  });

  it('is a still where motion is unwanted, moves on by pictures, and plays only when asked to', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('review of repetitions');
    await page.getByRole('button', { name: /^3L/ }).press('Enter');
    await figure().waitFor();
    const still = await drawn();
    await page.waitForTimeout(200);
    expect(await drawn()).toBe(still);
    const scrubber = page.getByRole('slider', { name: 'Moment of the repetition' });
    const moment = await scrubber.getAttribute('aria-valuetext');
    for (let press = 0; press < 10; press += 1) await scrubber.press('ArrowRight');
    expect(await scrubber.getAttribute('aria-valuetext')).not.toBe(moment);
    const scrubbed = await drawn();
    expect(scrubbed).not.toBe(still);
    await page.getByRole('button', { name: 'One picture on' }).click();
    await expect.poll(drawn).not.toBe(scrubbed);
    const stepped = await drawn();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(drawn).not.toBe(stepped);
    await page.emulateMedia({ reducedMotion: null });
  });

  it('stands ready with the worst repetition beside the best of the same side, in step', async () => {
    await open('review of repetitions');
    await page.getByText('Hip drop, standing on the right', { exact: true }).first().waitFor();
    await page.getByText('Repetition 3: 11° ± 2°').waitFor();
    await page.getByText(/^Best of this side: repetition \d+: 2° ± 1°$/).waitFor();
    const both = () =>
      page
        .locator('.replay-stage canvas')
        .evaluateAll((stages) => stages.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
    const before = await both();
    await page.getByRole('slider', { name: 'Moment of the repetition' }).press('Home');
    await expect.poll(async () => (await both()).every((one, index) => one !== before[index])).toBe(true);
  });

  it('says where none was kept, and is absent from sessions without any', async () => {
    await open('review of repetitions');
    await page.getByRole('button', { name: /partial/ }).click();
    await page.getByText('No stick figure was kept of this repetition').waitFor();
    await page.goto('about:blank');
    await open('review of holds');
    expect(await page.locator('.replay').count()).toBe(0);
  });
});

describe('the curves of what was judged', () => {
  it('are read out by the arrow keys and under the pointer', async () => {
    await open('review of repetitions');
    const chart = page.getByRole('slider', { name: /^Pelvis/ });
    await chart.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(
      /^\d+\.\d s, Repetition 1L: Standing on the right 0\.0° ± 1\.6° \(flagged from 6\.2°\)$/,
    );
    await chart.press('End');
    const last = await chart.getAttribute('aria-valuetext');
    expect(last).toMatch(/Repetition 10R: Standing on the left/);
    await chart.hover();
    expect(await chart.getAttribute('aria-valuetext')).not.toBe(last);
  });
});

describe('sets of one exercise', () => {
  it('stand side by side, and the chosen one below in full', async () => {
    await open('review of sets');
    const second = page.getByRole('button', { name: /^Set 2/ });
    expect(await page.getByRole('columnheader').count()).toBeGreaterThanOrEqual(3);
    await second.click();
    expect(await second.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('heading', { name: /^Set 2/ }).waitFor();
  });
});

describe('bringing saved sessions back in', () => {
  const choose = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const session = exported;

  it('shows a session from a file at once, and says when it is here already', async () => {
    await open('empty history');
    await choose('mine.json', session);
    await page.getByRole('heading', { name: /^Brought in: Curtsy lunge/ }).waitFor();
    await page.getByRole('link', { name: /Curtsy lunge.*2 reps/ }).waitFor();
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await choose('mine.json', session);
    await page.getByRole('heading', { name: 'This session is already here' }).waitFor();
    await page.getByRole('link', { name: 'Show it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Curtsy lunge' }).waitFor();
  });

  it('asks before it keeps another state beside the one that is here', async () => {
    await open('empty history');
    await choose('mine.json', session);
    await page.getByRole('heading', { name: /^Brought in/ }).waitFor();
    await choose('old.json', session.replace('"correctedReps":null', '"correctedReps":{"left":9,"right":9}'));
    await page.getByRole('heading', { name: 'Another state of this session is already here' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(1);
    await page.getByRole('button', { name: 'Keep both' }).click();
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
  });

  it.each([
    ['cut off', session.slice(0, 200), 'This file is cut off, or of another kind'],
    ['something else', '{"schema":"hipline.analysis/1"}', 'This file is no session of Hipline'],
    ['spoilt', session.replace('"side":"left"', '"side":"up"'), 'This session’s file is damaged'],
    ['newer', session.replace('session/1', 'session/7'), 'This was written by a newer Hipline'],
  ])('says what is wrong with a file that is %s, and what to do', async (_name, text, title) => {
    await open('history');
    const before = await page.locator('.entry').count();
    await choose('file.json', text);
    await page.getByRole('alert').filter({ hasText: title }).filter({ hasText: 'file.json' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(before);
  });
});

it('says nothing in the console and asks nothing of other origins', () => {
  expect(preview.complaints).toEqual({ console: [], foreignRequests: [] });
});
