import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { TURNED_AWAY_DEG } from '../kinematics/measure';
import type { Estimate } from '../movement/movement-estimate';
import { sustainedPeak } from '../movement/rep-peak';
import { deg, millis, type Millis, type Side } from '../units';
import { quantile } from '../signal/quantile';
import { judgeEstimate, type Check } from './checks';
import type { FaultLimits } from './definition';
import type { NotSeenReason, Verdict } from './events';
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

const whyUnmeasured = (frame: KinematicFrame): NotSeenReason => {
  if (frame.lost) return frame.lost;
  if (!frame.stance) return 'no-stance-yet';
  if (Math.abs(frame.yawDeg ?? 0) > TURNED_AWAY_DEG) return 'turned-away';
  return frame.body && Object.values(frame.body.ankle).some((ankle) => ankle.visibility === 0)
    ? 'out-of-picture'
    : 'too-uncertain';
};

const frontalPlaneSeen = (frame: KinematicFrame): boolean =>
  frame.stance !== null && Math.abs(frame.yawDeg ?? 0) <= TURNED_AWAY_DEG;

interface PhaseCheck {
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

/** Dynamic valgus of one knee. */
export function kneeCollapseCheck(options: {
  readonly knee: (repSide: Side) => Side;
  readonly applies: PhaseCheck['applies'];
}): Check {
  const baseline = createKneeBaseline();
  return {
    fault: 'knee-collapse',
    limits: KNEE_COLLAPSE_LIMITS,
    faultSide: options.knee,
    applies: options.applies,
    measure(frame, attempt) {
      const estimate = frame.kneeFppa[options.knee(attempt.side)];
      if (!estimate || !frontalPlaneSeen(frame)) return null;
      // A bent knee's picture angle is mostly the camera's: only the finished repetition can be told from the others.
      return frame.source === 'geometry' ? { deg: estimate.deg, sd: deg(NOT_LIVE_SD) } : estimate;
    },
    whyNot: whyUnmeasured,
    judge(attempt, estimates) {
      const last = attempt.frames.at(-1);
      const peak = sustainedPeak(estimates);
      if (!last || !peak || last.source !== 'geometry') return null;
      const side = options.knee(attempt.side);
      return judgeEstimate(
        baseline.subtract(side, peak.deg, last.stance?.yawDeg ?? deg(0)),
        KNEE_COLLAPSE_LIMITS,
      );
    },
  };
}

/** So uncertain that no single frame can raise a fault. */
const NOT_LIVE_SD = 15;

/**
 * What a bent front knee reads in the picture without any collapse: a little by itself, more with the turn of the
 * body, and each person his own. Measured on curtsy lunges of rendered bodies: 5° and 0.68° per degree of yaw, rest
 * 5°; minus the person's own lower repetitions 2.5°.
 */
function createKneeBaseline(): { subtract(side: Side, rawDeg: number, yawDeg: number): Estimate } {
  const seen: Record<Side, number[]> = { left: [], right: [] };
  return {
    subtract(side, rawDeg, yawDeg) {
      const expected = 5 + (side === 'left' ? -1 : 1) * 0.68 * yawDeg;
      const own = [...seen[side], rawDeg];
      seen[side] = own.slice(-12);
      const low = quantile(own, 0.3) ?? rawDeg;
      if (own.length < 3) {
        const share = own.length === 2 ? 0.5 : 0;
        return {
          deg: deg(rawDeg - (1 - share) * expected - share * Math.min(...own)),
          sd: deg(5 - 2 * share),
        };
      }
      // Repetitions that are all far above what is expected may all be collapses: then nothing is sure.
      return { deg: deg(rawDeg - low), sd: deg(low - expected > 8 ? 6 : 2.5) };
    },
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
