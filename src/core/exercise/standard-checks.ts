import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { TURNED_AWAY_DEG } from '../kinematics/measure';
import type { NotSeenReason } from '../terms/not-seen';
import { deg, SIDES, type Side } from '../units';
import type { Attempt } from './attempt';
import type { MeasuredCheck, WholeRepCheck } from './checks';
import { threshold, type FaultLimits, type Threshold } from './threshold';
import type { ReadingModel } from './reading-model';

/** Pelvis: silence below the detectable change, a fault from where clinics flag. */
export const HIP_DROP_LIMITS: FaultLimits = {
  watch: {
    value: deg(4),
    unit: 'deg',
    source: 'Youdas 2007, J Sport Rehabil 16:326',
    reason: 'minimal detectable change of the pelvic-on-femoral angle in single-leg stance',
  },
  fault: { value: deg(7), unit: 'deg', source: 'clinic reports (weak)', reason: 'clinics flag around 7°' },
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
};

export const TRUNK_LEAN_LIMITS: FaultLimits = {
  watch: { value: deg(5), unit: 'deg', source: 'measured', reason: 'clean repetitions lean up to 4°' },
  fault: {
    value: deg(9),
    unit: 'deg',
    source: 'measured',
    reason: 'lean that unloads the hip is 8–20° in the clips',
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

/** Which legs are judged in a repetition of a side, in which phase, and how readings follow from truth. */
export interface LegCheck {
  readonly sides: (repSide: Side) => readonly Side[];
  readonly applies: (frame: KinematicFrame, attempt: Attempt, leg: Side) => boolean;
  readonly readings: Readonly<Record<KinematicFrame['source'], ReadingModel | null>>;
}

const onLeg =
  (applies: LegCheck['applies']): MeasuredCheck['applies'] =>
  (frame, attempt, side) =>
    side !== null && frontalPlaneSeen(frame) && applies(frame, attempt, side);

/** Contralateral pelvic drop: the pelvis sinks on the side that is not loaded. The sides are those of the loaded legs. */
export const hipDropCheck = ({ sides, applies, readings }: LegCheck): MeasuredCheck => ({
  kind: 'measured',
  fault: 'hip-drop',
  limits: HIP_DROP_LIMITS,
  sides,
  applies: onLeg(applies),
  measure({ pelvisObliquity }, loaded) {
    if (!pelvisObliquity) return null;
    // Loaded on the left, the free right side drops: obliquity (+ = right higher) turns negative.
    return { deg: deg((loaded === 'left' ? -1 : 1) * pelvisObliquity.deg), sd: pelvisObliquity.sd };
  },
  whyNot: whyUnmeasured,
  readings,
});

/** Dynamic valgus of a loaded knee. */
export const kneeCollapseCheck = ({
  sides,
  applies,
  readings,
  measure = (frame, leg) => frame.kneeFppa[leg],
}: LegCheck & {
  /** How far the knee is inward in this frame, in the unit of its reading model; its FPPA where not given. */
  readonly measure?: (frame: KinematicFrame, leg: Side) => ReturnType<MeasuredCheck['measure']>;
}): MeasuredCheck => ({
  kind: 'measured',
  fault: 'knee-collapse',
  limits: KNEE_COLLAPSE_LIMITS,
  sides,
  applies: onLeg(applies),
  measure: (frame, side) => (side === null ? null : measure(frame, side)),
  whyNot: whyUnmeasured,
  readings,
});

/** Trunk lean; its side is the one toward which the trunk leans. */
export const trunkLeanCheck = (
  applies: (frame: KinematicFrame, attempt: Attempt) => boolean = () => true,
): MeasuredCheck => ({
  kind: 'measured',
  fault: 'trunk-lean',
  limits: TRUNK_LEAN_LIMITS,
  sides: () => SIDES,
  applies: (frame, attempt) => frontalPlaneSeen(frame) && applies(frame, attempt),
  measure({ trunkLean }, toward) {
    return trunkLean && { deg: deg((toward === 'right' ? 1 : -1) * trunkLean.deg), sd: trunkLean.sd };
  },
  whyNot: whyUnmeasured,
});

/** The range as a verdict: fault for an attempt that was not deep enough. */
export const partialRangeCheck = (): WholeRepCheck => ({
  kind: 'whole-rep',
  fault: 'partial-range',
  judge: (_attempt, isRep) => ({ verdict: isRep ? 'ok' : 'fault', peakDeg: null }),
});

const HASTY = threshold(
  1000,
  'ms',
  'prescription: slowly, with control',
  'of 232 rendered lunges and 99 hikes done in full none is over sooner',
);

/** Faster than this, while its excursion is above where it is taken for begun. */
export const tooFastCheck = ({ value: leastMs }: Threshold = HASTY): WholeRepCheck => ({
  kind: 'whole-rep',
  fault: 'too-fast',
  judge: (attempt) => ({
    verdict: attempt.endMs - attempt.startMs < leastMs ? 'fault' : 'ok',
    peakDeg: null,
  }),
});
