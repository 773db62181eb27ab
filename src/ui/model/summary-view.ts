import { judgedFaults } from '../../core/session/judged-legs';
import { SCREENING } from '../../core/session/screening';
import { within95 } from '../../core/session/summary-statistics';
import { statedBy, verdictsByLeg } from '../../core/session/verdicts-by-leg';
import type { SessionRecord, SetRecord } from '../../core/session/record';
import { digestOf, type ExerciseDigest } from '../../core/session/session-digest';
import type { FaultId } from '../../core/terms/ids';
import { SIDES, type Side } from '../../core/units';
import type { Peak } from '../charts/peaks-chart';
import { words } from '../language';
import { degrees } from './format';

/** One exercise of the page to print. */
export interface SummaryExercise {
  readonly digest: ExerciseDigest;
  /** A row for each leg: what was counted, and of each check what it came to. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly charts: readonly { readonly fault: FaultId; readonly peaks: readonly Peak[] }[];
}

/** Checks that have a number of degrees worth a column and a drawing. */
const MEASURED: readonly FaultId[] = ['hip-drop', 'knee-collapse'];

export function summaryOf(
  record: SessionRecord,
  faultName: (fault: FaultId) => string,
): readonly SummaryExercise[] {
  const { tables } = words;
  return digestOf(record).exercises.map((digest) => {
    const sets = record.sets.filter((set) => set.exercise === digest.exercise);
    const faults = judgedFaults(sets.flatMap(({ reps }) => reps));
    const isHold = SIDES.some((side) => digest.holds[side].holds > 0);
    return {
      digest,
      columns: isHold
        ? [
            tables.leg,
            tables.held,
            tables.longest,
            tables.firstDropAfter,
            ...(isStand(digest) ? [words.screening.largestDrop] : []),
          ]
        : [tables.leg, tables.counted, tables.clean, ...faults.map(faultName)],
      rows: SIDES.map((side) => (isHold ? holdRow(digest, side) : repRow(digest, side, faults))),
      charts: MEASURED.filter((fault) => faults.includes(fault)).map((fault) => ({
        fault,
        peaks: peaksOf(sets, fault),
      })),
    };
  });
}

const isStand = ({ exercise }: ExerciseDigest): boolean => exercise === SCREENING.exercise;

const holdRow = (digest: ExerciseDigest, side: Side): readonly string[] => {
  const { inPositionS, longestS, firstDropS, largestDropDeg } = digest.holds[side];
  return [
    words.sides[side],
    `${Math.round(inPositionS)} s`,
    `${Math.round(longestS)} s`,
    firstDropS === null ? words.tables.noDrop : `${Math.round(firstDropS)} s`,
    ...(isStand(digest) ? [largestDropDeg === null ? '–' : degrees(largestDropDeg)] : []),
  ];
};

function repRow(digest: ExerciseDigest, side: Side, faults: readonly FaultId[]): readonly string[] {
  const { judged, clean } = digest.legs[side];
  return [
    words.sides[side],
    String(digest.reps[side]),
    judged === 0 ? words.tables.notJudged : words.tables.cleanOfJudged(clean, judged),
    ...faults.map((fault) => {
      const leg = digest.faults[fault]?.[side];
      if (!leg || leg.clean + leg.flagged === 0) return words.tables.notJudged;
      const mean = leg.pooled;
      const flagged = words.tables.flaggedOf(leg.flagged, leg.clean + leg.flagged);
      if (mean === null) return flagged;
      const error = mean.seDeg === null ? '' : ` ± ${degrees(Math.max(1, mean.seDeg))}`;
      const value = `${mean.meanDeg < -0.5 ? '−' : ''}${degrees(mean.meanDeg)}${error}`;
      return words.tables.withMean(flagged, value);
    }),
  ];
}

/** Repetitions of all sets, numbered through. */
function peaksOf(sets: readonly SetRecord[], fault: FaultId): readonly Peak[] {
  return sets
    .flatMap(({ reps }) => reps)
    .flatMap((rep, index) =>
      verdictsByLeg(rep, fault).flatMap(({ side, verdict }) =>
        statedBy(verdict).map((stated): Peak => ({
          n: index + 1,
          side: side ?? rep.side,
          deg: stated.deg,
          sdDeg: stated.sdDeg,
          within95Deg: within95(stated),
          isFault: verdict.verdict === 'fault',
        })),
      ),
    );
}
