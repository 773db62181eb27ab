import type { ExerciseId } from '../../src/core/terms/ids';

/** What the renderer calls the five exercises. */
const EXERCISES: Readonly<Record<string, ExerciseId>> = {
  banded_lateral_step: 'banded-lateral-step',
  side_plank: 'side-plank',
  hip_hike: 'hip-hike',
  kb_march: 'kettlebell-march',
  curtsy_lunge: 'curtsy-lunge',
};

/**
 * Real people stepping over a hurdle. They do none of the five exercises, but they lift the knee as in a march, and are the
 * nearest that real recordings have to one: they are learnt and scored as marches.
 */
const HURDLE_STEPS: Readonly<Record<string, ExerciseId>> = {
  real_hurdle_step: 'kettlebell-march',
  real_hurdle_half: 'kettlebell-march',
  real_hurdle_drop: 'kettlebell-march',
};

/** The exercise that a rendered clip's own name stands for; of every other name, none. */
export const EXERCISE_OF_CLIP: Readonly<Record<string, ExerciseId>> = { ...EXERCISES, ...HURDLE_STEPS };
