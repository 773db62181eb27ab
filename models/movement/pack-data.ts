/**
 * Packs rendered clips (the renderer's own records) into this folder's `data/`.
 *
 *   node scripts/run.mjs models/movement/pack-data.ts OUT FOLDER...
 *
 * Clips that OUT holds already stay as they are; the new ones come after them. Each FOLDER holds `NNNN.bin.gz` records of 498 int16 per frame and their entries, in `index.json` or in `meta/*.json`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BODY_LANDMARKS } from '../../src/core/movement/body-vector';
import { LANDMARK } from '../../src/core/pose/landmark';
import type { PerSide, Side } from '../../src/core/units';
import {
  CLIP_COLUMNS,
  DATA_MODELS,
  MISSING,
  POINT_SCALES,
  type ClipEntry,
  type DatasetIndex,
} from './dataset';
import { TRUTH_COLUMNS } from './truth';

const RECORD = 498;
const CLIPS_PER_SHARD = 40;
/** Offset and scale of the renderer's fields, as its README lists them. */
const IMAGE_OFFSET = { full: 0, lite: 231 } as const;
const WORLD_OFFSET = { full: 132, lite: 363 } as const;
const TIME_OFFSET = 462;
const TRUTH_OFFSET: Record<(typeof TRUTH_COLUMNS)[number][0], number> = {
  pelvisObliquity: 463,
  trunkLean: 464,
  fppaLeft: 466,
  fppaRight: 467,
  fppaLeftValid: 468,
  fppaRightValid: 469,
  kneeFlexionLeft: 470,
  kneeFlexionRight: 471,
  hipFlexionLeft: 472,
  hipFlexionRight: 473,
  loaded: 475,
  repIndex: 479,
};

interface RendererRep {
  readonly side: Side;
  readonly loadedSide: Side | null;
  readonly start_s: number;
  readonly end_s: number;
  /** Only in regular sets: whether it was meant to be a whole repetition. */
  readonly full?: boolean;
  readonly peak: {
    readonly swingDropMaxDeg?: number;
    /** Only with real motion: the largest drop while the other foot carries the body alone. */
    readonly singleLegDropMaxDeg?: number;
    readonly fppaMaxDeg: PerSide<number | null>;
  };
}
interface RendererClip extends Omit<ClipEntry, 'reps' | 'shard' | 'offset' | 'kind'> {
  readonly file: string;
  /** Only where it does not follow from the rest. */
  readonly kind?: 'wide';
  /** The real person whose recorded motion the body moves with. */
  readonly subject?: number;
  readonly discarded?: boolean;
  readonly reps: readonly RendererRep[];
}

export function main([out, ...folders]: readonly string[]): number {
  if (!out || folders.length === 0) {
    console.error('usage: pack-data.ts OUT FOLDER...');
    return 2;
  }
  mkdirSync(out, { recursive: true });
  const all = folders.flatMap((folder) => listClips(folder).map((clip) => ({ folder, clip })));
  const clips: ClipEntry[] = [...packedBefore(out)];
  const firstShard = new Set(clips.map(({ shard }) => shard)).size;
  for (let first = 0; first < all.length; first += CLIPS_PER_SHARD) {
    const shard = `clips-${String(firstShard + first / CLIPS_PER_SHARD).padStart(2, '0')}.bin.gz`;
    const parts: Buffer[] = [];
    let offset = 0;
    for (const { folder, clip } of all.slice(first, first + CLIPS_PER_SHARD)) {
      const packed = packClip(gunzipSync(readFileSync(join(folder, clip.file))), clip);
      clips.push(describe(clip, shard, offset));
      parts.push(packed);
      offset += packed.length;
    }
    writeFileSync(join(out, shard), gzipSync(Buffer.concat(parts), { level: 9 }));
  }
  const licence =
    'CC0-1.0: computer renderings of MakeHuman bodies; no picture of a person. real_*: the bodies move as five people did (UI-PRMD, Vakanski et al. 2018, public domain).';
  const index: DatasetIndex = { schema: 'hipline.movement-data/2', licence, clips };
  writeFileSync(join(out, 'index.json'), JSON.stringify(index));
  console.log(`${clips.length} clips, ${clips.reduce((sum, clip) => sum + clip.frames, 0)} frames`);
  return 0;
}

const packedBefore = (out: string): readonly ClipEntry[] =>
  existsSync(join(out, 'index.json'))
    ? (JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as DatasetIndex).clips
    : [];

/** Real people are numbered from here on: all sets of one, whatever the body, stay on one side of a split. */
const FIRST_SUBJECT = 100_000;

function listClips(folder: string): RendererClip[] {
  const index = join(folder, 'index.json');
  const clips = existsSync(index)
    ? (JSON.parse(readFileSync(index, 'utf8')) as { clips: RendererClip[] }).clips
    : readdirSync(join(folder, 'meta')).map(
        (name) => JSON.parse(readFileSync(join(folder, 'meta', name), 'utf8')) as RendererClip,
      );
  return clips.filter((clip) => !clip.discarded);
}

function packClip(raw: Buffer, clip: RendererClip): Buffer {
  const out = Buffer.alloc(CLIP_COLUMNS * clip.frames * 2);
  let at = 0;
  const put = (read: (frame: number) => number) => {
    let previous = 0;
    for (let i = 0; i < clip.frames; i++) {
      const value = read(i);
      out.writeInt16LE(((value - previous) << 16) >> 16, at);
      previous = value;
      at += 2;
    }
  };
  const from = (offset: number, divisor = 1) =>
    put((i) => {
      const value = raw.readInt16LE((i * RECORD + offset) * 2);
      return value === MISSING ? MISSING : Math.round(value / divisor);
    });
  from(TIME_OFFSET);
  for (const model of DATA_MODELS)
    for (const name of BODY_LANDMARKS) {
      const image = IMAGE_OFFSET[model] + LANDMARK[name] * 4;
      const world = WORLD_OFFSET[model] + LANDMARK[name] * 3;
      const sources = [
        [image, 16],
        [image + 1, 16],
        [image + 3, 10000],
        [world, 10000],
        [world + 1, 10000],
        [world + 2, 10000],
      ] as const;
      sources.forEach(([offset, scale], k) => from(offset, scale / (POINT_SCALES[k] ?? 1)));
    }
  for (const [name] of TRUTH_COLUMNS) from(TRUTH_OFFSET[name]);
  return out;
}

function describe(clip: RendererClip, shard: string, offset: number): ClipEntry {
  const { id, exercise, fps, width, height, frames, subject } = clip;
  const person = subject === undefined ? clip.person : FIRST_SUBJECT + subject;
  const split = subject === undefined ? clip.split : 'train';
  const reps = clip.reps.map((rep) => ({
    side: rep.side,
    loadedSide: rep.loadedSide,
    startS: rep.start_s,
    endS: rep.end_s,
    dropDeg: rep.peak.singleLegDropMaxDeg ?? rep.peak.swingDropMaxDeg ?? null,
    fppaDeg: rep.peak.fppaMaxDeg,
  }));
  const regular = clip.reps.some((rep) => rep.full !== undefined) ? 'regular' : 'random';
  const kind = clip.kind ?? (subject === undefined ? regular : 'real');
  return { id, exercise, person, split, kind, fps, width, height, frames, shard, offset, reps };
}
