import type { Browser, Page } from 'playwright-core';
import { decodePictures } from './camera-clip';

/** A stretch of a clip that shows one thing, as a person in front of the camera does it. Seconds of the clip. */
export interface Piece {
  readonly from_s: number;
  readonly to_s: number;
}

declare global {
  /**
   * Defined by {@link stageCamera} in the page: shows the pictures from one to the next in their time, and then the last of them
   * until others are shown. What is shown now is broken off.
   */
  var showPictures: (from: number, to: number) => Promise<void>;
}

const ADDRESS = 'staged-camera.pictures';
/** Of the clip and of the camera that shows it; that of the project's own clips. */
const FPS = 15;

/** Each picture after its length, so that the page can part them again. */
const asOneFile = (pictures: readonly Buffer[]): Buffer =>
  Buffer.concat(
    pictures.flatMap((picture) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(picture.length);
      return [length, picture];
    }),
  );

/**
 * In this page the camera shows what the test stages, piece by piece out of one clip: somebody who does what the app asks for, and
 * waits while it does not. To be called before the page is opened.
 *
 * @param browser any running Chromium; it decodes
 */
export async function stageCamera(page: Page, browser: Browser, clip: string): Promise<void> {
  const file = asOneFile(await decodePictures(browser, clip, FPS));
  await page.route(`**/${ADDRESS}`, (route) => route.fulfill({ body: file }));
  await page.addInitScript(
    ([address, fps]) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      let shown: { from: number; to: number; since: number; done: () => void } | null = null;
      const picturesOf = (bytes: ArrayBuffer): readonly Blob[] => {
        const view = new DataView(bytes);
        const pictures: Blob[] = [];
        for (let at = 0; at < bytes.byteLength;) {
          const length = view.getUint32(at, true);
          pictures.push(new Blob([bytes.slice(at + 4, at + 4 + length)], { type: 'image/jpeg' }));
          at += 4 + length;
        }
        return pictures;
      };
      const draw = async (pictures: readonly Blob[]): Promise<void> => {
        const n = shown
          ? Math.min(shown.to - 1, shown.from + Math.floor(((performance.now() - shown.since) / 1000) * fps))
          : 0;
        const picture = pictures[n];
        if (!picture) throw new Error(`no picture ${String(n)}`);
        const bitmap = await createImageBitmap(picture);
        if (canvas.width !== bitmap.width)
          Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
        context?.drawImage(bitmap, 0, 0);
        bitmap.close();
        if (shown && n >= shown.to - 1) shown.done();
      };
      const loading = fetch(address)
        .then((answer) => answer.arrayBuffer())
        .then(async (bytes) => {
          const pictures = picturesOf(bytes);
          await draw(pictures);
          setInterval(() => void draw(pictures), 1000 / fps);
        });
      globalThis.showPictures = async (from, to) => {
        await loading;
        shown?.done();
        await new Promise<void>((done) => {
          shown = { from, to, since: performance.now(), done };
        });
      };
      Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
        value: () => loading.then(() => canvas.captureStream(fps)),
      });
    },
    [ADDRESS, FPS] as const,
  );
}

const show = (page: Page, from: number, to: number): Promise<void> =>
  page.evaluate(([first, next]) => globalThis.showPictures(first, next), [from, to] as const);

/** Stands still as this piece begins. */
export const holdPiece = (page: Page, { from_s }: Piece): Promise<void> =>
  show(page, Math.round(from_s * FPS), Math.round(from_s * FPS) + 1);

/** Does it, and stands still as it ends. */
export const playPiece = (page: Page, { from_s, to_s }: Piece): Promise<void> =>
  show(page, Math.round(from_s * FPS), Math.round(to_s * FPS));
