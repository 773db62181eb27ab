import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PoseModel } from '../../workers/protocol';
import { ROOT } from '../setup.mjs';

const PACKAGE = join(ROOT, 'node_modules/@mediapipe/tasks-vision');

/** What a tutorial writes: everything on the page, one picture per animation frame, the skeleton drawn over the video. */
const page = (
  model: PoseModel,
): string => `<!doctype html><body><video muted playsinline></video><canvas></canvas>
<script type="module">
  import { FilesetResolver, PoseLandmarker, DrawingUtils } from './tutorial/vision_bundle.mjs';
  const fileset = await FilesetResolver.forVisionTasks('./tutorial/wasm');
  const task = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: 'models/pose_landmarker_${model}.task', delegate: 'CPU' },
    runningMode: 'VIDEO',
  });
  const video = document.querySelector('video');
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
  await video.play();
  const canvas = document.querySelector('canvas');
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  const context = canvas.getContext('2d');
  const drawing = new DrawingUtils(context);
  globalThis.pictures = [];
  let last = -1;
  const loop = () => {
    if (video.currentTime !== last) {
      last = video.currentTime;
      const { landmarks } = task.detectForVideo(video, performance.now());
      context.clearRect(0, 0, canvas.width, canvas.height);
      for (const one of landmarks) {
        drawing.drawConnectors(one, PoseLandmarker.POSE_CONNECTIONS);
        drawing.drawLandmarks(one);
      }
      globalThis.pictures.push(performance.now());
    }
    requestAnimationFrame(loop);
  };
  loop();
</script>`;

declare global {
  /** When each picture was read; put there by the page above. */
  var pictures: number[] | undefined;
}

/** Pictures a second that such a page reads with the same camera, model and processor. */
export const measureTutorial = async (
  browser: Browser,
  appUrl: string,
  model: PoseModel,
  seconds: number,
): Promise<number> => {
  const context = await browser.newContext({ permissions: ['camera'], serviceWorkers: 'block' });
  try {
    const tab = await context.newPage();
    await tab.route(`${appUrl}tutorial.html`, (route) =>
      route.fulfill({ body: page(model), contentType: 'text/html' }),
    );
    // The package as it is: the app's own copy of its WebAssembly is the edition for workers.
    await tab.route(`${appUrl}tutorial/**`, (route) =>
      route.fulfill({ path: join(PACKAGE, route.request().url().slice(`${appUrl}tutorial`.length)) }),
    );
    await tab.goto(`${appUrl}tutorial.html`);
    await tab.waitForFunction(() => (globalThis.pictures?.length ?? 0) > 15, undefined, { timeout: 120_000 });
    const before = await tab.evaluate(() => globalThis.pictures?.length ?? 0);
    await tab.waitForTimeout(seconds * 1000);
    const times = await tab.evaluate((from) => globalThis.pictures?.slice(from) ?? [], before);
    const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
    return spanMs > 0 ? ((times.length - 1) * 1000) / spanMs : 0;
  } finally {
    await context.close();
  }
};
