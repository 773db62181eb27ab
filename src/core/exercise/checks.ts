import type { Estimate } from '../terms/estimate';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { sustainedPeak, type TimedEstimate } from '../movement/rep-peak';
import { deg, type Degrees, type Millis, type Side } from '../units';
import type { FaultLimits } from './definition';
import type { Verdict } from './events';
import type { NotSeenReason } from '../terms/not-seen';
import type { FaultId } from '../terms/ids';
import type { Attempt } from './rep-counter';

/** One check of an exercise. */
export interface Check {
  readonly fault: FaultId;
  readonly limits: FaultLimits;
  /** The side a fault of this check belongs to, from the side of the repetition; null when it has none. */
  readonly faultSide: (repSide: Side) => Side | null;
  /** Whether this frame belongs to the phase in which the check applies. */
  readonly applies: (frame: KinematicFrame, attempt: Attempt) => boolean;
  /** The measure, positive toward the fault; null when it cannot be measured in this frame. */
  readonly measure: (frame: KinematicFrame, attempt: Attempt) => Estimate | null;
  /** Why it could not be measured. */
  readonly whyNot?: (frame: KinematicFrame) => NotSeenReason;
  /** False for what only the finished repetition shows (its range, its pace). */
  readonly live?: false;
  /** Judges the finished repetition itself, instead of the peak of the measure; null leaves it to the peak. */
  readonly judge?: (attempt: Attempt, estimates: readonly TimedEstimate[], isRep: boolean) => Verdict | null;
}

/** 90 % of a normal distribution lie above −1.28 deviations: a fault is said when it is at least this sure. */
const SURE = 1.28;

/** Half way between watch and fault: where an unbiased measure decides best. */
const decisionLevel = (limits: FaultLimits): number => (limits.watch.value + limits.fault.value) / 2;

/** Surely more than nothing and more likely a fault than not. */
export const isSurelyFault = (estimate: Estimate, limits: FaultLimits): boolean =>
  estimate.deg >= decisionLevel(limits) && estimate.deg - SURE * estimate.sd >= limits.watch.value;

/** Surely below the fault. */
const isSurelyFine = (estimate: Estimate, limits: FaultLimits): boolean =>
  estimate.deg < decisionLevel(limits) && estimate.deg + SURE * estimate.sd < limits.fault.value;

/**
 * The verdict over the judged frames of one repetition, from the largest value that was sustained: one noisy frame
 * decides nothing.
 */
export function judgePhase(
  estimates: readonly TimedEstimate[],
  limits: FaultLimits,
  reason: NotSeenReason,
): Verdict {
  const peak = estimates.length < LEAST_FRAMES ? null : sustainedPeak(estimates);
  if (!peak) return { verdict: 'not-seen', reason };
  return judgeEstimate(peak, limits);
}

/** Fewer judged frames than this say nothing. */
const LEAST_FRAMES = 2;

/** The verdict on one value with its deviation. */
export function judgeEstimate(peak: Estimate, limits: FaultLimits): Verdict {
  const measured = { peakDeg: round(peak.deg), sdDeg: round(peak.sd) };
  if (isSurelyFault(peak, limits)) return { verdict: 'fault', ...measured };
  if (isSurelyFine(peak, limits)) return { verdict: 'ok', ...measured };
  return { verdict: 'not-seen', reason: 'too-uncertain' };
}

/** To a tenth of a degree: more would be pretence. */
export const round = (value: number): Degrees => deg(Math.round(value * 10) / 10);

/** A check that lasts: raised once it held for `holdMs`, ended when it no longer holds. */
export interface LiveFault {
  readonly since: Millis | null;
  readonly raisedMs: Millis | null;
  readonly peakDeg: Degrees | null;
}

export const NO_LIVE_FAULT: LiveFault = { since: null, raisedMs: null, peakDeg: null };

/** One step of a live fault. Pure. */
export function stepLiveFault(
  state: LiveFault,
  estimate: Estimate | null,
  atMs: Millis,
  limits: FaultLimits,
): LiveFault {
  const holds = estimate !== null && (isSurelyFault(estimate, limits) || stillHolds(state, estimate, limits));
  if (!holds) return NO_LIVE_FAULT;
  const since = state.since ?? atMs;
  const raisedMs = state.raisedMs ?? (atMs - since >= limits.holdMs.value ? atMs : null);
  const peakDeg = deg(Math.max(state.peakDeg ?? -Infinity, estimate.deg));
  return { since, raisedMs, peakDeg };
}

/** A raised fault goes on until the value falls below `watch`. */
const stillHolds = (state: LiveFault, estimate: Estimate, limits: FaultLimits): boolean =>
  state.raisedMs !== null && estimate.deg >= limits.watch.value;
