import { otherSide, type Side } from '../units';
import type { Attempt } from './attempt';
import { flexionOver, knowsFlexion, most, overAttempt } from './attempt-stats';
import { outward, pelvisDrop, rise, type Posed } from './body-signals';
import { kneeLiftDeg, shankShare, toesUp } from './knee-lift';
import { rendered, threshold, type Threshold } from './threshold';

/** What tells a lift of the knee in front from other movements on one leg. */
export const MARCH_SHAPE = {
  highShare: rendered(0.6, 'ratio', 'of the top: above it a lift has its shape'),
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
  toesRaised: threshold(
    0.015,
    'body-length',
    'measured on real hurdle steps and straight leg raises',
    'toes above the ankle of a shank that points at the camera: with `shankShort` 2 more of 28 straight leg raises (lite), none of 173 real and 403 rendered lifts',
  ),
  shankShort: threshold(
    0.7,
    'ratio',
    'measured on real hurdle steps and straight leg raises',
    'of its height in the stance: the shank of a lifted knee hangs, of a straight leg it points at the camera; the one march below 0.75 with toes that high reads 0.72',
  ),
  standingFoot: rendered(
    0.07,
    'body-length',
    'the standing foot moves in the picture by up to 0.07, in 98 % of marches by 0.047',
  ),
  shorter: rendered(
    0.07,
    'body-length',
    'the standing leg is shortened by up to 0.069; in a lunge or a squat by more',
  ),
  aside: rendered(0.2, 'body-length', 'the lifted foot hangs up to 0.198 aside'),
  pictureKneeShare: rendered(
    0.8,
    'ratio',
    'of a low lift, seen in the picture: in 98 % of marches the knee is bent by 0.78 of the lift and more',
  ),
  footMost: rendered(0.6, 'body-length', 'the lifted foot rises by up to 0.447; a leg that is swung by more'),
  kneeLeast: rendered(
    0.03,
    'body-length',
    'the lifted knee rises by 0.035 and more; the rear one of a lunge does not',
  ),
} as const satisfies Record<string, Threshold>;

/** Standing on the other leg, which stays long; the knee in front: anything else is another movement. */
export function looksLikeMarch(attempt: Attempt, poses: readonly Posed[]): boolean {
  const { highShare } = MARCH_SHAPE;
  const high = poses.filter((pose) => kneeLiftDeg(pose, attempt.side) > highShare.value * attempt.peak);
  if (isRaisedStraight(attempt, high)) return false;
  return knowsFlexion(high) ? bendsLikeMarch(attempt, high) : movesLikeMarch(attempt, poses, high);
}

/**
 * Whatever is known of the knee: toes that point up belong to a leg that is raised straight, and so do toes that are hardly
 * raised at the end of a shank that points at the camera.
 */
function isRaisedStraight({ side }: Attempt, high: readonly Posed[]): boolean {
  const { toesUp: upward, toesRaised, shankShort } = MARCH_SHAPE;
  const toes = overAttempt(high, 0.5, (pose) => toesUp(pose, side));
  const shank = overAttempt(high, 0.5, (pose) => shankShare(pose, side));
  return toes >= upward.value || (toes >= toesRaised.value && shank < shankShort.value);
}

/** By the movement model: the standing leg is long, the lifted one bent, its shank hangs. */
function bendsLikeMarch({ side, peak }: Attempt, high: readonly Posed[]): boolean {
  const stance = otherSide(side);
  const bent = (joint: 'hip' | 'knee', leg: Side): number => flexionOver(high, 0.5, joint, leg);
  const { straight, kneeBent, kneeShare } = MARCH_SHAPE;
  return (
    bent('hip', stance) < straight.value &&
    bent('knee', stance) < straight.value &&
    bent('knee', side) > Math.min(kneeBent.value, kneeShare.value * peak)
  );
}

/** From the picture alone: the standing foot stays, its leg stays long, and the lifted knee comes up in front. */
function movesLikeMarch({ side, peak }: Attempt, poses: readonly Posed[], high: readonly Posed[]): boolean {
  const limits = MARCH_SHAPE;
  const standing = (pose: Posed): number => rise(pose, 'ankle', otherSide(side));
  const shortening = (pose: Posed): number => pelvisDrop(pose) + standing(pose);
  const stoodAt = poses[0] ? standing(poses[0]) : 0;
  const middle = (signal: (pose: Posed) => number): number => overAttempt(high, 0.5, signal);
  return (
    most(poses, (pose) => Math.abs(standing(pose) - stoodAt)) < limits.standingFoot.value &&
    most(poses, (pose) => Math.abs(shortening(pose))) < limits.shorter.value &&
    most(high, (pose) => Math.abs(outward(pose, 'ankle', side))) < limits.aside.value &&
    // A leg that is swung stays straight and its foot goes high; in a lunge the knee of the rear leg does not rise.
    middle((pose) => pose.frame.kneeFlexionDeg[side] ?? 90) >
      Math.min(limits.kneeBent.value, limits.pictureKneeShare.value * peak) &&
    middle((pose) => rise(pose, 'ankle', side) - standing(pose)) < limits.footMost.value &&
    middle((pose) => rise(pose, 'knee', side) - standing(pose)) > limits.kneeLeast.value
  );
}
