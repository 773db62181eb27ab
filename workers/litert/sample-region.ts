import type { ColorMatrix } from './color-matrix';
import type { Region } from './region';
import { toPicture } from './region';

/** Pixels of a picture as red, green, blue, and one byte that is not read. */
export interface RgbPixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** Where the values are, in bytes: of luma at `lumaAt + row × lumaStride + column`, of colour difference likewise, `step` apart. */
export interface YuvPlanes {
  readonly lumaAt: number;
  readonly lumaStride: number;
  readonly uAt: number;
  readonly vAt: number;
  readonly chromaStride: number;
  readonly chromaStep: 1 | 2;
}

/** Pixels of a picture as cameras and decoders give them: luma, and colour difference for every second column and row. */
export interface YuvPixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly planes: YuvPlanes;
  readonly matrix: ColorMatrix;
}

export type Pixels = RgbPixels | YuvPixels;

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
  const picture = { width: pixels.width, height: pixels.height, beyond: format.beyond };
  const corners = new Corners();
  const mix = 'rgba' in pixels ? mixRgb(pixels, format, target) : mixYuv(pixels, format, target);
  let at = 0;
  for (let row = 0; row < size; row++) {
    let x = origin.x + row * stepY.x;
    let y = origin.y + row * stepY.y;
    for (let column = 0; column < size; column++) {
      place(corners, x, y, picture);
      mix(corners, at);
      at += 3;
      x += stepX.x;
      y += stepX.y;
    }
  }
};

/** The four pixels around a place, and how much each counts. One for a whole region: nothing is made per pixel. */
class Corners {
  left = 0;
  right = 0;
  top = 0;
  bottom = 0;
  leftTop = 0;
  rightTop = 0;
  leftBottom = 0;
  rightBottom = 0;
  /** How much of it lies in the picture, where it is black beyond: 0 … 1. */
  cover = 1;
}

type PictureBounds = Pick<Pixels, 'width' | 'height'> & Pick<InputFormat, 'beyond'>;

const place = (to: Corners, x: number, y: number, { width, height, beyond }: PictureBounds): void => {
  const lastColumn = width - 1;
  const lastRow = height - 1;
  const cx = x < 0 ? 0 : x > lastColumn ? lastColumn : x;
  const cy = y < 0 ? 0 : y > lastRow ? lastRow : y;
  const left = cx | 0;
  const top = cy | 0;
  const fx = cx - left;
  const fy = cy - top;
  to.left = left;
  to.top = top;
  to.right = left < lastColumn ? left + 1 : left;
  to.bottom = top < lastRow ? top + 1 : top;
  to.leftTop = (1 - fx) * (1 - fy);
  to.rightTop = fx * (1 - fy);
  to.leftBottom = (1 - fx) * fy;
  to.rightBottom = fx * fy;
  // Between the last pixel and the first one beyond the edge fades to black.
  if (beyond === 'black') to.cover = Math.max(0, 1 - Math.abs(x - cx)) * Math.max(0, 1 - Math.abs(y - cy));
};

type Mix = (corners: Corners, at: number) => void;

const mixRgb =
  ({ width, rgba }: RgbPixels, { scale, offset }: InputFormat, target: Float32Array): Mix =>
  ({ left, right, top, bottom, leftTop, rightTop, leftBottom, rightBottom, cover }, at) => {
    const a = (top * width + left) * 4;
    const b = (top * width + right) * 4;
    const c = (bottom * width + left) * 4;
    const d = (bottom * width + right) * 4;
    for (let channel = 0; channel < 3; channel++) {
      const value =
        rgba[a + channel]! * leftTop +
        rgba[b + channel]! * rightTop +
        rgba[c + channel]! * leftBottom +
        rgba[d + channel]! * rightBottom;
      target[at + channel] = value * cover * scale + offset;
    }
  };

/**
 * Mixed first and turned into red, green and blue then, once for each pixel of the network's input instead of for each of
 * the picture. It comes to the same, since the turning is linear.
 */
const mixYuv = (
  { bytes, planes, matrix }: YuvPixels,
  { scale, offset }: InputFormat,
  target: Float32Array,
): Mix => {
  const { lumaScale, lumaOffset, redOfV, greenOfU, greenOfV, blueOfU } = matrix;
  const { lumaAt, lumaStride, uAt, vAt, chromaStride, chromaStep: step } = planes;
  const vAfterU = vAt - uAt;
  return ({ left, right, top, bottom, leftTop, rightTop, leftBottom, rightBottom, cover }, at) => {
    const upper = lumaAt + top * lumaStride;
    const lower = lumaAt + bottom * lumaStride;
    const y =
      lumaOffset +
      lumaScale *
        (bytes[upper + left]! * leftTop +
          bytes[upper + right]! * rightTop +
          bytes[lower + left]! * leftBottom +
          bytes[lower + right]! * rightBottom);
    const upperChroma = uAt + (top >> 1) * chromaStride;
    const lowerChroma = uAt + (bottom >> 1) * chromaStride;
    const a = upperChroma + (left >> 1) * step;
    const b = upperChroma + (right >> 1) * step;
    const c = lowerChroma + (left >> 1) * step;
    const d = lowerChroma + (right >> 1) * step;
    const du =
      bytes[a]! * leftTop + bytes[b]! * rightTop + bytes[c]! * leftBottom + bytes[d]! * rightBottom - 128;
    const dv =
      bytes[a + vAfterU]! * leftTop +
      bytes[b + vAfterU]! * rightTop +
      bytes[c + vAfterU]! * leftBottom +
      bytes[d + vAfterU]! * rightBottom -
      128;
    const gain = cover * scale;
    target[at] = clampByte(y + redOfV * dv) * gain + offset;
    target[at + 1] = clampByte(y + greenOfU * du + greenOfV * dv) * gain + offset;
    target[at + 2] = clampByte(y + blueOfU * du) * gain + offset;
  };
};

const clampByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
