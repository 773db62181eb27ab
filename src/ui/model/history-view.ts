import type { RepOutcome } from '../../core/session/rep-outcome';
import type { SessionDigest } from '../../core/session/session-digest';
import type { ExerciseId } from '../../core/terms/ids';
import { dayKey } from './calendar';
import { day } from './format';

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
  readonly outcomes: readonly RepOutcome[];
  readonly isInterrupted: boolean;
  /** In this tab or in another one. */
  readonly isRunning: boolean;
  readonly isFromFile: boolean;
  /** The person's own count, where it differs. */
  readonly ownCount: number | null;
}

export interface HistoryDay {
  readonly key: string;
  readonly name: string;
  readonly entries: readonly HistoryEntry[];
}

/** A session's exercises as lines, in the order in which they were done. */
export const entriesOf = (digest: SessionDigest): readonly HistoryEntry[] =>
  digest.exercises.map(({ exercise, sets, reps, outcomes, holds, ownCount }) => ({
    sessionId: digest.id,
    exercise,
    startedAt: digest.startedAt,
    sets,
    left: reps.left,
    right: reps.right,
    flagged: outcomes.filter((outcome) => outcome === 'fault').length,
    unjudged: outcomes.filter((outcome) => outcome === 'unjudged').length,
    holdS: holds.left.inPositionS + holds.right.inPositionS,
    outcomes,
    isInterrupted: digest.ended === 'interrupted',
    isRunning: digest.ended === 'running',
    isFromFile: digest.source !== 'camera',
    ownCount,
  }));

/** Days, in the order of the digests; a session in which nothing was done yet has no line. */
export function daysOf(digests: readonly SessionDigest[]): readonly HistoryDay[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const digest of digests) {
    const key = dayKey(digest.startedAt);
    const entries = days.get(key) ?? [];
    entries.push(...entriesOf(digest));
    days.set(key, entries);
  }
  return [...days].map(([key, entries]) => ({ key, name: day(entries[0]?.startedAt ?? 0), entries }));
}

/** How far back is looked. */
export const PERIODS = ['all', 'year', 'quarter', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const PERIOD_DAYS: Readonly<Record<Period, number>> = { all: Infinity, year: 365, quarter: 91, month: 28 };

export interface HistoryFilter {
  readonly exercise: ExerciseId | null;
  readonly period: Period;
  /** One day alone, as {@link dayKey}. */
  readonly day: string | null;
}

export const NO_FILTER: HistoryFilter = { exercise: null, period: 'all', day: null };

/** The sessions within the period, and in them the exercise alone. */
export function filterDigests(
  digests: readonly SessionDigest[],
  { exercise, period }: Omit<HistoryFilter, 'day'>,
  nowMs: number,
): readonly SessionDigest[] {
  const sinceMs = nowMs - PERIOD_DAYS[period] * 86_400_000;
  const recent = digests.filter(({ startedAt }) => startedAt >= sinceMs);
  if (exercise === null) return recent;
  return recent
    .map((digest) => ({ ...digest, exercises: digest.exercises.filter((one) => one.exercise === exercise) }))
    .filter(({ exercises }) => exercises.length > 0);
}

/** Every exercise that was done, the most frequent first. */
export function exercisesOf(digests: readonly SessionDigest[]): readonly ExerciseId[] {
  const times = new Map<ExerciseId, number>();
  for (const { exercises } of digests) {
    for (const { exercise } of exercises) {
      if (exercise !== null) times.set(exercise, (times.get(exercise) ?? 0) + 1);
    }
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([exercise]) => exercise);
}
