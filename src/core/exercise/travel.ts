import { LANDMARK, type LandmarkName } from '../pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../pose/pose-frame';
import { otherSide, type Side } from '../units';
import type { Threshold } from './threshold';

/** Of an exercise in which the person travels across the picture: what it takes to plan the way. Body lengths. */
export interface Travel {
  /** How far one step goes. */
  readonly step: Threshold;
  /** From the middle of the feet to the outer foot, when they are farthest apart. */
  readonly halfStance: Threshold;
  /** What has to stay free between the outer foot and the border of the picture. */
  readonly margin: Threshold;
  /** Where the whole way does not fit: to be turned after so many. */
  readonly fewer: number;
}

/** Where the steps of a set go. Shares are of the picture's width (x, not mirrored) and height. */
export interface StepPlan {
  /** How many fit from one border to the other. */
  readonly room: number;
  /** Steps one way before turning; 0 where even few do not fit: the camera stands too near. */
  readonly steps: number;
  /** Steps that are to be done on each side. */
  readonly of: number;
  readonly firstSide: Side;
  /** Where to start, seen from where the person stands; null: just here. */
  readonly moveTo: Side | null;
  /** Middle of the feet at the start and after each step: `steps` + 1 places. */
  readonly marks: readonly number[];
  /** Height of the floor at the toes. */
  readonly floor: number;
  /** One body length, of the picture's height. */
  readonly bodyLength: number;
}

/** How many steps to each side, and which side comes first. */
interface StepsAsked {
  readonly reps: number;
  readonly firstSide: Side;
}

/** Who stands less than so many steps from the start stands there. */
const AT_START = 0.5;
const SEEN = 0.5;

/**
 * Plans the way of a set from one picture of the standing person: the first side's steps from where the person stands if they fit
 * from there, else from as far aside as it takes. Pure.
 *
 * @returns null where shoulders or feet are not seen
 */
export function planSteps(
  pose: PoseFrame,
  { step, halfStance, margin, fewer }: Travel,
  { reps, firstSide }: StepsAsked,
): StepPlan | null {
  const body = measure(pose);
  if (body === null) return null;
  const perWidth = (lengths: number): number => (lengths * body.lengthPx) / pose.width;
  const [least, most] = [
    perWidth(margin.value + halfStance.value),
    1 - perWidth(margin.value + halfStance.value),
  ];
  const one = perWidth(step.value);
  const room = Math.max(0, Math.floor((most - least) / one));
  const steps = room >= reps ? reps : room >= Math.min(fewer, reps) ? Math.min(fewer, reps) : 0;
  // The person's right is on the left of a picture that is not mirrored.
  const onward = firstSide === 'right' ? -1 : 1;
  const border = onward < 0 ? least : most;
  const farthest = border - onward * steps * one;
  const isHere = (farthest - body.x) * onward >= -AT_START * one;
  const start = isHere ? body.x : farthest;
  return {
    room,
    steps,
    of: reps,
    firstSide,
    moveTo: isHere || steps === 0 ? null : otherSide(firstSide),
    marks: Array.from({ length: steps + 1 }, (_, n) => start + onward * n * one),
    floor: body.floor,
    bodyLength: body.lengthPx / pose.height,
  };
}

/** After how many steps to turn, where the whole way does not fit; null where it does, or nothing does. */
export const turnEvery = (plan: StepPlan | null): number | null =>
  plan === null || plan.steps === 0 || plan.steps >= plan.of ? null : plan.steps;

interface Body {
  /** Middle of the feet, of the picture's width. */
  readonly x: number;
  readonly floor: number;
  readonly lengthPx: number;
}

function measure({ landmarks, width, height }: PoseFrame): Body | null {
  if (landmarks === null) return null;
  const at = (name: LandmarkName) => {
    const from = LANDMARK[name] * IMAGE_STRIDE;
    const [x = 0, y = 0, , visibility = 0] = landmarks.image.subarray(from, from + IMAGE_STRIDE);
    return { x, y, isSeen: visibility >= SEEN };
  };
  const pair = (joint: 'shoulder' | 'ankle' | 'foot-index') => {
    const [left, right] = [at(`left-${joint}`), at(`right-${joint}`)];
    return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, isSeen: left.isSeen && right.isSeen };
  };
  const [shoulders, ankles, toes] = [pair('shoulder'), pair('ankle'), pair('foot-index')];
  if (!shoulders.isSeen || !ankles.isSeen) return null;
  const lengthPx = Math.hypot((shoulders.x - ankles.x) * width, (shoulders.y - ankles.y) * height);
  if (lengthPx < 1) return null;
  return { x: ankles.x, floor: Math.max(ankles.y, toes.y), lengthPx };
}
