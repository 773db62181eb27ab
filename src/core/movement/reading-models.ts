import type { ExerciseId } from '../terms/ids';
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
 * How readings follow from truth, per exercise and fault. Source: random intercepts fitted by `models/movement/report.ts` to
 * regular sets, of people held out from training and of the recorded clips, by both pose models; between neighbouring values
 * those are taken that decide most of these sets' repetitions right. Refit with new weights.
 */
export const READING_MODELS: Readonly<Partial<Record<ExerciseId, Partial<Record<ReadFault, ReadingModel>>>>> =
  {
    'kettlebell-march': {
      'hip-drop': { gain: 0.6, offset: 1.0, offsetSd: 2.2, noiseSd: 1.2, faultShare: 0.25, ...DROP },
    },
    'curtsy-lunge': {
      'hip-drop': { gain: 0.42, offset: 2.3, offsetSd: 1.8, noiseSd: 1.3, faultShare: 0.1, ...DROP },
      // The deeper a lunge, the more a level knee seems to go inward: most of that is the offset.
      'knee-collapse': {
        gain: 0.44,
        offset: 4.2,
        offsetSd: 3.2,
        noiseSd: 1.8,
        faultShare: 0.25,
        ...COLLAPSE,
      },
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
      'knee-collapse': {
        gain: 0.7,
        offset: 0.2,
        offsetSd: 1.2,
        noiseSd: 1.6,
        faultShare: 0.05,
        sureFault: 0.7,
        ...COLLAPSE,
      },
    },
  };

/** A whole lunge's front knee (`core/session/lunge-knee`) in the same terms; fitted by `models/movement/fit-lunge-knee.ts`. */
export const LUNGE_KNEE_MODEL: ReadingModel = {
  gain: 1,
  offset: -11.2,
  offsetSd: 8.1,
  noiseSd: 3.35,
  faultShare: 0.25,
  ...COLLAPSE,
};
