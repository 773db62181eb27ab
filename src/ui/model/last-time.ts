import type { ExerciseId } from '../../core/terms/ids';
import type { SessionRecord, SetRecord } from '../../core/session/record';
import { reviewSet } from './review-view';

/** What was done of one exercise on one occasion. */
export interface Done {
  readonly startedAt: number;
  readonly reps: number;
  readonly flagged: number;
  readonly holdS: number;
}

export const doneIn = (sets: readonly SetRecord[], startedAt: number): Done => {
  const reviews = sets.map(reviewSet);
  const sum = (of: (review: (typeof reviews)[number]) => number) =>
    reviews.reduce((total, review) => total + of(review), 0);
  return {
    startedAt,
    reps: sum((review) => review.total.counted),
    flagged: sum((review) => review.total.flagged),
    holdS: sum((review) => review.holds.reduce((total, { hold }) => total + hold.inPositionS, 0)),
  };
};

/** The newest occasion per exercise; `sessions` newest first. Sets in which nothing happened do not count. */
export function lastTimes(sessions: readonly SessionRecord[]): ReadonlyMap<ExerciseId, Done> {
  const last = new Map<ExerciseId, Done>();
  for (const session of sessions) {
    for (const exercise of new Set(session.sets.map((set) => set.exercise))) {
      if (exercise === null || last.has(exercise)) continue;
      const done = doneIn(
        session.sets.filter((set) => set.exercise === exercise),
        session.startedAt,
      );
      if (done.reps > 0 || done.holdS > 0) last.set(exercise, done);
    }
  }
  return last;
}
