import { rendered, threshold, type Threshold } from '../core/exercise/threshold';
import { flexionOver, knowsFlexion, most, overAttempt, posedFrames } from '../core/exercise/attempt-stats';
import {
  legsVisible,
  outward,
  pelvisDrop,
  posed,
  rise,
  thighFlexion,
  type Posed,
} from '../core/exercise/body-signals';
import type { MeasuredCheck } from '../core/exercise/checks';
import type { ReadingModel } from '../core/exercise/reading-model';
import { defineExercise } from '../core/exercise/definition';
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
} as const satisfies Record<string, Threshold>;

/**
 * Tilt of the pelvis seen from both legs, degrees, + = left side higher. The hip landmarks move only 0.36° per true
 * degree; the knee and the foot of the hanging leg move with the hip and show the rest. The weights are a least-squares
 * fit to exact truth.
 */
function leftHigher(pose: Posed): number {
  const ankles = rise(pose, 'ankle', 'left') - rise(pose, 'ankle', 'right');
  const knees = rise(pose, 'knee', 'left') - rise(pose, 'knee', 'right');
  const hips = -(pose.frame.pelvisObliquity?.deg ?? 0);
  return 112 * ankles + 170 * knees + 0.78 * Math.max(-12, Math.min(12, hips));
}

/** How high the free side is above level, degrees. */
const freeHeight = (pose: Posed, standing: Side): number =>
  standing === 'right' ? leftHigher(pose) : -leftHigher(pose);

/**
 * The movement model knows the loaded leg; without it, the foot that moves up and down is the free one. Watched over this
 * long.
 */
const MOBILITY_MS = millis(1500);
/** The other foot must be this much more mobile before the legs are taken for swapped. */
const CLEARLY = 1.5;
/** A leg that carries the weight in more than this share of the frames stands. */
const LOADED_SHARE = 0.4;
const oneLegOf = (leg: LoadedLeg | null): Side | null => (leg === 'left' || leg === 'right' ? leg : null);

/** Knows, from the feet's mobility, which leg stands; gives the free side's height to a swing counter. */
function createHikeCounter(): { counter: RepCounter; effort: RepPattern['effort'] } {
  const feet = createTimeWindow<Record<Side, number>>(MOBILITY_MS);
  const loaded = createTimeWindow<Side | null>(MOBILITY_MS);
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
    return (
      SIDES.find((side) => loadedShare(side) > LOADED_SHARE && loadedShare(otherSide(side)) < 0.1) ??
      SIDES.find((side) => mobility(otherSide(side)) > CLEARLY * mobility(side)) ??
      standing
    );
  };
  return {
    counter: createSwingCounter({
      startBelow: thresholds.lowered.value,
      startAbove: thresholds.hiked.value,
      leastRise: 3,
      backShare: 0.4,
      restMs: millis(500),
      readyForMs: millis(300),
      maxMs: millis(9000),
      bridgeMs: millis(900),
    }),
    effort(frame): Effort | null {
      const pose = posed(frame);
      if (!pose || !legsVisible(pose.body, 0.2)) return null;
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
  readings: { geometry: STANCE_KNEE_READING, 'movement-model': STANCE_KNEE_READING },
  sides: (standing) => [standing],
  applies: () => true,
  measure(frame, standing) {
    const pose = posed(frame);
    return pose && standing ? standingKneeBend(pose, standing) : null;
  },
  whyNot: whyUnmeasured,
};

const isHome = (pose: Posed): boolean =>
  pose.frame.posture === 'standing' && Math.abs(leftHigher(pose)) < 3 && Math.abs(pelvisDrop(pose)) < 0.04;

/** By the movement model: both legs stay as good as straight, and it is the free foot that moves. */
function bendsLikeHike(standing: Side, poses: readonly Posed[]): boolean {
  const free = otherSide(standing);
  const bent = (joint: 'hip' | 'knee', leg: Side): number => flexionOver(poses, 0.5, joint, leg);
  return (
    ankleRange(poses, free) > Math.max(0.005, 0.8 * ankleRange(poses, standing)) &&
    SIDES.every((leg) => bent('hip', leg) < MOST_BENT_DEG && bent('knee', leg) < MOST_BENT_DEG) &&
    SIDES.every((leg) => most(poses, (pose) => Math.abs(outward(pose, 'ankle', leg))) < 0.25)
  );
}
/** Standing knees that bend in a bad hike reach 33°. */
const MOST_BENT_DEG = 42;

const ankleRange = (poses: readonly Posed[], side: Side): number =>
  overAttempt(poses, 0.95, (pose) => rise(pose, 'ankle', side)) -
  overAttempt(poses, 0.05, (pose) => rise(pose, 'ankle', side));

/** Hanging straight beside the step: the free foot goes below its place and never far from it; the other one stays. */
function looksLikeHike(standing: Side, poses: readonly Posed[]): boolean {
  if (knowsFlexion(poses)) return bendsLikeHike(standing, poses);
  const free = otherSide(standing);
  const moves = ankleRange(poses, free);
  const stays = ankleRange(poses, standing);
  return (
    moves > 0.012 &&
    stays < Math.min(0.04, 0.85 * moves) &&
    overAttempt(poses, 0.05, (pose) => rise(pose, 'ankle', free)) < -0.008 &&
    most(poses, (pose) => rise(pose, 'ankle', free)) < 0.06 &&
    most(poses, (pose) => Math.abs(outward(pose, 'ankle', free))) < 0.09 &&
    most(poses, (pose) => Math.abs(outward(pose, 'ankle', standing))) < 0.09 &&
    SIDES.every((side) => most(poses, (pose) => thighFlexion(pose, side)) < 32) &&
    most(poses, pelvisDrop) < 0.065
  );
}

/** Lifted a little and put back without having been lowered, nothing else moving: too small to be a repetition. */
function looksLikeSmallHike(standing: Side, poses: readonly Posed[]): boolean {
  const free = otherSide(standing);
  return (
    overAttempt(poses, 0.95, (pose) => rise(pose, 'ankle', free)) > 0.008 &&
    most(poses, (pose) => rise(pose, 'ankle', free)) < 0.03 &&
    most(poses, (pose) => Math.abs(rise(pose, 'ankle', standing))) < 0.008 &&
    SIDES.every((side) => most(poses, (pose) => Math.abs(outward(pose, 'ankle', side))) < 0.02) &&
    most(poses, (pose) => Math.abs(pelvisDrop(pose))) < 0.01
  );
}

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
  checks: [stanceKneeCheck, trunkLeanCheck(), partialRangeCheck(), tooFastCheck(millis(1000))],
  movement: {
    movementClass: 'hip-hike',
    vetoBelow: rendered(
      0.14,
      'ratio',
      'true hikes read 0.35 and more; what another movement passes for, 0.12 and less',
    ),
  },
  thresholds,
  exactFrom: threshold(
    5,
    '1/s',
    'recorded streams with exact truth, with 30 % of the pictures lost at random (eight seeds), by the rate that arrives',
    'Of 144 hikes none is missed at 4 a second; at 2.8, evenly spaced, nearly three in four are.',
  ),
  createAnalyser: () => createRepAnalyser(createPattern()),
});
