import type { Millis } from '../units';
import { distance, midpoint, type Vec2 } from './vector';

/** Where the torso is in the picture and how large it is; any unit, y up or down alike. */
export interface TorsoSighting {
  readonly timestampMs: Millis;
  readonly centre: Vec2;
  /** Larger of torso length and shoulder width. */
  readonly size: number;
}

export interface Identity {
  /** False while the skeleton sits on somebody else. */
  accept(sighting: TorsoSighting): boolean;
  /** Tells that nobody was seen in this frame. */
  miss(timestampMs: Millis): void;
}

/** How far a torso can move: torso sizes per second, on top of a jitter that needs no time. */
const MAX_SPEED = 4;
const JITTER = 0.35;
/** However long the gap, farther than this is somebody else until he proves to stay. */
const MAX_JUMP = 2.2;
/** The same person seen again after a gap has about the same size. */
const SIZE_RATIO = 1.45;
/** Half a metre, in torso sizes: nearer there is no room for another. The tracker loses a quick step by up to 1.07. */
const ARMS_LENGTH = 1.1;
/** The exerciser is known after this long in view; before that a jump only starts the acquaintance anew. */
const KNOWN_AFTER_MS = 1000;
/** Somebody who stays near one place this long is taken as the exerciser (who came back elsewhere). */
const ADOPT_AFTER_MS = 2500;
const ADOPT_RADIUS = 0.6;

export function torsoSighting(
  timestampMs: Millis,
  shoulders: readonly [Vec2, Vec2],
  hips: readonly [Vec2, Vec2],
): TorsoSighting {
  const shoulder = midpoint(...shoulders);
  const hip = midpoint(...hips);
  return {
    timestampMs,
    centre: midpoint(shoulder, hip),
    size: Math.max(distance(shoulder, hip), distance(...shoulders), 1e-6),
  };
}

/**
 * Keeps to one person. The pose model tracks whoever it finds; when a second person crosses, its skeleton may jump.
 * A torso cannot: a jump in place or size is refused until the skeleton is back, or until it has stayed calmly in
 * the new place for so long that it must be the person who trains.
 */
export function createIdentity(): Identity {
  let firstMs: Millis | null = null;
  let known: TorsoSighting | null = null;
  let stranger: { readonly since: TorsoSighting; readonly last: TorsoSighting } | null = null;

  const settle = (sighting: TorsoSighting): true => {
    firstMs ??= sighting.timestampMs;
    const size = known ? known.size + 0.1 * (sighting.size - known.size) : sighting.size;
    known = { ...sighting, size };
    stranger = null;
    return true;
  };

  const isContinuation = (from: TorsoSighting, to: TorsoSighting): boolean => {
    const gapS = (to.timestampMs - from.timestampMs) / 1000;
    const reach = Math.min(MAX_JUMP, JITTER + MAX_SPEED * gapS) * from.size;
    return distance(from.centre, to.centre) <= reach;
  };

  /**
   * Whether the skeleton is on the exerciser again. As long as it goes on where it jumped to, it must be so near to where
   * he was that nobody else could stand there: what he could have reached grows with every frame that is refused.
   */
  const isReturn = (from: TorsoSighting, other: TorsoSighting, to: TorsoSighting): boolean => {
    const ratio = to.size / from.size;
    if (ratio > SIZE_RATIO || ratio < 1 / SIZE_RATIO) return false;
    if (!isContinuation(from, to)) return false;
    return !isContinuation(other, to) || distance(from.centre, to.centre) <= ARMS_LENGTH * from.size;
  };

  const refuse = (sighting: TorsoSighting): boolean => {
    const calm =
      stranger !== null &&
      distance(stranger.since.centre, sighting.centre) <= ADOPT_RADIUS * sighting.size &&
      isContinuation(stranger.last, sighting);
    stranger = { since: calm && stranger ? stranger.since : sighting, last: sighting };
    if (sighting.timestampMs - stranger.since.timestampMs < ADOPT_AFTER_MS) return false;
    known = null;
    return settle(sighting);
  };

  return {
    accept(sighting) {
      if (!known || firstMs === null) return settle(sighting);
      const isKnown = known.timestampMs - firstMs >= KNOWN_AFTER_MS;
      if (!isKnown) {
        if (!isContinuation(known, sighting)) {
          firstMs = sighting.timestampMs;
          known = null;
        }
        return settle(sighting);
      }
      const isBack = stranger ? isReturn(known, stranger.last, sighting) : isContinuation(known, sighting);
      return isBack ? settle(sighting) : refuse(sighting);
    },
    miss(timestampMs) {
      if (stranger && timestampMs - stranger.last.timestampMs > KNOWN_AFTER_MS) stranger = null;
    },
  };
}
