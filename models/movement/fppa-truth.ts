import type { PerSide, Side } from '../../src/core/units';
import type { Truth } from './truth';

/** A thigh bent forward by this is the front one of a lunge, never the rear one (35° at most). Degrees. */
const FRONT_HIP_DEG = 38;
/** Deeper than any lunge; beyond, thigh and shank fold over one another. Degrees. */
const DEEPEST_KNEE_DEG = 105;
const LOADED = { left: 1, right: 2, both: 3 } as const;
const NAMES = {
  left: { fppa: 'fppaLeft', valid: 'fppaLeftValid', hip: 'hipFlexionLeft', knee: 'kneeFlexionLeft' },
  right: { fppa: 'fppaRight', valid: 'fppaRightValid', hip: 'hipFlexionRight', knee: 'kneeFlexionRight' },
} as const;

/**
 * Whether the angle at a knee has a truth in a frame. The renderer calls it invalid as soon as the thigh points at the camera,
 * which is where a knee that carries the weight collapses most: its angle in three dimensions still means the same there.
 */
export function isFppaKnown(truth: Truth, side: Side, frame: number): boolean {
  const names = NAMES[side];
  if (truth[names.valid][frame] === 1) return true;
  const loaded = truth.loaded[frame];
  return (
    (loaded === LOADED[side] || loaded === LOADED.both) &&
    (truth[names.hip][frame] ?? 0) > FRONT_HIP_DEG &&
    (truth[names.knee][frame] ?? Infinity) < DEEPEST_KNEE_DEG
  );
}

/** The largest inward angle of each knee over a span of frames; null where it has no truth. */
export function largestFppa(truth: Truth, from: number, until: number): PerSide<number | null> {
  const largest = (side: Side): number | null => {
    let top: number | null = null;
    for (let frame = from; frame < until; frame++) {
      const value = truth[NAMES[side].fppa][frame] ?? NaN;
      if (isFppaKnown(truth, side, frame) && !Number.isNaN(value)) top = Math.max(top ?? -Infinity, value);
    }
    return top;
  };
  return { left: largest('left'), right: largest('right') };
}
