import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { millis, otherSide, type Millis, type Side } from '../units';
import { posed, type Posed } from './body-signals';
import { createCheckBoard, type CheckBoard } from './check-board';
import type { Check } from './checks';
import type { ExerciseAnalyser, LiveStatus } from './definition';
import type { ExerciseEvent, PartialReason, Rep, Verdict, Verdicts } from './events';
import type { FaultId } from '../terms/ids';
import { createLateralSteps, type Lead, type LateralStepLimits } from './lateral-steps';
import type { Attempt } from './rep-counter';

export interface LateralStepPattern {
  readonly limits: LateralStepLimits;
  /** Judged for the leading leg: `side` of the attempt is that leg, `peakMs` when it was farthest out. */
  readonly leadChecks: readonly Check[];
  /** Judged for the trailing leg: `side` of the attempt is that leg. */
  readonly trailChecks: readonly Check[];
  /** Judged once for the whole body. */
  readonly bodyChecks: readonly Check[];
}

/** A step of this length is full progress, body lengths. */
const FULL_STEP = 0.2;
/** Frames kept from before the lead foot's start was sure. */
const KEEP_MS = 1500;

/** A step under way: its boards have seen every frame since the lead foot left. */
interface Step {
  readonly lead: CheckBoard;
  readonly trail: CheckBoard;
  readonly body: CheckBoard;
  attempt: Attempt;
}

/** Counts and judges steps to the side. */
export function createLateralStepAnalyser(pattern: LateralStepPattern): ExerciseAnalyser {
  const feet = createLateralSteps(pattern.limits);
  let frames: KinematicFrame[] = [];
  let running: Step | null = null;
  let counted = 0;
  let partials = 0;
  let knewStance = false;
  let status: LiveStatus = statusOf('waiting');

  const attemptOf = (lead: Lead, endMs: Millis): Attempt => ({
    side: lead.side,
    startMs: lead.startMs,
    peakMs: lead.outMs,
    peak: lead.way,
    endMs,
    frames: frames.filter((frame) => frame.timestampMs >= lead.startMs),
    restedMs: millis(0),
  });

  /** Every board sees every frame of the step, also those from before it was sure to be one. */
  const watch = (step: Step, frame: KinematicFrame): ExerciseEvent[] => [
    ...step.lead.watch(frame, step.attempt),
    ...step.trail.watch(frame, { ...step.attempt, side: otherSide(step.attempt.side) }),
    ...step.body.watch(frame, step.attempt),
  ];

  const begin = (lead: Lead, atMs: Millis): ExerciseEvent[] => {
    running = {
      lead: createCheckBoard(pattern.leadChecks),
      trail: createCheckBoard(pattern.trailChecks),
      body: createCheckBoard(pattern.bodyChecks),
      attempt: attemptOf(lead, atMs),
    };
    const started = running;
    const earlier = started.attempt.frames.flatMap((frame) => watch(started, frame));
    return [
      { kind: 'rep-started', atMs, side: lead.side },
      ...earlier.map((event) => (event.kind === 'fault-raised' ? { ...event, atMs } : event)),
    ];
  };

  const settle = (
    step: Step,
    isRep: boolean,
    atMs: Millis,
  ): { verdicts: Verdicts; events: ExerciseEvent[] } => {
    const { attempt } = step;
    const parts = [
      step.lead.settle(attempt, isRep, atMs),
      step.trail.settle({ ...attempt, side: otherSide(attempt.side) }, isRep, atMs),
      step.body.settle(attempt, isRep, atMs),
    ];
    return {
      verdicts: parts.map((part) => part.verdicts).reduce(mergeVerdicts),
      events: parts.flatMap((part) => part.events),
    };
  };

  const finishStep = (step: Step, why: PartialReason | null, atMs: Millis): ExerciseEvent[] => {
    running = null;
    const { verdicts, events } = settle(step, why === null, atMs);
    const { side, startMs, peakMs, endMs } = step.attempt;
    const n = why === null ? ++counted : ++partials;
    const rep: Rep = { n, side, startMs, peakMs, endMs, countedAtMs: atMs, verdicts };
    return why === null
      ? [{ kind: 'rep-counted', atMs, rep }, ...events]
      : [...events, { kind: 'rep-partial', atMs, partial: { ...rep, why } }];
  };

  const breakOff = (atMs: Millis): ExerciseEvent[] => {
    feet.lose();
    frames = [];
    const broken = running;
    return broken ? finishStep(broken, 'interrupted', atMs) : [];
  };

  const see = (frame: KinematicFrame, { body, stance }: Posed): ExerciseEvent[] => {
    const atMs = frame.timestampMs;
    frames = [...frames.filter((kept) => kept.timestampMs > keepFrom(running, atMs)), frame];
    const now = feet.step(body, stance.body, atMs);
    switch (now.kind) {
      case 'waiting':
        status = statusOf('waiting');
        return drop();
      case 'dropped':
        status = statusOf('ready');
        return drop();
      case 'ready':
        status = statusOf('ready');
        return now.became ? [{ kind: 'ready', atMs }] : [];
      case 'under-way': {
        const events = now.began || !running ? begin(now.lead, atMs) : [];
        const step = running as unknown as Step;
        step.attempt = attemptOf(now.lead, atMs);
        if (!now.began) events.push(...watch(step, frame));
        status = movingStatus(step, now.lead);
        return events;
      }
      case 'stepped':
      case 'returned': {
        const events = running ? [] : begin(now.lead, atMs);
        const step = running as unknown as Step;
        step.attempt = attemptOf(now.lead, now.endMs);
        events.push(...watch(step, frame));
        status = statusOf('ready');
        return [...events, ...finishStep(step, now.kind === 'stepped' ? null : 'not-travelled', atMs)];
      }
    }
  };

  /** It was no step: what was measured in it is forgotten. */
  const drop = (): ExerciseEvent[] => {
    if (running) for (const board of [running.lead, running.trail, running.body]) board.discard();
    running = null;
    return [];
  };

  return {
    step(frame) {
      const pose = frame.posture === 'lying' ? null : posed(frame);
      if (!pose) {
        status = statusOf(frame.lost === null ? 'waiting' : 'lost');
        return { events: breakOffAfterBlink(frame), live: status };
      }
      // The first stance gives the room its scale: places from before it mean something else.
      if (!knewStance) feet.lose();
      knewStance = true;
      return { events: see(frame, pose), live: status };
    },
    finish: (atMs) => (running ? finishStep(running, 'interrupted', atMs) : []),
  };

  function breakOffAfterBlink(frame: KinematicFrame): ExerciseEvent[] {
    const seenMs = frames.at(-1)?.timestampMs;
    if (seenMs === undefined || frame.timestampMs - seenMs <= BLINK_MS) return [];
    return breakOff(frame.timestampMs);
  }
}

/** A gap in the tracking up to this is bridged. */
const BLINK_MS = 400;

const keepFrom = (running: Step | null, atMs: Millis): number =>
  Math.min(atMs - KEEP_MS, running ? running.attempt.startMs - 1 : Infinity);

const statusOf = (phase: LiveStatus['phase']): LiveStatus => ({
  phase,
  side: null,
  progress: 0,
  holdMs: millis(0),
  faults: [],
});

const movingStatus = (step: Step, lead: Lead): LiveStatus => ({
  phase: 'moving',
  side: lead.side,
  progress: Math.min(1, Math.max(0, lead.way / FULL_STEP)),
  holdMs: millis(0),
  faults: [...step.lead.live(), ...step.trail.live(), ...step.body.live()],
});

const RANK: Readonly<Record<Verdict['verdict'], number>> = { fault: 2, 'not-seen': 1, ok: 0 };

/** Both legs are judged: the step is as bad as the worse of them. */
const mergeVerdicts = (a: Verdicts, b: Verdicts): Verdicts => {
  const merged: Partial<Record<FaultId, Verdict>> = { ...a };
  for (const [fault, verdict] of Object.entries(b) as [FaultId, Verdict][]) {
    const other = merged[fault];
    merged[fault] = other && isWorse(other, verdict) ? other : verdict;
  }
  return merged;
};

const isWorse = (a: Verdict, b: Verdict): boolean => {
  if (a.verdict !== b.verdict) return RANK[a.verdict] > RANK[b.verdict];
  return peakOf(a) >= peakOf(b);
};

const peakOf = (verdict: Verdict): number => (verdict.verdict === 'not-seen' ? 0 : (verdict.peakDeg ?? 0));

/** For a check of one leg: a fault's side is that leg. */
export const ownLeg = (side: Side): Side => side;
