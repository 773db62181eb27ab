import { millis, type Millis, type Side } from '../units';
import type { Hold, HoldBreak } from './events';
import type { FaultId } from '../terms/ids';

/** The clock of one timed hold: it stops during breaks and while nobody is seen. All times are frames' times. */
export interface HoldClock {
  readonly startMs: Millis;
  /** When the running break began; null while in position. */
  readonly brokenSinceMs: Millis | null;
  readonly isUnseen: boolean;
  /** Time in position up to a moment. */
  inPositionMs(atMs: Millis): Millis;
  /** The clock stops for a fault. A break that is under way goes on. */
  breakOff(fault: FaultId, atMs: Millis): void;
  resume(atMs: Millis): void;
  /** The clock stops because nobody is seen: not a break, nobody did anything wrong. */
  loseSight(atMs: Millis): void;
  regainSight(atMs: Millis): void;
  /** Ends the hold. A break that began after that end is no break; one under way ends with the hold. */
  end(side: Side, atMs: Millis): Hold;
}

interface Span {
  readonly startMs: Millis;
  readonly endMs: Millis;
}

export function startHoldClock(startMs: Millis): HoldClock {
  const breaks: HoldBreak[] = [];
  const unseen: Span[] = [];
  let broken: { readonly fault: FaultId; readonly startMs: Millis } | null = null;
  let unseenSinceMs: Millis | null = null;

  const stoppedSpans = (untilMs: Millis): readonly Span[] => [
    ...breaks,
    ...unseen,
    ...(broken ? [{ startMs: broken.startMs, endMs: untilMs }] : []),
    ...(unseenSinceMs === null ? [] : [{ startMs: unseenSinceMs, endMs: untilMs }]),
  ];
  const inPositionMs = (atMs: Millis): Millis =>
    millis(Math.max(0, atMs - startMs - coveredMs(stoppedSpans(atMs), startMs, atMs)));
  const resume = (atMs: Millis): void => {
    if (broken && atMs > broken.startMs) breaks.push({ ...broken, endMs: atMs });
    broken = null;
  };
  const regainSight = (atMs: Millis): void => {
    if (unseenSinceMs !== null) unseen.push({ startMs: unseenSinceMs, endMs: atMs });
    unseenSinceMs = null;
  };

  return {
    startMs,
    get brokenSinceMs() {
      return broken?.startMs ?? null;
    },
    get isUnseen() {
      return unseenSinceMs !== null;
    },
    inPositionMs,
    breakOff(fault, atMs) {
      broken ??= { fault, startMs: millis(Math.max(breaks.at(-1)?.endMs ?? startMs, atMs)) };
    },
    resume,
    loseSight(atMs) {
      unseenSinceMs ??= atMs;
    },
    regainSight,
    end(side, atMs) {
      const endMs = millis(Math.max(startMs, atMs));
      resume(endMs);
      regainSight(endMs);
      return { side, startMs, endMs, inPositionMs: inPositionMs(endMs), breaks };
    },
  };
}

/** Time covered by at least one of the spans, within limits. */
function coveredMs(spans: readonly Span[], fromMs: Millis, toMs: Millis): number {
  let covered = 0;
  let reached: number = fromMs;
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    const start = Math.max(span.startMs, reached);
    const end = Math.min(span.endMs, toMs);
    if (end > start) covered += end - start;
    reached = Math.max(reached, end);
  }
  return covered;
}
