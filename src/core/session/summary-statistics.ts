import { median, quantile } from '../signal/quantile';

/** A middle and how far the values spread around it: the distance between the quartiles. */
export interface Spread {
  readonly median: number;
  readonly spread: number;
  readonly n: number;
}

export function spreadOf(values: readonly number[]): Spread | null {
  const [low, middle, high] = [quantile(values, 0.25), median(values), quantile(values, 0.75)];
  if (low === null || middle === null || high === null) return null;
  return { median: middle, spread: high - low, n: values.length };
}

/** A measured value with its error where one is known: within how many degrees 68 % and 95 % of truths lie. */
export interface Measured {
  readonly deg: number;
  readonly sdDeg: number | null;
  /** Missing where it is 1.96 times as many. */
  readonly within95Deg?: number;
}

/** 95 % of a normal distribution lie within so many deviations. */
const TWO_SIDED_95 = 1.96;

/** Within how many degrees of a stated number 95 % of truths lie. */
export const within95 = ({ sdDeg, within95Deg }: Omit<Measured, 'deg'>): number | null =>
  within95Deg ?? (sdDeg === null ? null : TWO_SIDED_95 * sdDeg);

/** A mean over repetitions with its own standard error. */
export interface Pooled {
  readonly meanDeg: number;
  /** Null for a single value whose error is not known. */
  readonly seDeg: number | null;
  readonly n: number;
}

/**
 * The mean of several measurements. Its error is taken from how the values scatter or from how unsure each of them was,
 * whichever is larger: scatter alone looks small by chance, and single errors alone miss what differs between them.
 */
export function pool(values: readonly Measured[]): Pooled | null {
  const n = values.length;
  if (n === 0) return null;
  const meanDeg = values.reduce((sum, { deg }) => sum + deg, 0) / n;
  const errors = values.flatMap((value) => {
    const reach = within95(value);
    return reach === null ? [] : [(reach / TWO_SIDED_95) ** 2];
  });
  const measured = errors.length === 0 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length;
  const scattered = n < 2 ? null : values.reduce((sum, { deg }) => sum + (deg - meanDeg) ** 2, 0) / (n - 1);
  const variance = scattered === null ? measured : Math.max(scattered, measured ?? 0);
  return { meanDeg, seDeg: variance === null ? null : Math.sqrt(variance / n), n };
}
