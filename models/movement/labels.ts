import { ANGLE_OUTPUTS, ANGLE_UNIT_DEG, type AngleOutput } from '../../src/core/movement/network-spec';
import { isFppaKnown } from './fppa-truth';
import type { Side } from '../../src/core/units';
import type { Clip, TruthRep } from './dataset';
import { EXERCISE_OF_CLIP } from './rendered-names';
import type { TruthName } from './truth';

/** Order of the exercise outputs. */
export const EXERCISE_CLASSES = [
  'banded-lateral-step',
  'side-plank',
  'hip-hike',
  'kettlebell-march',
  'curtsy-lunge',
  'none',
] as const;

/**
 * Columns of a target row: the angles in the units of the network's outputs, how much each counts (0 leaves it out), and the
 * classes. `loaded`: 0 none, 1 left, 2 right, 3 both.
 */
export const TARGET_COLUMNS = [
  ...ANGLE_OUTPUTS,
  ...ANGLE_OUTPUTS.map((name) => `${name}Weight` as const),
  'loaded',
  'exercise',
  'exerciseWeight',
] as const;
export type TargetColumn = (typeof TARGET_COLUMNS)[number];
export const TARGET_LENGTH = TARGET_COLUMNS.length;
export const targetColumn = (name: TargetColumn): number => TARGET_COLUMNS.indexOf(name);

const TRUTH_OF: Readonly<Record<AngleOutput, TruthName>> = {
  pelvisObliquity: 'pelvisObliquity',
  trunkLean: 'trunkLean',
  kneeFppaLeft: 'fppaLeft',
  kneeFppaRight: 'fppaRight',
  hipFlexionLeft: 'hipFlexionLeft',
  hipFlexionRight: 'hipFlexionRight',
  kneeFlexionLeft: 'kneeFlexionLeft',
  kneeFlexionRight: 'kneeFlexionRight',
};
/** Where an angle has a truth only sometimes. */
const KNOWN_FOR: Readonly<Partial<Record<AngleOutput, Side>>> = {
  kneeFppaLeft: 'left',
  kneeFppaRight: 'right',
};

/** The truth at a place between frames, as one row. */
export function targetAt(clip: Clip, at: number): Float32Array {
  const { truth } = clip;
  const near = Math.round(at);
  const mix = (values: Float32Array): number => {
    const a = values[Math.floor(at)] ?? NaN;
    const b = values[Math.min(values.length - 1, Math.floor(at) + 1)] ?? NaN;
    return a + (at - Math.floor(at)) * (b - a);
  };
  // Lying on the side, "pelvis against the horizontal" has no meaning; the body line judges the plank.
  const upright = clip.exercise === 'side_plank' ? 0 : 1;
  const exercise = exerciseAt(clip, at);
  const angles = ANGLE_OUTPUTS.map((name, i) => mix(truth[TRUTH_OF[name]]) / ANGLE_UNIT_DEG[i]!);
  return Float32Array.from([
    ...angles.map((angle) => upright * (angle || 0)),
    ...ANGLE_OUTPUTS.map((name, i) => {
      const side = KNOWN_FOR[name];
      const isKnown = !Number.isNaN(angles[i]) && (!side || isFppaKnown(truth, side, near));
      return isKnown ? upright : 0;
    }),
    truth.loaded[near] ?? 0,
    exercise.index,
    exercise.weight,
  ]);
}

/** Seconds around a repetition in which it is not decided whether the exercise is going on. */
const BORDER_S = 0.35;

/** The exercise of a moment: its class within a repetition, unsure between repetitions, `none` long outside. */
function exerciseAt(clip: Clip, at: number): { index: number; weight: number } {
  const none = EXERCISE_CLASSES.indexOf('none');
  const id = EXERCISE_OF_CLIP[clip.exercise];
  if (!id) return { index: none, weight: 1 };
  const own = EXERCISE_CLASSES.findIndex((name) => name === id);
  const timesMs = clip.poses.full;
  const t = ((timesMs[Math.floor(at)]?.timestampMs ?? 0) + (at % 1) * (1000 / clip.fps)) / 1000;
  const inside = (rep: TruthRep) => t > rep.startS + BORDER_S && t < rep.endS - 0.1;
  if (clip.reps.some(inside)) return { index: own, weight: 1 };
  const first = clip.reps[0]?.startS ?? Infinity;
  const last = clip.reps.at(-1)?.endS ?? -Infinity;
  if (t <= first) return { index: none, weight: 1 };
  if (t > last + 1.5) return { index: none, weight: 0.5 };
  return { index: own, weight: 0.15 };
}

/** The same truth seen in a mirror: sides swap, angles about the line of sight turn round. */
export function mirrorTarget(target: Float32Array): Float32Array {
  return Float32Array.from(TARGET_COLUMNS, (name, i) => {
    const value = target[MIRRORED_FROM[i]!]!;
    if (name === 'pelvisObliquity' || name === 'trunkLean') return -value;
    if (name === 'loaded') return value === 1 ? 2 : value === 2 ? 1 : value;
    return value;
  });
}

const MIRRORED_FROM = TARGET_COLUMNS.map((name) => {
  const twin = name.includes('Left') ? name.replace('Left', 'Right') : name.replace('Right', 'Left');
  return targetColumn(twin as TargetColumn);
});
