import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, type Millis } from '../units';
import type { Attempt, FinishedAttempt, Outcome } from './attempt';
import { posed } from './body-signals';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import { createLateralSteps, type Lead, type LateralStep, type LateralStepLimits } from './lateral-steps';
import type { Transition } from './transition';

/** A step of this length is full progress, body lengths. */
const FULL_STEP = 0.2;
/** Frames kept from before the lead foot's start was sure. */
const KEEP_MS = 1500;
/** A gap in the tracking up to this is bridged. */
const BLINK_MS = 400;

/** The step under way, and the frames that it or the next one may be made of. */
interface Memory {
  readonly frames: readonly KinematicFrame[];
  readonly running: Attempt | null;
}

type Analysed = Transition<Memory, AnalyserStep>;

const EMPTY: Memory = { frames: [], running: null };

/** Counts steps to the side. `side` of an attempt is the leading leg, `peakMs` when it was farthest out. */
export function createLateralStepAnalyser(limits: LateralStepLimits): ExerciseAnalyser {
  const feet = createLateralSteps(limits);
  let memory = EMPTY;
  let knewStance = false;

  const take = ({ state, output }: Analysed): AnalyserStep => {
    memory = state;
    return output;
  };

  return {
    step(frame) {
      const pose = frame.posture === 'lying' ? null : posed(frame);
      if (!pose) {
        if (!isBlink(memory, frame)) feet.lose();
        return take(miss(memory, frame));
      }
      // The first stance gives the room its scale: places from before it mean something else.
      if (!knewStance) feet.lose();
      knewStance = true;
      const now = feet.step(pose.body, pose.stance.body, frame.timestampMs);
      return take(see(remember(memory, frame), now, frame.timestampMs));
    },
    finish: () => ({ finished: close(memory.running, INTERRUPTED), events: [] }),
  };
}

const INTERRUPTED: Outcome = { kind: 'partial', why: 'interrupted' };

/** An attempt that is over; none where none was under way. */
const close = (attempt: Attempt | null, outcome: Outcome): readonly FinishedAttempt[] =>
  attempt ? [{ attempt, outcome, endMs: attempt.endMs }] : [];

const isBlink = ({ frames }: Memory, { timestampMs }: KinematicFrame): boolean => {
  const seenMs = frames.at(-1)?.timestampMs;
  return seenMs === undefined || timestampMs - seenMs <= BLINK_MS;
};

const remember = ({ frames, running }: Memory, frame: KinematicFrame): Memory => {
  const keepFrom = Math.min(frame.timestampMs - KEEP_MS, running ? running.startMs - 1 : Infinity);
  return { running, frames: [...frames.filter((kept) => kept.timestampMs > keepFrom), frame] };
};

/** Nobody is seen, or nobody who stands: for a blink the step goes on. */
function miss(memory: Memory, frame: KinematicFrame): Analysed {
  const still = { finished: [], events: [], live: statusOf(frame.lost === null ? 'waiting' : 'lost') };
  if (isBlink(memory, frame)) return { state: memory, output: { ...still, running: memory.running } };
  const finished = close(memory.running, INTERRUPTED);
  return { state: EMPTY, output: { ...still, finished, running: null } };
}

/** What the feet do, as attempts. */
function see({ frames, running }: Memory, now: LateralStep, atMs: Millis): Analysed {
  const idle: Memory = { frames, running: null };
  const still: AnalyserStep = { finished: [], events: [], running: null, live: statusOf('ready') };
  switch (now.kind) {
    case 'waiting':
    case 'dropped': {
      const live = statusOf(now.kind === 'waiting' ? 'waiting' : 'ready');
      return {
        state: idle,
        output: { ...still, finished: close(running, { kind: 'other-movement' }), live },
      };
    }
    case 'ready':
      return { state: idle, output: { ...still, events: now.became ? [{ kind: 'ready', atMs }] : [] } };
    case 'under-way': {
      const attempt = attemptOf(now.lead, atMs, frames);
      const events = running ? [] : [{ kind: 'rep-started', atMs, side: now.lead.side } as const];
      const output = { ...still, events, running: attempt, live: movingStatus(now.lead) };
      return { state: { frames, running: attempt }, output };
    }
    case 'stepped':
    case 'returned': {
      const attempt = attemptOf(now.lead, now.endMs, frames);
      const outcome: Outcome =
        now.kind === 'stepped' ? { kind: 'counted' } : { kind: 'partial', why: 'not-travelled' };
      return { state: idle, output: { ...still, finished: close(attempt, outcome) } };
    }
  }
}

const attemptOf = (lead: Lead, endMs: Millis, frames: readonly KinematicFrame[]): Attempt => ({
  side: lead.side,
  startMs: lead.startMs,
  peakMs: lead.outMs,
  peak: lead.way,
  endMs,
  frames: frames.filter((frame) => frame.timestampMs >= lead.startMs),
  restedMs: millis(0),
});

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
