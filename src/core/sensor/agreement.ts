/** Two measurements of the same moments, in degrees. */
export interface Pair {
  readonly timeS: number;
  readonly cameraDeg: number;
  readonly sensorDeg: number;
}

/**
 * How two instruments agree (Bland and Altman 1986, Lancet 1:307): the mean of camera − sensor, and the limits between which 95 % of
 * the differences lie if they are spread as chance spreads them. Moments that follow one another are alike, so these limits say how
 * far the two differed here, and no confidence interval is given for them.
 */
export interface Agreement {
  readonly n: number;
  readonly biasDeg: number;
  /** Standard deviation of the differences, n − 1. */
  readonly sdDeg: number;
  readonly lowerDeg: number;
  readonly upperDeg: number;
  /** Pearson's correlation; null when one of the two never changed. */
  readonly r: number | null;
  /** How fast the difference grows, from a straight line through it. */
  readonly driftDegPerMin: number;
}

/** 95 % of a normal distribution lie within so many standard deviations. */
const LIMITS_SD = 1.96;

/** @returns null of fewer than two pairs */
export function agreementOf(pairs: readonly Pair[]): Agreement | null {
  const n = pairs.length;
  if (n < 2) return null;
  const differences = pairs.map(({ cameraDeg, sensorDeg }) => cameraDeg - sensorDeg);
  const times = pairs.map(({ timeS }) => timeS);
  const biasDeg = mean(differences);
  const sdDeg = Math.sqrt(covariance(differences, differences));
  const camera = pairs.map((pair) => pair.cameraDeg);
  const sensor = pairs.map((pair) => pair.sensorDeg);
  const spread = Math.sqrt(covariance(camera, camera) * covariance(sensor, sensor));
  const overTime = covariance(times, times);
  return {
    n,
    biasDeg,
    sdDeg,
    lowerDeg: biasDeg - LIMITS_SD * sdDeg,
    upperDeg: biasDeg + LIMITS_SD * sdDeg,
    r: spread === 0 ? null : covariance(camera, sensor) / spread,
    driftDegPerMin: overTime === 0 ? 0 : (60 * covariance(times, differences)) / overTime,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return (
    a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0) / (a.length - 1)
  );
}
