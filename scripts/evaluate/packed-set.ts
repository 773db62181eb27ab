import {
  readDataset,
  type Clip as PackedClip,
  type ClipEntry,
  type TruthRep,
} from '../../models/movement/dataset';
import { EXERCISE_OF_CLIP } from '../../models/movement/rendered-names';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { PerSide } from '../../src/core/units';
import type { Clip } from './clips';
import { gradeRep, STANDING, type TruePeaks } from './training-truth';
import { isWithin, type ClipTruth, type TrueFrame } from './truth';

/** What the renderer's other movements are counted for: whether they pass for one of the exercises. */
const FOREIGN: readonly string[] = [
  'straight_leg_raise',
  'reverse_lunge',
  'forward_lunge',
  'side_lunge',
  'squat',
];

/**
 * The movement model's own data, of which every fifth person was left out of training: their regular sets of repetitions, and the
 * sets in which pelves, knees, feet and cameras are as far apart as they come. Side planks are not among them, since the data
 * keeps no truth of the body's line.
 */
export const packedClips = (folder: string): readonly Clip[] =>
  readDataset(folder, isSetOfUnknown).map((packed) => ({
    name: `${String(packed.id).padStart(4, '0')} ${packed.exercise}`,
    set: packed.kind === 'wide' ? 'wide motion, people left out' : 'regular sets, people left out',
    truth: truthOf(packed),
    shows: packed.exercise.replaceAll('_', ' '),
    video: null,
    subject: null,
    recorded: (model) => (model === 'heavy' ? null : packed.poses[model]),
  }));

const isSetOfUnknown = ({ split, kind, exercise }: ClipEntry): boolean => {
  if (split !== 'val' || exercise === 'side_plank') return false;
  if (kind === 'wide') return exercise in EXERCISE_OF_CLIP || FOREIGN.includes(exercise);
  return kind === 'regular' && exercise in EXERCISE_OF_CLIP;
};

const truthOf = (packed: PackedClip): ClipTruth => {
  const exercise = EXERCISE_OF_CLIP[packed.exercise] ?? 'none';
  return {
    exercise,
    ...(exercise === 'none' && { foreignReps: packed.reps.length }),
    reps:
      exercise === 'none'
        ? []
        : packed.reps.map((rep) => ({
            ...gradeRep(exercise, rep.side, {
              dropDeg: rep.dropDeg ?? 0,
              kneeDeg: judgedKnees(exercise, rep),
              depthDeg: depthOf(packed, exercise, rep),
              ...posturesOf(packed, exercise, rep),
            }),
            startS: rep.startS,
            endS: rep.endS,
          })),
    holds: [],
    faultWindows: [],
    frames: packed.poses.full.map((pose, i) => frameOf(packed, pose.timestampMs / 1000, i)),
  };
};

/** A lunge is judged by its front knee, everything else by both. */
const judgedKnees = (exercise: ExerciseId, { side, fppaDeg }: TruthRep): PerSide<number | null> =>
  exercise === 'curtsy-lunge' ? { left: null, right: null, [side]: fppaDeg[side] } : fppaDeg;

/** The frames of a repetition, by their place in the clip. */
const framesOf = ({ poses }: PackedClip, rep: TruthRep): readonly number[] =>
  poses.full.flatMap(({ timestampMs }, i) => (isWithin(timestampMs / 1000, [rep]) ? [i] : []));

/** How far the movement went, by which a repetition is whole or an attempt. */
const depthOf = (packed: PackedClip, exercise: ExerciseId, rep: TruthRep): number => {
  const { truth } = packed;
  const frames = framesOf(packed, rep);
  const within = (values: Float32Array): readonly number[] =>
    frames.map((i) => values[i] ?? NaN).filter((value) => !Number.isNaN(value));
  const isLeft = rep.side === 'left';
  if (exercise === 'kettlebell-march')
    return Math.max(...within(isLeft ? truth.hipFlexionLeft : truth.hipFlexionRight));
  if (exercise === 'curtsy-lunge')
    return Math.max(...within(isLeft ? truth.kneeFlexionLeft : truth.kneeFlexionRight));
  const tilt = within(truth.pelvisObliquity);
  return Math.max(...tilt) - Math.min(...tilt);
};

/** How far the trunk leaned, and the bend of knees that are to stay bent, or straight. */
const posturesOf = (
  packed: PackedClip,
  exercise: ExerciseId,
  rep: TruthRep,
): Pick<TruePeaks, 'leanDeg' | 'leastBendDeg' | 'stanceBendDeg'> => {
  const { truth } = packed;
  const frames = framesOf(packed, rep);
  const leanDeg = Math.max(0, ...frames.map((i) => Math.abs(truth.trunkLean[i] ?? 0)));
  if (exercise === 'hip-hike') {
    const bend = rep.side === 'left' ? truth.kneeFlexionLeft : truth.kneeFlexionRight;
    return { leanDeg, stanceBendDeg: Math.max(...frames.map((i) => bend[i] ?? NaN)) };
  }
  if (exercise !== 'banded-lateral-step') return { leanDeg };
  const bends = frames.map(
    (i) => ((truth.kneeFlexionLeft[i] ?? NaN) + (truth.kneeFlexionRight[i] ?? NaN)) / 2,
  );
  return { leanDeg, leastBendDeg: Math.min(...bends) };
};

const frameOf = ({ truth, reps }: PackedClip, t: number, i: number): TrueFrame => {
  const known = (values: Float32Array): number | null => {
    const value = values[i] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  const fppa = (angles: Float32Array, valid: Float32Array): number | null =>
    valid[i] === 1 ? known(angles) : null;
  return {
    t,
    pelvisObliquityDeg: known(truth.pelvisObliquity),
    trunkLeanDeg: known(truth.trunkLean),
    kneeFppaDeg: {
      left: fppa(truth.fppaLeft, truth.fppaLeftValid),
      right: fppa(truth.fppaRight, truth.fppaRightValid),
    },
    bodyLineDeg: null,
    loaded: isWithin(t, reps),
    standing: STANDING[truth.loaded[i] ?? 0] ?? null,
  };
};
