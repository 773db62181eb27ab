import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis, type Side } from '../units';
import type { Attempt } from './attempt';
import { runReducer, type Transition } from './transition';

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

/** What a counter is told of one frame. */
export interface CounterInput {
  readonly frame: KinematicFrame;
  /** Null when it cannot be measured in this frame. */
  readonly effort: Effort | null;
  /** Whether the start position is held. */
  readonly home: boolean;
}

export interface RepCounter {
  /** `effort` is null when it cannot be measured in this frame; `home` tells whether the start position is held. */
  step(frame: KinematicFrame, effort: Effort | null, home: boolean): CounterStep;
}

/** Not in the start position, or not for long enough. */
interface Away {
  readonly phase: 'away';
  readonly homeSinceMs: Millis | null;
}

/** Ready for an excursion. */
interface Home {
  readonly phase: 'home';
  /** Since when the person rests. */
  readonly restSinceMs: Millis;
  /** The last moment below the end level: the next excursion begins there. */
  readonly lowMs: Millis;
}

/** Within an excursion, which ends with the last frame that was seen. */
interface Moving {
  readonly phase: 'moving';
  readonly attempt: Attempt;
}

type Phase = Away | Home | Moving;
type Step = Transition<Phase, CounterStep>;

interface CounterState {
  /** When the effort was measured last. */
  readonly seenMs: Millis | null;
  readonly phase: Phase;
}

/** A frame in which the effort was measured. */
type Seen = CounterInput & { readonly effort: Effort };

/** An excursion as short as this was noise: the rest before it goes on. */
const BLIP_MS = 150;

const AWAY: Away = { phase: 'away', homeSinceMs: null };

/** Counts excursions with hysteresis. Whether an excursion is a repetition is for the exercise to say. */
export function createRepCounter(options: RepCounterOptions): RepCounter {
  const next = runReducer<CounterState, CounterInput, CounterStep>(
    { seenMs: null, phase: AWAY },
    (state, input) => count(state, input, options),
  );
  return { step: (frame, effort, home) => next({ frame, effort, home }) };
}

function count(
  { seenMs, phase }: CounterState,
  { frame, effort, home }: CounterInput,
  options: RepCounterOptions,
): Transition<CounterState, CounterStep> {
  const atMs = frame.timestampMs;
  const isGap = seenMs !== null && atMs - seenMs > options.bridgeMs;
  if (!effort) {
    const { state, output } = isGap ? breakOff(phase) : bridge(phase, atMs);
    return { state: { seenMs, phase: state }, output };
  }
  const { state, output } =
    isGap && phase.phase !== 'away' ? breakOff(phase) : see(phase, { frame, effort, home }, options);
  return { state: { seenMs: atMs, phase: state }, output };
}

/** The excursion under way comes to nothing; the start position must be taken anew. */
const breakOff = (phase: Phase): Step => ({
  state: AWAY,
  output: phase.phase === 'moving' ? { kind: 'aborted', attempt: phase.attempt } : { kind: 'waiting' },
});

/** A short loss changes nothing. */
const bridge = (phase: Phase, atMs: Millis): Step => ({
  state: phase,
  output:
    phase.phase === 'moving'
      ? { kind: 'under-way', began: false, attempt: { ...phase.attempt, endMs: atMs } }
      : { kind: 'waiting' },
});

function see(phase: Phase, seen: Seen, options: RepCounterOptions): Step {
  switch (phase.phase) {
    case 'away':
      return takeHome(phase, seen, options);
    case 'home':
      return rest(phase, seen, options);
    case 'moving':
      return follow(phase.attempt, seen, options);
  }
}

/** Not ready yet: the start position must be held for a while. */
function takeHome(away: Away, { frame, home }: Seen, { readyForMs }: RepCounterOptions): Step {
  if (!home) return { state: AWAY, output: { kind: 'waiting' } };
  const atMs = frame.timestampMs;
  const homeSinceMs = away.homeSinceMs ?? atMs;
  return atMs - homeSinceMs >= readyForMs
    ? {
        state: { phase: 'home', restSinceMs: homeSinceMs, lowMs: atMs },
        output: { kind: 'home', becameReady: true },
      }
    : { state: { phase: 'away', homeSinceMs }, output: { kind: 'waiting' } };
}

/** Ready: an excursion begins at the start level, counted from when the end level was left. */
function rest(home: Home, { frame, effort }: Seen, { startAt, endAt }: RepCounterOptions): Step {
  const atMs = frame.timestampMs;
  if (effort.value < startAt) {
    const lowMs = effort.value < endAt ? atMs : home.lowMs;
    return { state: { ...home, lowMs }, output: { kind: 'home', becameReady: false } };
  }
  const attempt: Attempt = {
    side: effort.side,
    startMs: home.lowMs,
    peakMs: atMs,
    peak: effort.value,
    endMs: atMs,
    frames: [frame],
    restedMs: millis(home.lowMs - home.restSinceMs),
  };
  return { state: { phase: 'moving', attempt }, output: { kind: 'under-way', began: true, attempt } };
}

/** The excursion goes on, is over below the end level, or has taken too long. */
function follow(before: Attempt, { frame, effort }: Seen, { endAt, maxMs }: RepCounterOptions): Step {
  const atMs = frame.timestampMs;
  const isHigher = effort.value > before.peak;
  const attempt: Attempt = {
    ...before,
    ...(isHigher && { side: effort.side, peak: effort.value, peakMs: atMs }),
    endMs: atMs,
    frames: [...before.frames, frame],
  };
  const lastsMs = atMs - before.startMs;
  if (effort.value < endAt) {
    const restSinceMs = lastsMs < BLIP_MS ? millis(before.startMs - before.restedMs) : atMs;
    return { state: { phase: 'home', restSinceMs, lowMs: atMs }, output: { kind: 'ended', attempt } };
  }
  if (lastsMs > maxMs) return breakOff({ phase: 'moving', attempt });
  return { state: { phase: 'moving', attempt }, output: { kind: 'under-way', began: false, attempt } };
}
