import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { LumaGrid } from '../../src/core/pose/light';
import { lumaOf } from '../../src/core/pose/brightness';

/** A PNG of the fixtures: 8 bits a channel, RGB or RGBA, not interlaced. Nothing else is read. */
export function readPng(path: string): {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
} {
  const file = readFileSync(path);
  const [width, height, depth, colour] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  if (depth !== 8 || (colour !== 2 && colour !== 6) || file[28] !== 0)
    throw new Error(`${path}: another kind of PNG`);
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const channels = colour === 6 ? 4 : 3;
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgba = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
    at % 4 < channels ? (pixels[Math.floor(at / 4) * channels + (at % 4)] ?? 0) : 255,
  );
  return { width, height, rgba };
}

/** Every row says by which neighbours its bytes were predicted (PNG specification, section 9). */
function unfilter(raw: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0;
      const up = row > 0 ? (pixels[at - stride] ?? 0) : 0;
      const upLeft = row > 0 && x >= channels ? (pixels[at - stride - channels] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
      pixels[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((one) => Math.abs(estimate - one)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}

/** A picture made small, each cell the mean of what it covers, as a canvas would. */
export function gridOf(
  { width, height, rgba }: ReturnType<typeof readPng>,
  columns: number,
  rows: number,
): LumaGrid {
  const luma = lumaOf(rgba);
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  luma.forEach((value, pixel) => {
    const column = Math.floor(((pixel % width) / width) * columns);
    const cell = Math.floor((Math.floor(pixel / width) / height) * rows) * columns + column;
    sums[cell] = (sums[cell] ?? 0) + value;
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return { width: columns, height: rows, values: sums.map((sum, cell) => sum / (counts[cell] ?? 1)) };
}
