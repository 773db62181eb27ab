import type { ExerciseDefinition } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import type { NotSeenReason } from '../terms/not-seen';
import type { ExerciseId } from '../terms/ids';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { measureFrame } from '../kinematics/measure';
import { createPoseTracker } from '../body/body-tracker';
import { millis, type Millis } from '../units';
import { createTimeWindow } from '../signal/quantile';
import { createRecogniser, spokenAt, type RecognisingAnalyser } from './recognise';
import { emptySet, reduceSet } from './reduce-set';
import type { SetEngine, SetEngineOptions, SetState } from './set-engine';
import { createSetJudge } from './set-judge';
import { createVeto } from './veto';

/** Shorter gaps are bridged silently. */
const LOST_AFTER_MS = 400;
/** How far back a choice of the person reaches: several repetitions, and the time to read and to come to the screen. */
const CHOICE_REACH_MS = millis(60_000);

/**
 * The core for one set. With a fixed exercise its analyser sees every frame; with *auto* all analysers do, until the
 * exercise is recognised.
 *
 * @throws RangeError when the exercise has no definition.
 */
export function createSetEngine(options: SetEngineOptions): SetEngine {
  const tracker = createPoseTracker();
  const watchTracking = createTrackingWatch();
  const veto = createVeto();
  const seen = createTimeWindow<KinematicFrame>(CHOICE_REACH_MS);
  let judge = createSetJudge();
  let analyser: RecognisingAnalyser =
    options.exercise === 'auto'
      ? createRecogniser(options.definitions)
      : definitionOf(options.definitions, options.exercise).createAnalyser();
  let state: SetState = emptySet(options.exercise === 'auto' ? null : options.exercise);
  let lastMs = millis(0);
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

  /** Begins as the exercise that the person says it is, and goes through what was seen since the last repetition. */
  const beginAs = (definition: ExerciseDefinition, atMs: Millis): readonly ExerciseEvent[] => {
    const isOther = state.exercise !== definition.id;
    const since = lastEndOf(state, isOther);
    if (isOther) {
      state = emptySet(null);
      judge = createSetJudge();
    }
    veto.withdraw();
    analyser = definition.createAnalyser();
    const events = isOther
      ? [...settle([{ kind: 'exercise-recognised', atMs, exercise: definition.id }], atMs)]
      : [];
    for (const { value: frame } of seen.entries) {
      if (frame.timestampMs <= since) continue;
      const { events: found } = analyser.step(frame, null);
      events.push(...judge.observe(frame, state.exercise));
      events.push(
        ...settle(
          found.map((event) => spokenAt(event, atMs)),
          frame.timestampMs,
        ),
      );
    }
    return events;
  };

  return {
    step({ pose, movement }) {
      const frame = measureFrame(tracker.step(pose), movement);
      const atMs = frame.timestampMs;
      if (pose.timestampMs > lastMs) lastMs = pose.timestampMs;
      if (movement) veto.observe(movement);
      const chosen = choice ? beginAs(choice, atMs) : [];
      choice = null;
      seen.push(frame, atMs);
      const analysed = analyser.step(frame, movement);
      const within = judge.observe(frame, state.exercise);
      const settled = settle([...watchTracking(frame), ...analysed.events], atMs);
      return { frame, events: [...chosen, ...within, ...settled], live: judge.show(analysed.live), state };
    },
    choose(exercise) {
      choice = definitionOf(options.definitions, exercise);
    },
    finish() {
      return { events: settle(analyser.finish(lastMs), lastMs), state };
    },
  };
}

function definitionOf(definitions: readonly ExerciseDefinition[], id: ExerciseId): ExerciseDefinition {
  const found = definitions.find((definition) => definition.id === id);
  if (!found) throw new RangeError(`no definition for the exercise "${id}"`);
  return found;
}

/** Until when the set's contents reach. An attempt at one exercise may be a whole repetition of the other. */
const lastEndOf = ({ reps, partials, holds }: SetState, asOther: boolean): number =>
  Math.max(-Infinity, ...[...reps, ...holds, ...(asOther ? [] : partials)].map(({ endMs }) => endMs));

/** A vetoed repetition leaves no hole in the numbers. */
function renumber(event: ExerciseEvent, state: SetState): ExerciseEvent {
  if (event.kind === 'rep-counted') return { ...event, rep: { ...event.rep, n: state.reps.length + 1 } };
  if (event.kind === 'rep-partial') {
    return { ...event, partial: { ...event.partial, n: state.partials.length + 1 } };
  }
  return event;
}

/** Says once when the exerciser is lost for longer than a blink, with the reason, and once when he is back. */
function createTrackingWatch(): (frame: KinematicFrame) => readonly ExerciseEvent[] {
  let lostSince: Millis | null = null;
  let said: NotSeenReason | null = null;
  return (frame) => {
    if (frame.lost === null) {
      lostSince = null;
      if (said === null) return [];
      said = null;
      return [{ kind: 'tracking-regained', atMs: frame.timestampMs }];
    }
    lostSince ??= frame.timestampMs;
    if (said !== null || frame.timestampMs - lostSince < LOST_AFTER_MS) return [];
    said = frame.lost;
    return [{ kind: 'tracking-lost', atMs: frame.timestampMs, reason: frame.lost }];
  };
}
