import type { Browser, Page } from 'playwright-core';
import { decodePictures } from './camera-clip';

/** A stretch of a clip that shows one thing, as a person in front of the camera does it. Seconds of the clip. */
export interface Piece {
  readonly from_s: number;
  readonly to_s: number;
}

declare global {
  /**
   * Defined by {@link stageCamera} in the page: shows the pictures from one to the next in their time, and then the last `quiet` of
   * them, forth and back, until others are shown. What is shown now is broken off.
   */
  var showPictures: (from: number, to: number, quiet: number) => Promise<void>;
}

const ADDRESS = 'staged-camera.pictures';
/** Of the clip and of the camera that shows it; that of the project's own clips. */
const FPS = 15;
/**
 * So many pictures at the beginning of a piece in which nobody moves: somebody who stands still sways, and one and the same picture
 * over and over would have the pose model's error of that one picture for the truth.
 */
const QUIET = 8;

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
 * @returns the whole clip
 */
export async function stageCamera(page: Page, browser: Browser, clip: string): Promise<Piece> {
  const decoded = await decodePictures(browser, clip, FPS);
  const file = asOneFile(decoded);
  await page.route(`**/${ADDRESS}`, (route) => route.fulfill({ body: file }));
  await page.addInitScript(
    ([address, fps]) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      let shown: { from: number; to: number; quiet: number; since: number; done: () => void } | null = null;
      /** The picture to be shown now. */
      const now = (): number => {
        if (shown === null) return 0;
        const { from, to, quiet, since } = shown;
        const n = from + Math.floor(((performance.now() - since) / 1000) * fps);
        if (n < to) return n;
        shown.done();
        const phase = (n - to) % (2 * quiet);
        return to - 1 - (phase < quiet ? phase : 2 * quiet - 1 - phase);
      };
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
        const n = now();
        const picture = pictures[n];
        if (!picture) throw new Error(`no picture ${String(n)}`);
        const bitmap = await createImageBitmap(picture);
        if (canvas.width !== bitmap.width)
          Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
        context?.drawImage(bitmap, 0, 0);
        bitmap.close();
      };
      const loading = fetch(address)
        .then((answer) => answer.arrayBuffer())
        .then(async (bytes) => {
          const pictures = picturesOf(bytes);
          await draw(pictures);
          setInterval(() => void draw(pictures), 1000 / fps);
        });
      globalThis.showPictures = async (from, to, quiet) => {
        await loading;
        shown?.done();
        await new Promise<void>((done) => {
          shown = { from, to, quiet, since: performance.now(), done };
        });
      };
      Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
        value: () => loading.then(() => canvas.captureStream(fps)),
      });
    },
    [ADDRESS, FPS] as const,
  );
  return { from_s: 0, to_s: decoded.length / FPS };
}

const show = (page: Page, pictures: readonly [from: number, to: number, quiet: number]): Promise<void> =>
  page.evaluate(([from, to, quiet]) => globalThis.showPictures(from, to, quiet), pictures);

/** Stands still as this piece begins. */
export const holdPiece = (page: Page, { from_s }: Piece): Promise<void> => {
  const from = Math.round(from_s * FPS);
  return show(page, [from, from + QUIET, QUIET]);
};

/** Does it, and stands still as it ends. @param quiet so many of its last pictures are shown forth and back then */
export const playPiece = (page: Page, { from_s, to_s }: Piece, quiet = 1): Promise<void> =>
  show(page, [Math.round(from_s * FPS), Math.round(to_s * FPS), quiet]);
