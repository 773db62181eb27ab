import type { FinishedAttempt, SettledAttempt } from '../exercise/attempt';
import type { AnalyserStep, ExerciseDefinition, LiveStatus } from '../exercise/definition';
import type { ExerciseEvent } from '../exercise/events';
import { createJudge, type Judge } from '../judge/judge';
import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { lostFrame } from '../kinematics/measure';
import { millis, type Millis } from '../units';
import type { SetState } from './set-engine';
import type { Veto } from './veto';

/** One exercise being counted and judged: analyser ▶ veto ▶ judge. */
export interface Counting {
  /**
   * Sees every frame.
   *
   * @param state of the set so far: numbers go on from it
   * @param saidMs when what the frame makes known is said: later than the frame where it is gone through again
   */
  step(
    frame: KinematicFrame,
    state: SetState,
    saidMs: Millis,
  ): { events: readonly ExerciseEvent[]; live: LiveStatus };
  /** The same set counted from here on by a new analyser; what was judged is kept. */
  anew(): Counting;
  finish(state: SetState, atMs: Millis): readonly ExerciseEvent[];
}

/** Frames farther apart than this have a gap between them: nobody was seen in it. */
const GAP_MS = 500;
/**
 * Who stands in the first picture has stood there for this long: longer than any exercise wants its start position held, so that
 * the first movement counts when it begins with the set. Fed at this rate.
 */
const RUN_UP = { ms: 600, everyMs: 60 } as const;

export const createCounting = (definition: ExerciseDefinition, veto: Veto): Counting =>
  countWith(definition, veto, createJudge(definition.checks));

function countWith(definition: ExerciseDefinition, veto: Veto, judge: Judge): Counting {
  const analyser = definition.createAnalyser();
  let lastMs: Millis | null = null;

  const settle = (finished: FinishedAttempt, state: SetState, saidMs: Millis): readonly ExerciseEvent[] => {
    if (!isSettled(finished)) {
      judge.discard();
      return [];
    }
    const { stands, doubt } = veto.judge(finished, definition, saidMs);
    if (!stands) {
      judge.discard();
      return doubt;
    }
    const before = finished.outcome.kind === 'counted' ? state.reps : state.partials;
    return [...judge.settle(finished, before.length + 1, saidMs), ...doubt];
  };

  /** What the analyser made of frames, settled; several at once are numbered one after another. */
  const settleAll = (steps: readonly Ended[], state: SetState, saidMs: Millis): readonly ExerciseEvent[] => {
    const settled: ExerciseEvent[] = [];
    for (const { finished, events } of steps) {
      for (const one of finished) settled.push(...settle(one, countUp(state, settled), saidMs));
      settled.push(...events);
    }
    return settled;
  };

  return {
    step(frame, state, saidMs) {
      const atMs = frame.timestampMs;
      if (lastMs === null) for (const early of runUp(frame)) analyser.step(early);
      const gap = lastMs === null ? [] : gapBetween(lastMs, atMs).map((unseen) => analyser.step(unseen));
      if (lastMs === null || atMs > lastMs) lastMs = atMs;
      judge.see(frame);
      const now = analyser.step(frame);
      const settled = settleAll([...gap, now], state, saidMs);
      const raised = judge.watch(frame, now.running);
      const faults = [...now.live.faults, ...judge.live()];
      return { events: [...settled, ...raised], live: { ...now.live, faults } };
    },
    anew() {
      judge.rewind();
      return countWith(definition, veto, judge);
    },
    finish(state, atMs) {
      const settled = settleAll([analyser.finish(atMs)], state, atMs);
      return [...settled, ...judge.finish(atMs)];
    },
  };
}

/** What an analyser has to tell. */
type Ended = Pick<AnalyserStep, 'finished' | 'events'>;

/** The frames before the first one; nothing is told of them. */
function runUp(first: KinematicFrame): readonly KinematicFrame[] {
  if (first.posture !== 'standing') return [];
  const count = RUN_UP.ms / RUN_UP.everyMs;
  return Array.from({ length: count }, (_, i) => ({
    ...first,
    timestampMs: millis(first.timestampMs - (RUN_UP.ms - i * RUN_UP.everyMs)),
  }));
}

/** A gap that was not seen is two frames in which nobody is. */
const gapBetween = (fromMs: Millis, toMs: Millis): readonly KinematicFrame[] =>
  toMs - fromMs <= GAP_MS ? [] : [fromMs + 1, toMs - 1].map((ms) => lostFrame(millis(ms), 'not-tracked'));

const isSettled = (finished: FinishedAttempt): finished is SettledAttempt =>
  finished.outcome.kind !== 'other-movement';

/** The state as far as numbering goes, after events that are not reduced yet. */
const countUp = (state: SetState, events: readonly ExerciseEvent[]): SetState => ({
  ...state,
  reps: [...state.reps, ...events.flatMap((event) => (event.kind === 'rep-counted' ? [event.rep] : []))],
  partials: [
    ...state.partials,
    ...events.flatMap((event) => (event.kind === 'rep-partial' ? [event.partial] : [])),
  ],
});
