import { toGrid, withoutDrift, type Grid, type Signal } from './grid';
import { SENSOR_LIMITS } from './limits';

/** Where two signals fit. */
export interface Fit {
  /** Seconds to add to the sensor's times to get the camera's. */
  readonly offsetS: number;
  /** 1 when the signals run together, −1 when one runs against the other. */
  readonly sign: 1 | -1;
  /** Correlation of the two without their slow drift, 0 … 1. */
  readonly r: number;
}

export type Alignment =
  | { readonly ok: true; readonly fit: Fit }
  | { readonly ok: false; readonly why: 'no-overlap' | 'no-match' | 'ambiguous' };

/** Every offset is tried at the first step, the neighbourhood of the best ones at the second. */
const COARSE_S = 0.1;
const FINE_S = 0.02;
/** Slower than this is drift, faster is movement. */
const DRIFT_S = 10;
/** Two places nearer than this are one. */
const APART_S = 0.6;

/**
 * Finds the offset between two signals of one movement: the place of the largest normalised cross-correlation, of either sign unless
 * `sign` is known, to a part of a step by a parabola through the top. Refused when nothing fits, or two places fit alike.
 */
export function align(camera: Signal, sensor: Signal, sign: 1 | -1 | null = null): Alignment {
  const coarse = correlations(camera, sensor, COARSE_S);
  // A short piece fits by chance where the whole does not: what is in both counts.
  const fitOf = (one: Correlation | undefined): number =>
    one === undefined ? -1 : (sign === null ? Math.abs(one.r) : sign * one.r) * Math.sqrt(one.share);
  const tops = coarse
    .filter((one, at) => fitOf(one) >= fitOf(coarse[at - 1]) && fitOf(one) >= fitOf(coarse[at + 1]))
    .sort((a, b) => fitOf(b) - fitOf(a));
  const [best] = tops;
  if (best === undefined) return { ok: false, why: 'no-overlap' };
  if (fitOf(best) < SENSOR_LIMITS.leastR.value) return { ok: false, why: 'no-match' };
  const rival = tops.find((top) => Math.abs(top.offsetS - best.offsetS) > APART_S);
  if (fitOf(best) - fitOf(rival) < SENSOR_LIMITS.leastLead.value) return { ok: false, why: 'ambiguous' };
  const found: 1 | -1 = best.r < 0 ? -1 : 1;
  const top = topOf(correlations(camera, sensor, FINE_S, best.offsetS), found);
  return { ok: true, fit: { offsetS: top.offsetS, sign: found, r: top.r } };
}

interface Correlation {
  readonly offsetS: number;
  readonly r: number;
  /** How much of what the camera measured is in both, 0 … 1. */
  readonly share: number;
}

/** The correlation at every offset, or at those near `around`. */
function correlations(
  camera: Signal,
  sensor: Signal,
  stepS: number,
  around: number | null = null,
): readonly Correlation[] {
  const [a, b] = [camera, sensor].map((signal) => withoutDrift(toGrid(signal, stepS), DRIFT_S)) as [
    Grid,
    Grid,
  ];
  const known = a.deg.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const least = Math.max(SENSOR_LIMITS.leastSpanS.value / stepS, SENSOR_LIMITS.leastShare.value * known);
  const toOffset = (lag: number): number => a.startS - b.startS - lag * stepS;
  const [first, last] =
    around === null
      ? [-a.deg.length, b.deg.length]
      : ([around + 3 * COARSE_S, around - 3 * COARSE_S].map((offsetS) =>
          Math.round((a.startS - b.startS - offsetS) / stepS),
        ) as [number, number]);
  const found: Correlation[] = [];
  for (let lag = first; lag <= last; lag++) {
    const { r, n } = correlationAt(a.deg, b.deg, lag);
    if (n >= least) found.push({ offsetS: toOffset(lag), r, share: n / known });
  }
  return found;
}

/** Pearson's r of `a[i]` and `b[i + lag]` where both are known, and how many pairs they are. */
function correlationAt(a: Float64Array, b: Float64Array, lag: number): { r: number; n: number } {
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  const end = Math.min(a.length, b.length - lag);
  for (let i = Math.max(0, -lag); i < end; i++) {
    const [x, y] = [a[i] ?? NaN, b[i + lag] ?? NaN];
    if (x !== x || y !== y) continue;
    n += 1;
    sumA += x;
    sumB += y;
    sumAA += x * x;
    sumBB += y * y;
    sumAB += x * y;
  }
  const spread = (sumAA - (sumA * sumA) / n) * (sumBB - (sumB * sumB) / n);
  return { r: n > 0 && spread > 0 ? (sumAB - (sumA * sumB) / n) / Math.sqrt(spread) : 0, n };
}

/** The top of the curve, between its steps: of the parabola through the highest value and its neighbours. */
function topOf(curve: readonly Correlation[], sign: 1 | -1): { offsetS: number; r: number } {
  const height = (at: number): number => sign * (curve[at]?.r ?? NaN);
  let top = 0;
  curve.forEach((_, at) => {
    if (!(height(at) <= height(top))) top = at;
  });
  const [before, here, after] = [height(top - 1), height(top), height(top + 1)];
  const bend = before - 2 * here + after;
  const shift = Number.isFinite(bend) && bend < 0 ? (before - after) / (2 * bend) : 0;
  const offsetS = curve[top]?.offsetS ?? 0;
  const stepS = (curve[top + 1]?.offsetS ?? offsetS) - offsetS;
  return { offsetS: offsetS + shift * stepS, r: here };
}
