import type { TrendPoint } from '../../core/session/trend';
import { SIDES, type PerSide } from '../../core/units';

/** Where values and moments lie in the drawing, in its own pixels. */
export interface TrendScale {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly number[];
  readonly timeTicks: readonly { readonly atMs: number; readonly anchor: 'start' | 'middle' | 'end' }[];
  x(atMs: number): number;
  y(value: number): number;
}

const MARGIN = { top: 12, right: 14, bottom: 26, left: 52 } as const;
const HEIGHT = 190;
/** A date needs so much room. */
const DATE_WIDTH = 92;
/** So many lines across are read at a glance. */
const MOST_TICKS = 5;
/** Room around a single moment, so that it does not stand on the axis. */
const ALONE_MS = 86_400_000;

/** @param least the scale reaches at least from zero to here */
export function trendScale(sides: PerSide<readonly TrendPoint[]>, width: number, least: number): TrendScale {
  let [low, high, first, last] = [0, least, Infinity, -Infinity];
  for (const side of SIDES) {
    for (const { startedAt, value, se } of sides[side]) {
      low = Math.min(low, value - (se ?? 0));
      high = Math.max(high, value + (se ?? 0));
      first = Math.min(first, startedAt);
      last = Math.max(last, startedAt);
    }
  }
  const isEmpty = first > last;
  if (isEmpty) [first, last] = [0, 0];
  if (first === last) [first, last] = [first - ALONE_MS, last + ALONE_MS];
  const step = stepFor(high - low);
  const [bottom, top] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const x = (atMs: number): number => rounded(left + ((atMs - first) / (last - first)) * (right - left));
  const y = (value: number): number =>
    rounded(
      HEIGHT - MARGIN.bottom - ((value - bottom) / (top - bottom)) * (HEIGHT - MARGIN.bottom - MARGIN.top),
    );
  const count = isEmpty ? 0 : Math.max(2, Math.min(5, Math.floor((right - left) / DATE_WIDTH)));
  return {
    height: HEIGHT,
    left,
    right,
    valueTicks: Array.from(
      { length: Math.round((top - bottom) / step) + 1 },
      (_, index) => bottom + index * step,
    ),
    timeTicks: Array.from({ length: count }, (_, index) => ({
      atMs: first + ((last - first) * index) / (count - 1),
      anchor: index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle',
    })),
    x,
    y,
  };
}

/** 1, 2 or 5 times a power of ten, so that at most {@link MOST_TICKS} steps cover the range. */
function stepFor(range: number): number {
  const rough = Math.max(range, 1e-6) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * power >= rough - 1e-9) ?? 10) * power;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
