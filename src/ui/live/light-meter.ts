import { meanLuma } from '../../core/pose/brightness';

/** Few pixels are enough for a mean. */
const WIDTH = 32;
const HEIGHT = 18;
const EVERY_MS = 400;

/** Mean brightness of the picture, measured a few times a second. */
export interface LightMeter {
  /** 0 black … 1 white; null before the first picture. */
  read(video: HTMLVideoElement, atMs: number): number | null;
}

export function createLightMeter(): LightMeter {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let latest: number | null = null;
  let measuredAtMs = -Infinity;
  return {
    read(video, atMs) {
      if (context === null || video.readyState < video.HAVE_CURRENT_DATA) return latest;
      if (atMs - measuredAtMs < EVERY_MS) return latest;
      measuredAtMs = atMs;
      context.drawImage(video, 0, 0, WIDTH, HEIGHT);
      latest = meanLuma(context.getImageData(0, 0, WIDTH, HEIGHT).data);
      return latest;
    },
  };
}
