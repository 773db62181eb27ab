import { median } from '../signal/quantile';
import { millis, type Millis } from '../units';
import type { Attempt, FinishedAttempt, Outcome } from './attempt';
import type { Transition } from './transition';

/** What decides whether an excursion that is over stands. */
export interface SettlingRules {
  /** How far a finished excursion went, to compare it with the person's others; its peak effort where not given. */
  extent?(attempt: Attempt): number;
  /** Decides on the finished excursion; `ownExtent` = median extent of the last repetitions counted. */
  classify(attempt: Attempt, ownExtent: number | null): Outcome;
  /** From falling back below the counter's end level to really being back: a repetition is counted and ends then. */
  readonly settleMs: Millis;
  /**
   * How long the start position must be kept for the excursion to stand at all: 0 for what can be nothing else; a
   * moment for what could be the first of a run of something quicker.
   */
  restMs?(attempt: Attempt): Millis;
}

/** An excursion that is over and waits for the body to be wholly back. */
interface Pending {
  readonly attempt: Attempt;
  readonly outcome: Outcome;
  readonly dueMs: Millis;
  /** A next excursion that begins before this undoes it; one that begins between this and `dueMs` settles it. */
  readonly standsMs: Millis;
}

/** Excursions of a set that are over: the one that is not settled yet, and how far those went that counted. */
export interface Settling {
  readonly pending: Pending | null;
  /** Peak efforts and extents of the repetitions counted, in order. */
  readonly peaks: readonly number[];
  readonly extents: readonly number[];
}

/** What became of excursions: at most one is settled at a time. */
export type Settlement = Transition<Settling, readonly FinishedAttempt[]>;

export const NOTHING_SETTLED: Settling = { pending: null, peaks: [], extents: [] };

/** An excursion has come back: it waits for the body to rest, unless it need not. */
export function wait(settling: Settling, attempt: Attempt, atMs: Millis, rules: SettlingRules): Settlement {
  const outcome = rules.classify(attempt, recentMedian(settling.extents));
  const standsMs = millis(attempt.endMs + (rules.restMs?.(attempt) ?? 0));
  const dueMs = millis(Math.max(standsMs, attempt.endMs + rules.settleMs));
  return settleDue({ ...settling, pending: { attempt, outcome, dueMs, standsMs } }, atMs, rules);
}

/** Settles what has waited for long enough. */
export const settleDue = (settling: Settling, atMs: Millis, rules: SettlingRules): Settlement =>
  settling.pending && atMs >= settling.pending.dueMs
    ? settlePending(settling, atMs, rules)
    : { state: settling, output: [] };

/** Settles what waits, however long it has. */
export const settlePending = (settling: Settling, atMs: Millis, rules: SettlingRules): Settlement =>
  settling.pending
    ? settle({ ...settling, pending: null }, settling.pending, atMs, rules)
    : { state: settling, output: [] };

/** The next excursion begins: the last one is settled, or it was too quick to be this exercise. */
export function overtake(settling: Settling, atMs: Millis, rules: SettlingRules): Settlement {
  const { pending } = settling;
  if (!pending || atMs >= pending.standsMs) return settlePending(settling, atMs, rules);
  const undone: Pending = { ...pending, outcome: { kind: 'other-movement' } };
  return settlePending({ ...settling, pending: undone }, atMs, rules);
}

/** An excursion was broken off: what it would have been is no matter, unless it was another movement. */
export function settleBroken(
  settling: Settling,
  attempt: Attempt,
  atMs: Millis,
  rules: SettlingRules,
): Settlement {
  const outcome = rules.classify(attempt, recentMedian(settling.extents));
  const broken: Outcome =
    outcome.kind === 'other-movement' ? outcome : { kind: 'partial', why: 'interrupted' };
  const { endMs } = attempt;
  return settle(settling, { attempt, outcome: broken, dueMs: endMs, standsMs: endMs }, atMs, rules);
}

/** Effort that is full for this person; null before the first repetition. */
export const ownPeak = ({ peaks }: Settling): number | null => recentMedian(peaks);

function settle(
  settling: Settling,
  { attempt, outcome, dueMs }: Pending,
  atMs: Millis,
  rules: SettlingRules,
): Settlement {
  const output = [{ attempt, outcome, endMs: millis(Math.min(dueMs, atMs)) }];
  if (outcome.kind !== 'counted') return { state: settling, output };
  const peaks = [...settling.peaks, attempt.peak];
  const extents = [...settling.extents, rules.extent?.(attempt) ?? attempt.peak];
  return { state: { ...settling, peaks, extents }, output };
}

/** Median over the last few full repetitions; null before the first. */
const recentMedian = (values: readonly number[]): number | null => median(values.slice(-6));
