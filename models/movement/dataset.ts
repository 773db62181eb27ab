/**
 * The training data: landmark streams of rendered bodies with exact truth per frame, packed.
 *
 * `index.json` lists the clips; each shard is a gzip of its clips one after another; a clip is column after column of
 * little-endian int16, each column as differences from frame to frame (they compress to two thirds). MISSING marks a frame
 * without a person or a value without a truth.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BODY_LANDMARKS } from '../../src/core/movement/body-vector';
import { LANDMARK, LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { largestFppa } from './fppa-truth';
import { TRUTH_COLUMNS, type Truth } from './truth';
import { millis, type PerSide, type Side } from '../../src/core/units';

export const MISSING = -32768;
/** Pose models whose landmarks the data holds, in column order. */
export const DATA_MODELS = ['full', 'lite'] as const;
export type DataModel = (typeof DATA_MODELS)[number];

/** Columns of one landmark and what one int16 step is worth: picture pixels, visibility, metres. */
export const POINT_SCALES = [8, 8, 100, 2000, 2000, 2000] as const;
const POINT_COLUMNS = POINT_SCALES.length;
export const MODEL_COLUMNS = BODY_LANDMARKS.length * POINT_COLUMNS;

export const CLIP_COLUMNS = 1 + DATA_MODELS.length * MODEL_COLUMNS + TRUTH_COLUMNS.length;

export interface TruthRep {
  readonly side: Side;
  readonly loadedSide: Side | null;
  readonly startS: number;
  readonly endS: number;
  /** Largest drop of the free side, degrees, and largest inward angle of each knee while it could be measured. */
  readonly dropDeg: number | null;
  readonly fppaDeg: PerSide<number | null>;
}

export interface ClipEntry {
  readonly id: number;
  readonly exercise: string;
  readonly person: number;
  readonly split: 'train' | 'val';
  /**
   * `random`: few repetitions with random faults on top; `regular`: a set as it is prescribed, with a few faults; `wide`: pelves,
   * knees, feet and cameras as far apart as they come; `real`: a body that moves as a recorded person did.
   */
  readonly kind: 'random' | 'regular' | 'wide' | 'real';
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly shard: string;
  /** Offset of the clip in its unpacked shard, bytes. */
  readonly offset: number;
  readonly reps: readonly TruthRep[];
}

const DATASET_SCHEMA = 'hipline.movement-data/2';

export interface DatasetIndex {
  readonly schema: typeof DATASET_SCHEMA;
  readonly licence: string;
  readonly clips: readonly ClipEntry[];
}

export interface Clip extends ClipEntry {
  readonly poses: Readonly<Record<DataModel, readonly PoseFrame[]>>;
  readonly truth: Truth;
}

/** Whether what an `index.json` holds is that of this data. */
export const isPackedIndex = (json: unknown): boolean =>
  (json as Partial<DatasetIndex> | null)?.schema === DATASET_SCHEMA;

/** Reads the clips of a folder, or those a filter keeps. */
export function readDataset(folder: string, keep: (clip: ClipEntry) => boolean = () => true): Clip[] {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as DatasetIndex;
  const shards = new Map<string, Buffer>();
  return index.clips.filter(keep).map((entry) => {
    const shard = shards.get(entry.shard) ?? gunzipSync(readFileSync(join(folder, entry.shard)));
    shards.set(entry.shard, shard);
    return decodeClip(entry, shard);
  });
}

function decodeClip(entry: ClipEntry, shard: Buffer): Clip {
  const { frames } = entry;
  const column = (n: number): Int16Array => {
    const out = new Int16Array(frames);
    let value = 0;
    for (let i = 0; i < frames; i++) {
      // Differences wrap around in 16 bits, as they did when they were packed.
      value = ((value + shard.readInt16LE(entry.offset + (n * frames + i) * 2)) << 16) >> 16;
      out[i] = value;
    }
    return out;
  };
  const times = column(0);
  const poses = (model: number): PoseFrame[] => {
    const columns = Array.from({ length: MODEL_COLUMNS }, (_, k) => column(1 + model * MODEL_COLUMNS + k));
    return Array.from(times, (t, i) => decodePose(entry, t, i, columns));
  };
  const firstTruth = 1 + DATA_MODELS.length * MODEL_COLUMNS;
  const truth = Object.fromEntries(
    TRUTH_COLUMNS.map(([name, scale], k) => [
      name,
      Float32Array.from(column(firstTruth + k), (v) => (v === MISSING ? NaN : v / scale)),
    ]),
  ) as Truth;
  const reps = entry.reps.map((rep) => ({ ...rep, fppaDeg: largestFppa(truth, ...spanOf(rep, times)) }));
  return { ...entry, reps, poses: { full: poses(0), lite: poses(1) }, truth };
}

/** First frame of a repetition, and the first after it. */
function spanOf(rep: TruthRep, timesMs: Int16Array): [from: number, until: number] {
  const from = timesMs.findIndex((t) => t >= rep.startS * 1000);
  const until = timesMs.findIndex((t) => t > rep.endS * 1000);
  return [from < 0 ? timesMs.length : from, until < 0 ? timesMs.length : until];
}

function decodePose(entry: ClipEntry, t: number, i: number, columns: readonly Int16Array[]): PoseFrame {
  const { width, height } = entry;
  const frame = { timestampMs: millis(t), width, height };
  if (columns[0]?.[i] === MISSING) return { ...frame, landmarks: null };
  const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
  const world = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);
  BODY_LANDMARKS.forEach((name, point) => {
    const [x = 0, y = 0, visibility = 0, ...xyz] = POINT_SCALES.map(
      (scale, k) => (columns[point * POINT_COLUMNS + k]?.[i] ?? 0) / scale,
    );
    image.set([x / width, y / height, 0, visibility], LANDMARK[name] * IMAGE_STRIDE);
    world.set(xyz, LANDMARK[name] * WORLD_STRIDE);
  });
  return { ...frame, landmarks: { image, world } };
}
