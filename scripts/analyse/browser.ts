import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import type { AnalysisJob, AnalysisJobResult } from '../../src/pipeline/analysis-job';
import { buildPoseBundles } from '../../models/pose/build.mjs';
import { buildApp } from '../build.mjs';
import { BROWSER_FLAGS, CHROMIUM_FLAGS, ensureChromium } from '../chromium.mjs';
import { serveApp } from '../serve.mjs';
import { placeMovementModel } from '../setup.mjs';

/** A clip on disk and what to do with it. */
export interface ClipJob extends AnalysisJob {
  readonly path: string;
}

export interface BrowserOptions {
  /** Chromium's flags for drawing, instead of those for WebGL in software. */
  readonly flags?: readonly string[];
  /** Called with the page before it loads: watches its requests, or breaks something on purpose. */
  readonly prepare?: (page: Page) => unknown;
}

/**
 * Runs jobs through the built app in one headless Chromium: the same page code, worker and models that a person runs.
 * The app is built when it is missing or older than its sources, and served from localhost for the time of the run.
 *
 * @param onResult called as each job is done, in order
 */
export const runInBrowser = async (
  jobs: readonly ClipJob[],
  onResult: (job: ClipJob, result: AnalysisJobResult) => Promise<void> | void,
  { flags = BROWSER_FLAGS, prepare = () => undefined }: BrowserOptions = {},
): Promise<void> => {
  buildPoseBundles();
  placeMovementModel();
  await buildApp();
  const app = await serveApp();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  try {
    const page = await browser.newPage();
    await prepare(page);
    await drive(page, `${app.url}analyse.html`, jobs, onResult);
  } finally {
    await browser.close();
    await app.close();
  }
};

/** Answers the page's requests for work until there is none, or something breaks. */
const drive = (
  page: Page,
  url: string,
  jobs: readonly ClipJob[],
  onResult: (job: ClipJob, result: AnalysisJobResult) => Promise<void> | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (error: unknown): null => {
      reject(error instanceof Error ? error : new Error(String(error)));
      return null;
    };
    let index = 0;
    const next = async (previous: AnalysisJobResult | null): Promise<AnalysisJob | null> => {
      const done = jobs[index - 1];
      if (previous !== null && done !== undefined) await onResult(done, previous);
      const job = jobs[index];
      index += 1;
      if (job === undefined) {
        resolve();
        return null;
      }
      await page.locator('#clip').setInputFiles(job.path);
      return job;
    };
    page.on('pageerror', fail);
    page.on('crash', () => fail('the browser page crashed'));
    page
      .exposeFunction('nextAnalysisJob', (previous: AnalysisJobResult | null) => next(previous).catch(fail))
      .then(() => page.goto(url))
      .catch(fail);
  });
