import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { Estimate } from '../terms/estimate';
import { deg, type Side } from '../units';
import type { Attempt } from './attempt';
import { outward, pelvisDrop, posed } from './body-signals';

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
  /** The network's own reading and its deviation, degrees. */
  'read',
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
  read: 1.31,
  readSd: -1.79,
};

/** How what is read follows from truth. */
export const LUNGE_KNEE_READING = {
  gain: 1,
  offset: -11.2,
  offsetSd: 8.1,
  noiseSd: 3.35,
  source: 'models/movement/fit-lunge-knee.ts, sets of people left out of training',
  // Most lunges are read closer than the judge thinks. A knee that fell inward in every lunge of its side is taken for a
  // knee that looks so, and is far off: the worst twentieth reaches further than that of a normal distribution.
  reach: {
    within68: 0.75,
    within95: 2.9,
    source:
      'npm run evaluate -- models/movement/data: 706 numbers, 36 sets of people left out, both pose models, live and kept; fitted on half of the people they held for 68 ± 8 % and 94 ± 4 % of the others',
  },
} as const;

/** The bottom of a lunge: lowered by at least this share of the deepest… */
const DEEP_SHARE = 0.7;
/** …and by at least this much, body lengths: while it goes down, the deepest is always now. */
const LEAST_DEPTH = 0.05;

const depths = new WeakMap<Attempt, number>();

/** Whether a frame belongs to the bottom of a lunge, as far as it has been seen. */
export function isAtBottom(frame: KinematicFrame, attempt: Attempt): boolean {
  const deepest = depths.get(attempt) ?? Math.max(0, ...attempt.frames.map(depthOf));
  depths.set(attempt, deepest);
  return depthOf(frame) >= Math.max(LEAST_DEPTH, DEEP_SHARE * deepest);
}

const depthOf = (frame: KinematicFrame): number => {
  const pose = posed(frame);
  return pose ? pelvisDrop(pose) : 0;
};

/** Degrees of collapse plus an offset of the person, from network and picture together; null where too little is seen. */
export function lungeKnee(frame: KinematicFrame, front: Side): Estimate | null {
  const terms = lungeKneeTerms(frame, front);
  if (!terms) return null;
  const value = LUNGE_KNEE_TERMS.reduce((sum, term) => sum + LUNGE_KNEE_WEIGHTS[term] * terms[term], 0);
  return { deg: deg(value), sd: deg(terms.readSd) };
}

/** What one frame shows of a front knee. */
export function lungeKneeTerms(frame: KinematicFrame, front: Side): LungeKneeTerms | null {
  const pose = posed(frame);
  const estimate = frame.kneeFppa[front];
  if (!pose || !estimate) return null;
  const { body, stance } = pose;
  const overAnkle = (joint: 'hip' | 'knee' | 'toe'): number =>
    inward(front, body[joint][front].x - body.ankle[front].x);
  return {
    kneeOverAnkle: overAnkle('knee'),
    hipOverAnkle: overAnkle('hip'),
    toeOverAnkle: overAnkle('toe'),
    kneeMoved: -outward(pose, 'knee', front),
    hipMoved: -outward(pose, 'hip', front),
    ankleMoved: -outward(pose, 'ankle', front),
    yaw: -inward(front, stance.yawDeg),
    read: estimate.deg,
    readSd: estimate.sd,
  };
}

/**
 * The front knee as the picture alone shows it, degrees. The picture's angle of a deeply bent knee is mostly the camera's: a few
 * degrees of yaw read as 13–20° of valgus. Measured on curtsy lunges of rendered bodies: {@link PICTURE_PER_YAW} per degree.
 */
export function picturedKnee(frame: KinematicFrame, front: Side): Estimate | null {
  const seen = frame.pictureFppaDeg[front];
  const yawDeg = frame.stance?.yawDeg ?? 0;
  return seen === null
    ? null
    : { deg: deg(seen - PICTURE_PER_YAW * inward(front, yawDeg)), sd: deg(PICTURE_SD) };
}
const PICTURE_PER_YAW = 0.68;
const PICTURE_SD = 2.8;

/** x grows to the person's left. */
const inward = (side: Side, x: number): number => (side === 'left' ? -x : x);
