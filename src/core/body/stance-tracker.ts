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

/** The person's own stance, and where the person is seen to stand. */
interface Standing {
  readonly stance: Stance | null;
  readonly isPlaced: boolean;
  /** When the stance last followed the present one. */
  readonly followedMs: Millis | null;
  /** Where the person stands still other than in the known stance, and since when. */
  readonly elsewhere: Stance | null;
}

const UNKNOWN: Standing = { stance: null, isPlaced: false, followedMs: null, elsewhere: null };

/** A tracker that knows nobody yet. */
export function createStanceTracker(): StanceTracker {
  const stillness = createStillnessWatch();
  const inMotion = createInMotionWatch();
  let standing = UNKNOWN;
  let seenMs: Millis | null = null;

  const place = (found: Stance): void => {
    standing = placed(found);
    inMotion.interrupt();
  };

  const displace = (): void => {
    standing = { ...standing, isPlaced: false, elsewhere: null };
    stillness.interrupt();
    inMotion.interrupt();
  };

  /** Without standing still, a stance can be read from the movement; one of quiet standing is better. */
  const move = (skeleton: Skeleton): void => {
    standing = { ...standing, elsewhere: null };
    if (quietStance(standing)) return;
    const found = inMotion.step(skeleton);
    if (found && isBetter(found, standing)) place(found);
  };

  return {
    get stance() {
      return standing.stance;
    },
    get isPlaced() {
      return standing.isPlaced;
    },
    interrupt() {
      stillness.interrupt();
      standing = { ...standing, elsewhere: null };
    },
    resume: place,
    step(skeleton) {
      const atMs = skeleton.timestampMs;
      if (seenMs !== null && atMs - seenMs > AWAY_MS) displace();
      seenMs = atMs;
      const still = stillness.step(skeleton, standing.stance === null);
      if (!still) {
        move(skeleton);
        return false;
      }
      const known = quietStance(standing);
      const seen = stanceOf('quiet', meanSkeleton(still), known?.anchor ?? null);
      if (known) standing = follow(standing, known, seen, atMs);
      else place(seen);
      return true;
    },
  };
}

const placed = (stance: Stance): Standing => ({
  stance,
  isPlaced: true,
  followedMs: stance.updatedMs,
  elsewhere: null,
});

/** The stance of quiet standing where the person is; null while there is none. */
const quietStance = ({ stance, isPlaced }: Standing): Stance | null =>
  isPlaced && stance?.kind === 'quiet' ? stance : null;

/** Where none holds, any; else one in which the body is longer: what was taken for standing was the bottom of a movement. */
const isBetter = (found: Stance, { stance, isPlaced }: Standing): boolean =>
  !stance || !isPlaced || found.scalePx > NEARER * stance.scalePx;

/** Standing still once more: the known stance follows, or the person stands elsewhere. */
function follow(standing: Standing, known: Stance, seen: Stance, atMs: Millis): Standing {
  if (legsAgree(known, seen)) {
    const dtMs = Math.min(atMs - (standing.followedMs ?? atMs), 200);
    const stance = blendStances(known, seen, 1 - Math.exp(-dtMs / FOLLOW_MS));
    return { ...standing, stance, followedMs: atMs, elsewhere: null };
  }
  if (seen.scalePx > NEARER * known.scalePx) return placed(stanceOf('quiet', seen.raw, null));
  const { elsewhere } = standing;
  // A slow movement is quiet, too, but it does not stay.
  if (!elsewhere || !legsAgree(elsewhere, seen)) return { ...standing, followedMs: atMs, elsewhere: seen };
  return atMs - elsewhere.updatedMs >= MOVED_AFTER_MS ? placed(seen) : { ...standing, followedMs: atMs };
}
