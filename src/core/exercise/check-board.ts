import type { KinematicFrame } from '../kinematics/kinematic-frame';
import type { TimedEstimate } from '../movement/rep-peak';
import { deg, type Degrees, type Millis, type Side } from '../units';
import { judgePhase, NO_LIVE_FAULT, round, stepLiveFault, type Check, type LiveFault } from './checks';
import type { LiveStatus } from './definition';
import type { ExerciseEvent, FaultSpan, Verdict, Verdicts } from './events';
import type { NotSeenReason } from '../terms/not-seen';
import type { FaultId } from '../terms/ids';
import type { Attempt } from './rep-counter';

/** Runs the checks of an exercise through its repetitions. */
export interface CheckBoard {
  /** One frame of a running excursion: live faults raised and ended. */
  watch(frame: KinematicFrame, attempt: Attempt): ExerciseEvent[];
  /** Faults that are raised at this moment. */
  live(): LiveStatus['faults'];
  /** The excursion is over: verdicts, and the faults that only its end made known. */
  settle(attempt: Attempt, isRep: boolean, atMs: Millis): { verdicts: Verdicts; events: ExerciseEvent[] };
  /** It was another movement: what was measured is forgotten. */
  discard(): void;
  /** Ends the set: what is still open. */
  close(atMs: Millis): ExerciseEvent[];
}

interface Tracker {
  readonly check: Check;
  readonly estimates: TimedEstimate[];
  reason: NotSeenReason;
  live: LiveFault;
  side: Side | null;
  raised: boolean;
  peak: { readonly deg: Degrees; readonly atMs: Millis } | null;
}

export function createCheckBoard(checks: readonly Check[]): CheckBoard {
  let trackers: Tracker[] = checks.map(freshTracker);
  /** Kept back until it is known that this was the exercise at all. */
  let ended: ExerciseEvent[] = [];
  const reset = (): void => {
    trackers = checks.map(freshTracker);
    ended = [];
  };

  return {
    watch(frame, attempt) {
      const events = trackers.flatMap((tracker) => watchOne(tracker, frame, attempt));
      ended.push(...events.filter((event) => event.kind === 'fault-ended'));
      return events.filter((event) => event.kind !== 'fault-ended');
    },
    live: () =>
      trackers
        .filter((tracker) => tracker.live.raisedMs !== null)
        .map((tracker) => ({ fault: tracker.check.fault, side: tracker.side, deg: tracker.live.peakDeg })),
    settle(attempt, isRep, atMs) {
      const verdicts: Partial<Record<FaultId, Verdict>> = {};
      const events = [...ended, ...trackers.flatMap((tracker) => endLive(tracker, atMs))];
      for (const tracker of trackers) {
        const verdict = verdictOf(tracker, attempt, isRep);
        verdicts[tracker.check.fault] = verdict;
        if (isRep && verdict.verdict === 'fault' && !tracker.raised)
          events.push(...lateFault(tracker, attempt, verdict.peakDeg, atMs));
      }
      reset();
      return { verdicts, events };
    },
    discard: reset,
    close(atMs) {
      const events = [...ended, ...trackers.flatMap((tracker) => endLive(tracker, atMs))];
      reset();
      return events;
    },
  };
}

const freshTracker = (check: Check): Tracker => ({
  check,
  estimates: [],
  reason: 'not-tracked',
  live: NO_LIVE_FAULT,
  side: null,
  raised: false,
  peak: null,
});

function watchOne(tracker: Tracker, frame: KinematicFrame, attempt: Attempt): ExerciseEvent[] {
  const { check } = tracker;
  const atMs = frame.timestampMs;
  const applies = frame.lost === null && check.applies(frame, attempt);
  const estimate = applies ? check.measure(frame, attempt) : null;
  if (applies && !estimate) tracker.reason = check.whyNot?.(frame) ?? 'too-uncertain';
  if (estimate) {
    tracker.estimates.push({ timestampMs: atMs, estimate });
    if (!tracker.peak || estimate.deg > tracker.peak.deg) tracker.peak = { deg: estimate.deg, atMs };
  }
  if (check.live === false) return [];
  tracker.side = check.faultSide(attempt.side);
  const before = tracker.live;
  const ended = before.raisedMs !== null && !estimate ? endLive(tracker, atMs) : [];
  tracker.live = stepLiveFault(tracker.live, estimate, atMs, check.limits);
  if (before.raisedMs === null && tracker.live.raisedMs !== null) {
    tracker.raised = true;
    return [{ kind: 'fault-raised', atMs, fault: check.fault, side: tracker.side }];
  }
  if (ended.length > 0) return ended;
  return before.raisedMs !== null && tracker.live.raisedMs === null ? [spanEvent(tracker, before, atMs)] : [];
}

function endLive(tracker: Tracker, atMs: Millis): ExerciseEvent[] {
  const before = tracker.live;
  tracker.live = NO_LIVE_FAULT;
  return before.raisedMs === null ? [] : [spanEvent(tracker, before, atMs)];
}

function spanEvent(tracker: Tracker, live: LiveFault, atMs: Millis): ExerciseEvent {
  return {
    kind: 'fault-ended',
    atMs,
    span: {
      fault: tracker.check.fault,
      side: tracker.side,
      startMs: live.since ?? atMs,
      endMs: atMs,
      flaggedAtMs: live.raisedMs ?? atMs,
      peakDeg: live.peakDeg === null ? null : round(live.peakDeg),
    },
  };
}

function verdictOf(tracker: Tracker, attempt: Attempt, isRep: boolean): Verdict {
  const { check } = tracker;
  const judged = check.judge?.(attempt, tracker.estimates, isRep);
  if (judged) return judged;
  if (tracker.raised) {
    return { verdict: 'fault', peakDeg: round(tracker.peak?.deg ?? deg(0)) };
  }
  return judgePhase(tracker.estimates, check.limits, tracker.reason);
}

/** A fault that only the finished repetition showed: the span is the judged phase, flagged when it was known. */
function lateFault(
  tracker: Tracker,
  attempt: Attempt,
  peakDeg: Degrees | null,
  atMs: Millis,
): ExerciseEvent[] {
  const side = tracker.check.faultSide(attempt.side);
  const { fault } = tracker.check;
  const span: FaultSpan = {
    fault,
    side,
    startMs: attempt.startMs,
    endMs: attempt.endMs,
    flaggedAtMs: atMs,
    peakDeg,
  };
  return [
    { kind: 'fault-raised', atMs, fault, side },
    { kind: 'fault-ended', atMs, span },
  ];
}
