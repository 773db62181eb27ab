import { median } from '../../src/core/signal/quantile';
import type { FaultId } from '../../src/core/terms/ids';
import type { Side } from '../../src/core/units';
import type { ClipTruth, TrueRep } from './truth';

/** The parts of an analysis (`hipline.analysis/1`) that are scored. */
export interface ScoredAnalysis {
  readonly reps: readonly ScoredRep[];
  readonly partials: readonly unknown[];
  readonly holds: readonly { readonly side: Side; readonly inPositionS: number }[];
  readonly faults: readonly {
    readonly fault: FaultId;
    readonly side: Side | null;
    readonly flaggedAtS: number;
  }[];
}

export interface ScoredRep {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
  readonly countedAtS: number;
  readonly verdicts: Readonly<Partial<Record<FaultId, { readonly verdict: 'ok' | 'fault' | 'not-seen' }>>>;
}

/** Faults that are scored per repetition and per span: what the app is there to say. */
export const SCORED_FAULTS = ['hip-drop', 'knee-collapse'] as const;
export type ScoredFault = (typeof SCORED_FAULTS)[number];
/** Faults of posture that are scored per repetition, where an exercise judges them; the others have no agreed truth. */
export const POSTURE_FAULTS = ['standing-tall', 'stance-knee-bent', 'trunk-lean'] as const;
export type PostureFault = (typeof POSTURE_FAULTS)[number];

export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** Judged `not-seen`; also within one of the negatives above. */
  readonly notSeen: number;
}

export interface ClipScore {
  /** True repetitions that must be counted. */
  readonly truth: number;
  readonly counted: number;
  readonly missed: number;
  readonly phantom: number;
  readonly wrongSide: number;
  readonly truePartials: number;
  readonly partials: number;
  readonly faults: Readonly<Record<ScoredFault | PostureFault, Confusion>>;
  /** True fault windows, how many were flagged, and how long after their onset. */
  readonly windows: Readonly<Record<ScoredFault, { readonly flagged: number; readonly of: number }>>;
  readonly flagLatencyS: readonly number[];
  readonly countLatencyS: readonly number[];
  readonly holdTrueS: number;
  readonly holdSeenS: number;
  readonly holdSidesRight: boolean;
}

/** A counted repetition matches when at least this share of the shorter span overlaps. */
const MIN_OVERLAP = 0.5;
/** A flag belongs to a true window from this long before its start to this long after its end, seconds. */
const FLAG_EARLY_S = 0.3;
const FLAG_LATE_S = 0.5;

interface Span {
  readonly startS: number;
  readonly endS: number;
}

const overlap = (a: Span, b: Span): number => {
  const shared = Math.min(a.endS, b.endS) - Math.max(a.startS, b.startS);
  return Math.max(0, shared) / Math.max(1e-6, Math.min(a.endS - a.startS, b.endS - b.startS));
};

export interface Matching {
  readonly pairs: readonly (readonly [ScoredRep, TrueRep])[];
  /** Counted, but neither a true repetition nor one that is left out. */
  readonly phantoms: readonly ScoredRep[];
  readonly missed: readonly TrueRep[];
}

/** Pairs each counted repetition with the best-overlapping unused true one of its side. */
export const matchReps = (counted: readonly ScoredRep[], truth: readonly TrueRep[]): Matching => {
  const unused = new Set(truth.filter((rep) => rep.full === true));
  const doubtful = truth.filter((rep) => rep.full === null);
  const pairs: (readonly [ScoredRep, TrueRep])[] = [];
  const phantoms: ScoredRep[] = [];
  for (const rep of counted) {
    const best = bestOverlap(rep, unused);
    if (best) {
      unused.delete(best);
      pairs.push([rep, best]);
    } else if (!bestOverlap(rep, doubtful)) phantoms.push(rep);
  }
  return { pairs, phantoms, missed: [...unused] };
};

const bestOverlap = (rep: ScoredRep, candidates: Iterable<TrueRep>): TrueRep | null => {
  let best: TrueRep | null = null;
  let bestShare = MIN_OVERLAP;
  for (const candidate of candidates) {
    if (candidate.side !== rep.side) continue;
    const share = overlap(rep, candidate);
    if (share >= bestShare && (best === null || share > bestShare)) {
      best = candidate;
      bestShare = share;
    }
  }
  return best;
};

const judge = (fault: ScoredFault | PostureFault, pairs: Matching['pairs']): Confusion => {
  const tally = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0, notSeen: 0 };
  for (const [rep, truth] of pairs) {
    if (truth.grey.includes(fault)) continue;
    const verdict = rep.verdicts[fault]?.verdict ?? 'not-seen';
    if (verdict === 'not-seen') tally.notSeen++;
    const flagged = verdict === 'fault';
    if (truth.faults.includes(fault)) tally[flagged ? 'truePositives' : 'falseNegatives']++;
    else tally[flagged ? 'falsePositives' : 'trueNegatives']++;
  }
  return tally;
};

/** One value for each of these faults. */
const perFault = <Fault extends FaultId, Value>(
  faults: readonly Fault[],
  of: (fault: Fault) => Value,
): Readonly<Record<Fault, Value>> =>
  Object.fromEntries(faults.map((fault) => [fault, of(fault)])) as Record<Fault, Value>;

/** The repetitions in which the exercise judges this. */
const judging = (fault: PostureFault, pairs: Matching['pairs']): Matching['pairs'] =>
  pairs.filter(([{ verdicts }]) => verdicts[fault] !== undefined);

const scoreWindows = (fault: ScoredFault, analysis: ScoredAnalysis, truth: ClipTruth) => {
  const windows = truth.faultWindows.filter((window) => window.fault === fault);
  const latencies = windows.flatMap((window) => {
    const flags = analysis.faults
      .filter((flag) => flag.fault === fault && (window.side === null || flag.side === window.side))
      .map((flag) => flag.flaggedAtS)
      .filter((at) => at >= window.startS - FLAG_EARLY_S && at <= window.endS + FLAG_LATE_S);
    return flags.length ? [Math.min(...flags) - window.startS] : [];
  });
  return { flagged: latencies.length, of: windows.length, latencies };
};

/** Scores one analysis against the truth of its clip. */
export const scoreClip = (analysis: ScoredAnalysis, truth: ClipTruth): ClipScore => {
  const { pairs, phantoms, missed } = matchReps(analysis.reps, truth.reps);
  const wrongSide = phantoms.filter((rep) =>
    missed.some((candidate) => candidate.side !== rep.side && overlap(rep, candidate) >= MIN_OVERLAP),
  ).length;
  const drop = scoreWindows('hip-drop', analysis, truth);
  const knee = scoreWindows('knee-collapse', analysis, truth);
  return {
    truth: truth.reps.filter((rep) => rep.full === true).length,
    counted: analysis.reps.length,
    missed: missed.length,
    phantom: phantoms.length,
    wrongSide,
    truePartials: truth.reps.filter((rep) => rep.full === false).length,
    partials: analysis.partials.length,
    faults: {
      ...perFault(SCORED_FAULTS, (fault) => judge(fault, pairs)),
      ...perFault(POSTURE_FAULTS, (fault) => judge(fault, judging(fault, pairs))),
    },
    windows: {
      'hip-drop': { flagged: drop.flagged, of: drop.of },
      'knee-collapse': { flagged: knee.flagged, of: knee.of },
    },
    flagLatencyS: [...drop.latencies, ...knee.latencies],
    countLatencyS: pairs.map(([rep, true_]) => rep.countedAtS - true_.endS),
    holdTrueS: sum(truth.holds.map((hold) => hold.inPositionS)),
    holdSeenS: sum(analysis.holds.map((hold) => hold.inPositionS)),
    holdSidesRight: analysis.holds.every((hold) =>
      truth.holds.some((real) => real.side === null || real.side === hold.side),
    ),
  };
};

export interface TotalScore {
  readonly clips: number;
  readonly exact: number;
  readonly trueReps: number;
  readonly missed: number;
  readonly phantom: number;
  readonly wrongSide: number;
  readonly faults: Readonly<Record<ScoredFault | PostureFault, Confusion>>;
  readonly windows: Readonly<Record<ScoredFault, { readonly flagged: number; readonly of: number }>>;
  readonly flagLatencyMedianS: number | null;
  readonly countLatencyMedianS: number | null;
  /** The worst clip's error of time in position, scaled to a hold of 30 s. */
  readonly holdErrorPer30S: number | null;
}

/** Adds up scores of clips. */
export const totalScore = (scores: readonly ClipScore[]): TotalScore => {
  const holds = scores.filter((score) => score.holdTrueS > 0);
  return {
    clips: scores.length,
    exact: scores.filter(isExact).length,
    trueReps: sum(scores.map((score) => score.truth)),
    missed: sum(scores.map((score) => score.missed)),
    phantom: sum(scores.map((score) => score.phantom)),
    wrongSide: sum(scores.map((score) => score.wrongSide)),
    faults: perFault([...SCORED_FAULTS, ...POSTURE_FAULTS], (fault) =>
      addConfusions(scores.map((score) => score.faults[fault])),
    ),
    windows: {
      'hip-drop': addWindows(scores.map((score) => score.windows['hip-drop'])),
      'knee-collapse': addWindows(scores.map((score) => score.windows['knee-collapse'])),
    },
    flagLatencyMedianS: median(scores.flatMap((score) => score.flagLatencyS)),
    countLatencyMedianS: median(scores.flatMap((score) => score.countLatencyS)),
    holdErrorPer30S: holds.length
      ? Math.max(
          ...holds.map((score) => (Math.abs(score.holdSeenS - score.holdTrueS) / score.holdTrueS) * 30),
        )
      : null,
  };
};

/** Nothing missed and nothing counted that was not there. */
export const isExact = (score: ClipScore): boolean => score.missed === 0 && score.phantom === 0;

export const precision = (k: Confusion): number | null => ratio(k.truePositives, k.falsePositives);
export const recall = (k: Confusion): number | null => ratio(k.truePositives, k.falseNegatives);
/** Harmonic mean of precision and recall; null when nothing was faulty and nothing was flagged. */
export const f1 = (k: Confusion): number | null =>
  ratio(2 * k.truePositives, k.falsePositives + k.falseNegatives);

const ratio = (hits: number, misses: number): number | null =>
  hits + misses > 0 ? hits / (hits + misses) : null;

const addConfusions = (all: readonly Confusion[]): Confusion => ({
  truePositives: sum(all.map((k) => k.truePositives)),
  falsePositives: sum(all.map((k) => k.falsePositives)),
  falseNegatives: sum(all.map((k) => k.falseNegatives)),
  trueNegatives: sum(all.map((k) => k.trueNegatives)),
  notSeen: sum(all.map((k) => k.notSeen)),
});

const addWindows = (all: readonly { readonly flagged: number; readonly of: number }[]) => ({
  flagged: sum(all.map((window) => window.flagged)),
  of: sum(all.map((window) => window.of)),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
