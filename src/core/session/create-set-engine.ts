import type { ExerciseDefinition } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import { lostFrame, measureFrame } from '../kinematics/measure';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { ExerciseId } from '../terms/ids';
import { millis, type Millis } from '../units';
import { createKeptMoments, type Moment } from './kept-moments';
import { createRecogniser, spokenAt, type RecognisingAnalyser } from './recognise';
import { emptySet, reduceSet } from './reduce-set';
import type { SetEngine, SetEngineOptions, SetState } from './set-engine';
import { createSetJudge } from './set-judge';
import { createTrackingWatch } from './tracking-watch';
import { createVeto } from './veto';

/** Frames farther apart than this have a gap between them: nobody was seen in it. */
const GAP_MS = 500;
/**
 * Who stands in the first picture has stood there for this long: longer than any exercise wants its start position held, so that
 * the first movement counts when it begins with the set. Fed at this rate.
 */
const RUN_UP = { ms: 600, everyMs: 60 } as const;

/**
 * The core for one set. With a fixed exercise its analyser sees every frame; with *auto* all analysers do, until the
 * exercise is recognised.
 *
 * @throws RangeError when the exercise has no definition.
 */
export function createSetEngine(options: SetEngineOptions): SetEngine {
  const watchTracking = createTrackingWatch();
  const veto = createVeto();
  const kept = createKeptMoments();
  let judge = createSetJudge();
  let analyser: RecognisingAnalyser = analyserOf(options, options.exercise);
  let state: SetState = emptySet(options.exercise === 'auto' ? null : options.exercise);
  let lastMs: Millis | null = null;
  let choice: ExerciseDefinition | null = null;

  const settle = (events: readonly ExerciseEvent[], atMs: Millis): readonly ExerciseEvent[] => {
    const settled: ExerciseEvent[] = [];
    for (const event of events) {
      for (const judged of veto.judge(event, state.exercise, atMs)) {
        for (const known of judge.judge(renumber(judged, state), state.exercise)) {
          state = reduceSet(state, known);
          settled.push(known);
        }
      }
    }
    return settled;
  };

  const runUp = (frame: KinematicFrame): void => {
    if (frame.posture !== 'standing') return;
    for (let early: number = RUN_UP.ms; early > 0; early -= RUN_UP.everyMs)
      analyser.step({ ...frame, timestampMs: millis(frame.timestampMs - early) }, null);
  };

  /** Feeds one measured frame to the analyser, after a gap that was not seen as two frames in which nobody is. */
  const feed = (
    frame: KinematicFrame,
    movement: Moment['movement'],
    before: Millis | null,
  ): ReturnType<RecognisingAnalyser['step']> => {
    const atMs = frame.timestampMs;
    if (before === null) runUp(frame);
    if (before === null || atMs - before <= GAP_MS) return analyser.step(frame, movement);
    const unseen = [before + 1, atMs - 1].map((ms) => lostFrame(millis(ms), 'not-tracked'));
    const missed = unseen.flatMap((lost) => analyser.step(lost, null).events);
    const { events, live } = analyser.step(frame, movement);
    return { events: [...missed, ...events], live };
  };

  /** Goes through what was seen since the last repetition once more, with an analyser that knows more. */
  const goThrough = (moments: readonly Moment[], atMs: Millis): readonly ExerciseEvent[] => {
    let before: Millis | null = null;
    const events: ExerciseEvent[] = [];
    for (const { frame, movement } of moments) {
      const { events: found } = feed(frame, movement, before);
      before = frame.timestampMs;
      events.push(...judge.observe(frame, state.exercise));
      const spoken = found.map((event) => spokenAt(event, atMs));
      events.push(...settle(spoken, frame.timestampMs));
    }
    return events.filter(isKeptLate);
  };

  /** Begins as the exercise that the person says it is. */
  const beginAs = (definition: ExerciseDefinition, atMs: Millis): readonly ExerciseEvent[] => {
    const isOther = state.exercise !== definition.id;
    const since = lastEndOf(state, isOther);
    if (isOther) {
      state = emptySet(null);
      judge = createSetJudge();
    }
    veto.withdraw();
    analyser = definition.createAnalyser();
    const recognised: readonly ExerciseEvent[] = isOther
      ? settle([{ kind: 'exercise-recognised', atMs, exercise: definition.id }], atMs)
      : [];
    return [...recognised, ...goThrough(kept.since(since), atMs)];
  };

  /** A stance is known at last: what was done without it is measured again and counted now. */
  const countAnew = (atMs: Millis): readonly ExerciseEvent[] => {
    const since = lastEndOf(state, false);
    analyser = analyserOf(options, state.exercise ?? 'auto');
    return goThrough(kept.since(since), atMs);
  };

  return {
    step({ tracked, movement }) {
      const frame = measureFrame(tracked, movement);
      const atMs = frame.timestampMs;
      if (movement) veto.observe(movement);
      const chosen = choice ? beginAs(choice, atMs) : [];
      choice = null;
      const recounted = kept.becameMeasurable(tracked) ? countAnew(atMs) : [];
      const before = lastMs;
      if (lastMs === null || atMs > lastMs) lastMs = atMs;
      kept.push({ tracked, frame, movement });
      const analysed = feed(frame, movement, before);
      const within = judge.observe(frame, state.exercise);
      const settled = settle([...watchTracking(frame), ...analysed.events], atMs);
      return {
        frame,
        events: [...chosen, ...recounted, ...within, ...settled],
        live: judge.show(analysed.live),
        state,
      };
    },
    choose(exercise) {
      choice = definitionOf(options.definitions, exercise);
    },
    finish() {
      const atMs = lastMs ?? millis(0);
      return { events: settle(analyser.finish(atMs), atMs), state };
    },
  };
}

const analyserOf = ({ definitions }: SetEngineOptions, exercise: ExerciseId | 'auto'): RecognisingAnalyser =>
  exercise === 'auto' ? createRecogniser(definitions) : definitionOf(definitions, exercise).createAnalyser();

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

/** A vetoed repetition leaves no hole in the numbers. */
function renumber(event: ExerciseEvent, state: SetState): ExerciseEvent {
  if (event.kind === 'rep-counted') return { ...event, rep: { ...event.rep, n: state.reps.length + 1 } };
  if (event.kind === 'rep-partial') {
    return { ...event, partial: { ...event.partial, n: state.partials.length + 1 } };
  }
  return event;
}
