import type { ExerciseId } from '../../src/core/terms/ids';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import { sustainedPeak, type TimedEstimate } from '../../src/core/judge/sustained-peak';
import type { RepReading } from '../../src/core/judge/set-context';
import { deg, SIDES, type Side } from '../../src/core/units';
import type { Clip, TruthRep } from './dataset';
import { EXERCISE_OF_CLIP } from './rendered-names';

/** The faults whose verdict comes from the network, and from which true angle on a repetition is faulty or clean. */
export const JUDGED_FAULTS = {
  'hip-drop': {
    cleanUpTo: 4,
    faultFrom: 7,
    exercises: ['kettlebell-march', 'curtsy-lunge', 'banded-lateral-step'],
  },
  'knee-collapse': { cleanUpTo: 7, faultFrom: 11, exercises: ['curtsy-lunge', 'banded-lateral-step'] },
} as const satisfies Record<
  string,
  { cleanUpTo: number; faultFrom: number; exercises: readonly ExerciseId[] }
>;
export type JudgedFault = keyof typeof JUDGED_FAULTS;

export interface TruthReading extends RepReading {
  readonly truthDeg: number;
  readonly endS: number;
}

/** What every repetition of a recording showed of a fault, and what was true, in order of time. */
export function readingsOf(
  clip: Clip,
  estimates: readonly (MovementEstimate | null)[],
  fault: JudgedFault,
): TruthReading[] {
  const exercise = EXERCISE_OF_CLIP[clip.exercise];
  return clip.reps.flatMap((rep) =>
    sidesRead(fault, exercise, rep).flatMap((side) => {
      const truthDeg = fault === 'hip-drop' ? rep.dropDeg : rep.fppaDeg[side];
      const peak = sustainedPeak(framesOf(rep, estimates, fault, side));
      return truthDeg === null || !peak ? [] : [{ side, peakDeg: peak.deg, truthDeg, endS: rep.endS }];
    }),
  );
}

/** A step loads both knees; every other repetition one leg. */
const sidesRead = (fault: JudgedFault, exercise: ExerciseId | undefined, rep: TruthRep): readonly Side[] =>
  fault === 'knee-collapse' && exercise === 'banded-lateral-step'
    ? SIDES
    : rep.loadedSide
      ? [rep.loadedSide]
      : [];

function framesOf(
  rep: TruthRep,
  estimates: readonly (MovementEstimate | null)[],
  fault: JudgedFault,
  side: Side,
): TimedEstimate[] {
  const sign = side === 'left' ? -1 : 1;
  return estimates.flatMap((estimate) => {
    if (!estimate) return [];
    const t = estimate.timestampMs / 1000;
    if (t < rep.startS || t > rep.endS) return [];
    const { pelvisObliquity, kneeFppa } = estimate;
    const toward =
      fault === 'hip-drop'
        ? { deg: deg(sign * pelvisObliquity.deg), sd: pelvisObliquity.sd }
        : kneeFppa[side];
    return [{ timestampMs: estimate.timestampMs, estimate: toward }];
  });
}
