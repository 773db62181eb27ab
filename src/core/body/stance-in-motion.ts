import { createTimeWindow, quantile } from '../signal/quantile';
import { millis, type Millis } from '../units';
import type { Skeleton } from './skeleton';
import { bodyLength, stanceOf, type Stance } from './stance';
import { isUpright } from './standing';

/** Two to four repetitions: what a body comes back to shows in them. */
const WATCHED_MS = millis(9000);
/** With less than this seen, a single movement would pass for the stance. */
const LEAST_MS = 3500;
/** Skeletons nearer in time than this say the same. */
const EVERY_MS = 90;
/** Standing is where the body is longest in the picture; what is shorter by more than this share is a lunge, a squat or a lift. */
const TALL_SHARE = 0.93;
/** How long it is: the tenth longest, since one frame may err. */
const LONGEST_SHARE = 0.9;
/** With fewer tall moments than this, half a second of them, nothing is known of how the body stands. */
const LEAST_TALL = 5;
/** Looked for again after this. */
const RENEW_MS = 500;

/** Finds the stance of somebody who never stands still. */
export interface InMotionWatch {
  /** Feeds one smoothed skeleton that is not levelled; the stance, when there is a new one. */
  step(skeleton: Skeleton): Stance | null;
  interrupt(): void;
}

/**
 * Somebody who moves from the first picture on comes back to a stance again and again. Among the moments in which the body is tall,
 * each joint is there more often than anywhere else: in the shortest stretch that holds half of its places.
 */
export function createInMotionWatch(): InMotionWatch {
  const window = createTimeWindow<Skeleton>(WATCHED_MS);
  let lastMs: Millis | null = null;
  let foundMs: Millis | null = null;
  return {
    step(skeleton) {
      const atMs = skeleton.timestampMs;
      if (!isUpright(skeleton) || (lastMs !== null && atMs - lastMs < EVERY_MS)) return null;
      lastMs = atMs;
      window.push(skeleton, atMs);
      if (window.coveredMs < LEAST_MS || window.entries.length * EVERY_MS * 2 < LEAST_MS) return null;
      if (foundMs !== null && atMs - foundMs < RENEW_MS) return null;
      foundMs = atMs;
      const tall = tallest(window.entries.map(({ value }) => value));
      return tall.length < LEAST_TALL ? null : stanceOf('in-motion', commonSkeleton(tall), null);
    },
    interrupt() {
      window.clear();
      lastMs = null;
      foundMs = null;
    },
  };
}

function tallest(skeletons: readonly Skeleton[]): readonly Skeleton[] {
  const tall = TALL_SHARE * (quantile(skeletons.map(bodyLength), LONGEST_SHARE) ?? 0);
  return skeletons.filter((skeleton) => bodyLength(skeleton) >= tall);
}

function commonSkeleton(skeletons: readonly Skeleton[]): Skeleton {
  const last = skeletons.at(-1) as Skeleton;
  const common = (pick: (skeleton: Skeleton) => Float64Array): Float64Array =>
    pick(last).map((_, i) => shortestHalf(skeletons.map((skeleton) => pick(skeleton)[i] ?? 0)));
  return {
    timestampMs: last.timestampMs,
    picture: common(({ picture }) => picture),
    world: common(({ world }) => world),
    visibility: common(({ visibility }) => visibility),
  };
}

/** Mean of the shortest stretch that holds half of the values: where they are most often. */
function shortestHalf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const count = Math.ceil(sorted.length / 2);
  let best = { from: 0, length: Infinity };
  for (let from = 0; from + count <= sorted.length; from++) {
    const length = (sorted[from + count - 1] ?? 0) - (sorted[from] ?? 0);
    if (length < best.length) best = { from, length };
  }
  const half = sorted.slice(best.from, best.from + count);
  return half.reduce((sum, value) => sum + value, 0) / half.length;
}
