import { millis, type Millis } from '../units';

/** One move of a foot from where it was planted to where it is planted now. */
export interface FootMove {
  readonly startMs: Millis;
  readonly endMs: Millis;
  /** Way along the axis, in the units of the input, with its sign. */
  readonly way: number;
}

/** Follows one foot along one axis: planted, on its way, planted again. */
export interface FootTrack {
  /** Feeds the foot's place; gives the move that has just ended. */
  step(place: number, atMs: Millis): FootMove | null;
  /** Where the foot was planted last; null until it stood still once. */
  readonly plantedAt: number | null;
  /** The move under way; `endMs` is now. */
  readonly moving: FootMove | null;
  /** How long the foot has been planted. */
  plantedForMs(atMs: Millis): number;
  reset(): void;
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

interface Seen {
  readonly atMs: Millis;
  readonly place: number;
}

interface Running {
  readonly startMs: Millis;
  /** Where the foot was farthest on its way, and when: a foot that turns round has made a move up to there. */
  farthest: Seen;
  topSpeed: number;
}

/** A foot that wanders by less than this share of a departure is planted. */
const PLANT_SHARE = 0.6;

/** How fast a planted foot's place follows the drift of the measurement, per frame. */
const FOLLOW = 0.3;

export function createFootTrack(options: FootTrackOptions): FootTrack {
  let recent: Seen[] = [];
  let planted: { place: number; readonly sinceMs: Millis } | null = null;
  let running: Running | null = null;

  const land = (run: Running, at: Seen, nowMs: Millis): FootMove => {
    const move = { startMs: run.startMs, endMs: at.atMs, way: at.place - (planted?.place ?? at.place) };
    planted = { place: at.place, sinceMs: nowMs };
    running = null;
    return move;
  };

  const stand = (place: number, atMs: Millis, speed: number): null => {
    if (!planted) {
      const sinceMs = millis(atMs - options.plantMs);
      if (staysWithin(recent, sinceMs, options.departAt * PLANT_SHARE)) planted = { place, sinceMs };
      return null;
    }
    const way = place - planted.place;
    if (Math.abs(way) >= options.departAt) {
      running = {
        startMs: departureMs(recent, planted.place, options.departAt),
        farthest: { atMs, place },
        topSpeed: speed,
      };
    } else if (speed <= options.stillSpeed) planted.place += FOLLOW * way;
    return null;
  };

  const walk = (run: Running, place: number, atMs: Millis, speed: number): FootMove | null => {
    const from = planted?.place ?? place;
    run.topSpeed = Math.max(run.topSpeed, speed);
    const direction = Math.sign(run.farthest.place - from);
    if ((place - run.farthest.place) * direction >= 0) run.farthest = { atMs, place };
    const back = (run.farthest.place - place) * direction;
    if (back >= options.departAt) {
      const turned = run.farthest;
      const move = land(run, turned, turned.atMs);
      running = { startMs: turned.atMs, farthest: { atMs, place }, topSpeed: speed };
      return move;
    }
    const still = Math.max(options.stillSpeed, options.stillShare * run.topSpeed);
    return speed <= still ? land(run, { atMs, place }, atMs) : null;
  };

  return {
    get plantedAt() {
      return planted?.place ?? null;
    },
    get moving() {
      const now = recent.at(-1);
      if (!running || !planted || !now) return null;
      return { startMs: running.startMs, endMs: now.atMs, way: now.place - planted.place };
    },
    plantedForMs: (atMs) => (planted && !running ? atMs - planted.sinceMs : 0),
    step(place, atMs) {
      recent = [...recent.slice(-KEPT), { atMs, place }];
      const speed = speedOver(recent, options.speedMs);
      return running ? walk(running, place, atMs, speed) : stand(place, atMs, speed);
    },
    reset() {
      recent = [];
      planted = null;
      running = null;
    },
  };
}

/** Frames that are kept: enough for the speed at 60 frames/s and the way back to a slow departure. */
const KEPT = 40;

/** Mean speed over the last `spanMs` or more, without sign; infinite until so much was seen. */
const speedOver = (recent: readonly Seen[], spanMs: Millis): number => {
  const now = recent.at(-1);
  const before = now && recent.findLast((seen) => seen.atMs <= now.atMs - spanMs);
  if (!now || !before) return Infinity;
  return (Math.abs(now.place - before.place) * 1000) / (now.atMs - before.atMs);
};

/** Whether all places since a moment lie within a range, and that moment was seen. */
const staysWithin = (recent: readonly Seen[], sinceMs: Millis, range: number): boolean => {
  const first = recent.findLastIndex((seen) => seen.atMs <= sinceMs);
  if (first < 0) return false;
  const places = recent.slice(first).map((seen) => seen.place);
  return Math.max(...places) - Math.min(...places) <= range;
};

/** The last moment at which the foot was still (nearly) where it was planted. */
const departureMs = (recent: readonly Seen[], from: number, departAt: number): Millis => {
  const last = recent.findLast((seen) => Math.abs(seen.place - from) < departAt / 3);
  return last?.atMs ?? recent[0]?.atMs ?? millis(0);
};
