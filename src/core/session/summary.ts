import type { PartialReason } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import { FAULT_IDS, type ExerciseId, type FaultId } from '../terms/ids';
import { SIDES, type PerSide, type Side } from '../units';
import type { RepRecord, SessionRecord, SetRecord } from './record';
import { repOutcome, type RepOutcome } from './rep-outcome';
import { statedBy, verdictsByLeg } from './verdicts-by-leg';
import { pool, spreadOf, type Measured, type Pooled, type Spread } from './summary-statistics';

/** Repetitions per side: what the app counted, what the person says, and which of the two holds. */
export interface CountSummary {
  readonly app: PerSide<number>;
  readonly corrected: PerSide<number> | null;
  /** The person's own count where they gave one. */
  readonly held: PerSide<number>;
}

/** Since when a fault is there. `n` numbers the repetition within the set, `ofSide` within its side. */
export type Onset =
  { readonly kind: 'from'; readonly n: number; readonly ofSide: number } | { readonly kind: 'throughout' };

/** How one check came out over the repetitions in which one leg was judged. */
export interface CheckSummary {
  readonly clean: number;
  readonly flagged: number;
  readonly notSeen: number;
  readonly reasons: Readonly<Partial<Record<NotSeenReason, number>>>;
  /** The largest peak, with its own error, and the repetition that had it. */
  readonly worst: (Measured & { readonly n: number }) | null;
  /** The mean peak. One repetition in 2D is a weak estimate; this is what a review should word. */
  readonly pooled: Pooled | null;
  readonly onset: Onset | null;
}

/** Left against right of one check's mean peak. */
export interface Asymmetry {
  /** Left minus right. */
  readonly differenceDeg: number;
  readonly seDeg: number | null;
  /** Larger than its own error allows and than what re-testing alone gives. */
  readonly isClear: boolean;
}

export interface HoldSummary {
  readonly inPositionS: number;
  readonly longestS: number;
  readonly holds: number;
  readonly breaks: number;
}

export interface SetSummary {
  readonly exercise: ExerciseId | null;
  readonly counts: CountSummary;
  readonly partials: PerSide<number>;
  readonly partialReasons: Readonly<Partial<Record<PartialReason, number>>>;
  /** Every check that was judged at all, in the order of {@link FAULT_IDS}. */
  readonly checks: Readonly<Partial<Record<FaultId, PerSide<CheckSummary>>>>;
  readonly asymmetry: Readonly<Partial<Record<FaultId, Asymmetry>>>;
  /** Seconds per repetition. */
  readonly tempo: PerSide<Spread | null>;
  readonly holds: PerSide<HoldSummary>;
}

/** From how much on an onset is told. */
export const ONSET = {
  /** Share of the repetitions from the onset on that must be faulty: two of three, so that one good one is no contradiction. */
  shareAfter: 2 / 3,
  /** Share before it that may be: less than one of three. */
  shareBefore: 1 / 3,
  /** One faulty repetition at the end is no beginning of anything. */
  faultsAfter: 2,
  /** With fewer before it the fault was there from the start. */
  repsBefore: 2,
} as const;

/** From how much on left and right are told to differ. */
export const ASYMMETRY = {
  /** Degrees; the re-test floor of 2D pelvic drop (Dingenen 2018): below it a difference is noise. */
  atLeastDeg: 2.8,
  /** Standard errors: a difference of equal sides is this large in one set of twenty. */
  standardErrors: 2,
} as const;

const perSide = <Value>(of: (side: Side) => Value): PerSide<Value> => ({
  left: of('left'),
  right: of('right'),
});

const tally = <Key extends string>(keys: readonly Key[]): Readonly<Partial<Record<Key, number>>> => {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** Everything a set comes to. */
export function summariseSet(set: SetRecord): SetSummary {
  const judged = FAULT_IDS.filter((fault) => set.reps.some((rep) => rep.verdicts[fault] !== undefined));
  const checks: Partial<Record<FaultId, PerSide<CheckSummary>>> = {};
  const asymmetry: Partial<Record<FaultId, Asymmetry>> = {};
  for (const fault of judged) {
    const check = perSide((side) => summariseCheck(set.reps, fault, side));
    checks[fault] = check;
    const difference = compareSides(check.left.pooled, check.right.pooled);
    if (difference !== null) asymmetry[fault] = difference;
  }
  return {
    exercise: set.exercise,
    counts: countReps(set),
    partials: perSide((side) => set.partials.filter((partial) => partial.side === side).length),
    partialReasons: tally(set.partials.map(({ why }) => why)),
    checks,
    asymmetry,
    tempo: perSide((side) => spreadOf(repsOf(set, side).map(({ startS, endS }) => endS - startS))),
    holds: perSide((side) => summariseHolds(set, side)),
  };
}

const repsOf = (set: SetRecord, side: Side): readonly RepRecord[] =>
  set.reps.filter((rep) => rep.side === side);

/** The app's count and the person's own. */
export function countReps(set: SetRecord): CountSummary {
  const app = perSide((side) => repsOf(set, side).length);
  return { app, corrected: set.correctedReps, held: set.correctedReps ?? app };
}

/** @param side of the leg that is judged; for the body as a whole the side that moved */
function summariseCheck(reps: readonly RepRecord[], fault: FaultId, side: Side): CheckSummary {
  const verdicts = reps
    .flatMap((rep) =>
      verdictsByLeg(rep, fault).map((leg) => ({ n: rep.n, ...leg, side: leg.side ?? rep.side })),
    )
    .filter((leg) => leg.side === side)
    .map((leg, index) => ({ ...leg, ofSide: index + 1 }));
  const peaks = verdicts.flatMap(({ n, verdict }) => statedBy(verdict).map((stated) => ({ n, ...stated })));
  const reasons = verdicts.flatMap(({ verdict }) => (verdict.verdict === 'not-seen' ? [verdict.reason] : []));
  return {
    clean: verdicts.filter(({ verdict }) => verdict.verdict === 'ok').length,
    flagged: verdicts.filter(({ verdict }) => verdict.verdict === 'fault').length,
    notSeen: reasons.length,
    reasons: tally(reasons),
    worst: peaks.reduce<CheckSummary['worst']>(
      (worst, next) => (worst !== null && worst.deg >= next.deg ? worst : next),
      null,
    ),
    pooled: pool(peaks),
    onset: findOnset(
      verdicts.flatMap(({ n, ofSide, verdict }) =>
        verdict.verdict === 'not-seen' ? [] : [{ n, ofSide, isFaulty: verdict.verdict === 'fault' }],
      ),
    ),
  };
}

/**
 * Where a fault sets in, as with fatigue: from that repetition on most are faulty, and before it few were.
 *
 * @param judged the repetitions of one side that were judged, in order
 */
export function findOnset(
  judged: readonly { readonly n: number; readonly ofSide: number; readonly isFaulty: boolean }[],
): Onset | null {
  const shareOf = (reps: typeof judged): number =>
    reps.filter(({ isFaulty }) => isFaulty).length / reps.length;
  const lasts = (reps: typeof judged): boolean =>
    reps.filter(({ isFaulty }) => isFaulty).length >= ONSET.faultsAfter && shareOf(reps) >= ONSET.shareAfter;
  const first = judged.findIndex(({ isFaulty }, index) => {
    if (!isFaulty || !lasts(judged.slice(index))) return false;
    return index < ONSET.repsBefore || shareOf(judged.slice(0, index)) < ONSET.shareBefore;
  });
  const rep = judged[first];
  if (rep === undefined) return null;
  return first < ONSET.repsBefore ? { kind: 'throughout' } : { kind: 'from', n: rep.n, ofSide: rep.ofSide };
}

function compareSides(left: Pooled | null, right: Pooled | null): Asymmetry | null {
  if (left === null || right === null) return null;
  const differenceDeg = left.meanDeg - right.meanDeg;
  const seDeg = left.seDeg === null || right.seDeg === null ? null : Math.hypot(left.seDeg, right.seDeg);
  const isLarge = Math.abs(differenceDeg) >= ASYMMETRY.atLeastDeg;
  const isSure = seDeg !== null && Math.abs(differenceDeg) >= ASYMMETRY.standardErrors * seDeg;
  return { differenceDeg, seDeg, isClear: isLarge && isSure };
}

function summariseHolds(set: SetRecord, side: Side): HoldSummary {
  const holds = set.holds.filter((hold) => hold.side === side);
  return {
    inPositionS: holds.reduce((sum, hold) => sum + hold.inPositionS, 0),
    longestS: Math.max(0, ...holds.map((hold) => hold.inPositionS)),
    holds: holds.length,
    breaks: holds.reduce((sum, hold) => sum + hold.breaks.length, 0),
  };
}

/** What one exercise came to in a whole session: a line of the history, a point of the trend. */
export interface ExerciseSummary {
  readonly exercise: ExerciseId;
  readonly sets: number;
  /** The person's own counts where they gave them. */
  readonly reps: PerSide<number>;
  readonly holdS: PerSide<number>;
  /** Counted repetitions with a fault; without one but not wholly judged; and clean in every check. */
  readonly outcomes: PerSide<{
    readonly flagged: number;
    readonly notJudged: number;
    readonly clean: number;
  }>;
  /** The mean peak of each check over all sets. */
  readonly pooled: Readonly<Partial<Record<FaultId, PerSide<Pooled | null>>>>;
}

/** Per exercise what a session came to, in the order in which the exercises were first done. */
export function summariseSession(session: SessionRecord): readonly ExerciseSummary[] {
  const exercises = new Set(session.sets.flatMap(({ exercise }) => (exercise === null ? [] : [exercise])));
  return [...exercises].map((exercise) => {
    const sets = session.sets.filter((set) => set.exercise === exercise);
    const reps = sets.flatMap((set) => set.reps);
    const sum = (of: (set: SetRecord) => number): number => sets.reduce((total, set) => total + of(set), 0);
    return {
      exercise,
      sets: sets.length,
      reps: perSide((side) => sum((set) => countReps(set).held[side])),
      holdS: perSide((side) => sum((set) => summariseHolds(set, side).inPositionS)),
      outcomes: perSide((side) => tallyOutcomes(reps.filter((rep) => rep.side === side))),
      pooled: poolChecks(reps),
    };
  });
}

function tallyOutcomes(reps: readonly RepRecord[]): ExerciseSummary['outcomes']['left'] {
  const outcomes = reps.map(repOutcome);
  const of = (outcome: RepOutcome): number => outcomes.filter((one) => one === outcome).length;
  return { flagged: of('fault'), notJudged: of('unjudged'), clean: of('clean') };
}

function poolChecks(reps: readonly RepRecord[]): ExerciseSummary['pooled'] {
  const pooled: Partial<Record<FaultId, PerSide<Pooled | null>>> = {};
  for (const fault of FAULT_IDS) {
    const peaks = (side: Side) =>
      reps.flatMap((rep) =>
        verdictsByLeg(rep, fault).flatMap((leg) =>
          (leg.side ?? rep.side) === side ? statedBy(leg.verdict) : [],
        ),
      );
    const sides = perSide((side) => pool(peaks(side)));
    if (SIDES.some((side) => sides[side] !== null)) pooled[fault] = sides;
  }
  return pooled;
}
