import { isInProgramme, type ExerciseDefinition, type LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis } from '../units';
import { createCounting, type Counting } from './counting';
import type { KeptMoments, Moment } from './kept-moments';
import { createRecogniser, type Recogniser } from './recognise';
import { emptySet, reduceSet } from './reduce-set';
import type { SetState } from './set-engine';
import type { Veto } from './veto';

/** What is counted in a set whose exercise, or whose person's stance, may become known late. */
export interface SetCounting {
  readonly state: SetState;
  /** Adds events to the state, and gives them back. */
  take(events: readonly ExerciseEvent[]): readonly ExerciseEvent[];
  /** Begins as an exercise that became known. What another one had counted is a set of its own. */
  beginAs(definition: ExerciseDefinition, atMs: Millis): readonly ExerciseEvent[];
  /** A stance is known at last: what was done without it is measured and counted now. */
  countAnew(atMs: Millis): readonly ExerciseEvent[];
  /** What a frame gives by itself, once all that became known with it is settled. */
  follow(frame: KinematicFrame, movement: Moment['movement']): Followed;
  finish(atMs: Millis): readonly ExerciseEvent[];
}

/** What a frame gave. */
export interface Followed {
  readonly events: readonly ExerciseEvent[];
  readonly live: LiveStatus;
}

/** What a set is counted with. */
export interface SetCountingOptions {
  /** Null: all analysers watch until the exercise is recognised. */
  readonly exercise: ExerciseDefinition | null;
  readonly definitions: readonly ExerciseDefinition[];
  readonly veto: Veto;
  /** What was seen since the last repetition. */
  readonly kept: KeptMoments;
}

/** Begins an empty set. */
export function createSetCounting({ exercise, definitions, veto, kept }: SetCountingOptions): SetCounting {
  const recognisable = definitions.filter(isInProgramme);
  let state: SetState = emptySet(exercise?.id ?? null);
  let counting: Counting | null = exercise && createCounting(exercise, veto);
  let recogniser: Recogniser | null = exercise ? null : createRecogniser(recognisable);

  const take = (events: readonly ExerciseEvent[]): readonly ExerciseEvent[] => {
    state = events.reduce(reduceSet, state);
    return events;
  };

  /** Goes through moments once more, with what is known now; tells what counts of it as of now. */
  const goThrough = (by: Counting, moments: readonly Moment[], atMs: Millis): readonly ExerciseEvent[] =>
    moments.flatMap((moment) => take(by.step(moment.frame, state, atMs).events)).filter(isKeptLate);

  const beginAs = (definition: ExerciseDefinition, atMs: Millis): readonly ExerciseEvent[] => {
    const isOther = state.exercise !== definition.id;
    const since = lastEndOf(state, isOther);
    if (isOther) state = emptySet(null);
    recogniser = null;
    counting = isOther || !counting ? createCounting(definition, veto) : counting.anew();
    const recognised = isOther ? take([{ kind: 'exercise-recognised', atMs, exercise: definition.id }]) : [];
    return [...recognised, ...goThrough(counting, kept.since(since), atMs)];
  };

  const countAnew = (atMs: Millis): readonly ExerciseEvent[] => {
    if (!counting) {
      recogniser = createRecogniser(recognisable);
      for (const { frame, movement } of kept.since(-Infinity)) recogniser.step(frame, movement);
      return [];
    }
    counting = counting.anew();
    return goThrough(counting, kept.since(lastEndOf(state, false)), atMs);
  };

  const follow = (frame: KinematicFrame, movement: Moment['movement']): Followed => {
    const atMs = frame.timestampMs;
    if (counting) {
      const { events, live } = counting.step(frame, state, atMs);
      return { events: take(events), live };
    }
    const found = recogniser?.step(frame, movement);
    if (found?.recognised) return { events: beginAs(found.recognised, atMs), live: found.live };
    return { events: take(found?.events ?? []), live: found?.live ?? NOTHING_SEEN };
  };

  return {
    get state() {
      return state;
    },
    take,
    beginAs,
    countAnew,
    follow,
    finish: (atMs) => (counting ? take(counting.finish(state, atMs)) : []),
  };
}

const NOTHING_SEEN = { phase: 'waiting', side: null, progress: 0, holdMs: millis(0), faults: [] } as const;

/** Until when the set's contents reach. An attempt at one exercise may be a whole repetition of the other. */
const lastEndOf = ({ reps, partials, holds }: SetState, asOther: boolean): number =>
  Math.max(-Infinity, ...[...reps, ...holds, ...(asOther ? [] : partials)].map(({ endMs }) => endMs));

/** What is made known of the past: what counts and what it was, not what would have been said meanwhile. */
const isKeptLate = ({ kind }: ExerciseEvent): boolean =>
  kind !== 'fault-raised' && kind !== 'rep-started' && kind !== 'ready';
