import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis, type Side } from '../units';
import type { Attempt } from './attempt';

/** How far along its movement a side is; the unit is the exercise's own. */
export interface Effort {
  readonly side: Side;
  readonly value: number;
}

export interface RepCounterOptions {
  /** Effort from which an excursion has begun… */
  readonly startAt: number;
  /** …and below which it is over; lower, so that noise at one level is never two repetitions. */
  readonly endAt: number;
  /** The start position must have been held this long before anything can begin (first, and after a loss). */
  readonly readyForMs: Millis;
  /** Longer than this is no repetition: abandoned until the start position is taken again. */
  readonly maxMs: Millis;
  /** A loss of tracking up to this long is bridged. */
  readonly bridgeMs: Millis;
}

export type CounterStep =
  /** Not in the start position yet, or nobody seen. */
  | { readonly kind: 'waiting' }
  /** In the start position; `becameReady` once per taking it. */
  | { readonly kind: 'home'; readonly becameReady: boolean }
  | { readonly kind: 'under-way'; readonly began: boolean; readonly attempt: Attempt }
  | { readonly kind: 'ended'; readonly attempt: Attempt }
  /** Broken off by a loss of tracking or by taking too long. */
  | { readonly kind: 'aborted'; readonly attempt: Attempt };

export interface RepCounter {
  /** `effort` is null when it cannot be measured in this frame; `home` tells whether the start position is held. */
  step(frame: KinematicFrame, effort: Effort | null, home: boolean): CounterStep;
}

interface Running {
  side: Side;
  startMs: Millis;
  peakMs: Millis;
  peak: number;
  readonly frames: KinematicFrame[];
  readonly restedMs: Millis;
}

/** An excursion as short as this was noise: the rest before it goes on. */
const BLIP_MS = 150;

/** Counts excursions with hysteresis. Whether an excursion is a repetition is for the exercise to say. */
export function createRepCounter(options: RepCounterOptions): RepCounter {
  let ready = false;
  let homeSince: Millis | null = null;
  let restSince: Millis | null = null;
  let lowMs: Millis | null = null;
  let seenMs: Millis | null = null;
  let running: Running | null = null;

  const snapshot = (run: Running, endMs: Millis): Attempt => ({ ...run, endMs });

  const abort = (): CounterStep => {
    const broken = running;
    running = null;
    ready = false;
    homeSince = null;
    return broken && seenMs !== null
      ? { kind: 'aborted', attempt: snapshot(broken, seenMs) }
      : { kind: 'waiting' };
  };

  const unseen = (atMs: Millis): CounterStep => {
    const gap = atMs - (seenMs ?? atMs);
    if (gap > options.bridgeMs || seenMs === null) return abort();
    return running
      ? { kind: 'under-way', began: false, attempt: snapshot(running, atMs) }
      : { kind: 'waiting' };
  };

  const waitForHome = (atMs: Millis, home: boolean): CounterStep => {
    if (!home) {
      homeSince = null;
      return { kind: 'waiting' };
    }
    homeSince ??= atMs;
    ready = atMs - homeSince >= options.readyForMs;
    restSince = homeSince;
    lowMs = atMs;
    return ready ? { kind: 'home', becameReady: true } : { kind: 'waiting' };
  };

  const rest = (frame: KinematicFrame, effort: Effort): CounterStep => {
    const atMs = frame.timestampMs;
    if (effort.value < options.startAt) {
      if (effort.value < options.endAt) {
        lowMs = atMs;
        restSince ??= atMs;
      }
      return { kind: 'home', becameReady: false };
    }
    const startMs = lowMs ?? atMs;
    running = {
      side: effort.side,
      startMs,
      peakMs: atMs,
      peak: effort.value,
      frames: [frame],
      restedMs: millis(startMs - (restSince ?? startMs)),
    };
    restSince = null;
    return { kind: 'under-way', began: true, attempt: snapshot(running, atMs) };
  };

  const follow = (frame: KinematicFrame, effort: Effort, run: Running): CounterStep => {
    const atMs = frame.timestampMs;
    run.frames.push(frame);
    if (effort.value > run.peak) {
      run.peak = effort.value;
      run.peakMs = atMs;
      run.side = effort.side;
    }
    const attempt = snapshot(run, atMs);
    if (effort.value < options.endAt) {
      running = null;
      lowMs = atMs;
      restSince = atMs - run.startMs < BLIP_MS ? millis(run.startMs - run.restedMs) : atMs;
      return { kind: 'ended', attempt };
    }
    if (atMs - run.startMs > options.maxMs) return abort();
    return { kind: 'under-way', began: false, attempt };
  };

  return {
    step(frame, effort, home) {
      const atMs = frame.timestampMs;
      if (!effort) return unseen(atMs);
      if (seenMs !== null && atMs - seenMs > options.bridgeMs && (ready || running)) {
        const step = abort();
        seenMs = atMs;
        return step;
      }
      seenMs = atMs;
      if (running) return follow(frame, effort, running);
      return ready ? rest(frame, effort) : waitForHome(atMs, home);
    },
  };
}
