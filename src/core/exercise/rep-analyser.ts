import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { median } from '../signal/quantile';
import { millis, type Millis } from '../units';
import { createCheckBoard, type CheckBoard } from './check-board';
import type { Check } from './checks';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import type { ExerciseEvent, PartialReason, Rep } from './events';
import type { Attempt, Effort, RepCounter } from './rep-counter';

/** What became of an excursion. `other-movement` is neither counted nor reported: it was none of this exercise. */
export type Outcome =
  | { readonly kind: 'counted' }
  | { readonly kind: 'partial'; readonly why: PartialReason }
  | { readonly kind: 'other-movement' };

/** What makes the repetitions of one exercise: how far along, from where, and which pattern is one. */
export interface RepPattern {
  createCounter(): RepCounter;
  /** Efforts from here to the person's own range are shown as progress 0..1. */
  readonly full: number;
  effort(frame: KinematicFrame): Effort | null;
  /** Whether the start position is held. */
  isHome(frame: KinematicFrame): boolean;
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
  readonly checks: readonly Check[];
}

interface Pending {
  readonly attempt: Attempt;
  readonly outcome: Outcome;
  readonly dueMs: Millis;
  /** A next excursion that begins before this undoes it; one that begins between this and `dueMs` settles it. */
  readonly standsMs: Millis;
}

/** Turns a pattern into an analyser: counting, verdicts, live faults, status. */
export function createRepAnalyser(pattern: RepPattern): ExerciseAnalyser {
  const counter = pattern.createCounter();
  const board: CheckBoard = createCheckBoard(pattern.checks);
  const peaks: number[] = [];
  const extents: number[] = [];
  let counted = 0;
  let partials = 0;
  let pending: Pending | null = null;
  let status: LiveStatus = waiting('waiting');

  const settle = ({ attempt, outcome, dueMs }: Pending, atMs: Millis): ExerciseEvent[] => {
    if (outcome.kind === 'other-movement') {
      board.discard();
      return [];
    }
    const { verdicts, events } = board.settle(attempt, outcome.kind === 'counted', atMs);
    const rep: Rep = {
      n: outcome.kind === 'counted' ? ++counted : ++partials,
      side: attempt.side,
      startMs: attempt.startMs,
      peakMs: attempt.peakMs,
      endMs: millis(Math.min(dueMs, atMs)),
      countedAtMs: atMs,
      verdicts,
    };
    if (outcome.kind === 'partial') {
      return [...events, { kind: 'rep-partial', atMs, partial: { ...rep, why: outcome.why } }];
    }
    peaks.push(attempt.peak);
    extents.push(pattern.extent?.(attempt) ?? attempt.peak);
    return [{ kind: 'rep-counted', atMs, rep }, ...events];
  };

  const flush = (atMs: Millis): ExerciseEvent[] => {
    if (!pending || atMs < pending.dueMs) return [];
    const due = pending;
    pending = null;
    return settle(due, atMs);
  };

  const end = (attempt: Attempt, outcome: Outcome, atMs: Millis): ExerciseEvent[] => {
    const standsMs = millis(attempt.endMs + (pattern.restMs?.(attempt) ?? 0));
    const dueMs = millis(Math.max(standsMs, attempt.endMs + pattern.settleMs));
    pending = { attempt, outcome, dueMs, standsMs };
    return flush(atMs);
  };

  /** The next excursion begins: the last one is settled, or forgotten where it was too quick to be this exercise. */
  const overtake = (atMs: Millis): ExerciseEvent[] => {
    const due = pending;
    pending = null;
    if (due && atMs >= due.standsMs) return settle(due, atMs);
    if (due) board.discard();
    return [];
  };

  const progressOf = (value: number): number =>
    Math.min(1, Math.max(0, value / Math.max(pattern.full, recentMedian(peaks) ?? 0)));

  const step = (frame: KinematicFrame): AnalyserStep => {
    const atMs = frame.timestampMs;
    const effort = frame.lost ? null : pattern.effort(frame);
    const counting = counter.step(frame, effort, effort !== null && pattern.isHome(frame));
    const events: ExerciseEvent[] = [];
    switch (counting.kind) {
      case 'waiting':
        events.push(...flush(atMs));
        status = waiting(frame.lost ? 'lost' : 'waiting');
        break;
      case 'home':
        events.push(...flush(atMs));
        if (counting.becameReady) events.push({ kind: 'ready', atMs });
        status = waiting('ready');
        break;
      case 'under-way': {
        if (counting.began) {
          events.push(...overtake(atMs));
          events.push({ kind: 'rep-started', atMs, side: counting.attempt.side });
        }
        events.push(...board.watch(frame, counting.attempt));
        status = {
          phase: 'moving',
          side: counting.attempt.side,
          progress: progressOf(effort?.value ?? 0),
          holdMs: millis(0),
          faults: board.live(),
        };
        break;
      }
      case 'ended':
        events.push(...board.watch(frame, counting.attempt));
        events.push(
          ...end(counting.attempt, pattern.classify(counting.attempt, recentMedian(extents)), atMs),
        );
        status = waiting('ready');
        break;
      case 'aborted':
        events.push(...settle(aborted(counting.attempt), atMs));
        status = waiting(frame.lost ? 'lost' : 'waiting');
        break;
    }
    return { events, live: status };
  };

  const aborted = (attempt: Attempt): Pending => {
    const outcome = pattern.classify(attempt, recentMedian(extents));
    const broken: Outcome = { kind: 'partial', why: 'interrupted' };
    return {
      attempt,
      outcome: outcome.kind === 'other-movement' ? outcome : broken,
      dueMs: attempt.endMs,
      standsMs: attempt.endMs,
    };
  };

  return {
    step,
    finish(atMs) {
      const due = pending;
      pending = null;
      if (!due) board.discard();
      return due ? settle(due, atMs) : [];
    },
  };
}

const waiting = (phase: LiveStatus['phase']): LiveStatus => ({
  phase,
  side: null,
  progress: 0,
  holdMs: millis(0),
  faults: [],
});

/** Median over the last few full repetitions; null before the first. */
const recentMedian = (values: readonly number[]): number | null => median(values.slice(-6));
