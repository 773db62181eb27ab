import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Estimate } from '../terms/estimate';
import type { FaultId } from '../terms/ids';
import type { NotSeenReason } from '../terms/not-seen';
import { deg, type Degrees, type Side } from '../units';
import type { Attempt } from './attempt';
import type { FaultLimits } from './threshold';
import type { Verdict } from './events';
import type { ReadingModel } from './reading-model';

type Source = KinematicFrame['source'];

/** The same model of readings, wherever they come from. */
export const fromEverySource = (model: ReadingModel): Readonly<Record<Source, ReadingModel>> => ({
  geometry: model,
  'movement-model': model,
});

/** A fault that is measured frame by frame, in the phase in which it can be one. */
export interface MeasuredCheck {
  readonly kind: 'measured';
  readonly fault: FaultId;
  readonly limits: FaultLimits;
  /** Whom a fault of a repetition can belong to: the legs that are judged, or null for the body as a whole. */
  readonly sides: (repSide: Side) => readonly (Side | null)[];
  /** Whether this frame belongs to the phase in which this side is judged. */
  readonly applies: (frame: KinematicFrame, attempt: Attempt, side: Side | null) => boolean;
  /** The measure, positive toward the fault; null when it cannot be measured in this frame. */
  readonly measure: (frame: KinematicFrame, side: Side | null) => Estimate | null;
  /** Why it could not be measured. */
  readonly whyNot?: (frame: KinematicFrame) => NotSeenReason;
  /**
   * What a reading of the measure says of the truth, by where it comes from; null: nothing. Left out: the measure is the truth,
   * with its own deviation.
   */
  readonly readings?: Readonly<Record<Source, ReadingModel | null>>;
}

/** What only the finished repetition shows: its range, its pace. */
export interface WholeRepCheck {
  readonly kind: 'whole-rep';
  readonly fault: FaultId;
  readonly judge: (attempt: Attempt, isRep: boolean) => Verdict;
}

/** One thing that is judged in every repetition. Has no memory: what the set tells is the judge's to know. */
export type Check = MeasuredCheck | WholeRepCheck;

/** Half way between watch and fault: the truth from which a repetition is faulty. A reading that is unsure is flagged later. */
export const decisionLevel = (limits: FaultLimits): Degrees =>
  deg((limits.watch.value + limits.fault.value) / 2);

/** To a tenth of a degree: more would be pretence. */
export const round = (value: number): Degrees => deg(Math.round(value * 10) / 10);
