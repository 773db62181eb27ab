import type { NotSeenReason } from '../../core/terms/not-seen';
import { isOfALeg, type FaultId } from '../../core/terms/ids';
import type {
  HoldRecord,
  PartialRecord,
  RepRecord,
  SetRecord,
  VerdictRecord,
} from '../../core/session/record';
import { verdictsByLeg } from '../../core/session/verdicts-by-leg';
import { SIDES, type PerSide, type Side } from '../../core/units';

/** How one repetition came out as a whole. `partly`: nothing was wrong in what was seen, but not all of it was. */
export type Outcome = 'clean' | 'fault' | 'partly' | 'not-seen' | 'partial';

/** One check's number for one leg. */
export interface Judgement {
  readonly fault: FaultId;
  /** The leg that was judged, and is at fault where one is; null for the body as a whole. */
  readonly side: Side | null;
  readonly peakDeg: number | null;
  readonly sdDeg?: number;
}

export interface JudgedRep {
  readonly key: string;
  readonly n: number;
  readonly side: Side;
  readonly outcome: Outcome;
  readonly startS: number;
  readonly endS: number;
  readonly durationS: number;
  /** Faults found, the largest angle first. */
  readonly faults: readonly Judgement[];
  /** What was judged and found in order. */
  readonly fine: readonly Judgement[];
  /** What was not judged in this one; what the whole set leaves open is said once, of the set. */
  readonly unseen: readonly {
    readonly fault: FaultId;
    readonly side: Side | null;
    readonly reason: NotSeenReason;
  }[];
  readonly why: PartialRecord['why'] | null;
}

/** One side's tally. `counted` = `clean` + `flagged` + `unjudged`. */
export interface SideTally {
  readonly counted: number;
  readonly clean: number;
  readonly flagged: number;
  /** At least one check could not be judged, and nothing was found in the others. */
  readonly unjudged: number;
  readonly partial: number;
}

export interface SetReview {
  readonly set: SetRecord;
  /** Repetitions and partials in the order in which they happened. */
  readonly reps: readonly JudgedRep[];
  /** By the side that moved: what was counted. */
  readonly sides: PerSide<SideTally>;
  /** By the leg at fault: what was judged. */
  readonly legs: PerSide<LegTally>;
  readonly total: SideTally;
  /** Every fault found in counted repetitions: those of a leg first, the most frequent of each first. */
  readonly faults: readonly FaultTally[];
  readonly tempo: Tempo | null;
  readonly holds: readonly HoldReview[];
  /** The person's own count; null when they agree with the app's. */
  readonly corrected: PerSide<number> | null;
}

/** What one leg came to, repetition by repetition in which it was judged for a fault of a leg. */
export interface LegTally {
  readonly judged: number;
  readonly flagged: number;
  readonly reps: readonly { readonly rep: JudgedRep; readonly isFault: boolean }[];
}

/** One fault of one leg over the set. */
export interface FaultTally {
  readonly fault: FaultId;
  readonly side: Side | null;
  /** Counted repetitions in which this leg was judged for it. */
  readonly of: number;
  readonly reps: number;
  readonly worst: { readonly peakDeg: number; readonly sdDeg?: number; readonly rep: JudgedRep } | null;
}

export interface Tempo {
  readonly meanS: number;
  readonly fastestS: number;
  readonly slowestS: number;
  /** The slowest takes less than half as long again as the fastest. */
  readonly even: boolean;
}

export interface HoldReview {
  readonly hold: HoldRecord;
  /** Seconds out of position. */
  readonly outS: number;
  readonly longestStretchS: number;
}

/** Everything the review shows of one set. */
export function reviewSet(set: SetRecord): SetReview {
  const open = neverJudged(set.reps);
  const reps = [...set.reps.map((rep) => judgeRep(rep, open)), ...set.partials.map(judgePartial)].sort(
    (a, b) => a.endS - b.endS,
  );
  const counted = reps.filter((rep) => rep.outcome !== 'partial');
  return {
    set,
    reps,
    sides: { left: tally(reps, 'left'), right: tally(reps, 'right') },
    legs: { left: tallyLeg(counted, 'left'), right: tallyLeg(counted, 'right') },
    total: tally(reps, null),
    faults: tallyFaults(counted),
    tempo: tempoOf(counted),
    holds: set.holds.map(reviewHold),
    corrected: correctionOf(set),
  };
}

/** Checks of which nothing was judged in the whole set. */
function neverJudged(reps: readonly RepRecord[]): ReadonlySet<FaultId> {
  const all = reps.flatMap((rep) => Object.keys(rep.verdicts) as FaultId[]);
  const isOpen = (fault: FaultId): boolean =>
    reps.every((rep) => verdictsByLeg(rep, fault).every(({ verdict }) => verdict.verdict === 'not-seen'));
  return new Set([...new Set(all)].filter(isOpen));
}

function judgeRep(rep: RepRecord, open: ReadonlySet<FaultId>): JudgedRep {
  const legs = (Object.keys(rep.verdicts) as FaultId[]).flatMap((fault) =>
    verdictsByLeg(rep, fault).map(({ side, verdict }) => ({ fault, side, verdict })),
  );
  const judged = (outcome: 'ok' | 'fault'): readonly Judgement[] =>
    legs.flatMap(({ fault, side, verdict }) =>
      verdict.verdict === outcome ? [judgement(fault, side, verdict)] : [],
    );
  const unseen = legs.flatMap(({ fault, side, verdict }) =>
    verdict.verdict === 'not-seen' ? [{ fault, side, reason: verdict.reason }] : [],
  );
  const faults = judged('fault');
  return {
    ...spanOf(rep),
    key: `rep-${rep.n}`,
    outcome: outcomeOf(legs.length, faults.length, unseen.length),
    faults: [...faults].sort((a, b) => (b.peakDeg ?? -Infinity) - (a.peakDeg ?? -Infinity) || 0),
    fine: judged('ok'),
    unseen: unseen.filter(({ fault }) => !open.has(fault)),
    why: null,
  };
}

const judgement = (
  fault: FaultId,
  side: Side | null,
  { peakDeg, sdDeg }: Extract<VerdictRecord, { peakDeg: unknown }>,
): Judgement => ({ fault, side, peakDeg, ...(sdDeg === undefined ? {} : { sdDeg }) });

const judgePartial = (partial: PartialRecord): JudgedRep => ({
  ...spanOf(partial),
  key: `partial-${partial.n}`,
  outcome: 'partial',
  faults: [],
  fine: [],
  unseen: [],
  why: partial.why,
});

const spanOf = (rep: RepRecord) => ({
  n: rep.n,
  side: rep.side,
  startS: rep.startS,
  endS: rep.endS,
  durationS: rep.endS - rep.startS,
});

/** "Could not see" is never "good": a repetition is clean only when every check was judged. */
function outcomeOf(checks: number, faults: number, unseen: number): Outcome {
  if (faults > 0) return 'fault';
  if (checks === 0 || unseen === checks) return 'not-seen';
  return unseen > 0 ? 'partly' : 'clean';
}

function tally(reps: readonly JudgedRep[], side: Side | null): SideTally {
  const mine = reps.filter((rep) => side === null || rep.side === side);
  const of = (...outcomes: Outcome[]) => mine.filter((rep) => outcomes.includes(rep.outcome)).length;
  return {
    counted: mine.length - of('partial'),
    clean: of('clean'),
    flagged: of('fault'),
    unjudged: of('partly', 'not-seen'),
    partial: of('partial'),
  };
}

function tallyLeg(reps: readonly JudgedRep[], side: Side): LegTally {
  const isMine = (one: Judgement): boolean => one.side === side && isOfALeg(one.fault);
  const judged = reps.flatMap((rep) => {
    const isFault = rep.faults.some(isMine);
    return isFault || rep.fine.some(isMine) ? [{ rep, isFault }] : [];
  });
  return { judged: judged.length, flagged: judged.filter(({ isFault }) => isFault).length, reps: judged };
}

function tallyFaults(reps: readonly JudgedRep[]): readonly FaultTally[] {
  const tallies = new Map<string, FaultTally>();
  for (const rep of reps) {
    for (const { fault, peakDeg, sdDeg, side } of rep.faults) {
      const key = `${fault} ${side ?? ''}`;
      const of = judgedFor(reps, fault, side);
      const before = tallies.get(key) ?? { fault, side, of, reps: 0, worst: null };
      const isWorse = peakDeg !== null && peakDeg > (before.worst?.peakDeg ?? -Infinity);
      const worst = isWorse ? { peakDeg, rep, ...(sdDeg === undefined ? {} : { sdDeg }) } : before.worst;
      tallies.set(key, { ...before, reps: before.reps + 1, worst });
    }
  }
  const rank = ({ fault, reps: found }: FaultTally): number => found + (isOfALeg(fault) ? reps.length : 0);
  return [...tallies.values()].sort((a, b) => rank(b) - rank(a));
}

/** In how many repetitions a leg, or the body as a whole, was judged for a fault. */
const judgedFor = (reps: readonly JudgedRep[], fault: FaultId, side: Side | null): number =>
  reps.filter(({ faults, fine }) =>
    [...faults, ...fine].some((one) => one.fault === fault && one.side === side),
  ).length;

function tempoOf(reps: readonly JudgedRep[]): Tempo | null {
  const durations = reps.map((rep) => rep.durationS);
  if (durations.length === 0) return null;
  const [fastestS, slowestS] = [Math.min(...durations), Math.max(...durations)];
  const meanS = durations.reduce((sum, one) => sum + one, 0) / durations.length;
  return { meanS, fastestS, slowestS, even: slowestS < fastestS * 1.5 };
}

function reviewHold(hold: HoldRecord): HoldReview {
  const edges = [hold.startS, ...hold.breaks.flatMap((pause) => [pause.startS, pause.endS]), hold.endS];
  const stretches = edges.flatMap((edge, index) =>
    index % 2 === 1 ? [edge - (edges[index - 1] ?? edge)] : [],
  );
  return {
    hold,
    outS: hold.endS - hold.startS - hold.inPositionS,
    longestStretchS: Math.max(0, ...stretches),
  };
}

function correctionOf(set: SetRecord): PerSide<number> | null {
  const own = set.correctedReps;
  if (own === null) return null;
  const app = (side: Side) => set.reps.filter((rep) => rep.side === side).length;
  return SIDES.every((side) => own[side] === app(side)) ? null : own;
}
