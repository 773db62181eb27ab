import type { Page } from 'playwright-core';

/** Chromium's flags for a graphics chip in software behind WebGPU: as right as a real one, and slow. It gives none unasked. */
export const SOFTWARE_CHIP = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * Before the pose worker's own script: its clock runs slow, so that a chip in software, which takes a second for a picture, passes
 * for one that is fast enough, and what it waits for has as much longer.
 */
export const SLOW_CLOCK = `{
  const SLOWER = 100;
  const { now } = Performance.prototype;
  Performance.prototype.now = function () {
    return now.call(this) / SLOWER;
  };
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (what, ms, ...rest) => later(what, ms > 5000 ? ms * SLOWER : ms, ...rest);
}`;

/** Runs a script in the page's pose workers before their own. */
export const beforePoseWorker = (page: Page, script: string): Promise<unknown> =>
  page.route('**/pose.worker*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${script}${await answer.text()}` });
  });
