import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import type { PoseModel } from '../workers/protocol';
import { ENGINES } from '../workers/protocol';
import { DEFAULT_ENGINE } from './analyse/arguments';
import { fastest } from './bench/chips';
import { measureCore } from './bench/core';
import { measureEngines } from './bench/engines';
import type { EngineCost } from './bench/engines';
import { findGraphics } from './bench/graphics';
import { CAMERAS, CAMERA_FPS, browserWithCamera, measureLive } from './bench/live';
import { toJson, toMarkdown } from './bench/report';
import type { Bench, LiveRow } from './bench/report';
import { measureStart } from './bench/start';
import { measureTutorial } from './bench/tutorial';
import { buildApp } from './build.mjs';
import { serveApp } from './serve.mjs';
import { ROOT } from './setup.mjs';

const CLIPS = resolve(import.meta.dirname, '../test/fixtures/clips');
const FILE_CLIP = join(CLIPS, 'curtsy-short.mp4');
const CAMERA_CLIP = join(CLIPS, 'curtsy-collapse.mp4');
/** The heavy model is no live model on two cores. */
const LIVE_MODELS: readonly PoseModel[] = ['lite', 'full'];
const SECONDS = 10;
/** `--long`: whether memory stays flat. */
const LONG_SECONDS = 600;

/**
 * `npm run bench`: what each part costs on this machine, and what is left of it in front of the camera, in one run. Writes
 * `docs/performance.md`; with `--json` it prints one object instead of a summary. `--long` measures each live row for ten minutes.
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  const say = (line: string): void => {
    console.error(line);
  };
  const seconds = argv.includes('--long') ? LONG_SECONDS : SECONDS;
  say('engines and models, from a file …');
  const found = await findGraphics();
  const { engines, chips } = await measureEngines(FILE_CLIP, found);
  const [first] = engines;
  if (first === undefined) throw new Error('no engine was measured');
  const core = await measureCore(first.stream);
  const { graphics, flags } = found;
  const inBrowser = await measureInBrowser(engines, flags, seconds, say);
  const bench: Bench = { graphics, engines, chips, core, ...inBrowser };
  const document = join(ROOT, 'docs/performance.md');
  const style = await resolveConfig(document);
  writeFileSync(document, await format(toMarkdown(bench), { ...style, parser: 'markdown' }));
  say('docs/performance.md is written');
  console.log(JSON.stringify(toJson(bench), null, argv.includes('--json') ? 0 : 2));
  return 0;
};

/** All that needs a camera. Each camera is a browser of its own, since Chromium's fake one is chosen when it starts. */
const measureInBrowser = async (
  engines: readonly EngineCost[],
  flags: readonly string[],
  seconds: number,
  say: (line: string) => void,
): Promise<Pick<Bench, 'live' | 'tutorial' | 'start'>> => {
  const outDir = await buildApp();
  const app = await serveApp();
  const live: LiveRow[] = [];
  const largest = CAMERAS.at(-1) ?? { width: 0, height: 0 };
  let rest: Pick<Bench, 'tutorial' | 'start'> | null = null;
  try {
    for (const size of CAMERAS) {
      const camera = `${String(size.width)}x${String(size.height)}`;
      const browser = await browserWithCamera(CAMERA_CLIP, size, flags);
      try {
        say(`live, camera ${camera} …`);
        live.push(...(await measureModels(browser, app.url, camera, engines, seconds)));
        if (size !== largest) continue;
        say('a tutorial’s page, and the start …');
        const fps = await measureTutorial(browser, app.url, 'full', SECONDS);
        const settings = { engine: DEFAULT_ENGINE, delegate: 'CPU', model: 'full' } as const;
        const start = await measureStart(browser, app.url, outDir, settings);
        rest = { tutorial: { camera, model: 'full', fps }, start };
      } finally {
        await browser.close();
      }
    }
  } finally {
    await app.close();
  }
  if (rest === null) throw new Error('no camera was measured');
  return { live, ...rest };
};

const measureModels = async (
  browser: Browser,
  appUrl: string,
  camera: string,
  engines: readonly EngineCost[],
  seconds: number,
): Promise<LiveRow[]> => {
  const rows: LiveRow[] = [];
  for (const engine of ENGINES) {
    for (const model of LIVE_MODELS) {
      // On the graphics chip where the app would choose it.
      const wanted = fastest(engines, engine, model);
      if (wanted === undefined) continue;
      const { used, ...rate } = await measureLive(
        browser,
        appUrl,
        { engine, delegate: wanted.delegate, model },
        seconds,
      );
      const alone = engines.find(
        (one) => one.engine === used.engine && one.delegate === used.delegate && one.model === model,
      );
      if (alone === undefined) continue;
      const modelAloneFps = 1000 / alone.inferenceMs;
      const ratio = rate.fps / modelAloneFps;
      const ofPossible = rate.fps / Math.min(modelAloneFps, CAMERA_FPS);
      rows.push({ camera, ...used, model, ...rate, modelAloneFps, ratio, ofPossible });
    }
  }
  return rows;
};
