import { otherSide, SIDES, type Millis, type Side } from '../units';
import type { FootMove } from './foot-track';
import { gapOf, movingFoot, outward, placeOf, togetherShare, wereBothDown, type Feet } from './lateral-feet';
import type { Threshold } from './threshold';
import type { Transition } from './transition';

/** The numbers of a step to the side. Lengths in body lengths. */
export interface LateralStepLimits {
  /** The lead foot must go out by this, the trail foot must follow by this. */
  readonly minStep: Threshold;
  /** …and by this share of what the lead foot went. */
  readonly minFollow: Threshold;
  /** A longer way in one step is a leap or a walk. */
  readonly maxStep: Threshold;
  /** Feet this near to each other have crossed, or stand in profile: a walk. */
  readonly minGap: Threshold;
  /** Feet this far apart before the step are a lunge or a leap. */
  readonly maxGap: Threshold;
  readonly minMs: Threshold<Millis>;
  readonly maxMs: Threshold<Millis>;
  /** Both feet must have been planted for this long before the first step, and after a loss. */
  readonly readyMs: Threshold<Millis>;
}

/** What the feet are doing. `side` = direction of travel = the lead leg. */
export type LateralStep =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly became: boolean }
  | { readonly kind: 'under-way'; readonly lead: Lead }
  | { readonly kind: 'stepped'; readonly lead: Lead; readonly endMs: Millis }
  /** The lead foot went out and came back, or nothing followed. */
  | { readonly kind: 'returned'; readonly lead: Lead; readonly endMs: Millis }
  /** It was no step to the side: both feet moved at once, feet crossed, the stance only widened. */
  | { readonly kind: 'dropped' };

/** The way of the foot that goes out first. */
export interface Lead {
  readonly side: Side;
  readonly startMs: Millis;
  /** When the lead foot was farthest out. */
  readonly outMs: Millis;
  /** How far the lead foot went, body lengths. */
  readonly way: number;
}

/** A step under way, with what is known of both feet so far. */
interface Stride extends Lead {
  /** Whether the lead foot has been planted out there. */
  readonly landed: boolean;
  /** How far the trail foot has followed. */
  readonly followed: number;
  /** The feet's smallest distance so far. */
  readonly narrowest: number;
}

/** A step whose trail foot has just landed. */
interface Landing {
  readonly lead: Lead;
  readonly endMs: Millis;
  /** Where it landed, body lengths. */
  readonly place: number;
}

/** Where somebody is in a run of steps. */
export type Phase =
  | { readonly phase: 'unready' }
  | { readonly phase: 'ready' }
  | { readonly phase: 'striding'; readonly stride: Stride }
  | { readonly phase: 'landed'; readonly landing: Landing };

/** What a frame makes of the phase, and of the step. */
export type Stepped = Transition<Phase, LateralStep>;

/** A foot that comes back by this share of its way has returned. */
const RETURNED = 0.6;
/** When the lead foot is nearly out, the trail foot may have done at most this share of its own way: else both hop, or the camera pans. */
const MAX_TOGETHER = 0.4;
/** The trail foot may follow by this share of the shortest step: stances narrow a little. */
const LEAST_FOLLOW = 0.7;
/** A trail foot must stay where it landed for this long, within this, body lengths. */
const CONFIRM_MS = 60;
const MAX_SETTLE = 0.03;

const DROPPED: Stepped = { state: { phase: 'ready' }, output: { kind: 'dropped' } };

const goOn = (stride: Stride): Stepped => ({
  state: { phase: 'striding', stride },
  output: { kind: 'under-way', lead: stride },
});

const returned = (lead: Lead, endMs: Millis): Stepped => ({
  state: { phase: 'ready' },
  output: { kind: 'returned', lead, endMs },
});

/** Ready: a step begins with a foot that goes outward from the floor, far enough. */
export function begin(feet: Feet, limits: LateralStepLimits): Stepped {
  for (const side of SIDES) {
    const ended = feet.ended[side];
    const lead = leadOf(side, ended, feet, limits) ?? leadOf(side, movingFoot(feet, side), feet, limits);
    if (!lead) continue;
    const gap = gapOf(feet);
    if (gap - lead.way > limits.maxGap.value)
      return { state: { phase: 'ready' }, output: { kind: 'waiting' } };
    return goOn({ ...lead, landed: ended !== null, followed: 0, narrowest: gap });
  }
  return { state: { phase: 'ready' }, output: { kind: 'ready', became: false } };
}

/** The lead foot goes on, the trail foot comes after it. */
export function carryOn(before: Stride, feet: Feet, atMs: Millis, limits: LateralStepLimits): Stepped {
  const stride = { ...before, narrowest: Math.min(before.narrowest, gapOf(feet)) };
  const own = feet.ended[before.side];
  if (own && hasReturned(stride, own)) return returned(stride, own.endMs);
  const led = own ? afterMove(stride, own) : whileMoving(stride, feet, atMs);
  if (own && led.way < limits.minStep.value / 2) return DROPPED;
  const trail = feet.ended[otherSide(before.side)];
  if (trail) return follow(led, trail, feet, limits);
  return atMs - led.startMs > limits.maxMs.value ? returned(led, atMs) : goOn(led);
}

/** The trail foot stays where it landed: it was a step. A foot that only turns round there leaves again. */
export function confirm(landing: Landing, feet: Feet, atMs: Millis): Stepped {
  const { lead, endMs, place } = landing;
  if (Math.abs(placeOf(feet, otherSide(lead.side)) - place) > MAX_SETTLE) return DROPPED;
  return atMs - endMs < CONFIRM_MS
    ? { state: { phase: 'landed', landing }, output: { kind: 'under-way', lead } }
    : { state: { phase: 'ready' }, output: { kind: 'stepped', lead, endMs } };
}

const leadOf = (
  side: Side,
  move: FootMove | null,
  feet: Feet,
  { minStep }: LateralStepLimits,
): Lead | null => {
  if (!move || outward(side, move.way) < minStep.value || !wereBothDown(feet, move.startMs)) return null;
  return { side, startMs: move.startMs, outMs: move.endMs, way: outward(side, move.way) };
};

const hasReturned = ({ side, landed, way }: Stride, own: FootMove): boolean =>
  landed && outward(side, own.way) <= -RETURNED * way;

/** The lead foot has landed, or has made one more move since. */
const afterMove = (stride: Stride, own: FootMove): Stride => {
  const way = outward(stride.side, own.way);
  const outMs = way > 0 ? own.endMs : stride.outMs;
  return { ...stride, way: stride.landed ? stride.way + way : way, outMs, landed: true };
};

/** Until it has landed for the first time, the lead foot is as far out as it is now. */
const whileMoving = (stride: Stride, feet: Feet, atMs: Millis): Stride => {
  const way = outward(stride.side, movingFoot(feet, stride.side)?.way ?? 0);
  return !stride.landed && way > 0 ? { ...stride, way, outMs: atMs } : stride;
};

/** The other foot has landed: is it the second half of a step? */
function follow(stride: Stride, trail: FootMove, feet: Feet, limits: LateralStepLimits): Stepped {
  const { minStep, minFollow } = limits;
  const way = stride.followed + outward(stride.side, trail.way);
  if (way <= -minStep.value) return DROPPED;
  const enough = Math.max(minStep.value * LEAST_FOLLOW, minFollow.value * stride.way);
  if (way < enough || !wereBothDown(feet, trail.endMs)) return goOn({ ...stride, followed: way });
  if (!isStep(stride, way, trail.endMs - stride.startMs, limits)) return DROPPED;
  if (togetherShare(feet, stride) > MAX_TOGETHER) return DROPPED;
  const place = placeOf(feet, otherSide(stride.side));
  return {
    state: { phase: 'landed', landing: { lead: stride, endMs: trail.endMs, place } },
    output: { kind: 'under-way', lead: stride },
  };
}

/** Neither a leap nor a walk, and neither too quick nor too slow. */
const isStep = (
  { way, narrowest }: Stride,
  followed: number,
  lastsMs: number,
  { minMs, maxMs, maxStep, minGap }: LateralStepLimits,
): boolean =>
  lastsMs >= minMs.value &&
  lastsMs <= maxMs.value &&
  Math.max(followed, way) <= maxStep.value &&
  narrowest >= minGap.value;
