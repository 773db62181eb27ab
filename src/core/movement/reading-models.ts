import type { ExerciseId } from '../exercise/ids';
import type { ReadingModel } from './set-context';

/** Faults whose verdict comes from the network's readings. */
export type ReadFault = 'hip-drop' | 'knee-collapse';

/** Probability from which a repetition is called faulty, and up to which it is called fine. Between: too uncertain. */
export const SURE_FAULT = 0.5;
export const SURE_FINE = 0.25;

/** Rendered repetitions: natural obliquity 1 ± 1.3° toward the drop, commanded drops 9.5 ± 2.5°. */
const DROP = { clean: { mean: 1, sd: 1.3 }, fault: { mean: 9.5, sd: 2.5 } };
/** Clean knees up to 7°, collapsed ones from 11°. */
const COLLAPSE = { clean: { mean: 0.5, sd: 2 }, fault: { mean: 14, sd: 3 } };

/**
 * How readings follow from truth, per exercise and fault. Source: random intercepts fitted by `models/movement/report.ts` on
 * people held out from training.
 */
export const READING_MODELS: Readonly<Partial<Record<ExerciseId, Partial<Record<ReadFault, ReadingModel>>>>> =
  {
    'kettlebell-march': {
      'hip-drop': { gain: 0.45, offset: 1.2, offsetSd: 1.9, noiseSd: 1, faultShare: 0.25, ...DROP },
    },
    'curtsy-lunge': {
      'hip-drop': { gain: 0.45, offset: 2.5, offsetSd: 2, noiseSd: 1.5, faultShare: 0.1, ...DROP },
      'knee-collapse': { gain: 0.55, offset: 5.5, offsetSd: 4, noiseSd: 1.3, faultShare: 0.25, ...COLLAPSE },
    },
    'banded-lateral-step': {
      'hip-drop': { gain: 0.5, offset: 1, offsetSd: 1.3, noiseSd: 1.8, faultShare: 0.1, ...DROP },
      'knee-collapse': { gain: 0.7, offset: 1.2, offsetSd: 1.5, noiseSd: 1.8, faultShare: 0.1, ...COLLAPSE },
    },
  };
