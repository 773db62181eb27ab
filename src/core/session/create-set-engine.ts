import { isInProgramme, type ExerciseDefinition } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { measureFrame } from '../kinematics/measure';
import type { ExerciseId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { createCounting, type Counting } from './counting';
import { createKeptMoments, type Moment } from './kept-moments';
import { createRecogniser, type Recogniser } from './recognise';
import { emptySet, reduceSet } from './reduce-set';
import type { SetEngine, SetEngineOptions, SetState, SetStep } from './set-engine';
import { createTrackingWatch } from './tracking-watch';
import { createVeto } from './veto';

/**
 * The core for one set. With a fixed exercise its analyser sees every frame; with *auto* all analysers do, until the
 * exercise is recognised. Whenever more becomes known (the stance, which exercise it is), what was seen since the last repetition is
 * gone through again.
 *
 * @throws RangeError when the exercise has no definition.
 */
export function createSetEngine({ exercise, definitions }: SetEngineOptions): SetEngine {
  const watchTracking = createTrackingWatch();
  const veto = createVeto();
  const kept = createKeptMoments();
  let state: SetState = emptySet(exercise === 'auto' ? null : exercise);
  let counting: Counting | null =
    exercise === 'auto' ? null : createCounting(definitionOf(definitions, exercise), veto);
  let recogniser: Recogniser | null = counting ? null : createRecogniser(definitions.filter(isInProgramme));
  let choice: ExerciseDefinition | null = null;
  let lastMs: Millis | null = null;

  const take = (events: readonly ExerciseEvent[]): readonly ExerciseEvent[] => {
    state = events.reduce(reduceSet, state);
    return events;
  };

  /** Goes through moments once more, with what is known now; tells what counts of it as of now. */
  const goThrough = (by: Counting, moments: readonly Moment[], atMs: Millis): readonly ExerciseEvent[] =>
    moments.flatMap((moment) => take(by.step(moment.frame, state, atMs).events)).filter(isKeptLate);

  /** Begins as an exercise that became known. What another one had counted is a set of its own. */
  const beginAs = (definition: ExerciseDefinition, atMs: Millis): readonly ExerciseEvent[] => {
    const isOther = state.exercise !== definition.id;
    const since = lastEndOf(state, isOther);
    if (isOther) state = emptySet(null);
    recogniser = null;
    counting = isOther || !counting ? createCounting(definition, veto) : counting.anew();
    const recognised = isOther ? take([{ kind: 'exercise-recognised', atMs, exercise: definition.id }]) : [];
    return [...recognised, ...goThrough(counting, kept.since(since), atMs)];
  };

  /** A stance is known at last: what was done without it is measured and counted now. */
  const countAnew = (atMs: Millis): readonly ExerciseEvent[] => {
    if (!counting) {
      recogniser = createRecogniser(definitions.filter(isInProgramme));
      for (const { frame, movement } of kept.since(-Infinity)) recogniser.step(frame, movement);
      return [];
    }
    counting = counting.anew();
    return goThrough(counting, kept.since(lastEndOf(state, false)), atMs);
  };

  /** What a frame gives by itself, once all that became known with it is settled. */
  const follow = (frame: KinematicFrame, movement: Moment['movement']): Omit<SetStep, 'frame' | 'state'> => {
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
    step({ tracked, movement }) {
      const frame = measureFrame(tracked, movement);
      const atMs = frame.timestampMs;
      if (movement) veto.observe(movement);
      const isMeasurable = kept.becameMeasurable(tracked);
      const chosen = choice;
      choice = null;
      if (chosen) veto.withdraw();
      const anew = chosen ? beginAs(chosen, atMs) : isMeasurable ? countAnew(atMs) : [];
      kept.push({ tracked, frame, movement });
      if (lastMs === null || atMs > lastMs) lastMs = atMs;
      const { events, live } = follow(frame, movement);
      return { frame, events: [...anew, ...take(watchTracking(frame)), ...events], live, state };
    },
    choose(id) {
      choice = definitionOf(definitions, id);
    },
    finish() {
      const events = counting ? take(counting.finish(state, lastMs ?? millis(0))) : [];
      return { events, state };
    },
  };
}

const NOTHING_SEEN = { phase: 'waiting', side: null, progress: 0, holdMs: millis(0), faults: [] } as const;

function definitionOf(definitions: readonly ExerciseDefinition[], id: ExerciseId): ExerciseDefinition {
  const found = definitions.find((definition) => definition.id === id);
  if (!found) throw new RangeError(`no definition for the exercise "${id}"`);
  return found;
}

/** Until when the set's contents reach. An attempt at one exercise may be a whole repetition of the other. */
const lastEndOf = ({ reps, partials, holds }: SetState, asOther: boolean): number =>
  Math.max(-Infinity, ...[...reps, ...holds, ...(asOther ? [] : partials)].map(({ endMs }) => endMs));

/** What is made known of the past: what counts and what it was, not what would have been said meanwhile. */
const isKeptLate = ({ kind }: ExerciseEvent): boolean =>
  kind !== 'fault-raised' && kind !== 'rep-started' && kind !== 'ready';
