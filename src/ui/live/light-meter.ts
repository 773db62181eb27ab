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

/** Rec. 601 luma of RGBA bytes, 0 … 1. */
export function meanLuma(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return sum / (rgba.length / 4) / 255;
}
