import { outward, pelvisDrop, posed, type Posed } from '../exercise/body-signals';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { sustainedPeak, type TimedEstimate } from '../movement/rep-peak';
import type { Side } from '../units';

/**
 * The front knee of one lunge, as one number. The network reads a deeply bent knee's inward angle with an offset that
 * depends on the person (deviation 8° of truth) and a noise of 4°. Where the picture shows the knee, against its own
 * foot and its own place in the stance, has larger offsets but less noise (2.8°): together they tell a repetition
 * from the person's others better than either.
 */
export const LUNGE_KNEE_TERMS = [
  /** Toward the other leg from the ankle of the same leg, body lengths. */
  'kneeOverAnkle',
  'hipOverAnkle',
  'toeOverAnkle',
  /** Toward the other leg from the place in the own stance, body lengths. */
  'kneeMoved',
  'hipMoved',
  'ankleMoved',
  /** The stance's yaw, + = this leg is the farther one, degrees. */
  'yaw',
  /** The network's sustained peak, and its deviation at the bottom, degrees. */
  'readPeak',
  'readSd',
] as const;
export type LungeKneeTerm = (typeof LUNGE_KNEE_TERMS)[number];
export type LungeKneeTerms = Readonly<Record<LungeKneeTerm, number>>;

/**
 * Degrees of collapse per unit of each term. Source: `models/movement/fit-lunge-knee.ts`; the picture's terms from lunges of all
 * rendered people, the network's from people it was not trained on. Refit with new weights of the network.
 */
export const LUNGE_KNEE_WEIGHTS: LungeKneeTerms = {
  kneeOverAnkle: 148,
  hipOverAnkle: -83.5,
  toeOverAnkle: -65.9,
  kneeMoved: 251,
  hipMoved: -7.75,
  ankleMoved: -69.9,
  yaw: 0.571,
  readPeak: 1.31,
  readSd: -1.79,
};

/** The bottom of a lunge: lowered by at least this share of the deepest. */
const DEEP_SHARE = 0.7;

/** Degrees of collapse plus an offset of the person; null where too little was seen. */
export function readLungeKnee(front: Side, frames: readonly KinematicFrame[]): number | null {
  const terms = lungeKneeTerms(front, frames);
  return terms && LUNGE_KNEE_TERMS.reduce((sum, term) => sum + LUNGE_KNEE_WEIGHTS[term] * terms[term], 0);
}

/** @param frames those of one lunge in which the network read the front knee, in order of time */
export function lungeKneeTerms(front: Side, frames: readonly KinematicFrame[]): LungeKneeTerms | null {
  const seen = frames.flatMap((frame) => {
    const pose = posed(frame);
    const estimate = frame.kneeFppa[front];
    return pose && estimate ? [{ pose, estimate, timestampMs: frame.timestampMs }] : [];
  });
  const peak = sustainedPeak(seen satisfies readonly TimedEstimate[]);
  const deepest = Math.max(...seen.map(({ pose }) => pelvisDrop(pose)));
  const deep = seen.filter(({ pose }) => pelvisDrop(pose) >= DEEP_SHARE * deepest);
  if (!peak || !(deepest > 0)) return null;
  const mean = (term: (pose: Posed) => number): number =>
    deep.reduce((sum, { pose }) => sum + term(pose), 0) / deep.length;
  const overAnkle = (joint: 'hip' | 'knee' | 'toe'): number =>
    mean(({ body }) => inward(front, body[joint][front].x - body.ankle[front].x));
  const moved = (joint: 'hip' | 'knee' | 'ankle'): number => -mean((pose) => outward(pose, joint, front));
  return {
    kneeOverAnkle: overAnkle('knee'),
    hipOverAnkle: overAnkle('hip'),
    toeOverAnkle: overAnkle('toe'),
    kneeMoved: moved('knee'),
    hipMoved: moved('hip'),
    ankleMoved: moved('ankle'),
    yaw: -inward(
      front,
      mean(({ stance }) => stance.yawDeg),
    ),
    readPeak: peak.deg,
    readSd: deep.reduce((sum, { estimate }) => sum + estimate.sd, 0) / deep.length,
  };
}

/** x grows to the person's left. */
const inward = (side: Side, x: number): number => (side === 'left' ? -x : x);
