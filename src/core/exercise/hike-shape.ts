import { otherSide, SIDES, type Side } from '../units';
import { flexionOver, knowsFlexion, most, overAttempt } from './attempt-stats';
import { outward, pelvisDrop, rise, thighFlexion, type Posed } from './body-signals';
import { rendered, type Threshold } from './threshold';

/** What tells a hip hike from other movements of somebody who stands. */
export const HIKE_SHAPE = {
  moves: rendered(0.012, 'body-length', 'the free foot, up and down, in every hike: 0.022 and more'),
  stays: rendered(0.04, 'body-length', 'the standing foot, up and down, in every hike: 0.024 and less'),
  staysShare: rendered(0.85, 'ratio', 'the standing foot moves by up to 0.58 of what the free one does'),
  footLowered: rendered(0.008, 'body-length', 'the free foot goes below its place by 0.011 and more'),
  footLifted: rendered(0.06, 'body-length', 'the free foot goes above its place by up to 0.031'),
  aside: rendered(0.09, 'body-length', 'either foot goes to a side by up to 0.062'),
  thigh: rendered(32, 'deg', 'thighs hang: read up to 20°'),
  sunk: rendered(0.065, 'body-length', 'the pelvis goes down by up to 0.049'),
  leastMoves: rendered(
    0.005,
    'body-length',
    'less is noise; where the legs are known to be straight, the smallest hike is enough',
  ),
  leastMovesShare: rendered(
    0.8,
    'ratio',
    'the free foot moves by 1.7 times as much as the standing one, or more',
  ),
  bent: rendered(42, 'deg', 'standing knees that bend in a bad hike reach 33°'),
  farAside: rendered(
    0.25,
    'body-length',
    'with legs that are known to be straight: a foot farther aside has made a step',
  ),
  smallLift: rendered(0.008, 'body-length', 'less is swaying: a quiet foot keeps within 0.005'),
  smallLifted: rendered(0.03, 'body-length', 'no higher than in a full hike: 0.031'),
  smallStays: rendered(0.008, 'body-length', 'in half of the full hikes the standing foot moves by no more'),
  smallAside: rendered(
    0.02,
    'body-length',
    'three times what is usual in a full hike (0.007): more is a step',
  ),
  smallSunk: rendered(
    0.01,
    'body-length',
    'in a full hike the pelvis goes down by 0.016: who goes down did not only lift',
  ),
} as const satisfies Record<string, Threshold>;

/** How far the hip line may be tilted in the picture, degrees: more is a landmark gone astray. */
const MOST_HIPS_DEG = 12;

/**
 * Tilt of the pelvis seen from both legs, degrees, + = left side higher. The hip landmarks move only 0.36° per true
 * degree; the knee and the foot of the hanging leg move with the hip and show the rest. The weights are a least-squares
 * fit to exact truth.
 */
export function leftHigher(pose: Posed): number {
  const ankles = rise(pose, 'ankle', 'left') - rise(pose, 'ankle', 'right');
  const knees = rise(pose, 'knee', 'left') - rise(pose, 'knee', 'right');
  const hips = -(pose.frame.pelvisObliquity?.deg ?? 0);
  return 112 * ankles + 170 * knees + 0.78 * Math.max(-MOST_HIPS_DEG, Math.min(MOST_HIPS_DEG, hips));
}

/** How high the free side is above level, degrees. */
export const freeHeight = (pose: Posed, standing: Side): number =>
  standing === 'right' ? leftHigher(pose) : -leftHigher(pose);

/** Hanging straight beside the step: the free foot goes below its place and never far from it; the other one stays. */
export const looksLikeHike = (standing: Side, poses: readonly Posed[]): boolean =>
  knowsFlexion(poses) ? bendsLikeHike(standing, poses) : movesLikeHike(standing, poses);

/** By the movement model: both legs stay as good as straight, and it is the free foot that moves. */
function bendsLikeHike(standing: Side, poses: readonly Posed[]): boolean {
  const { leastMoves, leastMovesShare, bent, farAside } = HIKE_SHAPE;
  const moves = range(poses, otherSide(standing));
  const isStraight = (joint: 'hip' | 'knee', leg: Side): boolean =>
    flexionOver(poses, 0.5, joint, leg) < bent.value;
  return (
    moves > Math.max(leastMoves.value, leastMovesShare.value * range(poses, standing)) &&
    SIDES.every((leg) => isStraight('hip', leg) && isStraight('knee', leg)) &&
    SIDES.every((leg) => aside(poses, leg) < farAside.value)
  );
}

/** From the picture alone. */
function movesLikeHike(standing: Side, poses: readonly Posed[]): boolean {
  const { moves, stays, staysShare, footLowered, footLifted, thigh, sunk } = HIKE_SHAPE;
  const free = otherSide(standing);
  const moved = range(poses, free);
  return (
    moved > moves.value &&
    range(poses, standing) < Math.min(stays.value, staysShare.value * moved) &&
    overAttempt(poses, 0.05, (pose) => rise(pose, 'ankle', free)) < -footLowered.value &&
    most(poses, (pose) => rise(pose, 'ankle', free)) < footLifted.value &&
    SIDES.every((side) => aside(poses, side) < HIKE_SHAPE.aside.value) &&
    SIDES.every((side) => most(poses, (pose) => thighFlexion(pose, side)) < thigh.value) &&
    most(poses, pelvisDrop) < sunk.value
  );
}

/** Lifted a little and put back without having been lowered, nothing else moving: too small to be a repetition. */
export function looksLikeSmallHike(standing: Side, poses: readonly Posed[]): boolean {
  const { smallLift, smallLifted, smallStays, smallAside, smallSunk } = HIKE_SHAPE;
  const free = otherSide(standing);
  return (
    overAttempt(poses, 0.95, (pose) => rise(pose, 'ankle', free)) > smallLift.value &&
    most(poses, (pose) => rise(pose, 'ankle', free)) < smallLifted.value &&
    most(poses, (pose) => Math.abs(rise(pose, 'ankle', standing))) < smallStays.value &&
    SIDES.every((side) => aside(poses, side) < smallAside.value) &&
    most(poses, (pose) => Math.abs(pelvisDrop(pose))) < smallSunk.value
  );
}

/** From how low to how high a foot goes, but for the noisiest frames. */
const range = (poses: readonly Posed[], side: Side): number =>
  overAttempt(poses, 0.95, (pose) => rise(pose, 'ankle', side)) -
  overAttempt(poses, 0.05, (pose) => rise(pose, 'ankle', side));

/** How far a foot goes to a side. */
const aside = (poses: readonly Posed[], side: Side): number =>
  most(poses, (pose) => Math.abs(outward(pose, 'ankle', side)));
