import type { ExerciseId } from '../../src/core/exercise/ids';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import { deg, type Millis } from '../../src/core/units';

const CANDIDATES = [
  'banded-lateral-step',
  'side-plank',
  'hip-hike',
  'kettlebell-march',
  'curtsy-lunge',
  'none',
] as const;

/** What the movement model may say about the exercise, its angles all unsure; the rest of the probability is shared. */
export function anOpinion(
  timestampMs: Millis,
  likely: Readonly<Partial<Record<ExerciseId | 'none', number>>>,
): MovementEstimate {
  const unsure = { deg: deg(0), sd: deg(8) };
  const noIdea = { deg: deg(0), sd: deg(30) };
  const others = CANDIDATES.filter((id) => likely[id] === undefined);
  const rest = 1 - Object.values(likely).reduce((sum, p) => sum + p, 0);
  const p = (id: ExerciseId | 'none'): number => likely[id] ?? rest / others.length;
  return {
    timestampMs,
    pelvisObliquity: unsure,
    kneeFppa: { left: unsure, right: unsure },
    trunkLean: unsure,
    hipFlexion: { left: noIdea, right: noIdea },
    kneeFlexion: { left: noIdea, right: noIdea },
    loaded: { left: 0.25, right: 0.25, both: 0.25, none: 0.25 },
    exercise: {
      'banded-lateral-step': p('banded-lateral-step'),
      'side-plank': p('side-plank'),
      'hip-hike': p('hip-hike'),
      'kettlebell-march': p('kettlebell-march'),
      'curtsy-lunge': p('curtsy-lunge'),
      none: p('none'),
    },
  };
}
