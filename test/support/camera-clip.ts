import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache', 'camera');
const MEDIABUNNY = join(ROOT, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs');
const DECODER = join(import.meta.dirname, 'decode-clip.mjs');
/** Rate at which Chromium's fake camera plays a file of JPEG pictures; it cannot be told otherwise. */
const MJPEG_FPS = 30;
const ORIGIN = 'http://localhost:1/';

declare global {
  /** Defined by `decode-clip.mjs` in the page. */
  var decodeClip: (fps: number, size: PictureSize | null) => Promise<void>;
}

/** Serves the decoder, its library and the clip to one page, from an origin that does not exist. */
async function serveDecoder(page: Page, clip: string): Promise<void> {
  await page.route(`${ORIGIN}**`, (route) => {
    switch (new URL(route.request().url()).pathname) {
      case '/clip':
        return route.fulfill({ body: readFileSync(clip), contentType: 'video/mp4' });
      case '/mediabunny.mjs':
        return route.fulfill({ path: MEDIABUNNY, contentType: 'text/javascript' });
      case '/decode-clip.mjs':
        return route.fulfill({ path: DECODER, contentType: 'text/javascript' });
      default:
        return route.fulfill({ body: '<!doctype html>', contentType: 'text/html' });
    }
  });
  await page.goto(ORIGIN);
  await page.addScriptTag({ url: '/decode-clip.mjs', type: 'module' });
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Stillness around the clip: its first picture held before it, its last one after it. Seconds. */
interface Stillness {
  readonly leadS: number;
  readonly tailS: number;
}

/** A stretch of the clip, shown for so long: forth and back again and again, so that nothing jumps. Seconds. */
export interface Shown {
  readonly fromS: number;
  readonly toS: number;
  readonly forS: number;
}

const repeat = (picture: Buffer | undefined, times: number): Buffer[] =>
  picture ? Array.from({ length: Math.round(times) }, () => picture) : [];

/** The pictures of these stretches, one after the other. */
function arrange(pictures: readonly Buffer[], stretches: readonly Shown[]): Buffer[] {
  return stretches.flatMap(({ fromS, toS, forS }) => {
    const stretch = pictures.slice(Math.round(fromS * MJPEG_FPS), Math.round(toS * MJPEG_FPS));
    const around = [...stretch, ...[...stretch].reverse()];
    return Array.from({ length: Math.round(forS * MJPEG_FPS) }).flatMap((_, index) =>
      repeat(around[index % around.length], 1),
    );
  });
}

const withStillness = (pictures: readonly Buffer[], { leadS, tailS }: Stillness): Buffer[] => [
  ...repeat(pictures[0], leadS * MJPEG_FPS),
  ...pictures,
  ...repeat(pictures.at(-1), tailS * MJPEG_FPS),
];

/**
 * Turns a video clip into a file that Chromium's fake camera can play (`--use-file-for-fake-video-capture`), at the
 * clip's own speed: pictures of slower clips are repeated. Cached by name, size and time.
 *
 * @param shown the clip with stillness around it, or stretches of it in any order
 * @param pictureSize what the camera's pictures measure; null: what the clip's do
 * @param browser any running Chromium; it decodes, so that no other program is needed
 * @returns path of the `.mjpeg` file
 */
export async function cameraClip(
  browser: Browser,
  clip: string,
  shown: Stillness | readonly Shown[] = { leadS: 0, tailS: 0 },
  pictureSize: PictureSize | null = null,
): Promise<string> {
  const { size, mtimeMs } = statSync(clip);
  const key = [
    basename(clip, '.mp4'),
    size,
    Math.round(mtimeMs),
    ...('leadS' in shown
      ? [shown.leadS, shown.tailS]
      : shown.flatMap(({ fromS, toS, forS }) => [`${fromS}-${toS}-${forS}`])),
    ...(pictureSize ? [pictureSize.width, pictureSize.height] : []),
  ].join('.');
  const target = join(CACHE, `${key}.mjpeg`);
  if (existsSync(target)) return target;
  const pictures = await decodePictures(browser, clip, MJPEG_FPS, pictureSize);
  const played = 'leadS' in shown ? withStillness(pictures, shown) : arrange(pictures, shown);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(target, Buffer.concat(played));
  return target;
}

/**
 * The pictures of a clip as JPEG, at a rate of its own: those of slower clips are repeated.
 *
 * @param pictureSize what they measure; null: what the clip's do
 */
export async function decodePictures(
  browser: Browser,
  clip: string,
  fps: number,
  pictureSize: PictureSize | null = null,
): Promise<readonly Buffer[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const pictures: Buffer[] = [];
    await page.exposeFunction('keepPicture', (base64: string, times: number) => {
      const picture = Buffer.from(base64, 'base64');
      for (let i = 0; i < times; i++) pictures.push(picture);
    });
    await serveDecoder(page, clip);
    await page.evaluate(([rate, wanted]) => globalThis.decodeClip(rate, wanted), [fps, pictureSize] as const);
    return pictures;
  } finally {
    await context.close();
  }
}
