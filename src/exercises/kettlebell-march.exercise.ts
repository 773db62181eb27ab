import { rendered, threshold, type Threshold } from '../core/exercise/threshold';
import {
  flexionOver,
  knowsFlexion,
  most,
  overAttempt,
  posedFrames,
  shareOf,
} from '../core/exercise/attempt-stats';
import { feetDown, outward, pelvisDrop, posed, rise, type Posed } from '../core/exercise/body-signals';
import { kneeLiftDeg, toesUp } from '../core/exercise/knee-lift';
import { defineExercise } from '../core/exercise/definition';
import { createRepAnalyser, type RepPattern } from '../core/exercise/rep-analyser';
import { createRepCounter, type Effort } from '../core/exercise/rep-counter';
import type { Attempt, Outcome } from '../core/exercise/attempt';
import { millis, otherSide, SIDES, type Side } from '../core/units';
import {
  hipDropCheck,
  tooFastCheck,
  trunkLeanCheck,
  partialRangeCheck,
} from '../core/exercise/standard-checks';

const thresholds = {
  liftStart: rendered(18, 'deg', 'standing sway and landmark noise stay below 15°'),
  liftEnd: rendered(12, 'deg', 'the foot is on the floor again'),
  liftFull: threshold(
    57,
    'deg',
    'prescription: the knee is lifted toward the chest',
    'half way between the partial lifts (35–45°) and the full ones (75–95°) of the clips',
  ),
  firstFlexion: rendered(
    52,
    'deg',
    'read at the top of 95 % of the lifts to 65° and more: 55° and more; of lifts to 46°: 48° and less',
  ),
  flexionShare: rendered(
    0.76,
    'ratio',
    'some bodies are read 20° too low in every lift: what is full is measured by the own lifts, too',
  ),
  leastFlexion: rendered(
    48,
    'deg',
    'however low the own lifts are read: no lift to 46° was read higher by anybody with such lifts',
  ),
  surelyFull: rendered(
    61,
    'deg',
    'however high the own lifts are read (80° and more): lifts to 45° are read up to 57°',
  ),
  liftPartial: rendered(20, 'deg', 'lower is a shift of weight, not an attempt'),
  ownShare: rendered(0.62, 'ratio', 'a lift this far below the own range is partial'),
  shortest: rendered(500, 'ms', 'a foot is off the floor for 600 ms and more in a march'),
  unhurried: rendered(
    800,
    'ms',
    'running on the spot lifts a foot for up to 670 ms: a shorter lift counts only between two rests',
  ),
  restBetween: rendered(
    350,
    'ms',
    'both feet rest 500 ms and more between march steps, 300 ms and less in running on the spot',
  ),
  leastRest: rendered(150, 'ms', 'a leg that swings never rests; the quickest march rests 400 ms'),
  heldFor: rendered(
    4500,
    'ms',
    'a leg kept up longer is standing on one leg; the slowest real hurdle step takes 4.4 s, two of 162',
  ),
  straight: rendered(
    30,
    'deg',
    'hip and knee of a standing leg, bent by less 95 % of the time; in a lunge or a squat both are bent by 40° and more',
  ),
  kneeBent: rendered(42, 'deg', 'the lifted knee in every march; a leg that is swung stays straight'),
  kneeShare: rendered(0.6, 'ratio', 'of a low lift: its knee is bent by no less'),
  toesUp: threshold(
    0.04,
    'body-length',
    'measured on real hurdle steps and straight leg raises (full / lite)',
    'toes above the ankle: 25 / 17 of 28 straight leg raises, 0 / 4 of 173 real and 4 / 0 of 162 rendered lifts',
  ),
  settle: rendered(
    350,
    'ms',
    'the lifted foot reaches the floor, and the weight both feet, this long after the lift falls below its end',
  ),
} as const satisfies Record<string, Threshold>;

function effort(pose: Posed): Effort | null {
  if (!SIDES.every((side) => pose.body.knee[side].visibility >= 0.2)) return null;
  const left = kneeLiftDeg(pose, 'left');
  const right = kneeLiftDeg(pose, 'right');
  return left > right ? { side: 'left', value: left } : { side: 'right', value: right };
}

const isHome = (pose: Posed): boolean =>
  pose.frame.posture === 'standing' && feetDown(pose, 0.035) && Math.abs(pelvisDrop(pose)) < 0.04;

/** Standing on the other leg, which stays long; the knee in front: anything else is another movement. */
function looksLikeMarch(attempt: Attempt, poses: readonly Posed[]): boolean {
  const high = poses.filter((pose) => kneeLiftDeg(pose, attempt.side) > 0.6 * attempt.peak);
  // Whatever is known of the knee: toes that point up belong to a leg that is raised straight.
  if (overAttempt(high, 0.5, (pose) => toesUp(pose, attempt.side)) >= thresholds.toesUp.value) return false;
  return knowsFlexion(high) ? bendsLikeMarch(attempt, high) : movesLikeMarch(attempt, poses, high);
}

/** By the movement model: the standing leg is long, the lifted one bent, its shank hangs. */
function bendsLikeMarch({ side, peak }: Attempt, high: readonly Posed[]): boolean {
  const stance = otherSide(side);
  const bent = (joint: 'hip' | 'knee', leg: Side): number => flexionOver(high, 0.5, joint, leg);
  const { straight, kneeBent, kneeShare } = thresholds;
  return (
    bent('hip', stance) < straight.value &&
    bent('knee', stance) < straight.value &&
    bent('knee', side) > Math.min(kneeBent.value, kneeShare.value * peak)
  );
}

/** From the picture alone: the standing foot stays, its leg stays long, and the lifted knee comes up in front. */
function movesLikeMarch({ side, peak }: Attempt, poses: readonly Posed[], high: readonly Posed[]): boolean {
  const standing = (pose: Posed): number => rise(pose, 'ankle', otherSide(side));
  const shortening = (pose: Posed): number => pelvisDrop(pose) + standing(pose);
  const stoodAt = poses[0] ? standing(poses[0]) : 0;
  return (
    most(poses, (pose) => Math.abs(standing(pose) - stoodAt)) < 0.07 &&
    most(poses, (pose) => Math.abs(shortening(pose))) < 0.07 &&
    most(high, (pose) => Math.abs(outward(pose, 'ankle', side))) < 0.2 &&
    // A leg that is swung stays straight and its foot goes high; in a lunge the knee of the rear leg does not rise.
    overAttempt(high, 0.5, (pose) => pose.frame.kneeFlexionDeg[side] ?? 90) >
      Math.min(thresholds.kneeBent.value, 0.8 * peak) &&
    overAttempt(high, 0.5, (pose) => rise(pose, 'ankle', side) - standing(pose)) < 0.6 &&
    overAttempt(high, 0.5, (pose) => rise(pose, 'knee', side) - standing(pose)) > 0.03
  );
}

/** Kept up at the top for so long that it is standing on one leg. */
function isHeld(attempt: Attempt, poses: readonly Posed[]): boolean {
  const share = shareOf(poses, (pose) => kneeLiftDeg(pose, attempt.side) > 0.8 * attempt.peak);
  return share * (attempt.endMs - attempt.startMs) > thresholds.heldFor.value;
}

const durationOf = (attempt: Attempt): number => attempt.endMs - attempt.startMs;

/** One of a run of quick lifts without a rest between them. */
const isHurried = (attempt: Attempt): boolean =>
  durationOf(attempt) < thresholds.shortest.value ||
  attempt.restedMs < thresholds.leastRest.value ||
  (durationOf(attempt) < thresholds.unhurried.value && attempt.restedMs < thresholds.restBetween.value);

function classify(attempt: Attempt, own: number | null): Outcome {
  const poses = posedFrames(attempt);
  if (attempt.peak < thresholds.liftPartial.value || isHurried(attempt)) return { kind: 'other-movement' };
  if (!looksLikeMarch(attempt, poses) || isHeld(attempt, poses)) return { kind: 'other-movement' };
  return isFull(attempt, poses, own) ? { kind: 'counted' } : { kind: 'partial', why: 'not-lifted' };
}

/** Whether the knee came up: by the movement model where it speaks, else by the picture and the own range. */
function isFull(attempt: Attempt, poses: readonly Posed[], own: number | null): boolean {
  const needed = knowsFlexion(poses)
    ? fullFlexionDeg(own)
    : Math.max(thresholds.liftFull.value, thresholds.ownShare.value * (own ?? 0));
  return extent(attempt) >= needed;
}

/** From how far the hip must be read as bent at the top, given the person's other lifts. */
function fullFlexionDeg(own: number | null): number {
  const { firstFlexion, flexionShare, leastFlexion, surelyFull } = thresholds;
  if (own === null) return firstFlexion.value;
  return Math.min(surelyFull.value, Math.max(leastFlexion.value, flexionShare.value * own));
}

/** How high the knee came, degrees: the hip's bend by the movement model where it speaks. */
function extent(attempt: Attempt): number {
  const poses = posedFrames(attempt);
  return knowsFlexion(poses) ? flexionOver(poses, 0.9, 'hip', attempt.side) : attempt.peak;
}

const pattern: RepPattern = {
  createCounter: () =>
    createRepCounter({
      startAt: thresholds.liftStart.value,
      endAt: thresholds.liftEnd.value,
      readyForMs: millis(300),
      maxMs: millis(9000),
      bridgeMs: millis(900),
    }),
  full: thresholds.liftFull.value,
  effort(frame) {
    const pose = posed(frame);
    return pose ? effort(pose) : null;
  },
  isHome(frame) {
    const pose = posed(frame);
    return pose !== null && isHome(pose);
  },
  extent,
  classify,
  settleMs: millis(thresholds.settle.value),
  restMs: (attempt) =>
    millis(durationOf(attempt) < thresholds.unhurried.value ? thresholds.restBetween.value : 0),
};

/** The standing leg carries the weight while the other one is lifted. */
const hipDrop = hipDropCheck({
  sides: (lifted) => [otherSide(lifted)],
  applies: (frame, { side: lifted }) => {
    const pose = posed(frame);
    return pose !== null && kneeLiftDeg(pose, lifted) > thresholds.liftStart.value;
  },
  readings: {
    // The hip landmark of a lifted leg rides up by 10°: geometry cannot tell a level pelvis from a dropped one.
    geometry: null,
    'movement-model': {
      gain: 0.58,
      offset: 0.5,
      offsetSd: 1.6,
      noiseSd: 1.3,
      faultShare: 0.15,
      clean: { mean: -0.5, sd: 2.3, evenness: { share: 0.3, sd: 0.5, unevenSd: 3.2 } },
      fault: { mean: 9.5, sd: 2.5 },
      source:
        'random intercepts of marches of rendered people and of hurdle steps of recorded people, both left out of training; what clean real steps show; evenness: how clean lifts of one leg spread in both, the share as high as leaves clean real steps unflagged',
    },
  },
});

export default defineExercise({
  id: 'kettlebell-march',
  text: {
    name: 'Kettlebell march',
    summary: 'Lift one knee at a time with a weight in one hand: the standing hip keeps the pelvis level.',
    steps: [
      'Stand tall, kettlebell in one hand, the other hand on your hip.',
      'Slowly lift one knee toward your chest.',
      'Keep both hip bones at the same height.',
      'Put the foot down quietly, pause, then lift the other knee.',
    ],
    camera: 'Camera at hip height, 2.5 to 3 m away. Face it, with your head and both feet in the picture.',
    equipment: 'A kettlebell or any weight you can hold in one hand.',
    sideLabel: { left: 'left knee', right: 'right knee' },
    cues: {
      'hip-drop': {
        short: 'Hips level',
        long: 'Your pelvis sinks on the lifted side: push the standing foot down and grow tall.',
      },
      'trunk-lean': {
        short: 'Stand tall',
        long: 'Your trunk leans to the {side}: keep your chest over your pelvis.',
      },
      'partial-range': { short: 'Knee higher', long: 'Lift the knee until the thigh is about level.' },
      'too-fast': { short: 'Slower', long: 'Take about two seconds for each lift.' },
    },
    betweenSets: { short: 'Change hands', long: 'Take the kettlebell in the other hand.' },
  },
  figure: {
    head: [100, 30],
    shoulders: '80,58 120,58',
    hips: '87,106 113,106',
    far: [],
    near: ['80,58 72,84 70,110', '120,58 140,80 118,98', '87,106 86,146 86,182', '113,106 136,108 132,148'],
    watched: ['68,106 132,106'],
    level: '46,106 160,106',
    arrow: '158,150 158,118',
    floor: ['30,188 172,188'],
    kettlebell: [69, 128],
  },
  offered: { as: 'exercise', place: 3 },
  prescription: { kind: 'reps', reps: 10, order: 'alternating', sets: 2, firstSide: 'right', restS: 45 },
  view: 'standing-front',
  checks: [hipDrop, trunkLeanCheck(), partialRangeCheck(), tooFastCheck(millis(1000))],
  movement: {
    movementClass: 'kettlebell-march',
    vetoBelow: rendered(
      0.12,
      'ratio',
      'true marches read 0.5 and more; what another movement passes for, 0.12 and less as any exercise',
    ),
  },
  thresholds,
  exactFrom: threshold(
    6,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'Of 376 marches none is missed at 6 a second; 3 are at 5.',
  ),
  createAnalyser: () => createRepAnalyser(pattern),
});
