/** The logarithm of a sum, from the logarithms of what is added up. */
export const logOfSum = (logs: readonly number[]): number => {
  const best = Math.max(...logs);
  return best + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - best), 0));
};

/** Shares that add up to one, from their logarithms. */
export const normalise = (logs: readonly number[]): readonly number[] => {
  const total = logOfSum(logs);
  return logs.map((log) => Math.exp(log - total));
};

/** Share of a normal distribution that lies above a value. */
export function shareAbove(value: number, mean: number, sd: number): number {
  if (sd < 1e-9) return mean > value ? 1 : 0;
  const z = (value - mean) / (sd * Math.SQRT2);
  // Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: off by less than 1.5e-7.
  const t = 1 / (1 + 0.3275911 * Math.abs(z));
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-z * z);
  return z >= 0 ? tail / 2 : 1 - tail / 2;
}
