import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { median } from '../signal/quantile';
import { millis, type Millis } from '../units';
import type { Attempt, FinishedAttempt, Outcome } from './attempt';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import type { ExerciseEvent } from './events';
import type { Effort, RepCounter } from './rep-counter';

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
}

/** An excursion that is over and waits for the body to be wholly back. */
interface Pending {
  readonly attempt: Attempt;
  readonly outcome: Outcome;
  readonly dueMs: Millis;
  /** A next excursion that begins before this undoes it; one that begins between this and `dueMs` settles it. */
  readonly standsMs: Millis;
}

/** Turns a pattern into an analyser: counting and status. */
export function createRepAnalyser(pattern: RepPattern): ExerciseAnalyser {
  const counter = pattern.createCounter();
  const peaks: number[] = [];
  const extents: number[] = [];
  let pending: Pending | null = null;

  const settle = ({ attempt, outcome, dueMs }: Pending, atMs: Millis): FinishedAttempt[] => {
    if (outcome.kind === 'counted') {
      peaks.push(attempt.peak);
      extents.push(pattern.extent?.(attempt) ?? attempt.peak);
    }
    return [{ attempt, outcome, endMs: millis(Math.min(dueMs, atMs)) }];
  };

  const flush = (atMs: Millis): FinishedAttempt[] => {
    if (!pending || atMs < pending.dueMs) return [];
    const due = pending;
    pending = null;
    return settle(due, atMs);
  };

  const end = (attempt: Attempt, atMs: Millis): FinishedAttempt[] => {
    const outcome = pattern.classify(attempt, recentMedian(extents));
    const standsMs = millis(attempt.endMs + (pattern.restMs?.(attempt) ?? 0));
    const dueMs = millis(Math.max(standsMs, attempt.endMs + pattern.settleMs));
    pending = { attempt, outcome, dueMs, standsMs };
    return flush(atMs);
  };

  /** The next excursion begins: the last one is settled, or it was too quick to be this exercise. */
  const overtake = (atMs: Millis): FinishedAttempt[] => {
    const due = pending;
    pending = null;
    if (!due) return [];
    return settle(atMs >= due.standsMs ? due : { ...due, outcome: { kind: 'other-movement' } }, atMs);
  };

  const breakOff = (attempt: Attempt, atMs: Millis): FinishedAttempt[] => {
    const outcome = pattern.classify(attempt, recentMedian(extents));
    const broken: Outcome = { kind: 'partial', why: 'interrupted' };
    const isOther = outcome.kind === 'other-movement';
    const { endMs } = attempt;
    return settle({ attempt, outcome: isOther ? outcome : broken, dueMs: endMs, standsMs: endMs }, atMs);
  };

  const movingStatus = (attempt: Attempt, value: number): LiveStatus => ({
    phase: 'moving',
    side: attempt.side,
    progress: Math.min(1, Math.max(0, value / Math.max(pattern.full, recentMedian(peaks) ?? 0))),
    holdMs: millis(0),
    faults: [],
  });

  return {
    step(frame): AnalyserStep {
      const atMs = frame.timestampMs;
      const effort = frame.lost ? null : pattern.effort(frame);
      const counting = counter.step(frame, effort, effort !== null && pattern.isHome(frame));
      const still = { events: [], running: null, live: waiting(frame.lost ? 'lost' : 'waiting') };
      switch (counting.kind) {
        case 'waiting':
          return { ...still, finished: flush(atMs) };
        case 'home': {
          const events: ExerciseEvent[] = counting.becameReady ? [{ kind: 'ready', atMs }] : [];
          return { finished: flush(atMs), events, running: null, live: waiting('ready') };
        }
        case 'under-way': {
          const { attempt, began } = counting;
          return {
            finished: began ? overtake(atMs) : [],
            events: began ? [{ kind: 'rep-started', atMs, side: attempt.side }] : [],
            running: attempt,
            live: movingStatus(attempt, effort?.value ?? 0),
          };
        }
        case 'ended':
          return { ...still, finished: end(counting.attempt, atMs), live: waiting('ready') };
        case 'aborted':
          return { ...still, finished: breakOff(counting.attempt, atMs) };
      }
    },
    finish(atMs) {
      const due = pending;
      pending = null;
      return { finished: due ? settle(due, atMs) : [], events: [] };
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
