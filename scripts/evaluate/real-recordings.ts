import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClipTruth } from './truth';

/** What an index of real recordings says of one stream; counts and times by eye. */
interface RealEntry {
  readonly stream: string;
  readonly exercise: string;
  readonly reps: number | null;
  readonly times_s: readonly (number | readonly number[])[];
}

const NOTHING: ClipTruth = { exercise: 'none', reps: [], holds: [], faultWindows: [], frames: [] };

/** Reads the index of a folder of real recordings. Most show other exercises: there, nothing is to be found. */
export const readRealIndex = (
  folder: string,
): readonly { readonly stream: string; readonly shows: string; readonly truth: ClipTruth }[] => {
  const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly RealEntry[];
  return entries.map((entry) => ({ stream: entry.stream, shows: entry.exercise, truth: truthOf(entry) }));
};

const truthOf = (entry: RealEntry): ClipTruth => {
  if (entry.exercise.startsWith('side plank')) return plankTruth(entry);
  // Counted by eye from a body that begins in mid-movement: shown, not scored.
  if (entry.exercise === 'curtsy lunge') return { ...NOTHING, exercise: 'curtsy-lunge' };
  return NOTHING;
};

/** Seen by eye to about this, seconds. */
const BY_EYE_S = 0.4;

/** A hold has its span; repeated hip drops have the moments of each. Which side is not written down. */
const plankTruth = ({ times_s: times }: RealEntry): ClipTruth => {
  const spans = times.flatMap((time) => (typeof time === 'number' ? [] : [time]));
  const dips = times.flatMap((time) => (typeof time === 'number' ? [time] : []));
  const holds = spans.map(([startS = 0, endS = 0]) => ({
    side: null,
    startS,
    endS,
    inPositionS: endS - startS,
  }));
  const faultWindows = dips.map((at) => ({
    fault: 'hip-drop' as const,
    side: null,
    startS: at - BY_EYE_S,
    endS: at + BY_EYE_S,
  }));
  return { ...NOTHING, exercise: 'side-plank', holds, faultWindows };
};
