/** Reads recorded clips (`hipline.stream/1`) with their truth (`hipline.truth/1`) in the form of the training data. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { millis, type PerSide, type Side } from '../../src/core/units';
import type { Clip, TruthRep } from './dataset';

interface StreamFile {
  readonly clip: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: readonly {
    readonly t: number;
    readonly image: readonly (readonly number[])[] | null;
    readonly world: readonly (readonly number[])[] | null;
  }[];
}

interface TruthFile {
  readonly exercise: string;
  readonly reps: readonly {
    readonly side: Side;
    readonly start_s: number;
    readonly end_s: number;
  }[];
  readonly frames: readonly {
    readonly pelvisObliquityDeg: number;
    readonly trunkLeanDeg: number;
    readonly kneeFppaDeg: PerSide<number>;
    readonly fppaValid: PerSide<boolean>;
    readonly hipFlexionDeg: PerSide<number>;
    readonly kneeFlexionDeg: PerSide<number>;
  }[];
}

const RENDERER_NAME: Readonly<Record<string, string>> = {
  'banded-lateral-step': 'banded_lateral_step',
  'side-plank': 'side_plank',
  'hip-hike': 'hip_hike',
  'kettlebell-march': 'kb_march',
  'curtsy-lunge': 'curtsy_lunge',
};
/** The leg that carries the weight, by exercise and the side of a repetition; null while both do. */
const loadedSideOf = (exercise: string, side: Side): Side | null =>
  exercise === 'kettlebell-march'
    ? side === 'left'
      ? 'right'
      : 'left'
    : exercise === 'hip-hike' || exercise === 'curtsy-lunge'
      ? side
      : null;

export function readStream(path: string): { file: StreamFile; poses: PoseFrame[] } {
  const file = JSON.parse(readFileSync(path, 'utf8')) as StreamFile;
  const { width, height } = file;
  const poses = file.frames.map(({ t, image, world }): PoseFrame => ({
    timestampMs: millis(t * 1000),
    width,
    height,
    landmarks:
      image && world
        ? { image: Float32Array.from(image.flat()), world: Float32Array.from(world.flat()) }
        : null,
  }));
  return { file, poses };
}

/** All clips of a folder whose landmarks by `model` were recorded. */
export function readRecordedClips(truthFolder: string, streamFolder: string, model: string): Clip[] {
  return readdirSync(truthFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
    .filter((name) => existsSync(join(streamFolder, `${name}.${model}.json`)))
    .map((name, id) => {
      const { file, poses } = readStream(join(streamFolder, `${name}.${model}.json`));
      const truth = JSON.parse(readFileSync(join(truthFolder, `${name}.json`), 'utf8')) as TruthFile;
      return toClip(id, file, poses, truth);
    });
}

function toClip(id: number, file: StreamFile, poses: readonly PoseFrame[], truth: TruthFile): Clip {
  const reps = truth.reps.map((rep): TruthRep => describeRep(truth, rep, file.fps));
  const frames = Math.min(poses.length, truth.frames.length);
  const read = (value: (frame: TruthFile['frames'][number]) => number) =>
    Float32Array.from(truth.frames.slice(0, frames), value);
  const seconds = poses.slice(0, frames).map((pose) => pose.timestampMs / 1000);
  const repAt = seconds.map((t) => reps.findIndex((rep) => t >= rep.startS && t <= rep.endS));
  return {
    id,
    exercise: RENDERER_NAME[truth.exercise] ?? 'idle',
    person: -1 - id,
    split: 'val',
    kind: 'regular',
    fps: file.fps,
    width: file.width,
    height: file.height,
    frames,
    shard: file.clip,
    offset: 0,
    reps,
    poses: { full: poses.slice(0, frames), lite: [] },
    truth: {
      pelvisObliquity: read((frame) => frame.pelvisObliquityDeg),
      trunkLean: read((frame) => frame.trunkLeanDeg),
      fppaLeft: read((frame) => frame.kneeFppaDeg.left),
      fppaRight: read((frame) => frame.kneeFppaDeg.right),
      fppaLeftValid: read((frame) => Number(frame.fppaValid.left)),
      fppaRightValid: read((frame) => Number(frame.fppaValid.right)),
      hipFlexionLeft: read((frame) => frame.hipFlexionDeg.left),
      hipFlexionRight: read((frame) => frame.hipFlexionDeg.right),
      kneeFlexionLeft: read((frame) => frame.kneeFlexionDeg.left),
      kneeFlexionRight: read((frame) => frame.kneeFlexionDeg.right),
      loaded: Float32Array.from(seconds, (t, i) => loadedAt(truth.exercise, reps[repAt[i] ?? -1], t)),
      repIndex: Float32Array.from(repAt),
    },
  };
}

function describeRep(truth: TruthFile, rep: TruthFile['reps'][number], fps: number): TruthRep {
  const frames = truth.frames.slice(Math.ceil(rep.start_s * fps), Math.floor(rep.end_s * fps) + 1);
  const loadedSide = loadedSideOf(truth.exercise, rep.side);
  const sign = loadedSide === 'left' ? -1 : 1;
  const largest = (values: readonly number[]) => (values.length > 0 ? Math.max(...values) : null);
  const fppa = (side: Side) =>
    largest(frames.filter((frame) => frame.fppaValid[side]).map((frame) => frame.kneeFppaDeg[side]));
  return {
    side: rep.side,
    loadedSide,
    startS: rep.start_s,
    endS: rep.end_s,
    dropDeg: loadedSide && largest(frames.map((frame) => sign * frame.pelvisObliquityDeg)),
    fppaDeg: { left: fppa('left'), right: fppa('right') },
  };
}

/** 1 left, 2 right, 3 both: the leg that surely carries the weight in the middle of the repetition. */
function loadedAt(exercise: string, rep: TruthRep | undefined, t: number): number {
  if (exercise === 'side-plank') return 0;
  if (exercise === 'hip-hike' && rep?.loadedSide) return rep.loadedSide === 'left' ? 1 : 2;
  if (!rep?.loadedSide) return 3;
  const share = (t - rep.startS) / (rep.endS - rep.startS);
  if (share < 0.2 || share > 0.8) return 3;
  return rep.loadedSide === 'left' ? 1 : 2;
}
