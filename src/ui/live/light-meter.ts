import { lumaOf } from '../../core/pose/brightness';
import type { LumaGrid } from '../../core/pose/light';

/** Few pixels are enough to know how somebody is lit. */
const WIDTH = 32;
const HEIGHT = 18;

/** The picture's brightness in a coarse grid, read seldom: reading pixels back costs time. */
export interface LightMeter {
  /** @returns null before the first picture, and while the last reading is younger than `everyMs` */
  read(video: HTMLVideoElement, atMs: number, everyMs: number): LumaGrid | null;
}

export function createLightMeter(): LightMeter {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let measuredAtMs = -Infinity;
  return {
    read(video, atMs, everyMs) {
      if (context === null || video.readyState < video.HAVE_CURRENT_DATA) return null;
      if (atMs - measuredAtMs < everyMs) return null;
      measuredAtMs = atMs;
      context.drawImage(video, 0, 0, WIDTH, HEIGHT);
      const values = lumaOf(context.getImageData(0, 0, WIDTH, HEIGHT).data);
      return { width: WIDTH, height: HEIGHT, values };
    },
  };
}
