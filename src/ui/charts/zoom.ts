/** A stretch of time, seconds. */
export type Span = readonly [number, number];

/** Nothing shorter is shown: less than two repetitions tell nothing that the replay does not. */
const LEAST_S = 2;
/** One step closer or farther. */
export const STEP = 2;

/**
 * `factor` times closer (below 1: farther), so that `aroundS` stays where it is.
 * @returns null when it is all
 */
export function closer(shown: Span, all: Span, aroundS: number, factor: number): Span | null {
  const length = Math.max(LEAST_S, (shown[1] - shown[0]) / factor);
  const share = (aroundS - shown[0]) / (shown[1] - shown[0]);
  const from = aroundS - share * length;
  return inside([from, from + length], all);
}

/** A stretch that was asked for, as far as it can be shown. @returns null when it is all */
export function inside([from, to]: Span, all: Span): Span | null {
  const length = Math.max(LEAST_S, to - from);
  if (!(length < all[1] - all[0])) return null;
  const middle = (from + to) / 2;
  const start = Math.min(all[1] - length, Math.max(all[0], middle - length / 2));
  return [start, start + length];
}

/** The same length, moved no farther than is needed to show a moment. */
export function showing(shown: Span, all: Span, timeS: number): Span | null {
  const [from, to] = shown;
  const by = timeS < from ? timeS - from : timeS > to ? timeS - to : 0;
  return inside([from + by, to + by], all);
}
