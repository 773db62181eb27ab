import type { Page, Worker } from 'playwright-core';

declare global {
  /** In the worker: from now on every call into WebAssembly fails as if there were no memory left. */
  var isOutOfMemory: boolean;
  /** In the worker: the drawing contexts that were made so far. */
  var contexts: WebGL2RenderingContext[];
}

/** Before the worker's own script: what is needed to take its memory or its graphics chip away later on. */
const PRELUDE = `
  globalThis.isOutOfMemory = false;
  globalThis.contexts = [];
  const failing = (part) =>
    typeof part !== 'function' ? part : new Proxy(part, {
      apply(call, self, values) {
        if (globalThis.isOutOfMemory)
          throw new WebAssembly.RuntimeError('Aborted(OOM): cannot enlarge memory');
        return Reflect.apply(call, self, values);
      },
    });
  // JavaScript calls into a module through its table.
  const { get } = WebAssembly.Table.prototype;
  WebAssembly.Table.prototype.get = function (index) {
    return failing(get.call(this, index));
  };
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (kind, ...options) {
    const context = getContext.call(this, kind, ...options);
    if (kind === 'webgl2' && context !== null) globalThis.contexts.push(context);
    return context;
  };
`;

/** From the next start of a pose worker on it can be harmed by {@link poseWorker}`.evaluate`. */
export async function makeWorkerHarmable(page: Page): Promise<void> {
  await page.route('**/pose.worker*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${PRELUDE}${await answer.text()}` });
  });
}

/** The pose worker itself, not one of its engine's threads. */
export function poseWorker(page: Page): Worker {
  const worker = page.workers().find((each) => /pose\.worker/.test(each.url()));
  if (!worker) throw new Error('no pose worker');
  return worker;
}
