/** Stable ids: part of every file format. */
export const EXERCISE_IDS = [
  'banded-lateral-step',
  'side-plank',
  'hip-hike',
  'kettlebell-march',
  'curtsy-lunge',
] as const;
export type ExerciseId = (typeof EXERCISE_IDS)[number];

export const isExerciseId = (value: unknown): value is ExerciseId =>
  (EXERCISE_IDS as readonly unknown[]).includes(value);

export const FAULT_IDS = [
  'hip-drop',
  'knee-collapse',
  'trunk-lean',
  'partial-range',
  'stance-knee-bent',
  'standing-tall',
  'feet-together',
  'not-crossed',
  'too-fast',
] as const;
export type FaultId = (typeof FAULT_IDS)[number];
