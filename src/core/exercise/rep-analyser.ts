import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis } from '../units';
import type { FinishedAttempt } from './attempt';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import type { ExerciseEvent } from './events';
import type { CounterStep, Effort, RepCounter } from './rep-counter';
import {
  NOTHING_SETTLED,
  overtake,
  ownPeak,
  settleBroken,
  settleDue,
  settlePending,
  wait,
  type Settlement,
  type Settling,
  type SettlingRules,
} from './rep-settling';

/** What makes the repetitions of one exercise: how far along, from where, and which pattern is one. */
export interface RepPattern extends SettlingRules {
  createCounter(): RepCounter;
  /** Efforts from here to the person's own range are shown as progress 0..1. */
  readonly full: number;
  effort(frame: KinematicFrame): Effort | null;
  /** Whether the start position is held. */
  isHome(frame: KinematicFrame): boolean;
}

/** Turns a pattern into an analyser: counting and status. */
export function createRepAnalyser(pattern: RepPattern): ExerciseAnalyser {
  const counter = pattern.createCounter();
  let settling: Settling = NOTHING_SETTLED;

  const take = ({ state, output }: Settlement): readonly FinishedAttempt[] => {
    settling = state;
    return output;
  };

  return {
    step(frame): AnalyserStep {
      const effort = frame.lost ? null : pattern.effort(frame);
      const counted = counter.step(frame, effort, effort !== null && pattern.isHome(frame));
      const finished = take(settleCounted(settling, counted, frame.timestampMs, pattern));
      return {
        finished,
        events: announce(counted, frame.timestampMs),
        running: counted.kind === 'under-way' ? counted.attempt : null,
        live: statusOf(frame, counted, (effort?.value ?? 0) / Math.max(pattern.full, ownPeak(settling) ?? 0)),
      };
    },
    finish: (atMs) => ({ finished: take(settlePending(settling, atMs, pattern)), events: [] }),
  };
}

/** What the counter's step means for the excursions that are over. */
function settleCounted(
  settling: Settling,
  counted: CounterStep,
  atMs: Millis,
  rules: SettlingRules,
): Settlement {
  switch (counted.kind) {
    case 'waiting':
    case 'home':
      return settleDue(settling, atMs, rules);
    case 'under-way':
      return counted.began ? overtake(settling, atMs, rules) : { state: settling, output: [] };
    case 'ended':
      return wait(settling, counted.attempt, atMs, rules);
    case 'aborted':
      return settleBroken(settling, counted.attempt, atMs, rules);
  }
}

function announce(counted: CounterStep, atMs: Millis): readonly ExerciseEvent[] {
  if (counted.kind === 'home' && counted.becameReady) return [{ kind: 'ready', atMs }];
  if (counted.kind !== 'under-way' || !counted.began) return [];
  return [{ kind: 'rep-started', atMs, side: counted.attempt.side }];
}

/** @param share of the full range, beyond 0..1 where the effort is */
function statusOf(frame: KinematicFrame, counted: CounterStep, share: number): LiveStatus {
  const still = { side: null, progress: 0, holdMs: millis(0), faults: [] };
  switch (counted.kind) {
    case 'waiting':
    case 'aborted':
      return { ...still, phase: frame.lost ? 'lost' : 'waiting' };
    case 'home':
    case 'ended':
      return { ...still, phase: 'ready' };
    case 'under-way': {
      const progress = Math.min(1, Math.max(0, share));
      return { ...still, phase: 'moving', side: counted.attempt.side, progress };
    }
  }
}
