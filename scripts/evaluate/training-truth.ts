import { EXERCISE_OF_CLIP } from '../../models/movement/rendered-names';
import type { ExerciseId, FaultId } from '../../src/core/terms/ids';
import type { PerSide, Side } from '../../src/core/units';
import { at, type Fields, type TrainingClip, type TrainingRep } from './training-index';
import { isWithin, type ClipTruth, type TrueFrame, type TrueRep, type TrueWindow } from './truth';

/** In a side plank the body is lifted and lowered in this time; the hold lies between. Seconds. */
const PLANK_LIFT_S = 1.2;
const PLANK_SAG_DEG = 8;

/** The truth of one clip. */
export const readClipTruth = (clip: TrainingClip, fields: Fields): ClipTruth => {
  const exercise = EXERCISE_OF_CLIP[clip.exercise] ?? 'none';
  const isPlank = exercise === 'side-plank';
  const spans = clip.reps.map((rep) => ({ startS: rep.start_s, endS: rep.end_s }));
  const frames = Array.from({ length: clip.frames }, (_, i) => readFrame(fields, i, spans));
  const foreignReps = exercise === 'none' ? clip.reps.length : 0;
  if (isPlank) return { exercise, reps: [], foreignReps, frames, ...plankHolds(clip, frames) };
  const reps = exercise === 'none' ? [] : clip.reps.map((rep) => readRep(exercise, rep, fields));
  return { exercise, reps, foreignReps, holds: [], faultWindows: [], frames };
};

const plankHolds = (
  clip: TrainingClip,
  frames: readonly TrueFrame[],
): Pick<ClipTruth, 'holds' | 'faultWindows'> => {
  const rep = clip.reps[0];
  if (!rep) return { holds: [], faultWindows: [] };
  const hold = { side: rep.side, startS: rep.start_s + PLANK_LIFT_S, endS: rep.end_s - PLANK_LIFT_S };
  const faultWindows: TrueWindow[] = [];
  let startS: number | null = null;
  for (const frame of frames.filter((each) => isWithin(each.t, [hold]))) {
    const sags = (frame.bodyLineDeg ?? 0) >= PLANK_SAG_DEG;
    if (sags) startS ??= frame.t;
    else if (startS !== null) {
      faultWindows.push({ fault: 'hip-drop', side: rep.side, startS, endS: frame.t });
      startS = null;
    }
  }
  if (startS !== null) faultWindows.push({ fault: 'hip-drop', side: rep.side, startS, endS: hold.endS });
  const sagged = faultWindows.reduce((total, window) => total + window.endS - window.startS, 0);
  return { holds: [{ ...hold, inPositionS: hold.endS - hold.startS - sagged }], faultWindows };
};

const readFrame = (
  fields: Fields,
  i: number,
  spans: readonly { readonly startS: number; readonly endS: number }[],
): TrueFrame => {
  const t = (at(fields, 't_ms')[i] ?? 0) / 1000;
  const value = (name: string): number | null => {
    const measured = at(fields, name)[i];
    return measured === undefined || Number.isNaN(measured) ? null : measured;
  };
  const fppa = (side: Side): number | null =>
    value(`fppaValid_${side}`) === 1 ? value(`kneeFppaDeg_${side}`) : null;
  const line = value('bodyLineDeg');
  return {
    t,
    pelvisObliquityDeg: value('pelvisObliquityDeg'),
    trunkLeanDeg: value('trunkLeanDeg'),
    kneeFppaDeg: { left: fppa('left'), right: fppa('right') },
    bodyLineDeg: line === null ? null : -line,
    loaded: isWithin(t, spans),
    standing: STANDING[at(fields, 'loaded')[i] ?? 0] ?? null,
  };
};

/** The set's codes of the loaded leg, where it is one alone. */
export const STANDING: readonly (Side | null)[] = [null, 'left', 'right', null];

/** Clean up to the first, faulty from the second; between them a verdict is not scored. Degrees. */
const DROP_DEG = { clean: 4, fault: 7 };
const COLLAPSE_DEG = { clean: 7, fault: 11 };
const LEAN_DEG = { clean: 5, fault: 9 };
const STANCE_BEND_DEG = { clean: 10, fault: 14 };
/** By how much the knees are bent, turned round: straight legs are the fault. */
const TALL_DEG = { clean: -22, fault: -14 };

/** The largest inward angle of each knee that is judged: the standing one's, a lunge's front one, else both. */
const judgedKnees = (exercise: ExerciseId, rep: TrainingRep, fields: Fields): PerSide<number | null> => {
  const { side, loadedSide } = rep;
  const { fppaMaxDeg, stanceFppaMaxDeg } = rep.peak;
  if (stanceFppaMaxDeg !== undefined && loadedSide) return onOneSide(loadedSide, stanceFppaMaxDeg);
  if (exercise !== 'curtsy-lunge') return fppaMaxDeg;
  // Also where the set calls its angle invalid because the thigh points at the camera: there a front knee collapses most.
  const fppa = valuesOf(rep, fields, `kneeFppaDeg_${side}`);
  return onOneSide(side, Math.max(-Infinity, ...fppa));
};

const leanOf = (rep: TrainingRep, fields: Fields): number =>
  valuesOf(rep, fields, 'trunkLeanDeg').reduce(
    (most, lean) => (Math.abs(lean) > most ? Math.abs(lean) : most),
    0,
  );

/** A measure in the frames of a repetition. */
const valuesOf = (rep: TrainingRep, fields: Fields, measure: string): readonly number[] => {
  const times = at(fields, 't_ms');
  const span = { startS: rep.start_s, endS: rep.end_s };
  return [...at(fields, measure)].filter((_, i) => isWithin((times[i] ?? 0) / 1000, [span]));
};

const onOneSide = (side: Side, deg: number): PerSide<number | null> => ({
  left: null,
  right: null,
  [side]: deg,
});

const readRep = (exercise: ExerciseId, rep: TrainingRep, fields: Fields): TrueRep => {
  // A real person's step was meant for a hurdle: how high it went says whether it is a whole lift.
  const wasPlanned = rep.full !== undefined && rep.variant === undefined;
  const graded = gradeRep(exercise, rep.side, {
    // A hip hike lowers the free hip on purpose: there a drop is the movement, not a fault.
    dropDeg: rep.peak.singleLegDropOverOwnDeg ?? rep.peak.swingDropMaxDeg ?? 0,
    kneeDeg: judgedKnees(exercise, rep, fields),
    depthDeg: depthOf(exercise, rep),
    leanDeg: leanOf(rep, fields),
  });
  return {
    ...graded,
    ...(wasPlanned ? { full: rep.full ?? null } : {}),
    startS: rep.start_s,
    endS: rep.end_s,
    isDoneWell: rep.variant !== 'inc',
  };
};

/** What was largest within a repetition, degrees. */
export interface TruePeaks {
  /** How far the pelvis sank on the free side. */
  readonly dropDeg: number;
  /** The inward angle of each knee that is judged. */
  readonly kneeDeg: PerSide<number | null>;
  /** How far the movement went. */
  readonly depthDeg: number;
  /** How far the trunk leaned to a side. */
  readonly leanDeg: number;
  /** In a squat that is to be kept: how little the knees were bent, where that is known. */
  readonly leastBendDeg?: number;
  /** How far the standing knee bent that is to stay straight, where that is known. */
  readonly stanceBendDeg?: number;
}

/** What a repetition with these peaks is: whole or an attempt, clean or faulty. */
export const gradeRep = (
  exercise: ExerciseId,
  side: Side,
  { dropDeg, kneeDeg, depthDeg, leanDeg, leastBendDeg, stanceBendDeg }: TruePeaks,
): Omit<TrueRep, 'startS' | 'endS'> => {
  const faults: FaultId[] = [];
  const grey: FaultId[] = [];
  const grade = (fault: FaultId, deg: number, limit: { readonly clean: number; readonly fault: number }) => {
    if (deg >= limit.fault) faults.push(fault);
    else if (deg > limit.clean) grey.push(fault);
  };
  if (exercise !== 'hip-hike') grade('hip-drop', dropDeg, DROP_DEG);
  else grey.push('hip-drop');
  grade('knee-collapse', Math.max(kneeDeg.left ?? -Infinity, kneeDeg.right ?? -Infinity), COLLAPSE_DEG);
  grade('trunk-lean', leanDeg, LEAN_DEG);
  if (leastBendDeg === undefined) grey.push('standing-tall');
  else grade('standing-tall', -leastBendDeg, TALL_DEG);
  if (stanceBendDeg === undefined) grey.push('stance-knee-bent');
  else grade('stance-knee-bent', stanceBendDeg, STANCE_BEND_DEG);
  return { side, full: isFull(exercise, depthDeg), faults, grey, dropDeg, kneeDeg };
};

/** The set has continuous depths: from `full` on a repetition, up to `partial` an attempt, between them neither. */
const DEPTH_DEG: Readonly<Partial<Record<ExerciseId, { readonly partial: number; readonly full: number }>>> =
  {
    'kettlebell-march': { partial: 48, full: 60 },
    'curtsy-lunge': { partial: 45, full: 60 },
    'hip-hike': { partial: 6, full: 12 },
  };

const isFull = (exercise: ExerciseId, depthDeg: number): boolean | null => {
  const limit = DEPTH_DEG[exercise];
  if (!limit || depthDeg >= limit.full) return true;
  return depthDeg <= limit.partial ? false : null;
};

const depthOf = (exercise: ExerciseId, { peak, side }: TrainingRep): number => {
  if (exercise === 'kettlebell-march') return peak.hipFlexionMaxDeg[side];
  if (exercise === 'curtsy-lunge') return peak.kneeFlexionMaxDeg[side];
  return peak.obliquityMaxDeg - peak.obliquityMinDeg;
};
