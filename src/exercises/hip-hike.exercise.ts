import { rendered, threshold, type Threshold } from '../core/exercise/threshold';
import { overAttempt, posedFrames } from '../core/exercise/attempt-stats';
import { legsVisible, pelvisDrop, posed, rise, type Posed } from '../core/exercise/body-signals';
import { fromEverySource, type MeasuredCheck } from '../core/exercise/checks';
import type { ReadingModel } from '../core/exercise/reading-model';
import { defineExercise } from '../core/exercise/definition';
import {
  freeHeight,
  HIKE_SHAPE,
  leftHigher,
  looksLikeHike,
  looksLikeSmallHike,
} from '../core/exercise/hike-shape';
import { createRepAnalyser, type RepPattern } from '../core/exercise/rep-analyser';
import type { Effort, RepCounter } from '../core/exercise/rep-counter';
import type { Attempt, Outcome } from '../core/exercise/attempt';
import {
  partialRangeCheck,
  tooFastCheck,
  trunkLeanCheck,
  whyUnmeasured,
} from '../core/exercise/standard-checks';
import { createSwingCounter } from '../core/exercise/swing-counter';
import { createTimeWindow } from '../core/signal/quantile';
import type { Estimate, LoadedLeg } from '../core/terms/estimate';
import { deg, millis, otherSide, SIDES, type Side } from '../core/units';

const thresholds = {
  lowered: rendered(1.6, 'deg', 'standing quietly on the step stays within 1.5°'),
  hiked: rendered(2.6, 'deg', 'where a hike without the way down is noticed; standing stays in 1.5°'),
  rangeFull: rendered(9, 'deg', 'down plus up: partial hikes read 3–6°, full ones 11° and more'),
  rangePartial: rendered(2.2, 'deg', 'less is swaying'),
  ownShare: rendered(0.4, 'ratio', 'a hike this far below the own range is partial'),
  shortest: rendered(700, 'ms', 'the quickest full hike takes 1 s'),
  shortestPartial: rendered(
    900,
    'ms',
    'a small hike takes as long as a full one; swaying back into place after one less than this',
  ),
  homeTilt: rendered(3, 'deg', 'ready: standing quietly on the step stays within 1.5°'),
  homeSunk: rendered(0.04, 'body-length', 'ready: swaying moves the pelvis by less than 0.02'),
  seen: rendered(0.2, 'ratio', 'visibility from which knees and feet are no mere guess'),
  watched: rendered(1500, 'ms', 'which leg stands is read from this long: most of a hike'),
  moreMobile: rendered(1.5, 'ratio', 'the free foot moves 1.7 times as much as the standing one, or more'),
  stands: rendered(
    0.4,
    'ratio',
    'a leg that carries the weight in this share of the frames, by the movement model',
  ),
  hangs: rendered(0.1, 'ratio', 'and the other one in less than this'),
} as const satisfies Record<string, Threshold>;

/** How one hike follows another: see {@link createSwingCounter}. */
const swing = {
  level: rendered(1.2, 'deg', 'back at the level: closer to it than where a hike begins'),
  leastRise: rendered(3, 'deg', 'partial hikes rise by 3–6° from their lowest point'),
  backShare: rendered(0.4, 'ratio', 'most of the way back from the top'),
  deepShare: rendered(0.4, 'ratio', 'a held lowest point trembles; a way up comes farther'),
  fallShare: rendered(0.5, 'ratio', 'half of what was risen is lost again: the next way down has begun'),
  rest: rendered(500, 'ms', 'a turn at the top takes less, unless it is held'),
  ready: rendered(300, 'ms', 'shorter is passing through'),
  longest: rendered(9000, 'ms', 'the slowest hike takes 3.5 s; with a hold at both ends twice that'),
  bridged: rendered(
    900,
    'ms',
    'no whole hike fits into a loss of sight as short as this: the quickest takes 1 s',
  ),
} as const satisfies Record<string, Threshold>;

const oneLegOf = (leg: LoadedLeg | null): Side | null => (leg === 'left' || leg === 'right' ? leg : null);

/** Knows which leg stands, from the movement model, without it from the feet's mobility; gives the free side's height to a swing counter. */
function createHikeCounter(): { counter: RepCounter; effort: RepPattern['effort'] } {
  const feet = createTimeWindow<Record<Side, number>>(millis(thresholds.watched.value));
  const loaded = createTimeWindow<Side | null>(millis(thresholds.watched.value));
  let standing: Side | null = null;
  const mobility = (side: Side): number => {
    const heights = feet.entries.map((entry) => entry.value[side]);
    return Math.max(...heights) - Math.min(...heights);
  };
  const loadedShare = (side: Side): number =>
    loaded.entries.filter((entry) => entry.value === side).length / Math.max(1, loaded.entries.length);
  const standingLeg = ({ frame, body }: Posed): Side | null => {
    feet.push({ left: body.ankle.left.y, right: body.ankle.right.y }, frame.timestampMs);
    // Feet alone say too little about the weight: the stance on a step is uneven to begin with.
    loaded.push(frame.source === 'movement-model' ? oneLegOf(frame.loaded) : null, frame.timestampMs);
    const { stands, hangs, moreMobile } = thresholds;
    return (
      SIDES.find((side) => loadedShare(side) > stands.value && loadedShare(otherSide(side)) < hangs.value) ??
      SIDES.find((side) => mobility(otherSide(side)) > moreMobile.value * mobility(side)) ??
      standing
    );
  };
  return {
    counter: createSwingCounter({
      startBelow: thresholds.lowered.value,
      startAbove: thresholds.hiked.value,
      level: swing.level.value,
      leastRise: swing.leastRise.value,
      backShare: swing.backShare.value,
      deepShare: swing.deepShare.value,
      fallShare: swing.fallShare.value,
      restMs: millis(swing.rest.value),
      readyForMs: millis(swing.ready.value),
      maxMs: millis(swing.longest.value),
      bridgeMs: millis(swing.bridged.value),
    }),
    effort(frame): Effort | null {
      const pose = posed(frame);
      if (!pose || !legsVisible(pose.body, thresholds.seen.value)) return null;
      standing = standingLeg(pose);
      if (standing === null) return { side: 'left', value: 0 };
      return { side: standing, value: freeHeight(pose, standing) };
    },
  };
}

/**
 * How far the standing leg is bent, from how much lower hips and shoulders are than the tilt of the pelvis explains. From
 * the front a bend of 20° shortens a leg by only 1.5 %: the deviation is large, and the verdict says so.
 */
function standingKneeBend(pose: Posed, standing: Side): Estimate {
  const foot = rise(pose, 'ankle', standing);
  const hip = rise(pose, 'hip', standing) - foot;
  const shoulders = (rise(pose, 'shoulder', 'left') + rise(pose, 'shoulder', 'right')) / 2 - foot;
  const lower = -hip - shoulders + SHOULDERS_PER_TILT * freeHeight(pose, standing);
  return { deg: deg(BEND_PER_LOWER * lower), sd: deg(5) };
}

/** The trunk's share of a tilt of the pelvis, body lengths per degree. */
const SHOULDERS_PER_TILT = 0.0011;
/** Least-squares fit to exact truth, degrees per body length. */
const BEND_PER_LOWER = 800;

/**
 * A straight knee reads anything up to 26°, but much the same in every repetition: body, step and camera add it. So it is the
 * repetition that stands out from the others of its leg that tells. Where the reading comes from makes no difference: it is the same.
 */
const STANCE_KNEE_READING: ReadingModel = {
  gain: 0.95,
  offset: 6,
  offsetSd: 9,
  noiseSd: 3.5,
  clean: { mean: 4, sd: 1.5 },
  fault: { mean: 28, sd: 6 },
  faultShare: 0.15,
  source: 'random intercepts of 30 regular sets of hikes of people left out of training, both pose models',
};

const stanceKneeCheck: MeasuredCheck = {
  kind: 'measured',
  fault: 'stance-knee-bent',
  limits: {
    watch: rendered(deg(10), 'deg', 'straight standing knees bend by up to 8°'),
    fault: rendered(deg(18), 'deg', 'standing knees that bend do so by 20° and more'),
  },
  readings: fromEverySource(STANCE_KNEE_READING),
  sides: (standing) => [standing],
  applies: () => true,
  measure(frame, standing) {
    const pose = posed(frame);
    return pose && standing ? standingKneeBend(pose, standing) : null;
  },
  whyNot: whyUnmeasured,
};

const isHome = (pose: Posed): boolean =>
  pose.frame.posture === 'standing' &&
  Math.abs(leftHigher(pose)) < thresholds.homeTilt.value &&
  Math.abs(pelvisDrop(pose)) < thresholds.homeSunk.value;

/** Whether the free side was lowered at all. */
const wasLowered = (standing: Side, poses: readonly Posed[]): boolean =>
  poses.some((pose) => freeHeight(pose, standing) <= -thresholds.lowered.value);

/** From how low to how high the free side went, degrees, but for the noisiest frames. */
function extent(attempt: Attempt): number {
  const poses = posedFrames(attempt);
  const height = (pose: Posed): number => freeHeight(pose, attempt.side);
  return overAttempt(poses, 0.95, height) - overAttempt(poses, 0.05, height);
}

function classify(attempt: Attempt, own: number | null): Outcome {
  const poses = posedFrames(attempt);
  const tookMs = attempt.endMs - attempt.startMs;
  if (tookMs < thresholds.shortest.value || attempt.peak < thresholds.rangePartial.value)
    return { kind: 'other-movement' };
  if (!wasLowered(attempt.side, poses)) {
    return looksLikeSmallHike(attempt.side, poses)
      ? { kind: 'partial', why: 'not-deep-enough' }
      : { kind: 'other-movement' };
  }
  if (!looksLikeHike(attempt.side, poses)) return { kind: 'other-movement' };
  const needed = Math.max(thresholds.rangeFull.value, thresholds.ownShare.value * (own ?? 0));
  if (extent(attempt) >= needed) return { kind: 'counted' };
  return tookMs < thresholds.shortestPartial.value
    ? { kind: 'other-movement' }
    : { kind: 'partial', why: 'not-deep-enough' };
}

const createPattern = (): RepPattern => {
  const { counter, effort } = createHikeCounter();
  return {
    createCounter: () => counter,
    full: thresholds.rangeFull.value,
    effort,
    isHome(frame) {
      const pose = posed(frame);
      return pose !== null && isHome(pose);
    },
    extent,
    classify,
    settleMs: millis(0),
  };
};

export default defineExercise({
  id: 'hip-hike',
  text: {
    name: 'Hip hike',
    summary: 'Standing on a step on one leg, lower the free hip, then hike it above level.',
    steps: [
      'Stand sideways on a step with one foot; let the other leg hang beside it.',
      'Keep both knees straight.',
      'Let the hip of the hanging leg sink slowly.',
      'Hike it until it is higher than the other hip, then come back to level.',
    ],
    camera:
      'Camera at hip height, 2.5 to 3 m away. Face it, with your head, both feet and the step in the picture.',
    equipment: 'A step or a thick book, and a wall to touch for balance.',
    sideLabel: { left: 'standing on the left', right: 'standing on the right' },
    cues: {
      'stance-knee-bent': {
        short: 'Knee straight',
        long: 'Your standing knee bends: let the hip do the work.',
      },
      'trunk-lean': { short: 'Stand tall', long: 'Your trunk leans: keep your chest over your pelvis.' },
      'partial-range': { short: 'Bigger', long: 'Lower the free hip further, then hike it above level.' },
      'too-fast': { short: 'Slower', long: 'Take about two seconds down and up.' },
    },
  },
  figure: {
    head: [100, 28],
    shoulders: '80,56 120,56',
    hips: '86,101 114,109',
    far: [],
    near: ['80,56 64,80 82,98', '120,56 136,80 118,100', '86,101 85,132 85,162', '114,109 116,144 117,178'],
    watched: ['70,96.5 130,113.5'],
    level: '52,105 148,105',
    arrow: '150,134 150,94',
    floor: ['52,168 104,168 104,190 170,190', '22,190 52,190 52,168'],
    kettlebell: null,
  },
  offered: { as: 'exercise', place: 2 },
  prescription: { kind: 'reps', reps: 10, order: 'each-side', sets: 2, firstSide: 'right', restS: 30 },
  view: 'standing-front',
  checks: [stanceKneeCheck, trunkLeanCheck(), partialRangeCheck(), tooFastCheck()],
  movement: {
    movementClass: 'hip-hike',
    vetoBelow: rendered(
      0.14,
      'ratio',
      'true hikes read 0.35 and more; what another movement passes for, 0.12 and less',
    ),
  },
  thresholds: { ...thresholds, ...swing, ...HIKE_SHAPE },
  exactFrom: threshold(
    5,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'Of 144 hikes none is missed at 4 a second; at 2.8, evenly spaced, nearly three in four are.',
  ),
  createAnalyser: () => createRepAnalyser(createPattern()),
});
