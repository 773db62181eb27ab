import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis, type Side } from '../units';
import type { Attempt } from './attempt';
import type { CounterInput, CounterStep, Effort, RepCounter } from './rep-counter';
import { runReducer, type Transition } from './transition';

/** A movement that goes below its resting level, then above it, and back: one repetition. */
export interface SwingCounterOptions {
  /** Near the level, in the effort's unit. */
  readonly level: number;
  /** This far below the level a swing has begun (the effort's unit, positive number). */
  readonly startBelow: number;
  /** This far above the level an attempt has begun that left out the way down; less than a swing, never more. */
  readonly startAbove: number;
  /** Rise from the lowest point without which nothing has turned. */
  readonly leastRise: number;
  /** Share of the height above the level at which the way back counts as done. */
  readonly backShare: number;
  /** Still lower than this share of the lowest point, a turn is noise at the bottom of a deep swing. */
  readonly deepShare: number;
  /** One that did not rise above the level is over, too, once it has fallen again by this share of what it had risen. */
  readonly fallShare: number;
  /** A swing that does not rise above the level is over after resting near it this long. */
  readonly restMs: Millis;
  readonly readyForMs: Millis;
  readonly maxMs: Millis;
  readonly bridgeMs: Millis;
}

/** A swing under way, so far. */
interface Swing {
  readonly side: Side;
  readonly startMs: Millis;
  readonly endMs: Millis;
  readonly frames: readonly KinematicFrame[];
  readonly restedMs: Millis;
  readonly low: number;
  /** Highest since the lowest point, and when. */
  readonly high: number;
  readonly highMs: Millis;
}

/** Not at the resting level, or not for long enough. */
interface Away {
  readonly phase: 'away';
  readonly homeSinceMs: Millis | null;
}

/** Ready for a swing. */
interface Home {
  readonly phase: 'home';
  /** When the effort was at the level last: the next swing begins there. */
  readonly levelMs: Millis;
  /** Since when there has been no swing. */
  readonly restSinceMs: Millis;
}

interface Swinging {
  readonly phase: 'swinging';
  readonly swing: Swing;
  /** What it began from: a swing of the other side begins from there, too. */
  readonly from: Home;
}

interface CounterState {
  /** When the effort was measured last. */
  readonly seenMs: Millis | null;
  /** Lowest since the level was last reached; null until it is: the end of one swing begins no other. */
  readonly lowest: number | null;
  readonly phase: Away | Home | Swinging;
}

type Step = Transition<CounterState, CounterStep>;

/** A frame in which the effort was measured. */
type Seen = CounterInput & { readonly effort: Effort };

const AWAY: Away = { phase: 'away', homeSinceMs: null };

/** Counts swings. The effort is signed: negative below the resting level. `peak` of an attempt is its whole range. */
export function createSwingCounter(options: SwingCounterOptions): RepCounter {
  const next = runReducer<CounterState, CounterInput, CounterStep>(
    { seenMs: null, lowest: null, phase: AWAY },
    (state, input) => count(state, input, options),
  );
  return { step: (frame, effort, home) => next({ frame, effort, home }) };
}

function count(
  state: CounterState,
  { frame, effort, home }: CounterInput,
  options: SwingCounterOptions,
): Step {
  const atMs = frame.timestampMs;
  const isGap = state.seenMs !== null && atMs - state.seenMs > options.bridgeMs;
  if (!effort) return isGap ? breakOff(state) : bridge(state, atMs);
  const now = { ...state, seenMs: atMs };
  return isGap && state.phase.phase !== 'away' ? breakOff(now) : see(now, { frame, effort, home }, options);
}

/** The swing under way comes to nothing; the resting level must be taken anew. */
const breakOff = (state: CounterState): Step => ({
  state: { ...state, phase: AWAY },
  output:
    state.phase.phase === 'swinging'
      ? { kind: 'aborted', attempt: attemptOf(state.phase.swing) }
      : { kind: 'waiting' },
});

/** A short loss changes nothing. */
const bridge = (state: CounterState, atMs: Millis): Step => ({
  state,
  output:
    state.phase.phase === 'swinging'
      ? { kind: 'under-way', began: false, attempt: { ...attemptOf(state.phase.swing), endMs: atMs } }
      : { kind: 'waiting' },
});

function see(state: CounterState, seen: Seen, options: SwingCounterOptions): Step {
  const { phase } = state;
  switch (phase.phase) {
    case 'away':
      return takeHome(state, phase, seen, options);
    case 'home':
      return rest(state, phase, seen, options);
    case 'swinging':
      return phase.swing.side === seen.effort.side
        ? follow(state, phase, seen, options)
        : rest(state, phase.from, seen, options);
  }
}

/** Not ready yet: the resting level must be held for a while. */
function takeHome(
  state: CounterState,
  away: Away,
  { frame, home }: Seen,
  options: SwingCounterOptions,
): Step {
  const atMs = frame.timestampMs;
  const homeSinceMs = home ? (away.homeSinceMs ?? atMs) : null;
  return homeSinceMs !== null && atMs - homeSinceMs >= options.readyForMs
    ? {
        state: { ...state, phase: { phase: 'home', levelMs: atMs, restSinceMs: homeSinceMs } },
        output: { kind: 'home', becameReady: true },
      }
    : { state: { ...state, phase: { phase: 'away', homeSinceMs } }, output: { kind: 'waiting' } };
}

/** Ready: a swing begins on the way down, or on a way up that had no way down. */
function rest(state: CounterState, home: Home, { frame, effort }: Seen, options: SwingCounterOptions): Step {
  const atMs = frame.timestampMs;
  const { side, value } = effort;
  const isLevel = value > -options.level && value < options.startAbove;
  const from: Home = { ...home, levelMs: isLevel ? atMs : home.levelMs };
  const isFollowed = Math.abs(value) < options.level || state.lowest !== null;
  const lowest = isFollowed ? Math.min(state.lowest ?? value, value) : null;
  const risen = lowest !== null && value > options.startAbove;
  if (value > -options.startBelow && !risen)
    return { state: { ...state, lowest, phase: from }, output: { kind: 'home', becameReady: false } };
  const swing: Swing = {
    side,
    startMs: from.levelMs,
    endMs: atMs,
    frames: [frame],
    restedMs: millis(from.levelMs - from.restSinceMs),
    low: lowest ?? value,
    high: value,
    highMs: atMs,
  };
  return {
    state: { ...state, lowest: null, phase: { phase: 'swinging', swing, from } },
    output: { kind: 'under-way', began: true, attempt: attemptOf(swing) },
  };
}

/** The swing goes on, is over, or has taken too long. */
function follow(
  state: CounterState,
  { swing: before, from }: Swinging,
  { frame, effort }: Seen,
  options: SwingCounterOptions,
): Step {
  const atMs = frame.timestampMs;
  const swing = extend(before, frame, effort.value);
  const moved: CounterState = { ...state, phase: { phase: 'swinging', swing, from } };
  const attempt = attemptOf(swing);
  if (isBack(swing, effort.value, options)) {
    const phase: Home = { phase: 'home', levelMs: atMs, restSinceMs: atMs };
    return { state: { ...state, phase }, output: { kind: 'ended', attempt } };
  }
  if (atMs - swing.startMs > options.maxMs) return breakOff(moved);
  return { state: moved, output: { kind: 'under-way', began: false, attempt } };
}

/** A new lowest point begins the way up anew. */
function extend(swing: Swing, frame: KinematicFrame, value: number): Swing {
  const atMs = frame.timestampMs;
  const longer = { ...swing, endMs: atMs, frames: [...swing.frames, frame] };
  if (value < swing.low) return { ...longer, low: value, high: value, highMs: atMs };
  return value > swing.high ? { ...longer, high: value, highMs: atMs } : longer;
}

function isBack({ low, high, highMs, endMs }: Swing, value: number, options: SwingCounterOptions): boolean {
  const { level, leastRise, backShare, deepShare, fallShare, restMs, startBelow } = options;
  const sinceHighMs = endMs - highMs;
  // A start that went nowhere: near the level again without having risen from anything.
  if (high - low < leastRise) return value > -level && sinceHighMs < restMs;
  const fellBack = high > level && value <= Math.max(backShare * high, level);
  const rested = high > -startBelow && sinceHighMs >= restMs && value > high - 2 * level;
  const cameUp = high >= deepShare * low;
  const fellAgain = cameUp && value < high - fallShare * (high - low);
  return fellBack || rested || fellAgain;
}

const attemptOf = ({ side, startMs, endMs, frames, restedMs, low, high, highMs }: Swing): Attempt => ({
  side,
  startMs,
  peakMs: highMs,
  peak: high - low,
  endMs,
  frames,
  restedMs,
});
