import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import {
  IMAGE_STRIDE,
  WORLD_STRIDE,
  type PoseFrame,
  type PoseLandmarks,
} from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

/**
 * Recorded landmarks in little space, for the project's own fixtures: quantised far below the landmarks' noise,
 * stored as differences from frame to frame, gzipped. Layout after unzipping: length of the header (uint32, little
 * endian), header (JSON), then per frame with a person {@link VALUES} int16.
 */
const SCHEMA: string = 'hipline.fixture/1';

interface FixtureHeader {
  readonly schema: string;
  readonly clip: string;
  readonly model: string;
  readonly width: number;
  readonly height: number;
  /** Tenths of a millisecond. */
  readonly times: readonly number[];
  /** Frames in which nobody was found. */
  readonly empty: readonly number[];
}

const VALUES = LANDMARK_COUNT * (IMAGE_STRIDE + WORLD_STRIDE);
/** Steps per pixel (x, y, z), per unit of visibility, per metre. The landmarks' own noise is about a pixel. */
const PER_PIXEL = 8;
const PER_VISIBILITY = 100;
const PER_METRE = 1000;
const PER_MS = 10;

export interface RecordedClip {
  readonly clip: string;
  readonly model: string;
  readonly frames: readonly PoseFrame[];
}

/** Packs a recorded clip. All frames must have one size. */
export const packFixture = ({ clip, model, frames }: RecordedClip): Uint8Array => {
  const { width, height } = frames[0] ?? { width: 1, height: 1 };
  const header: FixtureHeader = {
    schema: SCHEMA,
    clip,
    model,
    width,
    height,
    times: frames.map((frame) => Math.round(frame.timestampMs * PER_MS)),
    empty: frames.flatMap((frame, i) => (frame.landmarks ? [] : [i])),
  };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const seen = frames.flatMap((frame) => (frame.landmarks ? [frame.landmarks] : []));
  return gzipSync(Buffer.concat([length, head, packLandmarks(seen, width, height)]), { level: 9 });
};

const packLandmarks = (seen: readonly PoseLandmarks[], width: number, height: number): Buffer => {
  const body = Buffer.alloc(seen.length * VALUES * 2);
  let before = new Int16Array(VALUES);
  seen.forEach((landmarks, frame) => {
    const now = quantise(landmarks, width, height);
    now.forEach((value, i) => body.writeInt16LE(wrap16(value - (before[i] ?? 0)), (frame * VALUES + i) * 2));
    before = now;
  });
  return body;
};

/** Differences wrap around, as their sums do. */
const wrap16 = (value: number): number => (value << 16) >> 16;

const stepsOf = (width: number, height: number): readonly number[] => [
  width * PER_PIXEL,
  height * PER_PIXEL,
  width * PER_PIXEL,
  PER_VISIBILITY,
];

const quantise = (
  { image, world }: PoseLandmarks,
  width: number,
  height: number,
): Int16Array<ArrayBuffer> => {
  const steps = stepsOf(width, height);
  const values = new Int16Array(VALUES);
  image.forEach((value, i) => (values[i] = Math.round(value * (steps[i % IMAGE_STRIDE] ?? 1))));
  world.forEach((value, i) => (values[image.length + i] = Math.round(value * PER_METRE)));
  return values;
};

/** Reads a packed clip. Throws when it is damaged or something else. */
export const unpackFixture = (packed: Uint8Array): RecordedClip => {
  const bytes = gunzipSync(packed);
  const headLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.subarray(4, 4 + headLength).toString('utf8')) as FixtureHeader;
  if (header.schema !== SCHEMA) throw new Error(`not a ${SCHEMA} file`);
  const empty = new Set(header.empty);
  const values = new Int16Array(VALUES);
  let at = 4 + headLength;
  const frames = header.times.map((time, i): PoseFrame => {
    if (!empty.has(i))
      for (let k = 0; k < VALUES; k++, at += 2) values[k] = (values[k] ?? 0) + bytes.readInt16LE(at);
    return {
      timestampMs: millis(time / PER_MS),
      width: header.width,
      height: header.height,
      landmarks: empty.has(i) ? null : restore(values, header),
    };
  });
  return { clip: header.clip, model: header.model, frames };
};

export const readFixture = (path: string): RecordedClip => unpackFixture(readFileSync(path));

const restore = (values: Int16Array, { width, height }: FixtureHeader): PoseLandmarks => {
  const steps = stepsOf(width, height);
  const imageLength = LANDMARK_COUNT * IMAGE_STRIDE;
  return {
    image: Float32Array.from(
      values.subarray(0, imageLength),
      (value, i) => value / (steps[i % IMAGE_STRIDE] ?? 1),
    ),
    world: Float32Array.from(values.subarray(imageLength), (value) => value / PER_METRE),
  };
};
