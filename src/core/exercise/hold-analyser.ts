import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { median } from '../signal/quantile';
import { deg, millis, type Millis } from '../units';
import type { AnalyserStep, ExerciseAnalyser, LiveStatus } from './definition';
import type { Threshold } from './threshold';
import type { ExerciseEvent, JudgedSignal } from './events';
import { startHoldClock, type HoldClock } from './hold-clock';
import { timeMovement, type Sample } from './hold-edges';
import { createOwnLine, SAG_SD_DEG, type OwnLine } from './hold-line';
import { createSideVote, readLyingSide } from './hold-posture';
import { createSagWatch, type SagLimits, type SagWatch } from './hold-sag';

/** The numbers of a timed hold on one side. */
export interface HoldLimits {
  /** Hips toward the floor from the straight line. */
  readonly sag: SagLimits;
  /** The seen line must be straighter than this for a hold to begin. */
  readonly inLineDeg: Threshold;
  /** For how long the line must be steady before a hold begins, or the floor is learnt. */
  readonly steadyMs: Threshold<Millis>;
  /** Steady: the line moves less than this. */
  readonly steadySpeed: Threshold;
  /** Lying and steady with a line of more than this: the hips rest on the floor. */
  readonly floorDeg: Threshold;
  /** Out of position, or out of sight, for longer than this ends the hold. */
  readonly giveUpMs: Threshold<Millis>;
  /** Shorter gaps in the tracking are bridged. */
  readonly blinkMs: Threshold<Millis>;
}

/** Far enough back to hold the whole of a slow lift. */
const BUFFER_MS = 4000;
/** A fall from the straight line to the floor that takes longer than this was a sag first. */
const FALL_MS = 1200;
/** This long before the hips pass the limit, and in this many frames, the body was still in line. */
const FALL_START_MS = 400;
const BEFORE_FALL = 8;
/** Of the way from the straight line to the floor: nearer than this the hips lie on it. */
const FLOOR_SHARE = 0.1;

/** What is known of a running hold. */
interface Running {
  readonly clock: HoldClock;
  readonly own: OwnLine;
  readonly sag: SagWatch;
  /** The line as it was seen, to be judged against the person's own straight line at the end. */
  readonly seen: Sample[];
}

/** Times holds of a body that lies sideways across the picture. Finds the side, start, end and every sag by itself. */
export function createHoldAnalyser(limits: HoldLimits): ExerciseAnalyser {
  const vote = createSideVote();
  let samples: Sample[] = [];
  let floorDeg: number | null = null;
  let running: Running | null = null;
  let ready = false;
  let lastSeenMs: Millis | null = null;

  const floor = (): number => floorDeg ?? limits.floorDeg.value;

  const start = (atMs: Millis, levelDeg: number): readonly ExerciseEvent[] => {
    const highest = Math.max(...samples.map((sample) => sample.value));
    const lift = highest > floor() - 4 ? timeMovement(samples, highest, levelDeg) : null;
    const firstMs = samples[0]?.atMs ?? atMs;
    const startMs = millis(Math.min(atMs, lift?.endMs ?? firstMs));
    running = {
      clock: startHoldClock(startMs),
      own: createOwnLine(levelDeg, startMs),
      sag: createSagWatch(limits.sag),
      seen: [],
    };
    return [{ kind: 'hold-started', atMs, side: vote.side, startMs }];
  };

  const end = (hold: Running, atMs: Millis, endMs: Millis): readonly ExerciseEvent[] => {
    running = null;
    const closed = hold.sag.close(vote.side, endMs);
    const events: readonly ExerciseEvent[] = [
      ...(closed ? [{ kind: 'fault-ended' as const, atMs, span: closed }] : []),
      {
        kind: 'hold-ended',
        atMs,
        hold: { ...hold.clock.end(vote.side, endMs), judged: judgedSag(hold, endMs) },
      },
    ];
    vote.clear();
    return events;
  };

  const judgedSag = ({ seen, own }: Running, endMs: Millis): JudgedSignal => ({
    fault: 'hip-drop',
    side: vote.side,
    lineDeg: limits.sag.fault.value,
    samples: seen
      .filter(({ atMs }) => atMs <= endMs)
      .map(({ atMs, value }) => ({ atMs, deg: deg(own.sagOf(value)), sdDeg: deg(SAG_SD_DEG) })),
  });

  /** When the hips left the straight line for the floor, or when they reached it after a longer sag. */
  const endOfHold = (hold: Running, atMs: Millis): Millis => {
    const brokenMs = hold.clock.brokenSinceMs;
    if (brokenMs === null || atMs - brokenMs > FALL_MS) return atMs;
    const before = samples.filter((sample) => sample.atMs < brokenMs - FALL_START_MS).slice(-BEFORE_FALL);
    const levelDeg = median(before.map((sample) => sample.value)) ?? hold.own.levelDeg;
    const fall = timeMovement(samples, levelDeg, samples.at(-1)?.value ?? floor());
    return millis(Math.min(brokenMs, fall?.startMs ?? brokenMs));
  };

  const isOnFloor = (hold: Running, lineDeg: number): boolean =>
    lineDeg >= floor() - FLOOR_SHARE * (floor() - hold.own.levelDeg);

  const follow = (
    hold: Running,
    atMs: Millis,
    lineDeg: number,
    isSteady: boolean,
  ): readonly ExerciseEvent[] => {
    const { clock, own, sag } = hold;
    const events: ExerciseEvent[] = [];
    if (clock.isUnseen) {
      clock.regainSight(atMs);
      events.push({ kind: 'hold-resumed', atMs });
    }
    own.learn(lineDeg, atMs);
    hold.seen.push({ atMs, value: lineDeg });
    const onFloor = isOnFloor(hold, lineDeg);
    const isResting = isSlow(samples, limits.steadySpeed.value);
    const motion = onFloor ? 'on-floor' : isResting ? 'resting' : 'moving';
    const step = sag.step(own.sagOf(lineDeg), atMs, motion);
    if (step.startedMs !== null) clock.breakOff('hip-drop', step.startedMs);
    if (sag.isOpen && onFloor) {
      const isDown = isSteady || atMs - (clock.brokenSinceMs ?? atMs) > FALL_MS / 2;
      return isDown ? [...events, ...end(hold, atMs, endOfHold(hold, atMs))] : events;
    }
    if (step.flagged) {
      events.push(
        { kind: 'fault-raised', atMs, fault: 'hip-drop', side: vote.side },
        { kind: 'hold-paused', atMs, fault: 'hip-drop' },
      );
    }
    if (step.endedMs !== null) {
      clock.resume(step.endedMs);
      const span = sag.close(vote.side, step.endedMs);
      if (span) events.push({ kind: 'fault-ended', atMs, span }, { kind: 'hold-resumed', atMs });
    }
    const brokenMs = clock.brokenSinceMs;
    if (brokenMs !== null && atMs - brokenMs > limits.giveUpMs.value)
      events.push(...end(hold, atMs, brokenMs));
    return events;
  };

  const see = (frame: KinematicFrame, lineDeg: number): readonly ExerciseEvent[] => {
    const atMs = frame.timestampMs;
    const lying = frame.body && readLyingSide(frame.body);
    if (lying) vote.add(lying);
    samples = [...samples.filter((sample) => sample.atMs > atMs - BUFFER_MS), { atMs, value: lineDeg }];
    const isSteady = isSteadyNow(samples, limits);
    lastSeenMs = atMs;
    if (running) return follow(running, atMs, lineDeg, isSteady);
    const events: ExerciseEvent[] = [];
    if (!isSteady) return events;
    if (!ready) events.push({ kind: 'ready', atMs });
    ready = true;
    if (lineDeg >= limits.floorDeg.value) floorDeg = Math.max(floorDeg ?? 0, lineDeg);
    if (lineDeg <= limits.inLineDeg.value && lying?.stacked) events.push(...start(atMs, lineDeg));
    return events;
  };

  const miss = (frame: KinematicFrame): readonly ExerciseEvent[] => {
    const atMs = frame.timestampMs;
    const goneMs = lastSeenMs === null ? Infinity : atMs - lastSeenMs;
    if (goneMs <= limits.blinkMs.value) return [];
    if (!running) {
      if (samples.length > 0) vote.clear();
      samples = [];
      ready = false;
      return [];
    }
    const seenMs = lastSeenMs ?? atMs;
    const gotUp = frame.lost === null;
    if (gotUp || goneMs > limits.giveUpMs.value)
      return end(running, atMs, running.clock.brokenSinceMs ?? seenMs);
    if (running.clock.isUnseen) return [];
    running.clock.loseSight(seenMs);
    return [{ kind: 'hold-paused', atMs, fault: frame.lost }];
  };

  const live = (frame: KinematicFrame, lineDeg: number | null): LiveStatus => {
    const base = { side: running || ready ? vote.side : null, progress: 0, holdMs: millis(0), faults: [] };
    if (!running) return { ...base, phase: frame.lost ? 'lost' : ready ? 'ready' : 'waiting' };
    const { clock, own, sag } = running;
    const holdMs = clock.inPositionMs(frame.timestampMs);
    if (lineDeg === null) return { ...base, holdMs, phase: frame.lost ? 'lost' : 'out-of-position' };
    return {
      ...base,
      holdMs,
      phase: sag.isOpen ? 'out-of-position' : 'holding',
      progress: clampShare((floor() - lineDeg) / (floor() - own.levelDeg)),
      faults: sag.isFlagged ? [{ fault: 'hip-drop', side: vote.side, deg: deg(own.sagOf(lineDeg)) }] : [],
    };
  };

  return {
    step(frame): AnalyserStep {
      const lineDeg = frame.posture === 'lying' ? (frame.bodyLine?.deg ?? null) : null;
      const events = lineDeg === null ? miss(frame) : see(frame, lineDeg);
      return { finished: [], events, running: null, live: live(frame, lineDeg) };
    },
    finish(atMs) {
      const endMs = running?.clock.isUnseen ? (lastSeenMs ?? atMs) : atMs;
      return { finished: [], events: running ? end(running, atMs, endMs) : [] };
    },
  };
}

/** At a low frame rate the window is as long as three frames take, but no longer than this many times its length. */
const MAX_STRETCH = 2.4;

const isSteadyNow = (samples: readonly Sample[], { steadyMs, steadySpeed }: HoldLimits): boolean => {
  const last = samples.at(-1);
  if (!last) return false;
  const spanMs = steadyMs.value;
  const timely = samples.filter((sample) => sample.atMs >= last.atMs - spanMs);
  const recent = timely.length >= 3 ? timely : samples.slice(-3);
  const coveredMs = last.atMs - (recent[0]?.atMs ?? last.atMs);
  if (recent.length < 3 || coveredMs < 0.6 * spanMs || coveredMs > MAX_STRETCH * spanMs) return false;
  const values = recent.map((sample) => sample.value);
  const range = Math.max(...values) - Math.min(...values);
  return (range * 1000) / coveredMs <= steadySpeed.value;
};

/** Speed over this time tells a sag that has come to rest from hips on their way to the floor. */
const SLOW_MS = 110;

const isSlow = (samples: readonly Sample[], speedDegS: number): boolean => {
  const last = samples.at(-1);
  const before = last && samples.findLast((sample) => sample.atMs <= last.atMs - SLOW_MS);
  if (!before) return false;
  return (Math.abs(last.value - before.value) * 1000) / (last.atMs - before.atMs) <= speedDegS;
};

const clampShare = (share: number): number => Math.min(1, Math.max(0, share));
