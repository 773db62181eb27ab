import type { ExerciseId } from '../../core/terms/ids';
import type { SessionRecord } from '../../core/session/record';
import type { SessionListItem } from '../../storage/session-store';
import { day } from './format';
import { reviewSet, type Outcome } from './review-view';

/** One exercise of one session: a line of the history. */
export interface HistoryEntry {
  readonly sessionId: string;
  readonly exercise: ExerciseId | null;
  readonly startedAt: number;
  readonly sets: number;
  readonly left: number;
  readonly right: number;
  readonly flagged: number;
  readonly unjudged: number;
  readonly holdS: number;
  /** Outcomes of the counted repetitions in order, for the small bar. */
  readonly outcomes: readonly Outcome[];
  readonly isInterrupted: boolean;
  /** In this tab or in another one. */
  readonly isRunning: boolean;
  /** The person's own count, where it differs. */
  readonly ownCount: number | null;
}

export interface HistoryDay {
  readonly name: string;
  readonly entries: readonly HistoryEntry[];
}

/** A session's exercises as lines, in the order in which they were done. */
export function entriesOf(record: SessionRecord): readonly HistoryEntry[] {
  return [...new Set(record.sets.map((set) => set.exercise))].map((exercise) => {
    const reviews = record.sets.filter((set) => set.exercise === exercise).map(reviewSet);
    const sum = (of: (review: (typeof reviews)[number]) => number) =>
      reviews.reduce((total, review) => total + of(review), 0);
    const own = sum(({ corrected, total }) => (corrected ? corrected.left + corrected.right : total.counted));
    return {
      sessionId: record.id,
      exercise,
      startedAt: record.startedAt,
      sets: reviews.length,
      left: sum((review) => review.sides.left.counted),
      right: sum((review) => review.sides.right.counted),
      flagged: sum((review) => review.total.flagged),
      unjudged: sum((review) => review.total.unjudged),
      holdS: sum((review) => review.holds.reduce((total, { hold }) => total + hold.inPositionS, 0)),
      outcomes: reviews.flatMap((review) =>
        review.reps.filter((rep) => rep.outcome !== 'partial').map((rep) => rep.outcome),
      ),
      isInterrupted: record.ended === 'interrupted',
      isRunning: record.ended === 'running',
      ownCount: own === sum((review) => review.total.counted) ? null : own,
    };
  });
}

/** Days, newest first, as the list comes. */
export function daysOf(items: readonly SessionListItem[]): readonly HistoryDay[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const item of items) {
    if (item.kind !== 'session') continue;
    const name = day(item.record.startedAt);
    days.set(name, [...(days.get(name) ?? []), ...entriesOf(item.record)]);
  }
  return [...days].map(([name, entries]) => ({ name, entries }));
}

/** How an exercise went over the last occasions, oldest first. */
export interface Trend {
  readonly exercise: ExerciseId;
  /** Share of clean repetitions, 0 … 1; for holds seconds in position. */
  readonly points: readonly { readonly value: number; readonly startedAt: number }[];
  readonly unit: 'clean' | 'seconds';
}

const TREND_LENGTH = 14;

/** Trends of exercises that were done at least twice; one point says nothing. */
export function trendsOf(items: readonly SessionListItem[]): readonly Trend[] {
  const entries = items
    .flatMap((item) => (item.kind === 'session' ? entriesOf(item.record) : []))
    .filter((entry) => entry.outcomes.length > 0 || entry.holdS > 0)
    .sort((a, b) => a.startedAt - b.startedAt);
  const exercises = [...new Set(entries.flatMap((entry) => (entry.exercise ? [entry.exercise] : [])))];
  return exercises.flatMap((exercise) => {
    const own = entries.filter((entry) => entry.exercise === exercise).slice(-TREND_LENGTH);
    if (own.length < 2) return [];
    const unit = own.every((entry) => entry.holdS > 0) ? 'seconds' : 'clean';
    const points = own.map((entry) => ({ startedAt: entry.startedAt, value: trendValue(entry, unit) }));
    return [{ exercise, unit, points }];
  });
}

const trendValue = (entry: HistoryEntry, unit: Trend['unit']): number =>
  unit === 'seconds'
    ? entry.holdS
    : entry.outcomes.filter((outcome) => outcome === 'clean').length / Math.max(1, entry.outcomes.length);
