import type { Millis } from '../units';
import type { Skeleton } from './skeleton';
import { createInMotionWatch } from './stance-in-motion';
import { blendStances, legsAgree, meanSkeleton, stanceOf, type Stance } from './stance';
import { createStillnessWatch } from './standing';

/** Keeps the person's own stance current for as long as the source lives. */
export interface StanceTracker {
  /** Feeds one smoothed skeleton that is not levelled yet; tells whether the person stands still. */
  step(skeleton: Skeleton): boolean;
  /** The person's own; null until one was seen. Its roll and angles hold wherever the person is. */
  readonly stance: Stance | null;
  /** Whether the person is where the stance was taken: else floor and size must be found anew. */
  readonly isPlaced: boolean;
  /** Somebody else was seen: what comes next is compared with nothing that came before. */
  interrupt(): void;
  /** Begins with a stance that is known from before: a replaced worker goes on where the old one stopped. */
  resume(stance: Stance): void;
}

/** Still in one other place for this long, it is the stance now (a step aside, a knocked camera). */
const MOVED_AFTER_MS = 1500;
/** Time constant with which a known stance follows the present one. */
const FOLLOW_MS = 3000;
/** Out of sight for longer, somebody has walked away. */
const AWAY_MS = 3000;
/**
 * Standing still, the body's length in the picture stays within 1.01; after a step toward the camera it is longer by this ratio.
 * A shorter one may be a squat.
 */
const NEARER = 1.05;

export function createStanceTracker(): StanceTracker {
  const stillness = createStillnessWatch();
  const inMotion = createInMotionWatch();
  let stance: Stance | null = null;
  let isPlaced = false;
  let seenMs: Millis | null = null;
  let followedMs: Millis | null = null;
  /** Where the person stands still other than in the known stance, and since when. */
  let elsewhere: Stance | null = null;

  const place = (found: Stance): void => {
    stance = found;
    isPlaced = true;
    elsewhere = null;
    followedMs = found.updatedMs;
    inMotion.interrupt();
  };

  const displace = (): void => {
    isPlaced = false;
    elsewhere = null;
    stillness.interrupt();
    inMotion.interrupt();
  };

  const adopt = (known: Stance, seen: Stance, atMs: Millis): void => {
    const dtMs = atMs - (followedMs ?? atMs);
    followedMs = atMs;
    if (legsAgree(known, seen)) {
      stance = blendStances(known, seen, 1 - Math.exp(-Math.min(dtMs, 200) / FOLLOW_MS));
      elsewhere = null;
    } else if (seen.scalePx > NEARER * known.scalePx) {
      place(stanceOf('quiet', seen.raw, null));
    } else if (!elsewhere || !legsAgree(elsewhere, seen)) {
      // A slow movement is quiet, too, but it does not stay.
      elsewhere = seen;
    } else if (atMs - elsewhere.updatedMs >= MOVED_AFTER_MS) {
      place(seen);
    }
  };

  return {
    get stance() {
      return stance;
    },
    get isPlaced() {
      return isPlaced;
    },
    interrupt() {
      stillness.interrupt();
      elsewhere = null;
    },
    resume(known) {
      place(known);
    },
    step(skeleton) {
      const atMs = skeleton.timestampMs;
      if (seenMs !== null && atMs - seenMs > AWAY_MS) displace();
      seenMs = atMs;
      const still = stillness.step(skeleton, stance === null);
      if (!still) {
        elsewhere = null;
        if (isPlaced && stance?.kind === 'quiet') return false;
        const found = inMotion.step(skeleton);
        if (found && !isPlaced) place(found);
        return false;
      }
      const isKept = stance?.kind === 'quiet' && isPlaced;
      const seen = stanceOf('quiet', meanSkeleton(still), isKept ? (stance?.anchor ?? null) : null);
      if (stance && isKept) adopt(stance, seen, atMs);
      else place(seen);
      return true;
    },
  };
}
