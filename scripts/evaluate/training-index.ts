import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Side } from '../../src/core/units';

/** The compact training set: an index of clips, one gzipped file of 16-bit records per clip, truth per frame. */
export interface TrainingIndex {
  readonly recordInt16: number;
  readonly fields: readonly {
    readonly name: string;
    readonly offset: number;
    readonly count: number;
    readonly scale: readonly number[];
  }[];
  readonly clips: readonly TrainingClip[];
}

export interface TrainingClip {
  readonly id: number;
  readonly file: string;
  readonly exercise: string;
  readonly person: number;
  readonly split: 'train' | 'val';
  /** The real person whose recorded movement the body performs, where it is one. */
  readonly subject?: number;
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly reps: readonly TrainingRep[];
}

export interface TrainingRep {
  readonly side: Side;
  readonly loadedSide: Side | null;
  readonly start_s: number;
  readonly end_s: number;
  /** Whether it was performed as a whole repetition, where the performer's plan says so. */
  readonly full?: boolean;
  /** Real motion: done well, or badly on purpose. */
  readonly variant?: 'cor' | 'inc';
  readonly peak: {
    readonly fppaMaxDeg: Readonly<Record<Side, number>>;
    readonly kneeFlexionMaxDeg: Readonly<Record<Side, number>>;
    readonly hipFlexionMaxDeg: Readonly<Record<Side, number>>;
    readonly obliquityMinDeg: number;
    readonly obliquityMaxDeg: number;
    readonly swingDropMaxDeg?: number;
    /** Real motion: the same beyond the own quiet stance, while one foot is off the floor. */
    readonly singleLegDropOverOwnDeg?: number;
    /** Real motion: the standing leg's knee inward. */
    readonly stanceFppaMaxDeg?: number;
  };
}

export const readTrainingIndex = (folder: string): TrainingIndex =>
  JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as TrainingIndex;

/** A clip's fields by name, all frames of one after another. */
export type Fields = ReadonlyMap<string, Float32Array>;

/** All fields of one clip. */
export const readFields = (folder: string, index: TrainingIndex, clip: TrainingClip): Fields =>
  decode(index, clip, gunzipSync(readFileSync(join(folder, clip.file))));

const MISSING = -32_768;

const decode = (index: TrainingIndex, clip: TrainingClip, raw: Uint8Array): Fields => {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const decoded = new Map<string, Float32Array>();
  for (const field of index.fields) {
    const values = new Float32Array(clip.frames * field.count);
    for (let i = 0; i < values.length; i++) {
      const frame = Math.floor(i / field.count);
      const k = i % field.count;
      const value = view.getInt16((frame * index.recordInt16 + field.offset + k) * 2, true);
      values[i] = value === MISSING ? NaN : value / (field.scale[k % field.scale.length] ?? 1);
    }
    decoded.set(field.name, values);
  }
  return decoded;
};

/** One field. Throws when the set has none of that name. */
export const at = (fields: Fields, name: string): Float32Array => {
  const values = fields.get(name);
  if (!values) throw new Error(`the training set has no field ${name}`);
  return values;
};
