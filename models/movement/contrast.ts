/** Terms and truths of the repetitions of one side of one recording. */
export interface ContrastGroup {
  readonly rows: readonly (readonly number[])[];
  readonly truths: readonly number[];
}

/** How much an offset between persons weighs against noise within a person: with more repetitions, less. */
const OFFSET_SHARE = 0.06;
/** Shrinks the weights of terms that say the same. */
const RIDGE = 0.02;

/**
 * Weights w with gain 1 (one unit of truth is one unit of the weighted sum) that make w'(within + share × between)w least: noise
 * within a side, offsets between sides. Groups of one repetition are left out.
 */
export function contrastWeights(all: readonly ContrastGroup[]): number[] {
  const groups = all.filter(({ truths }) => truths.length >= 2);
  const size = groups[0]?.rows[0]?.length ?? 0;
  const centred = groups.flatMap(centre);
  const truthSquare = sum(centred.map(({ truth }) => truth ** 2));
  const gains = range(size).map(
    (k) => sum(centred.map(({ row, truth }) => (row[k] ?? 0) * truth)) / truthSquare,
  );
  const without = (row: readonly number[], truth: number) =>
    row.map((value, k) => value - (gains[k] ?? 0) * truth);
  const within = covariance(
    centred.map(({ row, truth }) => without(row, truth)),
    centred.length - groups.length,
  );
  const offsets = groups.map(({ rows, truths }) => without(meanRow(rows), sum(truths) / truths.length));
  const mean = meanRow(offsets);
  const between = covariance(
    offsets.map((row) => row.map((value, k) => value - (mean[k] ?? 0))),
    offsets.length - 1,
  );
  const cost = within.map((row, i) =>
    row.map((value, j) => (value + OFFSET_SHARE * (between[i]?.[j] ?? 0)) * (i === j ? 1 + RIDGE : 1)),
  );
  const direction = solve(cost, gains);
  const gain = dot(direction, gains);
  return direction.map((value) => value / gain);
}

function centre({ rows, truths }: ContrastGroup): { row: number[]; truth: number }[] {
  const mean = meanRow(rows);
  const truth = sum(truths) / truths.length;
  return rows.map((row, i) => ({
    row: row.map((value, k) => value - (mean[k] ?? 0)),
    truth: (truths[i] ?? 0) - truth,
  }));
}

const covariance = (rows: readonly (readonly number[])[], freedom: number): number[][] =>
  range(rows[0]?.length ?? 0).map((i) =>
    range(rows[0]?.length ?? 0).map((j) => sum(rows.map((row) => (row[i] ?? 0) * (row[j] ?? 0))) / freedom),
  );

/** Gaussian elimination; the matrix is positive definite, so no pivoting is needed. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivot, k) => {
    rows.forEach((row, i) => {
      if (i === k) return;
      const share = (row[k] ?? 0) / (pivot[k] ?? 1);
      for (let j = k; j < row.length; j++) row[j] = (row[j] ?? 0) - share * (pivot[j] ?? 0);
    });
  });
  return rows.map((row, k) => (row.at(-1) ?? 0) / (row[k] ?? 1));
}

const meanRow = (rows: readonly (readonly number[])[]): number[] =>
  range(rows[0]?.length ?? 0).map((k) => sum(rows.map((row) => row[k] ?? 0)) / rows.length);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
/** Sum of products; what is missing in the second counts as 0. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, i) => value * (b[i] ?? 0)));
const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
