import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { BROWSER_FLAGS, CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import official from '../fixtures/pose/official-full-landmarks.json';

const ROOT = resolve(import.meta.dirname, '../..');
const TASKS_VISION = join(ROOT, 'node_modules/@mediapipe/tasks-vision/vision_bundle.mjs');
const TYPES: Readonly<Record<string, string>> = { '.mjs': 'text/javascript', '.js': 'text/javascript' };

/** A module worker as ours, in image mode: the reference was measured on single pictures. */
const WORKER = `
import { FilesetResolver, PoseLandmarker } from '/vision_bundle.mjs';
onmessage = async ({ data: names }) => {
  const fileset = await FilesetResolver.forVisionTasks(self.location.origin + '/public/wasm', true);
  const task = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetPath: '/public/models/pose_landmarker_full.task', delegate: 'CPU' },
    runningMode: 'IMAGE',
  });
  const found = {};
  for (const name of names) {
    const response = await fetch('/test/fixtures/pose/' + name);
    const { landmarks, worldLandmarks } = task.detect(await createImageBitmap(await response.blob()));
    found[name] = {
      landmarks: landmarks[0].map((p) => [p.x, p.y, p.z, p.visibility]),
      worldLandmarks: worldLandmarks[0].map((p) => [p.x, p.y, p.z]),
    };
  }
  postMessage(found);
};`;

/** Serves the project's own files, the runtime and the worker above. */
const serve = async (): Promise<{ url: string; close: () => void }> => {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/html');
    if (path === '/') response.end('<!doctype html>');
    else if (path === '/worker.mjs') response.end(WORKER);
    else if (path === '/vision_bundle.mjs') response.end(readFileSync(TASKS_VISION));
    else if (/^\/(public|test\/fixtures)\//.test(path)) response.end(readFileSync(join(ROOT, path)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://localhost:${String(address.port)}/`, close: () => server.close() };
};

type Found = Record<string, { landmarks: number[][]; worldLandmarks: number[][] }>;

it('gives the official full model’s landmarks, to the last bit', async () => {
  const server = await serve();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...CHROMIUM_FLAGS, ...BROWSER_FLAGS],
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const found = await page.evaluate(
      (names) =>
        new Promise<Found>((done, fail) => {
          const worker = new Worker('/worker.mjs', { type: 'module' });
          worker.onmessage = ({ data }) => {
            done(data as Found);
          };
          worker.onerror = ({ message }) => {
            fail(new Error(message));
          };
          worker.postMessage(names);
        }),
      Object.keys(official.frames),
    );
    // The same network on the same pixels: no tolerance.
    expect(found).toEqual(official.frames);
  } finally {
    await browser.close();
    server.close();
  }
});
