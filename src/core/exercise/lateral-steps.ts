import type { BodyPoints } from '../body/body-points';
import { millis, otherSide, SIDES, type Millis, type PerSide, type Side } from '../units';
import type { Threshold } from './threshold';
import { createFootTrack, type FootMove, type FootTrack } from './foot-track';

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
  | {
      readonly kind: 'under-way';
      readonly began: boolean;
      readonly lead: Lead;
      readonly swinging: Side | null;
    }
  | { readonly kind: 'stepped'; readonly lead: Lead; readonly endMs: Millis }
  /** The lead foot went out and came back, or nothing followed. */
  | { readonly kind: 'returned'; readonly lead: Lead; readonly endMs: Millis }
  /** It was no step to the side: both feet moved at once, feet crossed, the stance only widened. */
  | { readonly kind: 'dropped' };

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
  readonly landed: boolean;
  /** How far the trail foot has followed, and since when. */
  readonly followed: number;
  readonly followMs: Millis | null;
}

export interface LateralSteps {
  /** Feeds one frame and the person's own quiet stance. */
  step(body: BodyPoints, stance: BodyPoints, atMs: Millis): LateralStep;
  /** Nobody seen: what is under way is forgotten, both feet must be planted again. */
  lose(): void;
}

const TRACK = {
  departAt: 0.022,
  stillSpeed: 0.03,
  stillShare: 0.25,
  speedMs: millis(90),
  plantMs: millis(200),
} as const;

/** A foot that comes back by this share of its way has returned. */
const RETURNED = 0.6;
/** When the lead foot is this far on its way… */
const NEARLY_OUT = 0.85;
/** …the trail foot may have done at most this share of its own: else both hop, or the camera pans. */
const MAX_TOGETHER = 0.4;
/** One foot this much above the other hangs in the air, body lengths (the landmarks of planted feet differ by up to 0.046). */
const FOOT_LIFTED = 0.05;
/** Longer than the slowest step. */
const HISTORY_MS = 7000;

/** A trail foot must stay where it landed for this long, within this, body lengths. */
const CONFIRM_MS = 60;
const MAX_SETTLE = 0.03;

/** A step whose trail foot has just landed. */
interface Landing {
  readonly lead: Lead;
  readonly endMs: Millis;
  readonly place: number;
}

/** Where both feet were. */
interface Feet {
  readonly atMs: Millis;
  readonly left: number;
  readonly right: number;
  /** Left foot above the right one, less what the camera shows of it in the stance. */
  readonly leftAbove: number;
}

/** The trail foot may follow by this share of the shortest step: stances narrow a little. */
const LEAST_FOLLOW = 0.7;

/** Finds steps to the side by following where each foot is planted: out with one foot, after it with the other. */
export function createLateralSteps(limits: LateralStepLimits): LateralSteps {
  const tracks: PerSide<FootTrack> = { left: createFootTrack(TRACK), right: createFootTrack(TRACK) };
  let ready = false;
  let lead: Stride | null = null;
  let narrowest = Infinity;
  let history: Feet[] = [];
  let landing: Landing | null = null;

  const drop = (): LateralStep => {
    lead = null;
    return { kind: 'dropped' };
  };

  const place = (body: BodyPoints, side: Side): number => body.ankle[side].x;
  const gapOf = (body: BodyPoints): number => place(body, 'left') - place(body, 'right');

  const becomeReady = (body: BodyPoints, atMs: Millis): LateralStep => {
    const planted = SIDES.every((side) => tracks[side].plantedForMs(atMs) >= limits.readyMs.value);
    const gap = gapOf(body);
    if (!planted || gap < limits.minGap.value || gap > limits.maxGap.value) return { kind: 'waiting' };
    ready = true;
    return { kind: 'ready', became: true };
  };

  const bothDownAt = (atMs: Millis): boolean => {
    const feet = history.findLast((each) => each.atMs <= atMs);
    return feet !== undefined && Math.abs(feet.leftAbove) < FOOT_LIFTED;
  };

  /** A foot on its way outward from the floor, far enough to be the lead of a step. */
  const leading = (side: Side, move: FootMove | null): Lead | null => {
    if (!move || outward(side, move.way) < limits.minStep.value || !bothDownAt(move.startMs)) return null;
    return { side, startMs: move.startMs, outMs: move.endMs, way: outward(side, move.way) };
  };

  const begin = (body: BodyPoints, ended: PerSide<FootMove | null>): LateralStep => {
    for (const side of SIDES) {
      const found = leading(side, ended[side]) ?? leading(side, tracks[side].moving);
      if (!found) continue;
      const gapBefore = gapOf(body) - found.way;
      if (gapBefore > limits.maxGap.value) return { kind: 'waiting' };
      lead = { ...found, landed: ended[side] !== null, followed: 0, followMs: null };
      narrowest = gapOf(body);
      return { kind: 'under-way', began: true, lead, swinging: side };
    }
    return { kind: 'ready', became: false };
  };

  const carryOn = (
    current: Stride,
    body: BodyPoints,
    ended: PerSide<FootMove | null>,
    atMs: Millis,
  ): LateralStep => {
    const trailSide = otherSide(current.side);
    narrowest = Math.min(narrowest, gapOf(body));
    const own = ended[current.side];
    if (own) {
      const way = outward(current.side, own.way);
      if (current.landed && way <= -RETURNED * current.way) {
        lead = null;
        return { kind: 'returned', lead: current, endMs: own.endMs };
      }
      const added = current.landed ? current.way + way : way;
      lead = { ...current, way: added, outMs: way > 0 ? own.endMs : current.outMs, landed: true };
      if (added < limits.minStep.value / 2) return drop();
    }
    const way = outward(current.side, tracks[current.side].moving?.way ?? 0);
    if (!current.landed && !own && way > 0) lead = { ...current, way, outMs: atMs };
    const now = lead ?? current;
    const followed = ended[trailSide];
    if (followed) return follow(now, followed);
    if (atMs - now.startMs > limits.maxMs.value) {
      lead = null;
      return { kind: 'returned', lead: now, endMs: atMs };
    }
    const swinging = SIDES.find((side) => tracks[side].moving !== null) ?? null;
    return { kind: 'under-way', began: false, lead: now, swinging };
  };

  /** The other foot has landed: is it the second half of a step? */
  const follow = (now: Stride, trail: FootMove): LateralStep => {
    const way = now.followed + outward(now.side, trail.way);
    if (way <= -limits.minStep.value) return drop();
    const enough = Math.max(limits.minStep.value * LEAST_FOLLOW, limits.minFollow.value * now.way);
    const followMs = now.followMs ?? trail.startMs;
    if (way < enough || !bothDownAt(trail.endMs)) {
      lead = { ...now, followed: way, followMs: way > 0 ? followMs : null };
      return { kind: 'under-way', began: false, lead, swinging: null };
    }
    const lastsMs = trail.endMs - now.startMs;
    const isStep =
      lastsMs >= limits.minMs.value &&
      lastsMs <= limits.maxMs.value &&
      Math.max(way, now.way) <= limits.maxStep.value &&
      narrowest >= limits.minGap.value &&
      togetherShare(history, now) <= MAX_TOGETHER;
    lead = null;
    if (!isStep) return { kind: 'dropped' };
    landing = { lead: now, endMs: trail.endMs, place: history.at(-1)?.[otherSide(now.side)] ?? 0 };
    return { kind: 'under-way', began: false, lead: now, swinging: null };
  };

  /** The trail foot stays where it landed: it was a step. A foot that only turns round there leaves again. */
  const confirm = (found: Landing, body: BodyPoints, atMs: Millis): LateralStep => {
    if (Math.abs(place(body, otherSide(found.lead.side)) - found.place) > MAX_SETTLE) {
      landing = null;
      return { kind: 'dropped' };
    }
    if (atMs - found.endMs < CONFIRM_MS) {
      return { kind: 'under-way', began: false, lead: found.lead, swinging: null };
    }
    landing = null;
    return { kind: 'stepped', lead: found.lead, endMs: found.endMs };
  };

  return {
    step(body, stance, atMs) {
      const own = stance.ankle.left.y - stance.ankle.right.y;
      const leftAbove = body.ankle.left.y - body.ankle.right.y - own;
      const feet = { atMs, left: place(body, 'left'), right: place(body, 'right'), leftAbove };
      history = [...history.filter((each) => each.atMs > atMs - HISTORY_MS), feet];
      const ended = {
        left: tracks.left.step(place(body, 'left'), atMs),
        right: tracks.right.step(place(body, 'right'), atMs),
      };
      if (!ready) return becomeReady(body, atMs);
      if (gapOf(body) < limits.minGap.value / 2) {
        // Feet in profile or crossed: somebody walks. Both feet must be planted before anything counts again.
        lead = null;
        landing = null;
        ready = false;
        return { kind: 'waiting' };
      }
      if (landing) return confirm(landing, body, atMs);
      return lead ? carryOn(lead, body, ended, atMs) : begin(body, ended);
    },
    lose() {
      for (const side of SIDES) tracks[side].reset();
      history = [];
      ready = false;
      lead = null;
      landing = null;
    },
  };
}

/** Way in the direction away from the midline for a foot of this side. */
const outward = (side: Side, way: number): number => (side === 'left' ? way : -way);

/** How much of its way the trail foot had done when the lead foot was nearly out. */
const togetherShare = (history: readonly Feet[], lead: Lead): number => {
  const trail = otherSide(lead.side);
  const from = history.findLast((feet) => feet.atMs <= lead.startMs);
  const now = history.at(-1);
  if (!from || !now) return 0;
  const nearlyOut = history.find(
    (feet) =>
      feet.atMs > lead.startMs &&
      outward(lead.side, feet[lead.side] - from[lead.side]) >= NEARLY_OUT * lead.way,
  );
  const way = now[trail] - from[trail];
  return nearlyOut && way !== 0 ? (nearlyOut[trail] - from[trail]) / way : 0;
};
