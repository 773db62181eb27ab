import { PictureReader } from '../../../workers/litert/picture-pixels';
import { sampleRegion } from '../../../workers/litert/sample-region';
import type { InputFormat } from '../../../workers/litert/sample-region';

/** What is used of the worker's own scope. */
declare const self: {
  onmessage: () => void;
  postMessage(found: unknown): void;
};

const [WIDTH, HEIGHT] = [320, 240];
const REGION = { centre: { x: 150, y: 130 }, size: 260, rotation: 0.3 };
const FORMAT: InputFormat = { size: 64, scale: 1, offset: 0, beyond: 'edge' };

self.onmessage = () => {
  void compare().then((found) => {
    self.postMessage(found);
  });
};

/** Mean difference in steps of 0 … 255 between our own reading and the browser's conversion, and how ours was read. */
async function compare() {
  const found: Record<string, { readonly apart: number; readonly isOwn: boolean }> = {};
  for (const format of ['I420', 'NV12'] as const) {
    for (const matrix of [null, 'smpte170m', 'bt709'] as const) {
      for (const fullRange of matrix === null ? [null] : [false, true]) {
        const frame = makeFrame(format, { matrix, fullRange });
        found[`${format} ${String(matrix)} ${String(fullRange)}`] = await apart(frame);
        frame.close();
      }
    }
  }
  return found;
}

async function apart(frame: VideoFrame) {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  await frame.copyTo(rgba, { format: 'RGBX', colorSpace: 'srgb' } as object);
  const pixels = await new PictureReader().read(frame);
  const own = new Float32Array(FORMAT.size ** 2 * 3);
  const browser = new Float32Array(FORMAT.size ** 2 * 3);
  sampleRegion(pixels, REGION, FORMAT, own);
  sampleRegion({ width: WIDTH, height: HEIGHT, rgba }, REGION, FORMAT, browser);
  const sum = own.reduce((total, value, i) => total + Math.abs(value - (browser[i] ?? NaN)), 0);
  return { apart: sum / own.length, isOwn: 'planes' in pixels };
}

/** Slow ramps of muted colours: no edges, at which ways of filling in between would differ. */
function makeFrame(
  format: 'I420' | 'NV12',
  { matrix, fullRange }: { matrix: string | null; fullRange: boolean | null },
): VideoFrame {
  const halves = (WIDTH / 2) * (HEIGHT / 2);
  const bytes = new Uint8Array(WIDTH * HEIGHT + 2 * halves);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    bytes[i] = 60 + ((i % WIDTH) / WIDTH) * 60 + (i / WIDTH / HEIGHT) * 60;
  }
  for (let i = 0; i < halves; i++) {
    const u = 108 + ((i % (WIDTH / 2)) / (WIDTH / 2)) * 40;
    const v = 148 - (i / halves) * 40;
    bytes[WIDTH * HEIGHT + (format === 'NV12' ? 2 * i : i)] = u;
    bytes[WIDTH * HEIGHT + (format === 'NV12' ? 2 * i + 1 : halves + i)] = v;
  }
  return new VideoFrame(bytes, {
    format,
    codedWidth: WIDTH,
    codedHeight: HEIGHT,
    timestamp: 0,
    ...(matrix === null ? {} : { colorSpace: { matrix, fullRange } as VideoColorSpaceInit }),
  });
}
