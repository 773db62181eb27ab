import { deg, millis, type Degrees, type Millis, type Side } from '../units';
import type { FaultLimits, Threshold } from './threshold';
import type { ExerciseEvent, FaultSpan } from './events';
import type { HoldClock } from './hold-clock';
import { crossingTime } from './hold-edges';

/** From how much on hips that sag are a fault, and for how long they must. */
export interface SagLimits extends FaultLimits {
  readonly holdMs: Threshold<Millis>;
}

/** What one frame changed. */
export interface SagStep {
  /** The hips have just gone below the limit, at this time. */
  readonly startedMs: Millis | null;
  /** The sag is sure now: say it. */
  readonly flagged: boolean;
  /** The hips came back to the line at this time. */
  readonly endedMs: Millis | null;
}

/** What the hips do at this moment: a sag is said when they rest below the line, not while they fall, nor on the floor. */
export type HipMotion = 'resting' | 'moving' | 'on-floor';

/** Watches for sags: a value that passes the fault limit, lasts, and comes back. */
export interface SagWatch {
  readonly isOpen: boolean;
  readonly isFlagged: boolean;
  step(sagDeg: number, atMs: Millis, motion: HipMotion): SagStep;
  /** Ends the present sag; null when none was flagged. */
  close(side: Side, atMs: Millis): FaultSpan | null;
}

/** Back in line only below the limit by this much: a value at the limit must not flicker. Degrees. */
const RELEASE_DEG = 1;
/** Somebody who lowers the hips to the floor passes the limit too; while still falling fast, wait this long. */
const FALLING_MS = 450;

interface Open {
  readonly startMs: Millis;
  flaggedMs: Millis | null;
  peakDeg: Degrees;
  /** When the value last fell below the limit; null while above. */
  backMs: Millis | null;
}

export function createSagWatch(limits: SagLimits): SagWatch {
  const limit = limits.fault.value;
  let open: Open | null = null;
  let last: { readonly atMs: Millis; readonly value: number } | null = null;

  const crossedMs = (sagDeg: number, atMs: Millis): Millis =>
    last ? millis(crossingTime(last, { atMs, value: sagDeg }, (value) => value - limit)) : atMs;

  const advance = (sagDeg: number, atMs: Millis, motion: HipMotion): SagStep => {
    if (!open) {
      if (sagDeg < limit) return NOTHING;
      open = { startMs: crossedMs(sagDeg, atMs), flaggedMs: null, peakDeg: deg(sagDeg), backMs: null };
      return { ...NOTHING, startedMs: open.startMs };
    }
    if (sagDeg >= limit) open.backMs = null;
    else open.backMs ??= crossedMs(sagDeg, atMs);
    if (sagDeg < limit - RELEASE_DEG) return { ...NOTHING, endedMs: open.backMs };
    open.peakDeg = deg(Math.max(open.peakDeg, sagDeg));
    const lastsMs = atMs - open.startMs;
    const isDue = motion === 'resting' || (motion === 'moving' && lastsMs >= FALLING_MS);
    const sure = lastsMs >= limits.holdMs.value && isDue;
    if (open.flaggedMs !== null || !sure || sagDeg < limit) return NOTHING;
    open.flaggedMs = atMs;
    return { ...NOTHING, flagged: true };
  };

  return {
    get isOpen() {
      return open !== null;
    },
    get isFlagged() {
      return open !== null && open.flaggedMs !== null;
    },
    step(sagDeg, atMs, motion) {
      const step = advance(sagDeg, atMs, motion);
      last = { atMs, value: sagDeg };
      return step;
    },
    close(side, atMs) {
      const ended = open;
      open = null;
      if (!ended || ended.flaggedMs === null) return null;
      return {
        fault: 'hip-drop',
        side,
        startMs: ended.startMs,
        endMs: millis(Math.max(ended.flaggedMs, atMs)),
        flaggedAtMs: ended.flaggedMs,
        peakDeg: ended.peakDeg,
      };
    },
  };
}

/** A hold whose hips are watched. */
export interface WatchedHold {
  readonly sag: SagWatch;
  readonly clock: Pick<HoldClock, 'resume'>;
  readonly side: Side;
}

/** What a step of the watch makes known: a sag is said once it is sure, and the clock goes on when it is over. */
export function tellSag(
  { flagged, endedMs }: SagStep,
  { sag, clock, side }: WatchedHold,
  atMs: Millis,
): readonly ExerciseEvent[] {
  const said: readonly ExerciseEvent[] = flagged
    ? [
        { kind: 'fault-raised', atMs, fault: 'hip-drop', side },
        { kind: 'hold-paused', atMs, fault: 'hip-drop' },
      ]
    : [];
  if (endedMs === null) return said;
  clock.resume(endedMs);
  const span = sag.close(side, endedMs);
  return span ? [...said, { kind: 'fault-ended', atMs, span }, { kind: 'hold-resumed', atMs }] : said;
}

const NOTHING: SagStep = { startedMs: null, flagged: false, endedMs: null };
