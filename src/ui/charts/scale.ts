import type { CurveChartProps } from './curve';
import type { Span } from './zoom';

/** The scale never shrinks below this, so that noise around zero does not look like a mountain range. */
const LEAST_DEG = 12;
/** More lines than this across a chart are a grey field. */
const MOST_TICKS = 8;

/** Lowest and highest degree that the chart shows. */
export function scaleOf({ curves }: Pick<CurveChartProps, 'curves'>): [number, number] {
  let highest = LEAST_DEG;
  let lowest = -LEAST_DEG / 4;
  // One by one: an hour's curve has more values than a call has room for arguments.
  for (const { values, low, high, line } of curves) {
    for (const column of [values, low, high, line]) {
      for (const value of column) {
        if (value === null || value === undefined) continue;
        highest = Math.max(highest, value);
        lowest = Math.min(lowest, value);
      }
    }
  }
  return [lowest - 1, highest + 1];
}

/** Round degrees from low to high, few enough to be read whatever the scale. */
export function ticks([low, high]: [number, number]): number[] {
  const step =
    [5, 10, 20, 50, 100].find((one) => (high - low) / one <= MOST_TICKS) ?? (high - low) / MOST_TICKS;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, index) => first + index * step);
}

/** From shortly before the first repetition to shortly after the last one. */
export function spanOf({ reps, timesS }: Pick<CurveChartProps, 'reps' | 'timesS'>): Span {
  const starts = [...reps.map(({ startS }) => startS), timesS[0] ?? 0];
  const ends = [...reps.map(({ endS }) => endS), timesS.at(-1) ?? 1];
  return [Math.max(0, Math.min(...starts) - MARGIN_S), Math.max(...ends) + MARGIN_S];
}
const MARGIN_S = 1;
