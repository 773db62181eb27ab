import { rendered, threshold, type Threshold } from '../core/exercise/threshold';
import { flexionOver, knowsFlexion, posedFrames, shareOf } from '../core/exercise/attempt-stats';
import { feetDown, pelvisDrop, posed, type Posed } from '../core/exercise/body-signals';
import { kneeLiftDeg } from '../core/exercise/knee-lift';
import { looksLikeMarch, MARCH_SHAPE } from '../core/exercise/march-shape';
import { defineExercise } from '../core/exercise/definition';
import { createRepAnalyser, type RepPattern } from '../core/exercise/rep-analyser';
import { createRepCounter, type Effort } from '../core/exercise/rep-counter';
import type { Attempt, Outcome } from '../core/exercise/attempt';
import { millis, otherSide, SIDES } from '../core/units';
import {
  hipDropCheck,
  tooFastCheck,
  trunkLeanCheck,
  partialRangeCheck,
} from '../core/exercise/standard-checks';

const thresholds = {
  hasty: threshold(
    720,
    'ms',
    'prescription: slowly, with control',
    'a lift that takes a second from floor to floor; of 374 lifts by rendered and by real people, 1.05 s and more, none is over sooner',
  ),
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
  seen: rendered(0.2, 'ratio', 'visibility from which a knee is no mere guess'),
  homeFeet: rendered(
    0.035,
    'body-length',
    'ready: both feet on the floor; a shift of weight moves them by 0.02',
  ),
  homeSunk: rendered(0.04, 'body-length', 'ready: swaying moves the pelvis by less than 0.02'),
  heldShare: rendered(
    0.8,
    'ratio',
    'of the top: a march stays above it for a second at most, a leg that is held for all of it',
  ),
  ready: rendered(300, 'ms', 'both feet rest 500 ms and more between march steps'),
  longest: rendered(9000, 'ms', 'the slowest real hurdle step takes 4.4 s; twice that is no step'),
  bridged: rendered(900, 'ms', 'a loss of sight as short as this hides no more than one lift'),
  settle: rendered(
    350,
    'ms',
    'the lifted foot reaches the floor, and the weight both feet, this long after the lift falls below its end',
  ),
} as const satisfies Record<string, Threshold>;

function effort(pose: Posed): Effort | null {
  if (!SIDES.every((side) => pose.body.knee[side].visibility >= thresholds.seen.value)) return null;
  const left = kneeLiftDeg(pose, 'left');
  const right = kneeLiftDeg(pose, 'right');
  return left > right ? { side: 'left', value: left } : { side: 'right', value: right };
}

const isHome = (pose: Posed): boolean =>
  pose.frame.posture === 'standing' &&
  feetDown(pose, thresholds.homeFeet.value) &&
  Math.abs(pelvisDrop(pose)) < thresholds.homeSunk.value;

/** Kept up at the top for so long that it is standing on one leg. */
function isHeld(attempt: Attempt, poses: readonly Posed[]): boolean {
  const share = shareOf(
    poses,
    (pose) => kneeLiftDeg(pose, attempt.side) > thresholds.heldShare.value * attempt.peak,
  );
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
      readyForMs: millis(thresholds.ready.value),
      maxMs: millis(thresholds.longest.value),
      bridgeMs: millis(thresholds.bridged.value),
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
  checks: [hipDrop, trunkLeanCheck(), partialRangeCheck(), tooFastCheck(thresholds.hasty)],
  movement: {
    movementClass: 'kettlebell-march',
    vetoBelow: rendered(
      0.12,
      'ratio',
      'true marches read 0.5 and more; what another movement passes for, 0.12 and less as any exercise',
    ),
  },
  thresholds: { ...thresholds, ...MARCH_SHAPE },
  exactFrom: threshold(
    6,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'Of 376 marches none is missed at 6 a second; 3 are at 5.',
  ),
  createAnalyser: () => createRepAnalyser(pattern),
});
