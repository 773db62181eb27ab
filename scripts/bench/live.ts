import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { cameraClip } from '../../test/support/camera-clip';
import type { PictureSize } from '../../test/support/camera-clip';
import { median } from '../../src/pipeline/session-meter';
import { BROWSER_FLAGS, CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';
import type { ModelRunner } from './chips';
import { installProbe } from './live-probe.mjs';
import { stagesOf } from './stages';
import type { Stage } from './stages';
import { rendererMemoryMb, threadTimes, usedBetween } from './thread-time';

/** After these everything is compiled and the caches are warm. */
const WARM_UP_PICTURES = 30;
const LOADING_MS = 120_000;

/** The clip is played at this rate: no live screen shows more. */
export const CAMERA_FPS = 30;

export const CAMERAS: readonly PictureSize[] = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
];

export interface LiveRate {
  /** Not what was wanted where that failed its proof in this browser. */
  readonly used: Pick<ModelRunner, 'engine' | 'delegate'>;
  readonly fps: number;
  /** Median from the picture's capture to the frame of the screen that shows its skeleton. */
  readonly latencyMs: number;
  /** Median from the capture of the picture that gave a cue to the frame of the screen that shows it; null where none came. */
  readonly cueLatencyMs: number | null;
  readonly inferenceMs: number;
  /** Tasks of the page over 50 ms, per minute. */
  readonly longTasks: number;
  /** Processor time of each stage, in milliseconds per picture; null where the system does not tell. */
  readonly stages: Readonly<Record<Stage, number>> | null;
  /** Of the renderers, at the end, and by how much it has grown since the warm-up. */
  readonly memoryMb: number | null;
  readonly memoryGrowthMb: number | null;
}

/** What the probe has seen; see `live-probe.mjs`. */
interface Seen {
  readonly answers: readonly {
    readonly atMs: number;
    readonly hasPose: boolean;
    readonly inferenceMs: number;
    readonly shownAfterMs: number | null;
  }[];
  readonly cues: readonly { readonly atMs: number; readonly shownAfterMs: number }[];
  readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[];
}
declare global {
  var liveProbe: Seen;
}

/**
 * A Chromium whose camera plays a clip at 30 pictures a second in this size.
 *
 * @param flags Chromium's for drawing
 */
export const browserWithCamera = async (
  clip: string,
  size: PictureSize,
  flags: readonly string[] = BROWSER_FLAGS,
): Promise<Browser> => {
  const launch = (extra: readonly string[]): Promise<Browser> =>
    chromium.launch({
      executablePath: ensureChromium(),
      args: [...CHROMIUM_FLAGS, ...flags, ...extra],
    });
  const decoder = await launch([]);
  const file = await cameraClip(decoder, clip, { leadS: 0, tailS: 0 }, size);
  await decoder.close();
  return launch([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]);
};

/** The person's choice, and no copy of the app: keeping one would take the processor's time. */
export const contextWith = async (browser: Browser, settings: ModelRunner): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['camera'],
    serviceWorkers: 'block',
  });
  await context.addInitScript((chosen) => {
    localStorage.setItem('hipline.settings', JSON.stringify(chosen));
  }, settings);
  await context.addInitScript(installProbe);
  return context;
};

export const startTraining = async (page: Page, appUrl: string): Promise<void> => {
  await page.goto(`${appUrl}#/live?exercise=curtsy-lunge&skipSetup=1&autostart=1`);
};

/** Until so many pictures were read. */
export const pictures = async (page: Page, atLeast: number): Promise<void> => {
  await page.waitForFunction((count) => globalThis.liveProbe.answers.length >= count, atLeast, {
    timeout: LOADING_MS,
  });
};

/** Trains for so many seconds, the whole live screen drawn, and says how it went. */
export const measureLive = async (
  browser: Browser,
  appUrl: string,
  settings: ModelRunner,
  seconds: number,
): Promise<LiveRate> => {
  const context = await contextWith(browser, settings);
  try {
    const page = await context.newPage();
    await startTraining(page, appUrl);
    await pictures(page, WARM_UP_PICTURES);
    const fromMs = await page.evaluate(() => performance.now());
    const [timesBefore, memoryBefore] = [threadTimes(), rendererMemoryMb()];
    await page.waitForTimeout(seconds * 1000);
    const processorTimes = usedBetween(timesBefore, threadTimes());
    const memoryMb = rendererMemoryMb();
    const { answers, cues, longTasks } = await page.evaluate(() => globalThis.liveProbe);
    const used = await usedIn(page, settings.model);
    const counted = answers.filter(({ atMs }) => atMs >= fromMs);
    const cueTimes = cues.flatMap(({ atMs, shownAfterMs }) => (atMs >= fromMs ? [shownAfterMs] : []));
    const spanMs = (counted.at(-1)?.atMs ?? 0) - (counted[0]?.atMs ?? 0);
    return {
      used,
      fps: spanMs > 0 ? ((counted.length - 1) * 1000) / spanMs : 0,
      latencyMs: median(counted.flatMap(({ shownAfterMs }) => shownAfterMs ?? [])),
      cueLatencyMs: cueTimes.length === 0 ? null : median(cueTimes),
      inferenceMs: median(counted.map(({ inferenceMs }) => inferenceMs)),
      longTasks: longTasks.filter(({ startTime }) => startTime >= fromMs).length * (60 / seconds),
      stages: stagesOf(processorTimes, counted.length),
      memoryMb,
      memoryGrowthMb: memoryMb === null || memoryBefore === null ? null : memoryMb - memoryBefore,
    };
  } finally {
    await context.close();
  }
};

/** What the app says that it trained with: it keeps that for the next start. */
const usedIn = async (page: Page, model: ModelRunner['model']): Promise<LiveRate['used']> => {
  const { engines } = await page.evaluate(
    () => JSON.parse(localStorage.getItem('hipline.engines') ?? 'null') as KeptNote,
  );
  const { engine, delegate } = engines[model];
  return { engine, delegate };
};

type KeptNote = { readonly engines: Readonly<Record<ModelRunner['model'], LiveRate['used']>> };
