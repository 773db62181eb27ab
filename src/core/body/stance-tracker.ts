import type { Millis } from '../units';
import type { Skeleton } from './skeleton';
import { createInMotionWatch, type InMotionStance } from './stance-in-motion';
import { blendStances, legsAgree, meanSkeleton, placedStance, stanceOf, type Stance } from './stance';
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

/** A shallow squat shortens the body in the picture by this ratio and more, a foot that hangs from a step lengthens it by less. */
const SUNK = 1.02;

/**
 * Still for this long before anything moved, somebody stands and waits. A slow hike is held at its lowest point for as long, so that
 * later on it takes {@link MOVED_AFTER_MS}.
 */
const SURE_AFTER_MS = 1000;
/** Knees and ankles this near to where the moving body comes back to, both are the same stance. Body lengths. */
const SAME_AS_IN_MOTION = 0.012;

/** The person's own stance, and where the person is seen to stand. */
interface Standing {
  readonly stance: Stance | null;
  readonly isPlaced: boolean;
  /** When the stance last followed the present one. */
  readonly followedMs: Millis | null;
  /** Where the person stands still other than in the known stance, and since when. */
  readonly elsewhere: Stance | null;
}

/** The person standing still at this moment. */
interface Still {
  readonly mean: Skeleton;
  readonly sinceMs: Millis;
}

const UNKNOWN: Standing = { stance: null, isPlaced: false, followedMs: null, elsewhere: null };

/** A tracker that knows nobody yet. */
export function createStanceTracker(): StanceTracker {
  const stillness = createStillnessWatch();
  const inMotion = createInMotionWatch();
  let standing = UNKNOWN;
  let seenMs: Millis | null = null;
  let stillSinceMs: Millis | null = null;

  const displace = (): void => {
    standing = { ...standing, isPlaced: false, elsewhere: null };
    stillness.interrupt();
    inMotion.interrupt();
  };

  /** As long as nothing is sure, the movement itself is asked, too. */
  const watchMotion = (skeleton: Skeleton): void => {
    if (placedStance(standing)?.kind === 'quiet') return;
    const found = inMotion.step(skeleton);
    if (found) standing = weighMoving(standing, found);
  };

  const stillIn = (skeleton: Skeleton): Still | null => {
    const still = stillness.step(skeleton, standing.stance === null);
    stillSinceMs = still ? (stillSinceMs ?? still[0]?.timestampMs ?? null) : null;
    return still && stillSinceMs !== null ? { mean: meanSkeleton(still), sinceMs: stillSinceMs } : null;
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
    resume(stance) {
      standing = placed(stance);
      inMotion.interrupt();
    },
    step(skeleton) {
      const atMs = skeleton.timestampMs;
      if (seenMs !== null && atMs - seenMs > AWAY_MS) displace();
      seenMs = atMs;
      const still = stillIn(skeleton);
      watchMotion(skeleton);
      if (still) standing = weighStill(standing, still);
      else standing = { ...standing, elsewhere: null };
      return still !== null;
    },
  };
}

const placed = (stance: Stance): Standing => ({
  stance,
  isPlaced: true,
  followedMs: stance.updatedMs,
  elsewhere: null,
});

/** In the first the body is longer: what was taken for standing in the other was the lowest point of a movement. */
const isTaller = (a: Stance, b: Stance): boolean => a.scalePx > NEARER * b.scalePx;

/**
 * What a moving body comes back to is taken where nothing better is known. A stance that was only glimpsed stays as long as it agrees;
 * if not, the glimpse was of a pause within a movement.
 */
function weighMoving(standing: Standing, { stance: found, isSettled }: InMotionStance): Standing {
  const known = placedStance(standing);
  if (!known || isTaller(found, known)) return placed(found);
  // Somebody who keeps one foot up does not stand like that.
  const isLifted = found.feet === 'uneven' && known.feet === 'level';
  if (isLifted || isSquatOf(known, found) || isSame(known, found))
    return isSettled && known.kind === 'glimpsed'
      ? { ...standing, stance: { ...known, kind: 'quiet' } }
      : standing;
  return isSettled && known.kind === 'in-motion' ? standing : placed(found);
}

/** A moving body that comes back to something shorter than what was seen standing still comes back to a squat. */
const isSquatOf = (known: Stance, found: Stance): boolean => known.scalePx > SUNK * found.scalePx;

/** One stance, as far as what a moving body comes back to can tell. */
const isSame = (a: Stance, b: Stance): boolean => legsAgree(a, b, SAME_AS_IN_MOTION);

/** Standing still, for the first time or once more. */
function weighStill(standing: Standing, { mean, sinceMs }: Still): Standing {
  const known = placedStance(standing);
  if (!known) return placed(stanceOf('glimpsed', mean, null));
  const lastedMs = mean.timestampMs - sinceMs;
  if (known.kind === 'in-motion') {
    const seen = stanceOf('quiet', mean, null);
    return lastedMs >= SURE_AFTER_MS || isTaller(seen, known) || isSame(seen, known)
      ? placed(seen)
      : standing;
  }
  const isFirst = known.foundMs >= sinceMs;
  const isSure = lastedMs >= (isFirst ? SURE_AFTER_MS : MOVED_AFTER_MS);
  return follow(standing, known, stanceOf(isSure ? 'quiet' : 'glimpsed', mean, known.anchor));
}

/** The known stance follows, or the person stands elsewhere. */
function follow(standing: Standing, known: Stance, seen: Stance): Standing {
  const atMs = seen.updatedMs;
  const kind = known.kind === 'quiet' ? 'quiet' : seen.kind;
  if (legsAgree(known, seen)) {
    const dtMs = Math.min(atMs - (standing.followedMs ?? atMs), 200);
    const stance = { ...blendStances(known, seen, 1 - Math.exp(-dtMs / FOLLOW_MS)), kind };
    return { ...standing, stance, followedMs: atMs, elsewhere: null };
  }
  if (isTaller(seen, known)) return placed(stanceOf(kind, seen.raw, null));
  const { elsewhere } = standing;
  // A slow movement is quiet, too, but it does not stay.
  if (!elsewhere || !legsAgree(elsewhere, seen)) return { ...standing, followedMs: atMs, elsewhere: seen };
  if (atMs - elsewhere.updatedMs < MOVED_AFTER_MS) return { ...standing, followedMs: atMs };
  // The person has moved; where the stance was before, it was right.
  return placed({ ...seen, kind: 'quiet', foundMs: known.foundMs });
}
