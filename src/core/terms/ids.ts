/**
 * The id of an exercise: the name of its file, in small letters and hyphens. Stable: part of every file format. Which ones exist
 * is for the registry to say; a record may name one that this version does not know. Any text fits the type: `& {}` only keeps
 * `ExerciseId | 'auto'` from reading as any text at all.
 */
export type ExerciseId = string & {};

const EXERCISE_ID = /^[a-z]+(-[a-z]+)*$/;
const LONGEST_ID = 40;

/** Whether something has the form of an exercise's id. */
export const isExerciseId = (value: unknown): value is ExerciseId =>
  typeof value === 'string' && value.length <= LONGEST_ID && EXERCISE_ID.test(value);

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

const FAULTS_OF_A_LEG: readonly FaultId[] = ['hip-drop', 'knee-collapse', 'stance-knee-bent'];
/** Whether a fault is one leg's: the leg that carries the weight, or whose knee it is. The others are the body's as a whole. */
export const isOfALeg = (fault: FaultId): boolean => FAULTS_OF_A_LEG.includes(fault);
