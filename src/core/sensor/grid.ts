/** A signal over time: seconds, not decreasing, and degrees as long as them; NaN where nothing was measured. */
export interface Signal {
  readonly timesS: readonly number[];
  readonly deg: readonly number[];
}

/** The same at even steps from `startS` on; NaN where nothing was measured. */
export interface Grid {
  readonly startS: number;
  readonly stepS: number;
  readonly deg: Float64Array;
}

/** Nothing is read into a gap longer than this. */
const LONGEST_GAP_S = 0.35;

/**
 * A signal at even steps: the mean of what falls into a step, so that nothing faster is folded in, and on a line between its
 * neighbours where nothing falls into it. From the first to the last moment of the signal, unless told otherwise.
 */
export function toGrid(
  { timesS, deg }: Signal,
  stepS: number,
  startS = timesS[0] ?? 0,
  endS = timesS.at(-1) ?? startS,
): Grid {
  const size = Math.round((endS - startS) / stepS) + 1;
  const sums = new Float64Array(size);
  const counts = new Float64Array(size);
  const timeSums = new Float64Array(size);
  timesS.forEach((timeS, index) => {
    const value = deg[index] ?? NaN;
    const at = Math.round((timeS - startS) / stepS);
    if (Number.isNaN(value) || at < 0 || at >= size) return;
    sums[at] = (sums[at] ?? 0) + value;
    timeSums[at] = (timeSums[at] ?? 0) + timeS;
    counts[at] = (counts[at] ?? 0) + 1;
  });
  const known: { readonly timeS: number; readonly deg: number }[] = [];
  counts.forEach((count, at) => {
    if (count > 0) known.push({ timeS: (timeSums[at] ?? 0) / count, deg: (sums[at] ?? 0) / count });
  });
  return { startS, stepS, deg: between(known, startS, stepS, size) };
}

/** On the line between the two neighbours in time, where they are near enough to one another. */
function between(
  known: readonly { readonly timeS: number; readonly deg: number }[],
  startS: number,
  stepS: number,
  size: number,
): Float64Array {
  const values = new Float64Array(size).fill(NaN);
  let next = 0;
  for (let index = 0; index < size; index++) {
    const timeS = startS + index * stepS;
    while (next < known.length && (known[next]?.timeS ?? 0) < timeS) next++;
    const [before, after] = [known[next - 1], known[next]];
    const nearest = before && (!after || timeS - before.timeS < after.timeS - timeS) ? before : after;
    if (before && after && after.timeS - before.timeS <= LONGEST_GAP_S) {
      const share = (timeS - before.timeS) / (after.timeS - before.timeS);
      values[index] = before.deg + share * (after.deg - before.deg);
    } else if (nearest && Math.abs(nearest.timeS - timeS) <= stepS / 2) {
      values[index] = nearest.deg;
    }
  }
  return values;
}

/** Without what changes slowly: less the mean of the seconds around. */
export function withoutDrift({ startS, stepS, deg }: Grid, windowS: number): Grid {
  const half = Math.round(windowS / 2 / stepS);
  const sums = new Float64Array(deg.length + 1);
  const counts = new Float64Array(deg.length + 1);
  deg.forEach((value, at) => {
    const isKnown = !Number.isNaN(value);
    sums[at + 1] = (sums[at] ?? 0) + (isKnown ? value : 0);
    counts[at + 1] = (counts[at] ?? 0) + (isKnown ? 1 : 0);
  });
  const free = deg.map((value, at) => {
    const [from, to] = [Math.max(0, at - half), Math.min(deg.length, at + half + 1)];
    const count = (counts[to] ?? 0) - (counts[from] ?? 0);
    return value - ((sums[to] ?? 0) - (sums[from] ?? 0)) / count;
  });
  return { startS, stepS, deg: free };
}
