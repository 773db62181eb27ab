import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, findWebKit } from '../../scripts/other-browsers.mjs';
import { addEntry, emptySession, emptySet } from '../../src/core/session/record';
import { exercises } from '../../src/exercises/registry';
import { exportSession } from '../../src/storage/exchange';
import { launchFirefox, launchWebKit, type OtherBrowser } from '../support/other-browser';
import { clipAsCamera, script } from '../support/page-script';
import { aSetStart, aStart, entryOfEachKind, EVENING } from '../support/session-builders';
import { servePlainly, type PlainHost } from '../support/plain-host';

const ROOT = resolve(import.meta.dirname, '../..');
/** Three lunges, right, left with a collapsing knee, right; as VP8, which every browser decodes. */
const CLIP = join(ROOT, 'test/fixtures/clips/curtsy-short.webm');

const SESSION_ID = 'a-session-from-elsewhere';
const SESSION = exportSession({
  ...emptySession(SESSION_ID, aStart()),
  ended: 'finished',
  endedAt: EVENING,
  sets: [entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()))],
});

/**
 * `countsLive`: WebKitGTK composes the page on the processor, beside the model, and is then too slow in front of the
 * camera on a small machine, which it says. The analysis of a video counts there.
 */
const BROWSERS = [
  { name: 'Firefox', isThere: findFirefox() !== null, launch: launchFirefox, countsLive: true },
  { name: 'WebKit', isThere: findWebKit() !== null, launch: launchWebKit, countsLive: false },
];
for (const { name, isThere } of BROWSERS) if (!isThere) console.log(`${name} is not installed: left out.`);

describe.each(BROWSERS.filter(({ isThere }) => isThere))('$name', ({ launch, countsLive }) => {
  let folder: string;
  let host: PlainHost;
  let browser: OtherBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hipline-'));
    cpSync(join(ROOT, 'dist'), folder, { recursive: true });
    cpSync(CLIP, join(folder, 'clip.webm'));
    host = await servePlainly(folder, '/');
    const launched = await launch();
    if (launched === null) throw new Error('it was there a moment ago');
    browser = launched;
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (hash: string): Promise<void> => {
    // Through a blank page, so that another hash is another visit.
    await browser.goto('about:blank');
    await browser.goto(`${host.url}${hash}`);
  };

  it('shows the first screen', async () => {
    await open('');
    const cards = await browser.run<number>(
      script(`await until('cards', () => document.querySelector('.card'), 30000);
        return document.querySelectorAll('.card').length;`),
    );
    // One for each exercise, and two more: all of them in turn, and to be recognised.
    expect(cards).toBe(exercises.length + 2);
  });

  it('analyses a video: every repetition, its side, and the knee that collapses', async () => {
    await open('#/analyse');
    const seen = await browser.run<string>(
      script(`await until('choice', () => document.querySelector('input[type=file]'), 30000);
        const select = document.querySelector('select');
        select.value = 'curtsy-lunge';
        select.dispatchEvent(new Event('change', { bubbles: true }));
        give(await fileOf('clip.webm', 'clip.webm', 'video/webm'));
        await until('result', () => byText('button', 'Another video') || byText('h2', 'could not'), 200000);
        return [...document.querySelectorAll('.rep')].map((rep) => rep.innerText.replace(/\\s+/g, ' ')).join(' | ');`),
    );
    expect(seen.split(' | ')).toEqual([
      expect.stringMatching(/^1R/),
      expect.stringMatching(/^2L.*knee/i),
      expect.stringMatching(/^3R/),
    ]);
  });

  it('reads the camera in its worker', async () => {
    await open('');
    await browser.run(clipAsCamera('clip.webm'));
    const notice = await browser.run<string>(
      script(`location.hash = '#/live?exercise=curtsy-lunge&skipSetup=1';
        await until('the person', () => text().includes('Clear view'), 120000);
        return text();`),
    );
    expect(notice.includes('This browser is slower here')).toBe(false);
  });

  it.skipIf(!countsLive)('counts in front of the camera, and keeps the session over a reload', async () => {
    const counted = await browser.run<number>(
      script(`const count = () => Number(document.querySelector('.dial-big')?.textContent ?? 0);
        await until('a repetition', () => count() >= 1, 200000);
        const shown = count();
        await click('button', 'End');
        await click('button', 'End and review');
        await until('review', () => location.hash.startsWith('#/review/') && byText('h1', 'Curtsy lunge'), 30000);
        return shown;`),
    );
    await browser.goto(host.url);
    const entry = await browser.run<string>(
      script(`location.hash = '#/history';
        return (await until('entry', () => byText('a.entry', 'Curtsy lunge'), 30000)).textContent;`),
    );
    expect(Number(/(\d+) reps?/.exec(entry)?.[1])).toBeGreaterThanOrEqual(counted);
  });

  it('brings a session in, keeps it over a reload, shows it, and saves it as the same file', async () => {
    await open('#/history');
    const brought = await browser.run<string>(
      script(`await until('choice', () => document.querySelector('input[type=file]'), 30000);
        give(new File([${JSON.stringify(SESSION)}], 'session.json', { type: 'application/json' }));
        return (await until('answer', () => byText('.imports', 'session'), 30000)).innerText;`),
    );
    expect(brought).toContain('Brought in');
    await open('#/history');
    const saved = await browser.run<unknown>(
      script(`let saved = null;
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { saved = blob; return create.call(URL, blob); };
        await until('entry', () => document.querySelector('a.entry'), 30000);
        location.hash = '#/review/${SESSION_ID}';
        await click('button', 'Save as file');
        await until('file', () => saved, 10000);
        return JSON.parse(await saved.text());`),
    );
    expect(saved).toEqual(JSON.parse(SESSION));
  });
});
