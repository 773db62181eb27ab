import { lumaOf } from '../../core/pose/brightness';
import { lumaGridOf, type LumaGrid } from '../../core/pose/light';

/** Few pixels are enough to know how somebody is lit. */
const WIDTH = 32;
const HEIGHT = 18;

/** The picture's brightness in a coarse grid, read seldom: reading a video's pixels back costs time. */
export interface LightMeter {
  /** @returns null before the first picture, and while the last reading is younger than `everyMs` */
  read(picture: HTMLVideoElement | ImageData, atMs: number, everyMs: number): LumaGrid | null;
}

export function createLightMeter(): LightMeter {
  const readVideo = videoReader();
  let measuredAtMs = -Infinity;
  return {
    read(picture, atMs, everyMs) {
      if (atMs - measuredAtMs < everyMs) return null;
      const grid = 'data' in picture ? lumaGridOf(picture, WIDTH, HEIGHT) : readVideo(picture);
      if (grid !== null) measuredAtMs = atMs;
      return grid;
    },
  };
}

/** Reads through a canvas as small as the grid. */
function videoReader(): (video: HTMLVideoElement) => LumaGrid | null {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    if (context === null || video.readyState < video.HAVE_CURRENT_DATA) return null;
    context.drawImage(video, 0, 0, WIDTH, HEIGHT);
    const values = lumaOf(context.getImageData(0, 0, WIDTH, HEIGHT).data);
    return { width: WIDTH, height: HEIGHT, values };
  };
}
