import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ExerciseId, FaultId } from '../../src/core/terms/ids';
import { LANDMARK_COUNT } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { millis, type Side } from '../../src/core/units';
import { isWithin, type ClipTruth, type TrueFrame, type TrueRep, type TrueWindow } from './truth';

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
  readonly fps: number;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly reps: readonly TrainingRep[];
}

interface TrainingRep {
  readonly side: Side;
  readonly loadedSide: Side | null;
  readonly start_s: number;
  readonly end_s: number;
  /** Whether it was performed as a whole repetition, where the performer's plan says so. */
  readonly full?: boolean;
  readonly peak: {
    readonly fppaMaxDeg: Readonly<Record<Side, number>>;
    readonly kneeFlexionMaxDeg: Readonly<Record<Side, number>>;
    readonly hipFlexionMaxDeg: Readonly<Record<Side, number>>;
    readonly obliquityMinDeg: number;
    readonly obliquityMaxDeg: number;
    readonly swingDropMaxDeg?: number;
  };
}

const EXERCISES: Readonly<Record<string, ExerciseId>> = {
  banded_lateral_step: 'banded-lateral-step',
  side_plank: 'side-plank',
  hip_hike: 'hip-hike',
  kb_march: 'kettlebell-march',
  curtsy_lunge: 'curtsy-lunge',
};

export const readTrainingIndex = (folder: string): TrainingIndex =>
  JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as TrainingIndex;

type Fields = ReadonlyMap<string, Float32Array>;

/** Reads one clip: the landmarks of the wanted model and the truth. */
export const readTrainingClip = (
  folder: string,
  index: TrainingIndex,
  clip: TrainingClip,
  model: 'lite' | 'full',
): { readonly frames: readonly PoseFrame[]; readonly truth: ClipTruth } => {
  const raw = gunzipSync(readFileSync(join(folder, clip.file)));
  const fields = decode(index, clip, raw);
  return { frames: readFrames(clip, fields, model), truth: readClipTruth(clip, fields) };
};

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

const readFrames = (clip: TrainingClip, fields: Fields, model: 'lite' | 'full'): readonly PoseFrame[] => {
  const image = at(fields, `image_${model}`);
  const world = at(fields, `world_${model}`);
  return Array.from({ length: clip.frames }, (_, i) => {
    const pixels = image.slice(i * LANDMARK_COUNT * IMAGE_STRIDE, (i + 1) * LANDMARK_COUNT * IMAGE_STRIDE);
    return {
      timestampMs: millis(at(fields, 't_ms')[i] ?? 0),
      width: clip.width,
      height: clip.height,
      landmarks: Number.isNaN(pixels[0])
        ? null
        : {
            image: normalise(pixels, clip),
            world: world.slice(i * LANDMARK_COUNT * WORLD_STRIDE, (i + 1) * LANDMARK_COUNT * WORLD_STRIDE),
          },
    };
  });
};

/** The set keeps pixels; the pose model's own unit is the picture's size (z by its width). */
const normalise = (pixels: Float32Array, { width, height }: TrainingClip): Float32Array =>
  pixels.map((value, i) => {
    const axis = i % IMAGE_STRIDE;
    if (axis === 3) return value;
    return axis === 1 ? value / height : value / width;
  });

const at = (fields: Fields, name: string): Float32Array => {
  const values = fields.get(name);
  if (!values) throw new Error(`the training set has no field ${name}`);
  return values;
};

/** In a side plank the body is lifted and lowered in this time; the hold lies between. Seconds. */
const PLANK_LIFT_S = 1.2;
const PLANK_SAG_DEG = 8;

const readClipTruth = (clip: TrainingClip, fields: Fields): ClipTruth => {
  const exercise = EXERCISES[clip.exercise] ?? 'none';
  const isPlank = exercise === 'side-plank';
  const spans = clip.reps.map((rep) => ({ startS: rep.start_s, endS: rep.end_s }));
  const frames = Array.from({ length: clip.frames }, (_, i) => readFrame(fields, i, spans));
  if (isPlank) return { exercise, reps: [], frames, ...plankHolds(clip, frames) };
  const reps =
    exercise === 'none'
      ? []
      : clip.reps.map((rep) => readRep(exercise, rep, collapseOf(exercise, rep, fields)));
  return { exercise, reps, holds: [], faultWindows: [], frames };
};

const plankHolds = (
  clip: TrainingClip,
  frames: readonly TrueFrame[],
): Pick<ClipTruth, 'holds' | 'faultWindows'> => {
  const rep = clip.reps[0];
  if (!rep) return { holds: [], faultWindows: [] };
  const hold = { side: rep.side, startS: rep.start_s + PLANK_LIFT_S, endS: rep.end_s - PLANK_LIFT_S };
  const faultWindows: TrueWindow[] = [];
  let startS: number | null = null;
  for (const frame of frames.filter((each) => isWithin(each.t, [hold]))) {
    const sags = (frame.bodyLineDeg ?? 0) >= PLANK_SAG_DEG;
    if (sags) startS ??= frame.t;
    else if (startS !== null) {
      faultWindows.push({ fault: 'hip-drop', side: rep.side, startS, endS: frame.t });
      startS = null;
    }
  }
  if (startS !== null) faultWindows.push({ fault: 'hip-drop', side: rep.side, startS, endS: hold.endS });
  const sagged = faultWindows.reduce((total, window) => total + window.endS - window.startS, 0);
  return { holds: [{ ...hold, inPositionS: hold.endS - hold.startS - sagged }], faultWindows };
};

const readFrame = (
  fields: Fields,
  i: number,
  spans: readonly { readonly startS: number; readonly endS: number }[],
): TrueFrame => {
  const t = (at(fields, 't_ms')[i] ?? 0) / 1000;
  const value = (name: string): number | null => {
    const measured = at(fields, name)[i];
    return measured === undefined || Number.isNaN(measured) ? null : measured;
  };
  const fppa = (side: Side): number | null =>
    value(`fppaValid_${side}`) === 1 ? value(`kneeFppaDeg_${side}`) : null;
  const line = value('bodyLineDeg');
  return {
    t,
    pelvisObliquityDeg: value('pelvisObliquityDeg'),
    trunkLeanDeg: value('trunkLeanDeg'),
    kneeFppaDeg: { left: fppa('left'), right: fppa('right') },
    bodyLineDeg: line === null ? null : -line,
    loaded: isWithin(t, spans),
  };
};

/** Clean up to the first, faulty from the second; between them a verdict is not scored. Degrees. */
const DROP_DEG = { clean: 4, fault: 7 };
const COLLAPSE_DEG = { clean: 7, fault: 11 };

/**
 * The largest inward angle of the knees that are judged. In a lunge that is the front one, also where the set calls its
 * angle invalid because the thigh points at the camera: there it collapses most.
 */
const collapseOf = (exercise: ExerciseId, rep: TrainingRep, fields: Fields): number => {
  const { left, right } = rep.peak.fppaMaxDeg;
  if (exercise !== 'curtsy-lunge') return Math.max(left, right);
  const fppa = at(fields, `kneeFppaDeg_${rep.side}`);
  const within = at(fields, 't_ms').map((t) =>
    Number(isWithin(t / 1000, [{ startS: rep.start_s, endS: rep.end_s }])),
  );
  return fppa.reduce((top, value, i) => (within[i] ? Math.max(top, value) : top), -Infinity);
};

const readRep = (exercise: ExerciseId, rep: TrainingRep, collapseDeg: number): TrueRep => {
  const faults: FaultId[] = [];
  const grey: FaultId[] = [];
  const grade = (fault: FaultId, deg: number, limit: { readonly clean: number; readonly fault: number }) => {
    if (deg >= limit.fault) faults.push(fault);
    else if (deg > limit.clean) grey.push(fault);
  };
  // A hip hike lowers the free hip on purpose: there a drop is the movement, not a fault.
  if (exercise !== 'hip-hike') grade('hip-drop', rep.peak.swingDropMaxDeg ?? 0, DROP_DEG);
  else grey.push('hip-drop');
  grade('knee-collapse', collapseDeg, COLLAPSE_DEG);
  return { side: rep.side, startS: rep.start_s, endS: rep.end_s, full: isFull(exercise, rep), faults, grey };
};

/** The set has continuous depths: from `full` on a repetition, up to `partial` an attempt, between them neither. */
const DEPTH_DEG: Readonly<Partial<Record<ExerciseId, { readonly partial: number; readonly full: number }>>> =
  {
    'kettlebell-march': { partial: 48, full: 60 },
    'curtsy-lunge': { partial: 45, full: 60 },
    'hip-hike': { partial: 6, full: 12 },
  };

const isFull = (exercise: ExerciseId, rep: TrainingRep): boolean | null => {
  if (rep.full !== undefined) return rep.full;
  const limit = DEPTH_DEG[exercise];
  if (!limit) return true;
  const depth = depthOf(exercise, rep);
  if (depth >= limit.full) return true;
  return depth <= limit.partial ? false : null;
};

const depthOf = (exercise: ExerciseId, { peak, side }: TrainingRep): number => {
  if (exercise === 'kettlebell-march') return peak.hipFlexionMaxDeg[side];
  if (exercise === 'curtsy-lunge') return peak.kneeFlexionMaxDeg[side];
  return peak.obliquityMaxDeg - peak.obliquityMinDeg;
};
