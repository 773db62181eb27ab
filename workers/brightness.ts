import { meanLuma } from '../src/core/pose/brightness';
import type { Picture } from './landmarker-port';

/** Few pixels are enough for a mean. */
const WIDTH = 32;
const HEIGHT = 18;

/** Made with the first picture and kept: pictures come thirty times a second. */
let kept: OffscreenCanvasRenderingContext2D | null = null;

/** Mean brightness of a picture, 0 black … 1 white; undefined where the worker has no canvas to read it with. */
export function measureBrightness(picture: Picture): number | undefined {
  kept ??= new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (kept === null) return undefined;
  kept.drawImage(picture, 0, 0, WIDTH, HEIGHT);
  return meanLuma(kept.getImageData(0, 0, WIDTH, HEIGHT).data);
}
