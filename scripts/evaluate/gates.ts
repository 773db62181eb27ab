/** The gates that tell an exercise from other movements, each with the value at which it lets everything through. */
import type { ExerciseDefinition } from '../../src/core/exercise/definition';
import type { Threshold } from '../../src/core/exercise/threshold';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { ExerciseId } from '../../src/core/terms/ids';
import { ownExercise, type Clip } from './clips';
import { landmarksOf } from './landmarks';
import type { MovementModel } from './movement';
import { runClip } from './run-clip';
import { scoreClip } from './score';

const ANYTHING = Infinity;

/** The veto by the movement model's own class stands beside the thresholds of every exercise. */
const VETO = 'vetoBelow';

/** Gates that refuse where the movement model speaks. What says how far a movement must go is none. */
export const GATES: Readonly<Partial<Record<ExerciseId, Readonly<Record<string, number>>>>> = {
  'kettlebell-march': {
    toesUp: ANYTHING,
    toesRaised: ANYTHING,
    straight: ANYTHING,
    kneeBent: 0,
    shortest: 0,
    unhurried: 0,
    leastRest: 0,
    heldFor: ANYTHING,
    [VETO]: 0,
  },
  'curtsy-lunge': {
    crossed: ANYTHING,
    known: 0,
    sideOn: ANYTHING,
    stepped: 0,
    behind: -ANYTHING,
    frontStaysDeep: ANYTHING,
    shortest: 0,
    [VETO]: 0,
  },
  'hip-hike': {
    stays: ANYTHING,
    staysShare: ANYTHING,
    aside: ANYTHING,
    bent: ANYTHING,
    farAside: ANYTHING,
    sunk: ANYTHING,
    shortest: 0,
    [VETO]: 0,
  },
  'banded-lateral-step': {
    minFollow: 0,
    maxStep: ANYTHING,
    minGap: 0,
    maxGap: ANYTHING,
    [VETO]: 0,
  },
};

/** A clip and what the movement model says of it. */
export interface Prepared {
  readonly clip: Clip;
  readonly frames: readonly PoseFrame[];
  readonly movement: readonly (MovementEstimate | null)[];
}

/** What is counted of an exercise's own repetitions, and of movements that are not the exercise. */
export interface GateCount {
  readonly found: number;
  readonly phantoms: number;
}

/** Reads a clip once for all gates; null without landmarks of this model. */
export const prepare = async (
  clip: Clip,
  model: 'full' | 'lite',
  movement: MovementModel,
): Promise<Prepared | null> => {
  const frames = landmarksOf(clip, model);
  return frames && { clip, frames, movement: await movement.estimate(frames) };
};

/** Counts an exercise in its own clips, and in those in which nobody does one of the five. */
export const countIn = (clips: readonly Prepared[], exercise: ExerciseId): GateCount => {
  let [found, phantoms] = [0, 0];
  for (const { clip, frames, movement } of clips) {
    const own = ownExercise(clip);
    if (own !== exercise && clip.truth.exercise !== 'none') continue;
    const { analysis } = runClip(clip.name, exercise, frames, movement);
    if (own !== exercise) {
      phantoms += analysis.reps.length;
      continue;
    }
    const score = scoreClip(analysis, clip.truth);
    found += score.truth - score.missed;
    phantoms += score.phantom;
  }
  return { found, phantoms };
};

/** The same with one gate open. */
export const countWithout = (
  clips: readonly Prepared[],
  definition: ExerciseDefinition,
  gate: string,
  open: number,
): GateCount => {
  const threshold = thresholdOf(definition, gate) as { value: number };
  const { value } = threshold;
  threshold.value = open;
  try {
    return countIn(clips, definition.id);
  } finally {
    threshold.value = value;
  }
};

/** @throws Error for a gate that the exercise does not have */
export const thresholdOf = ({ id, thresholds, movement }: ExerciseDefinition, gate: string): Threshold => {
  const found = gate === VETO ? movement?.vetoBelow : thresholds[gate];
  if (!found) throw new Error(`${id} has no threshold ${gate}`);
  return found;
};
