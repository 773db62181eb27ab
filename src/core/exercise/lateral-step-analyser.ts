import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis } from '../units';
import type { Attempt, FinishedAttempt } from './attempt';
import { posed, type Posed } from './body-signals';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import type { PartialReason } from './events';
import { createLateralSteps, type Lead, type LateralStepLimits } from './lateral-steps';

/** A step of this length is full progress, body lengths. */
const FULL_STEP = 0.2;
/** Frames kept from before the lead foot's start was sure. */
const KEEP_MS = 1500;
/** A gap in the tracking up to this is bridged. */
const BLINK_MS = 400;

/** Counts steps to the side. `side` of an attempt is the leading leg, `peakMs` when it was farthest out. */
export function createLateralStepAnalyser(limits: LateralStepLimits): ExerciseAnalyser {
  const feet = createLateralSteps(limits);
  let frames: KinematicFrame[] = [];
  let running: Attempt | null = null;
  let knewStance = false;

  const attemptOf = (lead: Lead, endMs: Millis): Attempt => ({
    side: lead.side,
    startMs: lead.startMs,
    peakMs: lead.outMs,
    peak: lead.way,
    endMs,
    frames: frames.filter((frame) => frame.timestampMs >= lead.startMs),
    restedMs: millis(0),
  });

  const finish = (attempt: Attempt, why: PartialReason | null): FinishedAttempt => {
    running = null;
    const outcome = why === null ? ({ kind: 'counted' } as const) : ({ kind: 'partial', why } as const);
    return { attempt, outcome, endMs: attempt.endMs };
  };

  /** It was no step. */
  const drop = (): readonly FinishedAttempt[] => {
    const dropped = running;
    running = null;
    return dropped ? [{ attempt: dropped, outcome: { kind: 'other-movement' }, endMs: dropped.endMs }] : [];
  };

  const miss = (frame: KinematicFrame): AnalyserStep => {
    const live = statusOf(frame.lost === null ? 'waiting' : 'lost');
    const seenMs = frames.at(-1)?.timestampMs;
    const isBlink = seenMs === undefined || frame.timestampMs - seenMs <= BLINK_MS;
    if (isBlink) return { finished: [], events: [], running, live };
    feet.lose();
    frames = [];
    const finished = running ? [finish(running, 'interrupted')] : [];
    return { finished, events: [], running: null, live };
  };

  const see = (frame: KinematicFrame, { body, stance }: Posed): AnalyserStep => {
    const atMs = frame.timestampMs;
    const keepFrom = Math.min(atMs - KEEP_MS, running ? running.startMs - 1 : Infinity);
    frames = [...frames.filter((kept) => kept.timestampMs > keepFrom), frame];
    const now = feet.step(body, stance.body, atMs);
    const still = { finished: [], events: [], running: null, live: statusOf('ready') };
    switch (now.kind) {
      case 'waiting':
        return { ...still, finished: drop(), live: statusOf('waiting') };
      case 'dropped':
        return { ...still, finished: drop() };
      case 'ready':
        return { ...still, events: now.became ? [{ kind: 'ready', atMs }] : [] };
      case 'under-way': {
        const began = running === null;
        running = attemptOf(now.lead, atMs);
        return {
          finished: [],
          events: began ? [{ kind: 'rep-started', atMs, side: now.lead.side }] : [],
          running,
          live: movingStatus(now.lead),
        };
      }
      case 'stepped':
      case 'returned': {
        const attempt = attemptOf(now.lead, now.endMs);
        return { ...still, finished: [finish(attempt, now.kind === 'stepped' ? null : 'not-travelled')] };
      }
    }
  };

  return {
    step(frame) {
      const pose = frame.posture === 'lying' ? null : posed(frame);
      if (!pose) return miss(frame);
      // The first stance gives the room its scale: places from before it mean something else.
      if (!knewStance) feet.lose();
      knewStance = true;
      return see(frame, pose);
    },
    finish: () => ({ finished: running ? [finish(running, 'interrupted')] : [], events: [] }),
  };
}

const statusOf = (phase: LiveStatus['phase']): LiveStatus => ({
  phase,
  side: null,
  progress: 0,
  holdMs: millis(0),
  faults: [],
});

const movingStatus = (lead: Lead): LiveStatus => ({
  ...statusOf('moving'),
  side: lead.side,
  progress: Math.min(1, Math.max(0, lead.way / FULL_STEP)),
});
