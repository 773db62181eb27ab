import { threshold, type Threshold } from '../exercise/threshold';
import type { ExerciseId } from '../terms/ids';
import type { Side } from '../units';
import type { ExerciseDigest, SessionDigest } from './session-digest';

/** What is followed over weeks, for each leg. */
export const TREND_MEASURES = ['hip-drop', 'knee-collapse', 'clean', 'reps', 'hold'] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

/** One occasion, or the mean of several. Degrees, a share 0 … 1, repetitions or seconds, as the measure says. */
export interface TrendPoint {
  readonly startedAt: number;
  readonly value: number;
  /** Standard error of the value; null where none is known, or where it was counted. */
  readonly se: number | null;
}

/**
 * The least difference between two occasions that is more than measuring twice gives (minimal detectable change at 95 %). Below
 * it nothing is called a change.
 */
export const MINIMAL_CHANGE: Readonly<Partial<Record<TrendMeasure, Threshold>>> = {
  'hip-drop': threshold(
    4,
    'deg',
    'Youdas 2007, J Sport Rehabil 16:326',
    'minimal detectable change of the pelvis on the standing leg',
  ),
  'knee-collapse': threshold(
    11,
    'deg',
    'Gwynne and Curran 2014, Int J Sports Phys Ther 9:898',
    '1.96 × √2 × 4°, the upper end of the standard error of measurement that was found for one camera',
  ),
};

/** Standard errors beyond which a difference is not chance: of equal values, one comparison in twenty is as far apart. */
const STANDARD_ERRORS = 1.96;
/** The first and the last occasions are compared, so many of each: one alone may be a good or a bad day. */
const COMPARED = 3;

/** A measure of one leg over all occasions on which it was taken, oldest first. */
export function trendOf(
  digests: readonly SessionDigest[],
  exercise: ExerciseId,
  measure: TrendMeasure,
  side: Side,
): readonly TrendPoint[] {
  return digests
    .flatMap(({ startedAt, exercises }) =>
      exercises
        .filter((one) => one.exercise === exercise)
        .flatMap((one) => {
          const taken = measured(one, measure, side);
          return taken === null ? [] : [{ startedAt, ...taken }];
        }),
    )
    .sort((a, b) => a.startedAt - b.startedAt);
}

function measured(
  digest: ExerciseDigest,
  measure: TrendMeasure,
  side: Side,
): Pick<TrendPoint, 'value' | 'se'> | null {
  const hold = digest.holds[side];
  switch (measure) {
    case 'hip-drop':
    case 'knee-collapse': {
      const pooled = digest.faults[measure]?.[side].pooled ?? null;
      if (pooled !== null) return { value: pooled.meanDeg, se: pooled.seDeg };
      const held = measure === 'hip-drop' ? hold.largestDropDeg : null;
      return held === null ? null : { value: held, se: null };
    }
    case 'clean': {
      const { judged, clean } = digest.legs[side];
      if (judged === 0) return null;
      const share = clean / judged;
      return { value: share, se: Math.sqrt((share * (1 - share)) / judged) };
    }
    case 'reps':
      return digest.reps[side] === 0 ? null : { value: digest.reps[side], se: null };
    case 'hold':
      return hold.holds === 0 ? null : { value: hold.longestS, se: null };
  }
}

/** Then against now. */
export interface Change {
  readonly before: number;
  readonly now: number;
  /** So many occasions stand behind each of the two. */
  readonly occasions: number;
  /** Beyond the minimal detectable change of the measure and beyond the values' own errors. Null for what is counted: a count is exact. */
  readonly isChange: boolean | null;
}

/** Compares the first occasions with the last; null with fewer than two. */
export function changeOf(points: readonly TrendPoint[], measure: TrendMeasure): Change | null {
  const occasions = Math.min(COMPARED, Math.floor(points.length / 2));
  if (occasions === 0) return null;
  const [first, last] = [meanOf(points.slice(0, occasions)), meanOf(points.slice(-occasions))];
  const change = { before: first.value, now: last.value, occasions };
  if (measure === 'reps' || measure === 'hold') return { ...change, isChange: null };
  const difference = Math.abs(last.value - first.value);
  const error = Math.hypot(first.se ?? 0, last.se ?? 0);
  const least = MINIMAL_CHANGE[measure]?.value ?? 0;
  return {
    ...change,
    isChange: difference > 0 && difference >= least && difference >= STANDARD_ERRORS * error,
  };
}

/** The mean of several occasions, in the middle of their time. */
function meanOf(points: readonly TrendPoint[]): TrendPoint {
  const n = points.length;
  const mean = (of: (point: TrendPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / n;
  const isKnown = points.every(({ se }) => se !== null);
  return {
    startedAt: mean(({ startedAt }) => startedAt),
    value: mean(({ value }) => value),
    se: isKnown ? Math.sqrt(mean(({ se }) => (se ?? 0) ** 2) / n) : null,
  };
}

const DAY_MS = 86_400_000;

/** Points that stand for so many days each. */
export interface ThinnedTrend {
  readonly points: readonly TrendPoint[];
  /** Zero where every point is one occasion. */
  readonly daysEach: number;
}

/** At most so many points, each the mean of equally many days, so that years can be read as well as weeks. */
export function thinTrend(points: readonly TrendPoint[], most: number): ThinnedTrend {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length <= most || first === undefined || last === undefined) return { points, daysEach: 0 };
  const daysEach = Math.max(1, Math.ceil((last.startedAt - first.startedAt + 1) / DAY_MS / most));
  const buckets = new Map<number, TrendPoint[]>();
  for (const point of points) {
    const bucket = Math.floor((point.startedAt - first.startedAt) / (daysEach * DAY_MS));
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), point]);
  }
  return { points: [...buckets.values()].map(meanOf), daysEach };
}
