import { within95 } from '../../src/core/session/summary-statistics';
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
  /** Share of them with the truth within the stated reach of 68 % of truths, and within that of 95 %. */
  readonly within68: number;
  readonly within95: number;
  readonly biasDeg: number;
  /** The medians of what was stated, degrees. */
  readonly sdDeg: number;
  readonly within95Deg: number;
}

/** One stated number with its error. */
export interface StatedError {
  readonly deg: number;
  /** Within how many degrees 68 % and 95 % of truths are said to lie. */
  readonly sd: number;
  readonly within95: number;
}

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
    const { peakDeg, sdDeg, within95Deg } = verdict;
    if (trueDeg === null || sdDeg === undefined) return [];
    const reach = within95({ sdDeg, ...(within95Deg === undefined ? {} : { within95Deg }) }) ?? NaN;
    return [{ deg: peakDeg - trueDeg, sd: sdDeg, within95: reach }];
  });
};

/** A repetition's start tells it from the others of its set. */
const keyOf = (startS: number): string => startS.toFixed(2);

const trueOf = ({ dropDeg, kneeDeg }: TrueRep, fault: ScoredFault, side: Side | null): number | null =>
  (fault === 'hip-drop' ? dropDeg : side && kneeDeg?.[side]) ?? null;

const summarise = (errors: readonly StatedError[]): Omit<Coverage, 'exercise' | 'fault' | 'reading'> => {
  const share = (reachOf: (error: StatedError) => number): number =>
    errors.filter((error) => Math.abs(error.deg) <= reachOf(error)).length / errors.length;
  const middle = (reachOf: (error: StatedError) => number): number =>
    quantile(errors.map(reachOf), 0.5) ?? NaN;
  return {
    stated: errors.length,
    within68: share(({ sd }) => sd),
    within95: share((error) => error.within95),
    biasDeg: errors.reduce((sum, { deg }) => sum + deg, 0) / errors.length,
    sdDeg: middle(({ sd }) => sd),
    within95Deg: middle((error) => error.within95),
  };
};

/** Heads of {@link coverageCells}. */
export const COVERAGE_HEAD = [
  'within ± (68 %)',
  'within the reach of 95 %',
  'bias',
  '± (median)',
  'reach of 95 % (median)',
  'repetitions',
];

/** One coverage as a row of a report. */
export const coverageCells = ({ exercise, fault, reading, ...covered }: Coverage): readonly string[] => [
  `${exercise}, ${fault}, ${reading}`,
  percent(covered.within68),
  percent(covered.within95),
  `${fixed(covered.biasDeg, 1)}°`,
  `${fixed(covered.sdDeg, 1)}°`,
  `${fixed(covered.within95Deg, 1)}°`,
  String(covered.stated),
];
