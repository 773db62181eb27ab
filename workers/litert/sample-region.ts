import type { Region } from './region';
import { toPicture } from './region';

/** Pixels of a picture, or of a part of it. Four bytes each: red, green, blue, and one that is not read. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** How pixels become the network's input: `value × scale + offset`; what is beyond the picture is its edge, or black. */
export interface InputFormat {
  readonly size: number;
  readonly scale: number;
  readonly offset: number;
  readonly beyond: 'edge' | 'black';
}

/**
 * Cuts a turned square out of a picture, bilinearly, as `size` × `size` × 3 floats in `target`.
 * `image_to_tensor_converter_opencv.cc`: the square's corner falls on the middle of the first pixel.
 */
export const sampleRegion = (
  pixels: Pixels,
  region: Region,
  format: InputFormat,
  target: Float32Array,
): void => {
  const { size } = format;
  const origin = toPicture(region, 0, 0);
  const across = toPicture(region, 1, 0);
  const down = toPicture(region, 0, 1);
  const stepX = { x: (across.x - origin.x) / size, y: (across.y - origin.y) / size };
  const stepY = { x: (down.x - origin.x) / size, y: (down.y - origin.y) / size };
  const sample = format.beyond === 'edge' ? sampleEdge : sampleBlack;
  let at = 0;
  for (let row = 0; row < size; row++) {
    let x = origin.x + row * stepY.x;
    let y = origin.y + row * stepY.y;
    for (let column = 0; column < size; column++) {
      sample(pixels, x, y, format, target, at);
      at += 3;
      x += stepX.x;
      y += stepX.y;
    }
  }
};

type Sample = (
  pixels: Pixels,
  x: number,
  y: number,
  format: InputFormat,
  target: Float32Array,
  at: number,
) => void;

const sampleEdge: Sample = ({ width, height, rgba }, x, y, { scale, offset }, target, at) => {
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = cx | 0;
  const top = cy | 0;
  const fx = cx - left;
  const fy = cy - top;
  const a = (top * width + left) * 4;
  const b = left + 1 < width ? a + 4 : a;
  const below = top + 1 < height ? width * 4 : 0;
  const wa = (1 - fx) * (1 - fy);
  const wb = fx * (1 - fy);
  const wc = (1 - fx) * fy;
  const wd = fx * fy;
  for (let channel = 0; channel < 3; channel++) {
    const value =
      rgba[a + channel]! * wa +
      rgba[b + channel]! * wb +
      rgba[a + below + channel]! * wc +
      rgba[b + below + channel]! * wd;
    target[at + channel] = value * scale + offset;
  }
};

/** Beyond the picture everything is black, also in between the last pixel and the first one beyond. */
const sampleBlack: Sample = ({ width, height, rgba }, x, y, { scale, offset }, target, at) => {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  for (let channel = 0; channel < 3; channel++) {
    let value = 0;
    for (let corner = 0; corner < 4; corner++) {
      const column = left + (corner & 1);
      const row = top + (corner >> 1);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const weight = (corner & 1 ? fx : 1 - fx) * (corner >> 1 ? fy : 1 - fy);
      value += rgba[(row * width + column) * 4 + channel]! * weight;
    }
    target[at + channel] = value * scale + offset;
  }
};
