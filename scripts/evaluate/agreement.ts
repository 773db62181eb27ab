import { quantile } from '../../src/core/signal/quantile';

/** What was read of an angle, how sure, and what it truly was. Degrees. */
export interface AnglePair {
  readonly read: number;
  readonly real: number;
  readonly sd: number;
}

/** How readings go with the truth. */
export interface Agreement {
  readonly frames: number;
  /** Of the reading on the truth. */
  readonly slope: number;
  readonly correlation: number;
  readonly p95Deg: number;
  /** Share of truths within one deviation. */
  readonly withinSd: number;
  /** Of the reading, degrees. */
  readonly biasDeg: number;
}

/** NaN where there is nothing to compare. */
export const agreementOf = (pairs: readonly AnglePair[]): Agreement => {
  const mean = (pick: (pair: AnglePair) => number): number =>
    pairs.reduce((total, pair) => total + pick(pair), 0) / Math.max(1, pairs.length);
  const [readMean, realMean] = [mean(({ read }) => read), mean(({ real }) => real)];
  const covariance = mean(({ read, real }) => (read - readMean) * (real - realMean));
  const ofRead = mean(({ read }) => (read - readMean) ** 2);
  const ofReal = mean(({ real }) => (real - realMean) ** 2);
  const errors = pairs.map(({ read, real }) => Math.abs(read - real));
  return {
    frames: pairs.length,
    slope: covariance / ofReal,
    correlation: covariance / Math.sqrt(ofReal * ofRead),
    p95Deg: quantile(errors, 0.95) ?? NaN,
    withinSd: mean(({ read, real, sd }) => Number(Math.abs(read - real) <= sd)),
    biasDeg: readMean - realMean,
  };
};
