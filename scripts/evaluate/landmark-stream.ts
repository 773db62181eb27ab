import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

/** The file format of recorded landmarks. */
export const STREAM_SCHEMA = 'hipline.stream/1';

interface RawStream {
  readonly schema: string;
  readonly clip: string;
  readonly model: string;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly {
    readonly t: number;
    readonly image: readonly (readonly number[])[] | null;
    readonly world: readonly (readonly number[])[] | null;
  }[];
}

/** Reads a `hipline.stream/1` file, plain or gzipped, into pose frames. Throws when it is something else. */
export const readStreamFile = (path: string): readonly PoseFrame[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return readStream(JSON.parse(text));
};

export const readStream = (json: unknown): readonly PoseFrame[] => {
  const raw = json as RawStream;
  if (raw.schema !== STREAM_SCHEMA) throw new Error(`not a ${STREAM_SCHEMA} file`);
  return raw.frames.map((frame) => ({
    timestampMs: millis(frame.t * 1000),
    width: raw.width,
    height: raw.height,
    landmarks:
      frame.image && frame.world
        ? { image: pack(frame.image, IMAGE_STRIDE), world: pack(frame.world, WORLD_STRIDE) }
        : null,
  }));
};

const pack = (points: readonly (readonly number[])[], stride: number): Float32Array => {
  const packed = new Float32Array(LANDMARK_COUNT * stride);
  points.forEach((point, index) => packed.set(point.slice(0, stride), index * stride));
  return packed;
};
