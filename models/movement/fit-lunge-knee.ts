/**
 * Fits how the front knee of a lunge is read (`src/core/session/lunge-knee.ts`): the weights that tell a repetition from the
 * person's others with the least noise, without much of an offset between persons.
 *
 *   node scripts/run.mjs models/movement/fit-lunge-knee.ts DATA [WEIGHTS]
 */
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { measureFrame } from '../../src/core/kinematics/measure';
import { createPoseTracker } from '../../src/core/kinematics/pose-tracker';
import { LUNGE_KNEE_TERMS, lungeKneeTerms, type LungeKneeTerms } from '../../src/core/session/lunge-knee';
import type { Side } from '../../src/core/units';
import { estimateClip } from './calibrate';
import { DATA_MODELS, readDataset, type Clip, type DataModel, type TruthRep } from './dataset';
import { fitReadings } from './fit-readings';
import { readWeights } from './weights';

/** How much an offset between persons weighs against noise within a person: with more repetitions, less. */
const OFFSET_SHARE = 0.06;
/** Shrinks the weights of terms that say the same. */
const RIDGE = 0.02;
/** Only whole lunges are judged. */
const FULL_DEG = 60;

interface Lunge {
  readonly recording: string;
  /** A regular set of somebody the network was not trained on. */
  readonly isUnknown: boolean;
  readonly side: Side;
  readonly endS: number;
  readonly truthDeg: number;
  readonly terms: LungeKneeTerms;
}
/** Terms of one side of one recording, with the truths. */
interface Group {
  readonly rows: readonly (readonly number[])[];
  readonly truths: readonly number[];
}

export async function main([data, weights = 'models/movement/weights']: readonly string[]): Promise<number> {
  if (!data) {
    console.error('usage: fit-lunge-knee.ts DATA [WEIGHTS]');
    return 2;
  }
  const { spec, bytes } = readWeights(weights);
  const lunges: Lunge[] = [];
  for (const clip of readDataset(data, ({ exercise }) => exercise === 'curtsy_lunge')) {
    for (const model of DATA_MODELS) {
      const estimates = await estimateClip({ spec, bytes: new Uint8Array(bytes) }, clip.poses[model]);
      const tracker = createPoseTracker();
      const frames = clip.poses[model].map((pose, i) =>
        measureFrame(tracker.step(pose), estimates[i] ?? null),
      );
      lunges.push(...clip.reps.flatMap((rep) => lungeOf(clip, model, rep, frames)));
    }
  }
  const pictureTerms = LUNGE_KNEE_TERMS.filter((term) => !term.startsWith('read'));
  const picture = fit(lunges, (one) => pictureTerms.map((term) => one.terms[term]));
  const seenBy = ({ terms }: Lunge): number =>
    dot(
      picture,
      pictureTerms.map((term) => terms[term]),
    );
  // Of people it was trained on, the network knows more than it will know of anybody else.
  const unknown = lunges.filter(({ isUnknown }) => isUnknown);
  const [share = 0, ...network] = fit(unknown, (one) => [seenBy(one), one.terms.readPeak, one.terms.readSd]);
  const all = [...picture.map((weight) => weight * share), ...network];
  console.log(Object.fromEntries(LUNGE_KNEE_TERMS.map((term, i) => [term, round(all[i] ?? 0)])));
  const readings = unknown.map((one) => ({
    ...one,
    peakDeg: dot(
      all,
      LUNGE_KNEE_TERMS.map((term) => one.terms[term]),
    ),
  }));
  const recordings = [...new Set(unknown.map(({ recording }) => recording))];
  console.log(fitReadings(recordings.map((name) => readings.filter(({ recording }) => recording === name))));
  return 0;
}

function lungeOf(clip: Clip, model: DataModel, rep: TruthRep, frames: readonly KinematicFrame[]): Lunge[] {
  const { startS, endS, loadedSide: side } = rep;
  const truthDeg = side && rep.fppaDeg[side];
  if (!side || truthDeg === null) return [];
  const isWithin = (ms: number | undefined): boolean =>
    ms !== undefined && ms >= startS * 1000 && ms <= endS * 1000;
  const knee = side === 'left' ? clip.truth.kneeFlexionLeft : clip.truth.kneeFlexionRight;
  const depth = Math.max(
    ...clip.poses[model].flatMap((pose, i) => (isWithin(pose.timestampMs) ? [knee[i] ?? 0] : [])),
  );
  const terms = lungeKneeTerms(
    side,
    frames.filter(({ timestampMs, source }) => isWithin(timestampMs) && source === 'movement-model'),
  );
  const isUsable = terms !== null && depth >= FULL_DEG && Object.values(terms).every(Number.isFinite);
  return isUsable
    ? [
        {
          recording: `${clip.id} ${model}`,
          isUnknown: clip.split === 'val' && clip.kind === 'regular',
          side,
          endS,
          truthDeg,
          terms,
        },
      ]
    : [];
}

/** Weights w with gain 1 that make w'(within + share × between)w least: noise within a side, offsets between sides. */
function fit(lunges: readonly Lunge[], rowOf: (lunge: Lunge) => readonly number[]): number[] {
  const byGroup = new Map<string, Lunge[]>();
  for (const one of lunges) {
    const key = `${one.recording} ${one.side}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), one]);
  }
  const groups: Group[] = [...byGroup.values()]
    .filter((group) => group.length >= 2)
    .map((group) => ({ rows: group.map(rowOf), truths: group.map(({ truthDeg }) => truthDeg) }));
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

function centre({ rows, truths }: Group): { row: number[]; truth: number }[] {
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
const dot = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, i) => value * (b[i] ?? 0)));
const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
const round = (value: number): number => Number(value.toPrecision(3));
