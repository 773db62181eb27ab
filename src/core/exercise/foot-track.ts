import { millis, type Millis } from '../units';
import type { Transition } from './transition';

/** One move of a foot from where it was planted to where it is planted now. */
export interface FootMove {
  readonly startMs: Millis;
  readonly endMs: Millis;
  /** Way along the axis, in the units of the input, with its sign. */
  readonly way: number;
}

/** Numbers of the track, in units of the input (body lengths). */
export interface FootTrackOptions {
  /** A foot this far from where it was planted is on its way. */
  readonly departAt: number;
  /** Planted again when slower than this… */
  readonly stillSpeed: number;
  /** …or than this share of the fastest moment of the move: a quick step is over before it stands dead still. */
  readonly stillShare: number;
  /** Speeds are taken over at least this time. */
  readonly speedMs: Millis;
  /** A foot counts as planted for the first time after standing still this long. */
  readonly plantMs: Millis;
}

/** Where a foot was at a moment. */
export interface FootSeen {
  readonly atMs: Millis;
  readonly place: number;
}

interface Planted {
  readonly place: number;
  readonly sinceMs: Millis;
}

interface Moving {
  readonly startMs: Millis;
  /** Where the foot was farthest on its way, and when: a foot that turns round has made a move up to there. */
  readonly farthest: FootSeen;
  readonly topSpeed: number;
}

/** One foot along one axis: planted, on its way, planted again. */
export interface FootTrack {
  /** The last places, in order of time. */
  readonly recent: readonly FootSeen[];
  /** Where the foot was planted last; null until it stood still once. */
  readonly planted: Planted | null;
  /** The way it is on; null while it is planted. */
  readonly moving: Moving | null;
}

/** The track after one more place, and the move that has just ended. */
export type FootStep = Transition<FootTrack, FootMove | null>;

export const NO_TRACK: FootTrack = { recent: [], planted: null, moving: null };

/** A foot that wanders by less than this share of a departure is planted. */
const PLANT_SHARE = 0.6;
/** How fast a planted foot's place follows the drift of the measurement, per frame. */
const FOLLOW = 0.3;
/** Frames that are kept: enough for the speed at 60 frames/s and the way back to a slow departure. */
const KEPT = 40;

/** Follows a foot to its next place. */
export function followFoot(track: FootTrack, seen: FootSeen, options: FootTrackOptions): FootStep {
  const recent = [...track.recent.slice(-KEPT), seen];
  const speed = speedOver(recent, options.speedMs);
  const { planted, moving } = track;
  if (!planted) return { state: { ...track, recent, planted: plant(recent, seen, options) }, output: null };
  return moving
    ? move({ recent, planted, moving }, seen, speed, options)
    : { state: stand({ recent, planted, moving }, seen, speed, options), output: null };
}

/** The move under way; `endMs` is now. */
export const moveUnderWay = ({ recent, planted, moving }: FootTrack): FootMove | null => {
  const now = recent.at(-1);
  if (!moving || !planted || !now) return null;
  return { startMs: moving.startMs, endMs: now.atMs, way: now.place - planted.place };
};

/** How long the foot has been planted. */
export const plantedForMs = ({ planted, moving }: FootTrack, atMs: Millis): number =>
  planted && !moving ? atMs - planted.sinceMs : 0;

/** A foot that was planted once. */
type Known = FootTrack & { readonly planted: Planted };

/** The first time a foot stands still. */
function plant(
  recent: readonly FootSeen[],
  { place, atMs }: FootSeen,
  options: FootTrackOptions,
): Planted | null {
  const sinceMs = millis(atMs - options.plantMs);
  return staysWithin(recent, sinceMs, options.departAt * PLANT_SHARE) ? { place, sinceMs } : null;
}

/** A planted foot stays, and its place follows what is measured; or it departs. */
function stand(track: Known, seen: FootSeen, speed: number, options: FootTrackOptions): FootTrack {
  const { recent, planted } = track;
  const way = seen.place - planted.place;
  if (Math.abs(way) >= options.departAt) {
    const startMs = departureMs(recent, planted.place, options.departAt);
    return { ...track, moving: { startMs, farthest: seen, topSpeed: speed } };
  }
  if (speed > options.stillSpeed) return track;
  return { ...track, planted: { ...planted, place: planted.place + FOLLOW * way } };
}

/** A foot on its way goes on, turns round, or lands. */
function move(
  track: Known & { readonly moving: Moving },
  seen: FootSeen,
  speed: number,
  options: FootTrackOptions,
): FootStep {
  const { startMs } = track.moving;
  const topSpeed = Math.max(track.moving.topSpeed, speed);
  const direction = Math.sign(track.moving.farthest.place - track.planted.place);
  const isFarther = (seen.place - track.moving.farthest.place) * direction >= 0;
  const farthest = isFarther ? seen : track.moving.farthest;
  if ((farthest.place - seen.place) * direction >= options.departAt) {
    const turned = land(track, farthest);
    const back: Moving = { startMs: farthest.atMs, farthest: seen, topSpeed: speed };
    return { ...turned, state: { ...turned.state, moving: back } };
  }
  const still = Math.max(options.stillSpeed, options.stillShare * topSpeed);
  if (speed <= still) return land(track, seen);
  return { state: { ...track, moving: { startMs, farthest, topSpeed } }, output: null };
}

function land(track: Known & { readonly moving: Moving }, { place, atMs }: FootSeen): FootStep {
  return {
    state: { ...track, planted: { place, sinceMs: atMs }, moving: null },
    output: { startMs: track.moving.startMs, endMs: atMs, way: place - track.planted.place },
  };
}

/** Mean speed over the last `spanMs` or more, without sign; infinite until so much was seen. */
const speedOver = (recent: readonly FootSeen[], spanMs: Millis): number => {
  const now = recent.at(-1);
  const before = now && recent.findLast((seen) => seen.atMs <= now.atMs - spanMs);
  if (!now || !before) return Infinity;
  return (Math.abs(now.place - before.place) * 1000) / (now.atMs - before.atMs);
};

/** Whether all places since a moment lie within a range, and that moment was seen. */
const staysWithin = (recent: readonly FootSeen[], sinceMs: Millis, range: number): boolean => {
  const first = recent.findLastIndex((seen) => seen.atMs <= sinceMs);
  if (first < 0) return false;
  const places = recent.slice(first).map((seen) => seen.place);
  return Math.max(...places) - Math.min(...places) <= range;
};

/** The last moment at which the foot was still (nearly) where it was planted. */
const departureMs = (recent: readonly FootSeen[], from: number, departAt: number): Millis => {
  const last = recent.findLast((seen) => Math.abs(seen.place - from) < departAt / 3);
  return last?.atMs ?? recent[0]?.atMs ?? millis(0);
};
