import type { ExerciseId, FaultId } from '../terms/ids';
import { SIDES, type PerSide, type Side } from '../units';
import { NOT_FELT, type Felt } from './felt';
import { judgedFaults, legOutcome } from './judged-legs';
import { repOutcome, type RepOutcome } from './rep-outcome';
import { statedBy, verdictsByLeg } from './verdicts-by-leg';
import type { FaultRecord, HoldRecord, SessionEnd, SessionRecord, SetRecord } from './record';
import { countReps } from './summary';
import { pool, type Pooled } from './summary-statistics';

/** Raised whenever a digest would come out differently: kept ones of another version are made anew. */
export const DIGEST_VERSION: number = 3;

/** One leg's judgement of one fault over an exercise. */
export interface LegDigest {
  readonly clean: number;
  readonly flagged: number;
  readonly notSeen: number;
  /** The mean of the repetitions' peaks with its own error. */
  readonly pooled: Pooled | null;
  readonly worstDeg: number | null;
}

/** One leg over an exercise: repetitions in which it was judged at all, and those without a fault of it. */
export interface LegShare {
  readonly judged: number;
  readonly clean: number;
}

export interface HoldDigest {
  readonly holds: number;
  readonly inPositionS: number;
  /** The longest time in position of one hold. */
  readonly longestS: number;
  /** From the beginning to the end of the hold that lasted longest, whatever the position. */
  readonly durationS: number;
  /** Seconds from the beginning of that hold to its first drop that was flagged; null where there was none. */
  readonly firstDropS: number | null;
  /** Null where the drop was not measured. */
  readonly largestDropDeg: number | null;
}

/** One exercise of one session. */
export interface ExerciseDigest {
  readonly exercise: ExerciseId | null;
  readonly sets: number;
  /** What the app counted, by the repetition's own side. */
  readonly reps: PerSide<number>;
  /** The person's own count, where it differs. */
  readonly ownCount: number | null;
  readonly partials: number;
  readonly outcomes: readonly RepOutcome[];
  readonly legs: PerSide<LegShare>;
  readonly faults: Readonly<Partial<Record<FaultId, PerSide<LegDigest>>>>;
  readonly holds: PerSide<HoldDigest>;
}

/**
 * What the history needs of a session, a kilobyte instead of a hundred: kept beside the session, so that thousands of them are
 * read at once. Derived; the session is the truth.
 */
export interface SessionDigest {
  readonly version: number;
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ended: SessionEnd;
  readonly source: SessionRecord['source'];
  readonly felt: Felt;
  readonly exercises: readonly ExerciseDigest[];
}

const perSide = <Value>(of: (side: Side) => Value): PerSide<Value> => ({
  left: of('left'),
  right: of('right'),
});

export const digestOf = (record: SessionRecord): SessionDigest => ({
  version: DIGEST_VERSION,
  id: record.id,
  startedAt: record.startedAt,
  endedAt: record.endedAt,
  ended: record.ended,
  source: record.source,
  felt: record.felt ?? NOT_FELT,
  exercises: [...new Set(record.sets.map(({ exercise }) => exercise))].map((exercise) =>
    digestExercise(
      exercise,
      record.sets.filter((set) => set.exercise === exercise),
    ),
  ),
});

function digestExercise(exercise: ExerciseId | null, sets: readonly SetRecord[]): ExerciseDigest {
  const counts = sets.map(countReps);
  const sum = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((total, count) => total + of(count), 0);
  const reps = perSide((side) => sum(({ app }) => app[side]));
  const own = sum(({ held }) => held.left + held.right);
  return {
    exercise,
    sets: sets.length,
    reps,
    ownCount: own === reps.left + reps.right ? null : own,
    partials: sets.reduce((total, { partials }) => total + partials.length, 0),
    outcomes: sets.flatMap((set) => set.reps.map(repOutcome)),
    legs: perSide((side) => shareOf(sets, side)),
    faults: digestFaults(sets),
    holds: perSide((side) => digestHolds(sets, side)),
  };
}

function shareOf(sets: readonly SetRecord[], side: Side): LegShare {
  const outcomes = sets.flatMap((set) => set.reps.map((rep) => legOutcome(rep, side)));
  const of = (...wanted: (RepOutcome | null)[]) => outcomes.filter((one) => wanted.includes(one)).length;
  return { judged: of('clean', 'fault'), clean: of('clean') };
}

function digestFaults(sets: readonly SetRecord[]): ExerciseDigest['faults'] {
  const reps = sets.flatMap((set) => set.reps);
  return Object.fromEntries(
    judgedFaults(reps).map((fault) => [
      fault,
      perSide((side): LegDigest => {
        const verdicts = reps
          // What is of the body as a whole goes by the repetition's side.
          .flatMap((rep) => verdictsByLeg(rep, fault).filter((leg) => (leg.side ?? rep.side) === side))
          .map(({ verdict }) => verdict);
        const peaks = verdicts.flatMap(statedBy);
        const of = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).length;
        return {
          clean: of('ok'),
          flagged: of('fault'),
          notSeen: of('not-seen'),
          pooled: pool(peaks),
          worstDeg: largest(peaks.map(({ deg }) => deg)),
        };
      }),
    ]),
  );
}

function digestHolds(sets: readonly SetRecord[], side: Side): HoldDigest {
  const holds = sets.flatMap((set) => set.holds.filter((hold) => hold.side === side));
  const drops = sets.flatMap((set) =>
    set.faults.filter((span) => span.fault === 'hip-drop' && span.side === side),
  );
  const measured = [
    ...drops.flatMap(({ peakDeg }) => (peakDeg === null ? [] : [peakDeg])),
    ...holds.flatMap(({ judged }) => (judged?.fault === 'hip-drop' ? judged.deg : [])),
  ];
  const main = holds.reduce<HoldRecord | null>(
    (longest, hold) => (longest !== null && lastingS(longest) >= lastingS(hold) ? longest : hold),
    null,
  );
  return {
    holds: holds.length,
    inPositionS: holds.reduce((total, { inPositionS }) => total + inPositionS, 0),
    longestS: largest(holds.map(({ inPositionS }) => inPositionS)) ?? 0,
    durationS: main === null ? 0 : lastingS(main),
    firstDropS: main === null ? null : firstDropOf(main, drops),
    largestDropDeg: holds.length === 0 ? null : largest(measured),
  };
}

const lastingS = ({ startS, endS }: HoldRecord): number => endS - startS;

function firstDropOf(hold: HoldRecord, drops: readonly FaultRecord[]): number | null {
  const starts = drops
    .filter(({ startS, endS }) => startS < hold.endS && endS > hold.startS)
    .map(({ startS }) => Math.max(0, startS - hold.startS));
  return starts.length === 0 ? null : Math.min(...starts);
}

const largest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), -Infinity);

/** Whether anything was done: sessions that were opened and left are no training. */
export const isTraining = (digest: SessionDigest): boolean =>
  digest.exercises.some(
    ({ reps, holds }) => reps.left + reps.right > 0 || SIDES.some((side) => holds[side].inPositionS > 0),
  );
