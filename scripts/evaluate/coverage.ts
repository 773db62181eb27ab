import { quantile } from '../../src/core/signal/quantile';
import type { Rep, Verdict } from '../../src/core/exercise/events';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { Side } from '../../src/core/units';
import type { OwnResult } from './evaluation';
import { matchReps, SCORED_FAULTS, type ScoredFault, type ScoredRep } from './score';
import { fixed, percent } from './table';
import type { TrueRep } from './truth';

/** When a number was stated: as the repetition was counted, or after the set, which is what is kept. */
export const READINGS = ['live', 'kept'] as const;
export type ReadingKind = (typeof READINGS)[number];

/** How often the truth lay within what was stated for one fault of one exercise. */
export interface Coverage {
  readonly exercise: ExerciseId;
  readonly fault: ScoredFault;
  readonly reading: ReadingKind;
  /** Repetitions for which a number was stated. */
  readonly stated: number;
  /** Share of them with the truth within one deviation, and within 1.96. */
  readonly within68: number;
  readonly within95: number;
  readonly biasDeg: number;
  /** The median of what was stated as deviation, degrees. */
  readonly sdDeg: number;
}

/** One stated number with its error. */
export interface StatedError {
  readonly deg: number;
  readonly sd: number;
}

/** 95 % of a normal distribution lie within this many deviations. */
const TWO_SIDED_95 = 1.96;

/** Coverage for each exercise and fault for which a truth is known. */
export const scoreCoverage = (results: readonly OwnResult[]): readonly Coverage[] => {
  const exercises = [...new Set(results.map(({ exercise }) => exercise))];
  return exercises.flatMap((exercise) =>
    SCORED_FAULTS.flatMap((fault) =>
      READINGS.flatMap((reading) => {
        const own = results.filter((result) => result.exercise === exercise);
        const errors = own.flatMap((result) => statedErrors(result, fault, reading));
        return errors.length === 0 ? [] : [{ exercise, fault, reading, ...summarise(errors) }];
      }),
    ),
  );
};

/** Stated less true, for every counted repetition with a truth and a number. */
export const statedErrors = (
  { run, truth }: Pick<OwnResult, 'run' | 'truth'>,
  fault: ScoredFault,
  reading: ReadingKind,
): readonly StatedError[] => {
  const counted = new Map<string, Rep>();
  for (const event of run.events)
    if (event.kind === 'rep-counted') counted.set(keyOf(event.rep.startMs / 1000), event.rep);
  return matchReps(run.analysis.reps, truth.reps).pairs.flatMap(([kept, real]) => {
    const stated: ScoredRep | Rep | undefined = reading === 'kept' ? kept : counted.get(keyOf(kept.startS));
    const verdict = stated?.verdicts[fault] as Verdict | undefined;
    if (!verdict || verdict.verdict === 'not-seen' || verdict.peakDeg === null) return [];
    const trueDeg = trueOf(real, fault, verdict.side ?? null);
    const { peakDeg, sdDeg } = verdict;
    return trueDeg === null || sdDeg === undefined ? [] : [{ deg: peakDeg - trueDeg, sd: sdDeg }];
  });
};

/** A repetition's start tells it from the others of its set. */
const keyOf = (startS: number): string => startS.toFixed(2);

const trueOf = ({ dropDeg, kneeDeg }: TrueRep, fault: ScoredFault, side: Side | null): number | null =>
  (fault === 'hip-drop' ? dropDeg : side && kneeDeg?.[side]) ?? null;

const summarise = (errors: readonly StatedError[]): Omit<Coverage, 'exercise' | 'fault' | 'reading'> => {
  const share = (deviations: number): number =>
    errors.filter(({ deg, sd }) => Math.abs(deg) <= deviations * sd).length / errors.length;
  return {
    stated: errors.length,
    within68: share(1),
    within95: share(TWO_SIDED_95),
    biasDeg: errors.reduce((sum, { deg }) => sum + deg, 0) / errors.length,
    sdDeg:
      quantile(
        errors.map(({ sd }) => sd),
        0.5,
      ) ?? NaN,
  };
};

/** Heads of {@link coverageCells}. */
export const COVERAGE_HEAD = [
  'within one deviation',
  'within 1.96',
  'bias',
  'deviation (median)',
  'repetitions',
];

/** One coverage as a row of a report. */
export const coverageCells = ({ exercise, fault, reading, ...covered }: Coverage): readonly string[] => [
  `${exercise}, ${fault}, ${reading}`,
  percent(covered.within68),
  percent(covered.within95),
  `${fixed(covered.biasDeg, 1)}°`,
  `${fixed(covered.sdDeg, 1)}°`,
  String(covered.stated),
];
