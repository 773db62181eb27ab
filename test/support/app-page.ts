import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_FLAGS, CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

/** What a page said that it should not have: console warnings and errors, exceptions, requests to other origins. */
export interface Complaints {
  readonly console: string[];
  readonly foreignRequests: string[];
}

/** Lines that come from Chromium or from inside MediaPipe's WebAssembly, not from the app. */
const NOT_OURS = [
  // MediaPipe's graph logs through stderr, which emscripten turns into console warnings and errors.
  /^(I|W)\d{4} \d\d:\d\d:\d\d/,
  /^INFO: Created TensorFlow Lite XNNPACK delegate/,
  // SwiftShader, on machines without a GPU.
  /GPU stall due to ReadPixels/,
  // What a context with `ONLINE` says of the copy of the app that it refuses.
  /^Service Worker registration blocked by Playwright/,
];

/** For a context whose browser keeps no copy of the app: fetching it would take the time that a live test needs. */
export const ONLINE = { serviceWorkers: 'block' } as const;

/** A Chromium with the given camera: a file to play, or `none`. */
export async function launchChromium(
  camera: { file: string } | 'none',
  extra: string[] = [],
): Promise<Browser> {
  const fake =
    camera === 'none'
      ? []
      : ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera.file}`];
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...BROWSER_FLAGS, ...fake, ...extra] });
}

/** Opens a page and listens to everything it should not say. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; complaints: Complaints }> {
  const complaints: Complaints = { console: [], foreignRequests: [] };
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== 'localhost' && protocol !== 'data:' && protocol !== 'blob:') {
      complaints.foreignRequests.push(request.url());
    }
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    const isComplaint = message.type() === 'warning' || message.type() === 'error';
    if (isComplaint && !NOT_OURS.some((line) => line.test(message.text()))) {
      complaints.console.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.console.push(`exception: ${error.message}`));
  return { page, complaints };
}
