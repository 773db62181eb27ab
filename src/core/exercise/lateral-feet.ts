import type { BodyPoints } from '../body/body-points';
import { millis, otherSide, SIDES, type Millis, type PerSide, type Side } from '../units';
import {
  followFoot,
  moveUnderWay,
  NO_TRACK,
  plantedForMs,
  type FootMove,
  type FootTrack,
} from './foot-track';

/** Numbers of a foot's track, in body lengths. */
const TRACK = {
  departAt: 0.022,
  stillSpeed: 0.03,
  stillShare: 0.25,
  speedMs: millis(90),
  plantMs: millis(200),
} as const;

/** One foot this much above the other hangs in the air, body lengths (the landmarks of planted feet differ by up to 0.046). */
const FOOT_LIFTED = 0.05;
/** Longer than the slowest step. */
const HISTORY_MS = 7000;
/** When the lead foot is this far on its way, the other shows whether both go at once. */
const NEARLY_OUT = 0.85;

/** Where both feet were, body lengths. */
interface FeetSeen {
  readonly atMs: Millis;
  readonly left: number;
  readonly right: number;
  /** Left foot above the right one, less what the camera shows of it in the stance. */
  readonly leftAbove: number;
}

/** Both feet along the line from side to side, followed from frame to frame. */
export interface Feet {
  readonly tracks: PerSide<FootTrack>;
  readonly history: readonly FeetSeen[];
  /** Moves that ended with the last frame. */
  readonly ended: PerSide<FootMove | null>;
}

export const NO_FEET: Feet = {
  tracks: { left: NO_TRACK, right: NO_TRACK },
  history: [],
  ended: { left: null, right: null },
};

/** Follows both feet to the next frame; `stance` is the person's own, standing quietly. */
export function followFeet(feet: Feet, body: BodyPoints, stance: BodyPoints, atMs: Millis): Feet {
  const own = stance.ankle.left.y - stance.ankle.right.y;
  const leftAbove = body.ankle.left.y - body.ankle.right.y - own;
  const seen: FeetSeen = { atMs, left: body.ankle.left.x, right: body.ankle.right.x, leftAbove };
  const left = followFoot(feet.tracks.left, { atMs, place: seen.left }, TRACK);
  const right = followFoot(feet.tracks.right, { atMs, place: seen.right }, TRACK);
  return {
    tracks: { left: left.state, right: right.state },
    history: [...feet.history.filter((each) => each.atMs > atMs - HISTORY_MS), seen],
    ended: { left: left.output, right: right.output },
  };
}

/** From the right foot to the left one; negative when they have crossed. */
export const gapOf = ({ history }: Feet): number => {
  const now = history.at(-1);
  return now ? now.left - now.right : 0;
};

/** Where a foot is now. */
export const placeOf = ({ history }: Feet, side: Side): number => history.at(-1)?.[side] ?? 0;

/** For how long both feet have been planted. */
export const bothPlantedForMs = ({ tracks }: Feet, atMs: Millis): number =>
  Math.min(...SIDES.map((side) => plantedForMs(tracks[side], atMs)));

/** The move of a foot that is under way. */
export const movingFoot = ({ tracks }: Feet, side: Side): FootMove | null => moveUnderWay(tracks[side]);

/** Whether neither foot hung in the air at a moment. */
export const wereBothDown = ({ history }: Feet, atMs: Millis): boolean => {
  const feet = history.findLast((each) => each.atMs <= atMs);
  return feet !== undefined && Math.abs(feet.leftAbove) < FOOT_LIFTED;
};

/** Way in the direction away from the midline for a foot of this side. */
export const outward = (side: Side, way: number): number => (side === 'left' ? way : -way);

/** How much of its way the trail foot had done when the lead foot, on its way since `startMs`, was nearly out. */
export const togetherShare = (
  { history }: Feet,
  lead: { readonly side: Side; readonly startMs: Millis; readonly way: number },
): number => {
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
