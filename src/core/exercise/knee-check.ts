import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Estimate } from '../terms/estimate';
import { sustainedPeak, type TimedEstimate } from '../movement/rep-peak';
import { quantile } from '../signal/quantile';
import { deg, type Degrees, type Side } from '../units';
import { judgeEstimate, type Check } from './checks';
import type { Attempt } from './rep-counter';
import { frontalPlaneSeen, KNEE_COLLAPSE_LIMITS, whyUnmeasured, type PhaseCheck } from './standard-checks';

interface KneeCheckOptions {
  /** The judged knee, from the side of the repetition. */
  readonly knee: (repSide: Side) => Side;
  readonly applies: PhaseCheck['applies'];
}

/** What a measure of one repetition is without any collapse, from what is known of the person. */
interface Baseline {
  readonly deg: Degrees;
  readonly sd: Degrees;
}

/**
 * Dynamic valgus of a deeply bent knee. The picture's angle of such a knee is mostly the camera's: a few degrees of yaw
 * read as 13–20° of valgus. But it is the same in every repetition of a set, so a repetition is judged against the
 * person's own others; the movement model, where it is loaded, is weighed in by its own deviation.
 */
export function bentKneeCheck(options: KneeCheckOptions): Check {
  const own = createOwnRepetitions();
  return {
    fault: 'knee-collapse',
    limits: KNEE_COLLAPSE_LIMITS,
    faultSide: options.knee,
    applies: options.applies,
    measure(frame, attempt) {
      const side = options.knee(attempt.side);
      const raw = frame.pictureFppaDeg[side];
      if (raw === null || !frontalPlaneSeen(frame)) return null;
      const known = own.baseline(side);
      // Live, only what stands out from the person's own repetitions by itself is sure enough.
      return known
        ? { deg: deg((raw - known.deg) / SHOWN), sd: known.sd }
        : { deg: raw, sd: deg(NOT_LIVE_SD) };
    },
    whyNot: whyUnmeasured,
    judge(attempt) {
      const side = options.knee(attempt.side);
      const seen = attempt.frames.filter(
        (frame) => options.applies(frame, attempt) && frontalPlaneSeen(frame),
      );
      const picture = peakOf(seen, (frame) => pictureEstimate(frame, side));
      if (!picture) return null;
      const against = own.add(side, picture.deg, yawOf(attempt));
      const byPicture: Estimate = { deg: deg((picture.deg - against.deg) / SHOWN), sd: against.sd };
      const byModel = peakOf(seen, (frame) =>
        frame.source === 'movement-model' ? frame.kneeFppa[side] : null,
      );
      return judgeEstimate(byModel ? fuse(byPicture, byModel) : byPicture, KNEE_COLLAPSE_LIMITS);
    },
  };
}

/** Share of a true collapse that the picture of a deeply bent knee shows; measured 0.65–0.72 on rendered bodies. */
const SHOWN = 0.7;

/** So uncertain that no single frame can raise a fault. */
const NOT_LIVE_SD = 15;

const pictureEstimate = (frame: KinematicFrame, side: Side): Estimate | null => {
  const raw = frame.pictureFppaDeg[side];
  return raw === null ? null : { deg: raw, sd: deg(0) };
};

function peakOf(
  frames: readonly KinematicFrame[],
  measure: (frame: KinematicFrame) => Estimate | null,
): Estimate | null {
  const timed = frames.flatMap((frame): TimedEstimate[] => {
    const estimate = measure(frame);
    return estimate ? [{ timestampMs: frame.timestampMs, estimate }] : [];
  });
  return timed.length < 2 ? null : sustainedPeak(timed);
}

const yawOf = (attempt: Attempt): Degrees => attempt.frames.at(-1)?.stance?.yawDeg ?? deg(0);

/** Two estimates of one value, weighed by their certainty; where they contradict each other, less is sure. */
export function fuse(a: Estimate, b: Estimate): Estimate {
  const [wa, wb] = [1 / (a.sd * a.sd), 1 / (b.sd * b.sd)];
  const apart = Math.abs(a.deg - b.deg);
  const expected = Math.hypot(a.sd, b.sd);
  const sd = Math.sqrt(1 / (wa + wb)) * Math.max(1, apart / (2 * expected));
  return { deg: deg((a.deg * wa + b.deg * wb) / (wa + wb)), sd: deg(sd) };
}

/**
 * The person's own repetitions per side. Before there are enough, what a bent front knee reads without collapse:
 * measured on curtsy lunges of rendered bodies 5° and 0.68° per degree of yaw, with a rest of 5°; minus the person's
 * own lower repetitions the rest is 2.8°.
 */
function createOwnRepetitions(): {
  baseline(side: Side): Baseline | null;
  add(side: Side, rawDeg: Degrees, yawDeg: Degrees): Baseline;
} {
  const seen: Record<Side, number[]> = { left: [], right: [] };
  const lower = (values: readonly number[]): number => quantile(values, 0.3) ?? 0;
  return {
    baseline: (side) => (seen[side].length < 2 ? null : { deg: deg(lower(seen[side])), sd: deg(3) }),
    add(side, rawDeg, yawDeg) {
      const expected = 5 + (side === 'left' ? -1 : 1) * 0.68 * yawDeg;
      const own = [...seen[side], rawDeg];
      seen[side] = own.slice(-12);
      if (own.length === 1) return { deg: deg(expected), sd: deg(5) };
      if (own.length === 2) return { deg: deg((expected + Math.min(...own)) / 2), sd: deg(4) };
      // Repetitions that are all far above what is expected may all be collapses: then nothing is sure.
      return { deg: deg(lower(own)), sd: deg(lower(own) - expected > 8 ? 6 : 2.8) };
    },
  };
}
