/** The figures of the model card, from what was said and what was true. */
import type { ExerciseId } from '../../src/core/terms/ids';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import { EXERCISE_OUTPUTS } from '../../src/core/movement/network-spec';
import { decisionLevel, type MeasuredCheck } from '../../src/core/exercise/checks';
import { readSet } from '../../src/core/judge/set-context';
import { SURE_FAULT } from '../../src/core/judge/verdict';
import { deg, millis } from '../../src/core/units';
import { exerciseById } from '../../src/exercises/registry';
import { judgedFrames, onlyLoaded, type Judged } from './calibrate';
import type { Clip } from './dataset';
import { fitReadings } from './fit-readings';
import type { GeometryAngles } from './geometry-estimates';
import { EXERCISE_OF_CLIP } from './rendered-names';
import { JUDGED_FAULTS, readingsOf, type JudgedFault, type TruthReading } from './rep-readings';

/** One recording and everything that was said about it, frame by frame. */
export interface Measured {
  readonly clip: Clip;
  readonly model: string;
  readonly network: readonly (MovementEstimate | null)[];
  readonly geometry: readonly (GeometryAngles | null)[];
  readonly baseline: readonly (GeometryAngles | null)[];
}

const WAYS = ['geometry', 'baseline', 'network'] as const;
type Way = (typeof WAYS)[number];
const STANDING = ['banded-lateral-step', 'hip-hike', 'kettlebell-march', 'curtsy-lunge'] as const;

const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? NaN;
const ofExercise = (measured: readonly Measured[], exercise: ExerciseId) =>
  measured.filter(({ clip }) => EXERCISE_OF_CLIP[clip.exercise] === exercise);

/** Geometry in the network's form, without a deviation of its own. */
export function asEstimates(
  angles: readonly (GeometryAngles | null)[],
  clip: Clip,
): (MovementEstimate | null)[] {
  const one = (value: number) => ({ deg: deg(value), sd: deg(Infinity) });
  return angles.map((angle, i) => {
    const timestampMs = clip.poses.full[i]?.timestampMs ?? millis(0);
    return (
      angle && {
        timestampMs,
        pelvisObliquity: one(angle.obliquity),
        kneeFppa: { left: one(angle.fppa.left), right: one(angle.fppa.right) },
        trunkLean: one(NaN),
        hipFlexion: { left: one(NaN), right: one(NaN) },
        kneeFlexion: { left: one(NaN), right: one(NaN) },
        loaded: { none: 0, left: 0, right: 0, both: 0 },
        exercise: Object.fromEntries(
          EXERCISE_OUTPUTS.map((name) => [name, 0]),
        ) as MovementEstimate['exercise'],
      }
    );
  });
}
const saidBy = (way: Way, measured: Measured): readonly (MovementEstimate | null)[] =>
  way === 'network' ? measured.network : asEstimates(measured[way], measured.clip);

/** Errors per exercise and way: obliquity while one leg is loaded, FPPA while it can be measured. */
export function frameTable(measured: readonly Measured[]) {
  return Object.fromEntries(
    STANDING.map((exercise) => {
      const own = ofExercise(measured, exercise);
      const ways = WAYS.map((way) => {
        const obliquity = own.flatMap((one) =>
          judgedFrames(onlyLoaded(one.clip), saidBy(way, one), 'pelvisObliquity'),
        );
        const fppa = own.flatMap((one) => [
          ...judgedFrames(one.clip, saidBy(way, one), 'kneeFppaLeft'),
          ...judgedFrames(one.clip, saidBy(way, one), 'kneeFppaRight'),
        ]);
        return [way, { obliquity: errors(obliquity, way), fppa: errors(fppa, way) }];
      });
      const bent = (joint: 'hip' | 'knee') =>
        own.flatMap((one) => [
          ...judgedFrames(one.clip, one.network, `${joint}FlexionLeft`),
          ...judgedFrames(one.clip, one.network, `${joint}FlexionRight`),
        ]);
      const flexion = { hip: errors(bent('hip'), 'network'), knee: errors(bent('knee'), 'network') };
      return [
        exercise,
        {
          ...(Object.fromEntries(ways) as Record<Way, Readonly<Record<'obliquity' | 'fppa', AngleErrors>>>),
          flexion,
        },
      ];
    }),
  );
}

/** Degrees. */
export interface AngleErrors {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly bias: number;
  /** Share of frames; only the network states a deviation. */
  readonly withinOneSd?: number;
}

function errors(judged: readonly Judged[], way: Way): AngleErrors {
  const known = judged.filter(({ said, truth }) => Number.isFinite(said) && Number.isFinite(truth));
  const sizes = known.map(({ said, truth }) => Math.abs(said - truth)).sort((a, b) => a - b);
  const bias = known.reduce((sum, { said, truth }) => sum + said - truth, 0) / known.length;
  const inside = known.filter(({ said, sd, truth }) => Math.abs(said - truth) <= sd).length / known.length;
  const figures = {
    frames: known.length,
    median: round(quantile(sizes, 0.5)),
    p95: round(quantile(sizes, 0.95)),
    bias: round(bias),
  };
  return way === 'network' ? { ...figures, withinOneSd: round(inside) } : figures;
}

/** Decisions by each way, and what {@link fitReadings} finds in the network's readings. */
export interface RepRow extends Readonly<Record<Way | 'contextLive' | 'contextWholeSet', Flags>> {
  readonly fit: ReturnType<typeof fitReadings>;
}

/** Decisions per repetition: fixed level on the reading, and judged within the set, causally and afterwards. */
export function repTable(measured: readonly Measured[]) {
  const rows: Record<string, RepRow> = {};
  for (const [fault, limits] of Object.entries(JUDGED_FAULTS) as [
    JudgedFault,
    (typeof JUDGED_FAULTS)[JudgedFault],
  ][])
    for (const exercise of limits.exercises) {
      const own = ofExercise(measured, exercise);
      const readings = (way: Way) => own.map((one) => readingsOf(one.clip, saidBy(way, one), fault));
      const network = readings('network');
      const middle = (limits.cleanUpTo + limits.faultFrom) / 2;
      rows[`${exercise} ${fault}`] = {
        fit: fitReadings(network),
        geometry: score(readings('geometry').flatMap(byLevel(middle)), limits),
        baseline: score(readings('baseline').flatMap(byLevel(middle)), limits),
        network: score(network.flatMap(byLevel(middle)), limits),
        contextLive: score(network.flatMap(bySet(exercise, fault, true)), limits),
        contextWholeSet: score(network.flatMap(bySet(exercise, fault, false)), limits),
      };
    }
  return rows;
}

interface Decided {
  readonly reading: TruthReading;
  readonly score: number;
  readonly isFault: boolean;
}

const byLevel =
  (level: number) =>
  (readings: readonly TruthReading[]): Decided[] =>
    readings.map((reading) => ({ reading, score: reading.peakDeg, isFault: reading.peakDeg >= level }));

/**
 * As the app's judge reads the network's peak in the light of the set. Not for a measure that is more than that peak: the front knee of
 * a lunge is read by network and picture together, and measured by `npm run evaluate`.
 */
const bySet =
  (exercise: ExerciseId, fault: JudgedFault, live: boolean) =>
  (readings: readonly TruthReading[]): Decided[] => {
    const check = exerciseById(exercise)?.checks.find(
      (one): one is MeasuredCheck => one.kind === 'measured' && one.fault === fault,
    );
    const model = check?.readings?.['movement-model'];
    if (!check || !model || (exercise === 'curtsy-lunge' && fault === 'knee-collapse')) return [];
    const line = decisionLevel(check.limits);
    const whole = readSet(readings, model, line);
    return readings.map((reading, i) => {
      const inContext = live ? readSet(readings.slice(0, i + 1), model, line) : whole;
      const probability = inContext(reading).fault;
      return { reading, score: probability, isFault: probability >= (model.sureFault ?? SURE_FAULT) };
    });
  };

/** How decisions compare with truth, over repetitions that are clearly faulty or clearly clean. */
export interface Flags {
  readonly faulty: number;
  readonly clean: number;
  readonly found: number;
  readonly falseFlags: number;
  readonly f1: number;
  readonly auc: number;
}

function score(decided: readonly Decided[], limits: { cleanUpTo: number; faultFrom: number }): Flags {
  const faulty = decided.filter(({ reading }) => reading.truthDeg >= limits.faultFrom);
  const clean = decided.filter(({ reading }) => reading.truthDeg <= limits.cleanUpTo);
  const found = faulty.filter(({ isFault }) => isFault).length;
  const falseFlags = clean.filter(({ isFault }) => isFault).length;
  const wins = faulty.reduce((sum, a) => sum + clean.filter((b) => a.score > b.score).length, 0);
  return {
    faulty: faulty.length,
    clean: clean.length,
    found,
    falseFlags,
    f1: round((2 * found) / Math.max(1, found + falseFlags + faulty.length), 3),
    auc: round(wins / Math.max(1, faulty.length * clean.length), 3),
  };
}

/** Which leg is loaded and which exercise is done: shares of frames right, and of recordings right by majority. */
export function classTable(measured: readonly Measured[]) {
  let frames = 0;
  let loadedRight = 0;
  const recordings = new Map<string, { right: number; all: number }>();
  for (const { clip, network } of measured) {
    const codes = ['none', 'left', 'right', 'both'] as const;
    const sums = new Map<string, number>();
    network.forEach((estimate, i) => {
      if (!estimate) return;
      frames++;
      const truth = codes[clip.truth.loaded[i] ?? 0] ?? 'none';
      if (likeliest(estimate.loaded) === truth) loadedRight++;
      if ((clip.truth.repIndex[i] ?? -1) < 0) return;
      for (const [name, p] of Object.entries(estimate.exercise)) sums.set(name, (sums.get(name) ?? 0) + p);
    });
    const truth = EXERCISE_OF_CLIP[clip.exercise] ?? 'none';
    const tally = recordings.get(clip.exercise) ?? { right: 0, all: 0 };
    tally.all++;
    if (sums.size === 0 || likeliest(Object.fromEntries(sums)) === truth) tally.right++;
    recordings.set(clip.exercise, tally);
  }
  return { loadedFramesRight: round(loadedRight / frames), exerciseRight: Object.fromEntries(recordings) };
}

const likeliest = (shares: Readonly<Record<string, number>>): string =>
  Object.entries(shares).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
