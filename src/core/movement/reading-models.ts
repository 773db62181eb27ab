import type { ExerciseId } from '../exercise/ids';
import type { ReadingModel } from './set-context';

/** Faults whose verdict comes from the network's readings. */
export const READ_FAULTS = ['hip-drop', 'knee-collapse'] as const;
export type ReadFault = (typeof READ_FAULTS)[number];

/** Probability from which a repetition is called faulty, and up to which it is called fine. Between: too uncertain. */
export const SURE_FAULT = 0.5;
export const SURE_FINE = 0.25;

/** Rendered repetitions: natural obliquity 1 ± 1.3° toward the drop, commanded drops 9.5 ± 2.5°. */
const DROP = { clean: { mean: 1, sd: 1.3 }, fault: { mean: 9.5, sd: 2.5 } };
/** Clean knees up to 7°, collapsed ones from 11°. */
const COLLAPSE = { clean: { mean: 0.5, sd: 2 }, fault: { mean: 14, sd: 3 } };

/**
 * How readings follow from truth, per exercise and fault. Source: random intercepts fitted by `models/movement/report.ts`.
 * Gains and offsets lie between the fits to people held out from training and to recorded clips; the noise follows the
 * clips, whose sets are regular as real ones are (the held-out people move at random, which doubles it). Refit with new weights.
 */
export const READING_MODELS: Readonly<Partial<Record<ExerciseId, Partial<Record<ReadFault, ReadingModel>>>>> =
  {
    'kettlebell-march': {
      'hip-drop': { gain: 0.42, offset: 1.4, offsetSd: 1.8, noiseSd: 0.85, faultShare: 0.25, ...DROP },
    },
    'curtsy-lunge': {
      'hip-drop': { gain: 0.42, offset: 2.8, offsetSd: 1.8, noiseSd: 1.3, faultShare: 0.1, ...DROP },
      'knee-collapse': { gain: 0.48, offset: 6, offsetSd: 3.5, noiseSd: 1.1, faultShare: 0.25, ...COLLAPSE },
    },
    'banded-lateral-step': {
      // Weakly read: at one half, 4 of 88 clean steps would be flagged; at 0.7 one.
      'hip-drop': {
        gain: 0.5,
        offset: 1,
        offsetSd: 1.3,
        noiseSd: 1.7,
        faultShare: 0.1,
        sureFault: 0.7,
        ...DROP,
      },
      'knee-collapse': { gain: 0.7, offset: 1.2, offsetSd: 1.3, noiseSd: 1.6, faultShare: 0.1, ...COLLAPSE },
    },
  };
