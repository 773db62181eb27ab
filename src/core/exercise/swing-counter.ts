import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis, type Side } from '../units';
import type { CounterStep, Effort, RepCounter } from './rep-counter';
import type { Attempt } from './attempt';

/** A movement that goes below its resting level, then above it, and back: one repetition. */
export interface SwingCounterOptions {
  /** This far below the level a swing has begun (the effort's unit, positive number). */
  readonly startBelow: number;
  /** This far above the level an attempt has begun that left out the way down; less than a swing, never more. */
  readonly startAbove: number;
  /** Rise from the lowest point without which nothing has turned. */
  readonly leastRise: number;
  /** Share of the height above the level at which the way back counts as done. */
  readonly backShare: number;
  /** A swing that does not rise above the level is over after resting near it this long. */
  readonly restMs: Millis;
  readonly readyForMs: Millis;
  readonly maxMs: Millis;
  readonly bridgeMs: Millis;
}

interface Swing {
  readonly side: Side;
  readonly startMs: Millis;
  readonly frames: KinematicFrame[];
  readonly restedMs: Millis;
  low: number;
  high: number;
  highMs: Millis;
}

/** Near the level, in the effort's unit. */
const LEVEL = 1.2;

/** Still lower than this share of the lowest point, a turn is noise at the bottom of a deep swing. */
const DEEP_SHARE = 0.4;

/** Counts swings. The effort is signed: negative below the resting level. `peak` of an attempt is its whole range. */
export function createSwingCounter(options: SwingCounterOptions): RepCounter {
  let ready = false;
  let homeSince: Millis | null = null;
  let levelMs: Millis | null = null;
  let endedMs: Millis | null = null;
  let seenMs: Millis | null = null;
  /** Lowest since the level was last reached; null until it is: the end of one swing begins no other. */
  let lowest: number | null = null;
  let swing: Swing | null = null;

  const attemptOf = (run: Swing, endMs: Millis): Attempt => ({
    side: run.side,
    startMs: run.startMs,
    peakMs: run.highMs,
    peak: run.high - run.low,
    endMs,
    frames: run.frames,
    restedMs: run.restedMs,
  });

  const abort = (): CounterStep => {
    const broken = swing;
    swing = null;
    ready = false;
    homeSince = null;
    return broken && seenMs !== null
      ? { kind: 'aborted', attempt: attemptOf(broken, seenMs) }
      : { kind: 'waiting' };
  };

  const waitForHome = (atMs: Millis, home: boolean): CounterStep => {
    homeSince = home ? (homeSince ?? atMs) : null;
    ready = homeSince !== null && atMs - homeSince >= options.readyForMs;
    levelMs = atMs;
    endedMs = homeSince;
    return ready ? { kind: 'home', becameReady: true } : { kind: 'waiting' };
  };

  const rest = (frame: KinematicFrame, effort: Effort): CounterStep => {
    const atMs = frame.timestampMs;
    if (effort.value > -LEVEL && effort.value < options.startAbove) levelMs = atMs;
    if (Math.abs(effort.value) < LEVEL || lowest !== null) {
      lowest = Math.min(lowest ?? effort.value, effort.value);
    }
    const risen = lowest !== null && effort.value > options.startAbove;
    if (effort.value > -options.startBelow && !risen) return { kind: 'home', becameReady: false };
    const startMs = levelMs ?? atMs;
    swing = {
      side: effort.side,
      startMs,
      frames: [frame],
      restedMs: millis(startMs - (endedMs ?? startMs)),
      low: Math.min(lowest ?? effort.value, effort.value),
      high: effort.value,
      highMs: atMs,
    };
    lowest = null;
    return { kind: 'under-way', began: true, attempt: attemptOf(swing, atMs) };
  };

  const follow = (frame: KinematicFrame, value: number, run: Swing): CounterStep => {
    const atMs = frame.timestampMs;
    run.frames.push(frame);
    if (value < run.low) Object.assign(run, { low: value, high: value, highMs: atMs });
    else if (value > run.high) Object.assign(run, { high: value, highMs: atMs });
    const attempt = attemptOf(run, atMs);
    if (isBack(run, value, atMs)) {
      swing = null;
      levelMs = atMs;
      endedMs = atMs;
      return { kind: 'ended', attempt };
    }
    if (atMs - run.startMs > options.maxMs) return abort();
    return { kind: 'under-way', began: false, attempt };
  };

  const isBack = (run: Swing, value: number, atMs: Millis): boolean => {
    // A start that went nowhere: near the level again without having risen from anything.
    if (run.high - run.low < options.leastRise) return value > -LEVEL && atMs - run.highMs < options.restMs;
    const fellBack = run.high > LEVEL && value <= Math.max(options.backShare * run.high, LEVEL);
    const rested =
      run.high > -options.startBelow && atMs - run.highMs >= options.restMs && value > run.high - 2 * LEVEL;
    const cameUp = run.high >= DEEP_SHARE * run.low;
    const fellAgain = cameUp && value < run.high - 0.5 * (run.high - run.low);
    return fellBack || rested || fellAgain;
  };

  return {
    step(frame, effort, home) {
      const atMs = frame.timestampMs;
      const gapMs = seenMs === null ? 0 : atMs - seenMs;
      if (!effort) {
        if (seenMs === null || gapMs > options.bridgeMs) return abort();
        return swing
          ? { kind: 'under-way', began: false, attempt: attemptOf(swing, atMs) }
          : { kind: 'waiting' };
      }
      const lost = gapMs > options.bridgeMs && (ready || swing !== null);
      const step = lost ? abort() : null;
      seenMs = atMs;
      if (step) return step;
      if (swing && swing.side !== effort.side) swing = null;
      if (swing) return follow(frame, effort.value, swing);
      return ready ? rest(frame, effort) : waitForHome(atMs, home);
    },
  };
}
