import { meanLuma } from '../src/core/pose/brightness';
import type { Picture } from './landmarker-port';

/** Few pixels are enough for a mean. */
const WIDTH = 32;
const HEIGHT = 18;

/** Mean brightness of a picture, 0 black … 1 white; undefined where the worker has no canvas to read it with. */
export function measureBrightness(picture: Picture): number | undefined {
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(picture, 0, 0, WIDTH, HEIGHT);
  return meanLuma(context.getImageData(0, 0, WIDTH, HEIGHT).data);
}
