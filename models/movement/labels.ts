import type { ExerciseId } from '../../src/core/exercise/ids';
import type { Clip, TruthRep } from './dataset';

/** What the renderer calls the five exercises. Everything else is `none`. */
export const EXERCISE_OF_CLIP: Readonly<Record<string, ExerciseId>> = {
  banded_lateral_step: 'banded-lateral-step',
  side_plank: 'side-plank',
  hip_hike: 'hip-hike',
  kb_march: 'kettlebell-march',
  curtsy_lunge: 'curtsy-lunge',
};
/** Order of the exercise outputs. */
export const EXERCISE_CLASSES = [
  'banded-lateral-step',
  'side-plank',
  'hip-hike',
  'kettlebell-march',
  'curtsy-lunge',
  'none',
] as const;

/** Columns of a target row. Weights of 0 leave a value out. `loaded`: 0 none, 1 left, 2 right, 3 both. */
export const TARGET_COLUMNS = [
  'obliquity',
  'trunk',
  'fppaLeft',
  'fppaRight',
  'obliquityWeight',
  'trunkWeight',
  'fppaLeftWeight',
  'fppaRightWeight',
  'loaded',
  'exercise',
  'exerciseWeight',
] as const;
export const TARGET_LENGTH = TARGET_COLUMNS.length;

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
  return Float32Array.from([
    upright ? mix(truth.pelvisObliquity) : 0,
    upright ? mix(truth.trunkLean) : 0,
    mix(truth.fppaLeft) || 0,
    mix(truth.fppaRight) || 0,
    upright,
    upright,
    upright * (truth.fppaLeftValid[near] ?? 0),
    upright * (truth.fppaRightValid[near] ?? 0),
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
  const own = EXERCISE_CLASSES.indexOf(id);
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

/** The same truth seen in a mirror. */
export function mirrorTarget(target: Float32Array): Float32Array {
  const [obliquity, trunk, left, right, wo, wt, wl, wr, loaded, exercise, weight] =
    target as unknown as number[];
  const swapped = loaded === 1 ? 2 : loaded === 2 ? 1 : loaded;
  return Float32Array.from([
    -obliquity!,
    -trunk!,
    right,
    left,
    wo,
    wt,
    wr,
    wl,
    swapped,
    exercise,
    weight,
  ] as number[]);
}
