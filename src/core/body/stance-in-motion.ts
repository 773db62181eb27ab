import { createTimeWindow, median, quantile } from '../signal/quantile';
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

/** What a moving body comes back to. */
export interface InMotionStance {
  readonly stance: Stance;
  /** Whether it was watched for as long as is looked back: what was seen less of may still change. */
  readonly isSettled: boolean;
}

/** Finds the stance of somebody who never stands still. */
export interface InMotionWatch {
  /** Feeds one smoothed skeleton that is not levelled; the stance, when it was looked for anew and there is one. */
  step(skeleton: Skeleton): InMotionStance | null;
  interrupt(): void;
}

/**
 * Somebody who moves from the first picture on comes back to a stance again and again: among the moments in which the body is tall,
 * each joint is in the middle of its places there. Of marches and lunges most tall moments are the stance; a hip hike goes as far below
 * it as above.
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
      if (tall.length < LEAST_TALL) return null;
      const isSettled = window.coveredMs >= WATCHED_MS - RENEW_MS;
      return { stance: stanceOf('in-motion', commonSkeleton(tall), null), isSettled };
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
    pick(last).map((_, i) => median(skeletons.map((skeleton) => pick(skeleton)[i] ?? 0)) ?? 0);
  return {
    timestampMs: last.timestampMs,
    picture: common(({ picture }) => picture),
    world: common(({ world }) => world),
    visibility: common(({ visibility }) => visibility),
  };
}
