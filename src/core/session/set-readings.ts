import { round } from '../exercise/checks';
import { frontalPlaneSeen } from '../exercise/standard-checks';
import type { Verdict } from '../exercise/events';
import type { ExerciseId } from '../terms/ids';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import {
  LUNGE_KNEE_MODEL,
  READ_FAULTS,
  READING_MODELS,
  SURE_FAULT,
  SURE_FINE,
  type ReadFault,
} from '../movement/reading-models';
import { sustainedPeak, type TimedEstimate } from '../movement/rep-peak';
import { judgeReadings, type ReadingModel, type RepJudgement } from '../movement/set-context';
import { readLungeKnee } from './lunge-knee';
import { deg, otherSide, SIDES, type Side } from '../units';

/** Fewer frames than this say nothing. */
const LEAST_FRAMES = 3;

/** Whose body part is read for a repetition of this side. */
type SidesRead = (repSide: Side) => readonly Side[];

const SIDES_READ: Readonly<Partial<Record<ExerciseId, Readonly<Partial<Record<ReadFault, SidesRead>>>>>> = {
  'kettlebell-march': { 'hip-drop': (lifted) => [otherSide(lifted)] },
  'curtsy-lunge': { 'hip-drop': (front) => [front], 'knee-collapse': (front) => [front] },
  // Both legs carry the weight in turn: the step is as bad as the worse knee.
  'banded-lateral-step': { 'hip-drop': () => SIDES, 'knee-collapse': () => SIDES },
};

interface Reading {
  /** Number of the repetition; null while it is still running. */
  readonly rep: number | null;
  readonly side: Side;
  readonly peakDeg: number;
}

/** A reading in the light of the set. */
export interface JudgedReading extends Reading, RepJudgement {}

/** What the movement model read of one fault in one set. */
export interface FaultReadings {
  readonly fault: ReadFault;
  /** Probability from which a repetition is called faulty. */
  readonly sureFault: number;
  /** Keeps what the frames of a counted repetition show. */
  readonly add: (rep: number, repSide: Side, frames: readonly KinematicFrame[]) => void;
  /** Every repetition that could be read, by number, with its worse side. */
  readonly judge: () => ReadonlyMap<number, JudgedReading>;
  /** The sides of the running repetition, judged with those before it. */
  readonly judgeRunning: (repSide: Side, frames: readonly KinematicFrame[]) => readonly JudgedReading[];
}

/** The faults that are judged from the readings of the whole set in this exercise. */
export const readingsOf = (exercise: ExerciseId): readonly FaultReadings[] =>
  READ_FAULTS.flatMap((fault) => {
    const model = READING_MODELS[exercise]?.[fault];
    const sidesRead = SIDES_READ[exercise]?.[fault];
    if (!model || !sidesRead) return [];
    const byPeak = createFaultReadings(fault, model, sidesRead, readPeak);
    return exercise === 'curtsy-lunge' && fault === 'knee-collapse'
      ? [withLungeKnee(byPeak, sidesRead)]
      : [byPeak];
  });

/** The picture of a front knee says more than the network's peak alone, but only of a whole lunge. */
function withLungeKnee(byPeak: FaultReadings, sidesRead: SidesRead): FaultReadings {
  const whole = createFaultReadings('knee-collapse', LUNGE_KNEE_MODEL, sidesRead, (_, side, frames) =>
    readLungeKnee(side, frames),
  );
  return {
    ...whole,
    add(rep, repSide, frames) {
      byPeak.add(rep, repSide, frames);
      whole.add(rep, repSide, frames);
    },
    judgeRunning: byPeak.judgeRunning,
  };
}

/** What the frames show of a fault on a side, in the unit of its reading model; null when too little was read. */
type Read = (fault: ReadFault, side: Side, frames: readonly KinematicFrame[]) => number | null;

function createFaultReadings(
  fault: ReadFault,
  model: ReadingModel,
  sidesRead: SidesRead,
  read: Read,
): FaultReadings {
  const readings: Reading[] = [];

  const readAll = (rep: number | null, repSide: Side, frames: readonly KinematicFrame[]): Reading[] =>
    sidesRead(repSide).flatMap((side) => {
      const peakDeg = read(fault, side, frames.filter(isJudged));
      return peakDeg === null ? [] : [{ rep, side, peakDeg }];
    });

  const judgeAll = (all: readonly Reading[]): JudgedReading[] => {
    const judged = judgeReadings(all, model);
    return all.flatMap((reading, i) => {
      const judgement = judged[i];
      return judgement ? [{ ...reading, ...judgement }] : [];
    });
  };

  return {
    fault,
    sureFault: model.sureFault ?? SURE_FAULT,
    add(rep, repSide, frames) {
      readings.push(...readAll(rep, repSide, frames));
    },
    judge() {
      const worst = new Map<number, JudgedReading>();
      for (const judged of judgeAll(readings)) {
        if (judged.rep === null) continue;
        const known = worst.get(judged.rep);
        if (!known || judged.fault > known.fault) worst.set(judged.rep, judged);
      }
      return worst;
    },
    judgeRunning(repSide, frames) {
      return readAll(null, repSide, frames).flatMap((running) => judgeAll([...readings, running]).slice(-1));
    },
  };
}

/** Whether the movement model spoke for this frame. */
export const isReadByModel = (frame: KinematicFrame | undefined): boolean =>
  frame?.source === 'movement-model';

const isJudged = (frame: KinematicFrame): boolean =>
  isReadByModel(frame) && frame.lost === null && frontalPlaneSeen(frame);

/** The sustained peak of the measure over the frames, degrees toward the fault. */
const readPeak: Read = (fault, side, frames) => {
  const timed = frames.flatMap(({ timestampMs, kneeFppa, pelvisObliquity }): TimedEstimate[] => {
    const estimate = fault === 'knee-collapse' ? kneeFppa[side] : pelvisObliquity;
    if (!estimate) return [];
    // Loaded on the left, the free right side drops: obliquity (+ = right higher) turns negative.
    const sign = fault === 'hip-drop' && side === 'left' ? -1 : 1;
    return [{ timestampMs, estimate: { deg: deg(sign * estimate.deg), sd: estimate.sd } }];
  });
  return timed.length < LEAST_FRAMES ? null : (sustainedPeak(timed)?.deg ?? null);
};

/** The verdict on a repetition; between sure fault and sure fine it is too uncertain to say. */
export function verdictOf({ fault, peak }: RepJudgement, sureFault: number): Verdict {
  const measured = { peakDeg: round(peak.deg), sdDeg: round(peak.sd) };
  if (fault >= sureFault) return { verdict: 'fault', ...measured };
  if (fault <= SURE_FINE) return { verdict: 'ok', ...measured };
  return { verdict: 'not-seen', reason: 'too-uncertain' };
}
