import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { TURNED_AWAY_DEG } from '../kinematics/measure';
import type { Estimate } from '../terms/estimate';
import { deg, millis, type Millis, type Side } from '../units';
import type { Check } from './checks';
import type { FaultLimits } from './definition';
import type { Verdict } from './events';
import type { NotSeenReason } from '../terms/not-seen';
import type { Attempt } from './rep-counter';

/** Pelvis: silence below the detectable change, a fault from where clinics flag. */
export const HIP_DROP_LIMITS: FaultLimits = {
  watch: {
    value: deg(4),
    unit: 'deg',
    source: 'Youdas 2007, J Sport Rehabil 16:326',
    reason: 'minimal detectable change of the pelvic-on-femoral angle in single-leg stance',
  },
  fault: { value: deg(7), unit: 'deg', source: 'clinic reports (weak)', reason: 'clinics flag around 7°' },
  holdMs: { value: millis(120), unit: 'ms', source: 'measured', reason: 'one noisy frame is not a drop' },
};

/** Knee: what rendered truth calls clean and collapsed; published means are 8.4° healthy, 16.8° with pain. */
export const KNEE_COLLAPSE_LIMITS: FaultLimits = {
  watch: {
    value: deg(7),
    unit: 'deg',
    source: 'Herrington 2014: 8.4 ± 5.1° in healthy single-leg squats',
    reason: 'below is ordinary',
  },
  fault: {
    value: deg(11),
    unit: 'deg',
    source: 'Herrington 2014: 16.8 ± 5.4° with patellofemoral pain; half way between the groups is 12–13°',
    reason: 'seen against the own stance, which takes about 1.5° away',
  },
  holdMs: { value: millis(120), unit: 'ms', source: 'measured', reason: 'one noisy frame is not a collapse' },
};

export const TRUNK_LEAN_LIMITS: FaultLimits = {
  watch: { value: deg(5), unit: 'deg', source: 'measured', reason: 'clean repetitions lean up to 4°' },
  fault: {
    value: deg(9),
    unit: 'deg',
    source: 'measured',
    reason: 'lean that unloads the hip is 8–20° in the clips',
  },
  holdMs: {
    value: millis(200),
    unit: 'ms',
    source: 'measured',
    reason: 'a lean lasts for most of the repetition',
  },
};

/** Why an angle of the frontal plane was not measured in this frame. */
export const whyUnmeasured = (frame: KinematicFrame): NotSeenReason => {
  if (frame.lost) return frame.lost;
  if (!frame.stance) return 'no-stance-yet';
  if (Math.abs(frame.yawDeg ?? 0) > TURNED_AWAY_DEG) return 'turned-away';
  return frame.body && Object.values(frame.body.ankle).some((ankle) => ankle.visibility === 0)
    ? 'out-of-picture'
    : 'too-uncertain';
};

/** Whether the frontal plane can be judged: stance known, not turned away. */
export const frontalPlaneSeen = (frame: KinematicFrame): boolean =>
  frame.stance !== null && Math.abs(frame.yawDeg ?? 0) <= TURNED_AWAY_DEG;

export interface PhaseCheck {
  readonly applies: (frame: KinematicFrame, attempt: Attempt) => boolean;
  /** The loaded leg, from the side of the repetition. */
  readonly loadedSide: (repSide: Side) => Side;
}

/** Contralateral pelvic drop: the pelvis sinks on the side that is not loaded. */
export function hipDropCheck(options: PhaseCheck & { readonly geometryShows: boolean }): Check {
  return {
    fault: 'hip-drop',
    limits: HIP_DROP_LIMITS,
    faultSide: options.loadedSide,
    applies: options.applies,
    measure(frame, attempt) {
      if (!frame.pelvisObliquity || !frontalPlaneSeen(frame)) return null;
      if (frame.source === 'geometry' && !options.geometryShows) return null;
      // Loaded on the left, the free right side drops: obliquity (+ = right higher) turns negative.
      const sign = options.loadedSide(attempt.side) === 'left' ? -1 : 1;
      return { deg: deg(sign * frame.pelvisObliquity.deg), sd: frame.pelvisObliquity.sd };
    },
    whyNot: whyUnmeasured,
  };
}

/** The knee of a nearly straight or little bent leg: the estimate as it is. */
export function kneeCollapseCheck(options: {
  readonly knee: (repSide: Side) => Side;
  readonly applies: PhaseCheck['applies'];
}): Check {
  return {
    fault: 'knee-collapse',
    limits: KNEE_COLLAPSE_LIMITS,
    faultSide: options.knee,
    applies: options.applies,
    measure: (frame, attempt) =>
      frontalPlaneSeen(frame) ? frame.kneeFppa[options.knee(attempt.side)] : null,
    whyNot: whyUnmeasured,
  };
}

/** Trunk lean to either side; the side of the fault is not a leg's, so it has none. */
export function trunkLeanCheck(applies: PhaseCheck['applies'] = () => true): Check {
  return {
    fault: 'trunk-lean',
    limits: TRUNK_LEAN_LIMITS,
    faultSide: (side) => side,
    applies,
    measure(frame): Estimate | null {
      if (!frame.trunkLean || !frontalPlaneSeen(frame)) return null;
      return { deg: deg(Math.abs(frame.trunkLean.deg)), sd: frame.trunkLean.sd };
    },
    whyNot: whyUnmeasured,
  };
}

/** The range as a verdict: fault for an attempt that was not deep enough. */
export function partialRangeCheck(): Check {
  return {
    ...ofWholeRep('partial-range'),
    judge: (_attempt, _estimates, isRep): Verdict => ({ verdict: isRep ? 'ok' : 'fault', peakDeg: null }),
  };
}

/** Faster than `leastMs` from start to end. */
export function tooFastCheck(leastMs: Millis): Check {
  return {
    ...ofWholeRep('too-fast'),
    judge: (attempt): Verdict => ({
      verdict: attempt.endMs - attempt.startMs < leastMs ? 'fault' : 'ok',
      peakDeg: null,
    }),
  };
}

const NEVER: FaultLimits = {
  watch: { value: deg(Infinity), unit: 'deg', source: '-', reason: 'not an angle' },
  fault: { value: deg(Infinity), unit: 'deg', source: '-', reason: 'not an angle' },
  holdMs: { value: millis(0), unit: 'ms', source: '-', reason: 'not an angle' },
};

const ofWholeRep = (fault: Check['fault']): Omit<Check, 'judge'> => ({
  fault,
  limits: NEVER,
  live: false,
  faultSide: (side) => side,
  applies: () => false,
  measure: () => null,
});
