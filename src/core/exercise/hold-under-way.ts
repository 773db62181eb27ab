import { median } from '../signal/quantile';
import { deg, millis, type Millis, type Side } from '../units';
import type { ExerciseEvent, JudgedSignal } from './events';
import { startHoldClock, type HoldClock } from './hold-clock';
import { timeMovement, type Sample } from './hold-edges';
import { createOwnLine, SAG_SD_DEG, type OwnLine } from './hold-line';
import { createSagWatch, tellSag, type HipMotion, type SagLimits, type SagWatch } from './hold-sag';
import { isSlow, isSteady, type SteadyLimits } from './hold-samples';
import type { Threshold } from './threshold';

/** The numbers of a timed hold on one side. */
export interface HoldLimits extends SteadyLimits {
  /** Hips toward the floor from the straight line. */
  readonly sag: SagLimits;
  /** The seen line must be straighter than this for a hold to begin. */
  readonly inLineDeg: Threshold;
  /** Lying and steady with a line of more than this: the hips rest on the floor. */
  readonly floorDeg: Threshold;
  /** The floor's line as long as it was not seen: the hold was under way with the first picture. */
  readonly unseenFloorDeg: Threshold;
  /** Out of position, or out of sight, for longer than this ends the hold. */
  readonly giveUpMs: Threshold<Millis>;
  /** Shorter gaps in the tracking are bridged. */
  readonly blinkMs: Threshold<Millis>;
}

/** What is known of the person around a hold. */
export interface HoldScene {
  /** The line of the last seconds as it is seen, degrees, + = hips toward the floor. */
  readonly samples: readonly Sample[];
  /** The side nearest the floor. */
  readonly side: Side;
  /** The line of hips that lie on the floor, degrees. */
  readonly floorDeg: number;
  readonly limits: HoldLimits;
}

/** A hold under way. */
export interface HoldUnderWay {
  readonly clock: HoldClock;
  readonly own: OwnLine;
  readonly sag: SagWatch;
  /** The line as it was seen, to be judged against the person's own straight line at the end. */
  readonly seen: Sample[];
}

/** What a frame made of a hold. */
export interface HoldStep {
  readonly events: readonly ExerciseEvent[];
  readonly isOver: boolean;
}

/** A fall from the straight line to the floor that takes longer than this was a sag first. */
const FALL_MS = 1200;
/** This long before the hips pass the limit, and in this many frames, the body was still in line. */
const FALL_START_MS = 400;
const BEFORE_FALL = 8;
/** Of the way from the straight line to the floor: nearer than this the hips lie on it. */
const FLOOR_SHARE = 0.1;
/** Below the floor's own line by less than this the hips still lay on it: the hold began with a lift. Degrees. */
const NEAR_FLOOR_DEG = 4;

/** Begins a hold with the body in line: at the end of the lift from the floor, or when it was first seen. */
export function startHold(now: Sample, { samples, floorDeg, limits }: HoldScene): HoldUnderWay {
  const highest = Math.max(...samples.map((sample) => sample.value));
  const lift = highest > floorDeg - NEAR_FLOOR_DEG ? timeMovement(samples, highest, now.value) : null;
  const firstMs = samples[0]?.atMs ?? now.atMs;
  const startMs = millis(Math.min(now.atMs, lift?.endMs ?? firstMs));
  return {
    clock: startHoldClock(startMs),
    own: createOwnLine(now.value, startMs),
    sag: createSagWatch(limits.sag),
    seen: [],
  };
}

/** Follows a hold through a frame in which the line is seen. */
export function followHold(hold: HoldUnderWay, now: Sample, scene: HoldScene): HoldStep {
  const { clock, own, sag } = hold;
  const isBack = clock.isUnseen;
  if (isBack) clock.regainSight(now.atMs);
  const back: readonly ExerciseEvent[] = isBack ? [{ kind: 'hold-resumed', atMs: now.atMs }] : [];
  own.learn(now.value, now.atMs);
  hold.seen.push(now);
  const motion = motionOf(hold, now, scene);
  const sagged = watchSag(hold, now, motion, scene.side);
  if (sag.isOpen && motion === 'on-floor') {
    if (!isDown(hold, now, scene)) return { events: back, isOver: false };
    // Nobody is told to lift the hips who has put them down, however slowly.
    if (isFall(hold, now)) sag.close(scene.side, now.atMs);
    const ended = endHold(hold, now.atMs, fallMs(hold, now, scene), scene);
    return { events: [...back, ...ended], isOver: true };
  }
  const events = [...back, ...sagged];
  const brokenMs = clock.brokenSinceMs;
  if (brokenMs === null || now.atMs - brokenMs <= scene.limits.giveUpMs.value)
    return { events, isOver: false };
  return { events: [...events, ...endHold(hold, now.atMs, brokenMs, scene)], isOver: true };
}

/** Ends a hold, which was over at `endMs`, as it becomes known at `atMs`. */
export function endHold(
  hold: HoldUnderWay,
  atMs: Millis,
  endMs: Millis,
  { side, limits }: HoldScene,
): readonly ExerciseEvent[] {
  const span = hold.sag.close(side, endMs);
  const judged: JudgedSignal = {
    fault: 'hip-drop',
    side,
    lineDeg: limits.sag.fault.value,
    samples: hold.seen
      .filter((sample) => sample.atMs <= endMs)
      .map((sample) => ({
        atMs: sample.atMs,
        deg: deg(hold.own.sagOf(sample.value)),
        sdDeg: deg(SAG_SD_DEG),
      })),
  };
  return [
    ...(span ? [{ kind: 'fault-ended', atMs, span } as const] : []),
    { kind: 'hold-ended', atMs, hold: { ...hold.clock.end(side, endMs), judged } },
  ];
}

function motionOf(
  { own }: HoldUnderWay,
  { value }: Sample,
  { floorDeg, samples, limits }: HoldScene,
): HipMotion {
  if (value >= floorDeg - FLOOR_SHARE * (floorDeg - own.levelDeg)) return 'on-floor';
  return isSlow(samples, limits) ? 'resting' : 'moving';
}

/** A sag begins, is sure, or ends; the clock stops meanwhile. */
function watchSag(
  { sag, own, clock }: HoldUnderWay,
  { value, atMs }: Sample,
  motion: HipMotion,
  side: Side,
): readonly ExerciseEvent[] {
  const step = sag.step(own.sagOf(value), atMs, motion);
  if (step.startedMs !== null) clock.breakOff('hip-drop', step.startedMs);
  if (sag.isOpen && motion === 'on-floor') return [];
  return tellSag(step, { sag, clock, side }, atMs);
}

/** Hips on the floor have come down for good: they rest there, or have been below the line for long. */
const isDown = ({ clock }: HoldUnderWay, { atMs }: Sample, { samples, limits }: HoldScene): boolean =>
  isSteady(samples, limits) || atMs - (clock.brokenSinceMs ?? atMs) > FALL_MS / 2;

/** From the straight line to the floor in one go, without a sag that was held. */
const isFall = ({ clock }: HoldUnderWay, { atMs }: Sample): boolean =>
  clock.brokenSinceMs !== null && atMs - clock.brokenSinceMs <= FALL_MS;

/** When the hips left the straight line for the floor, or when they reached it after a longer sag. */
function fallMs(hold: HoldUnderWay, now: Sample, { samples }: HoldScene): Millis {
  const { clock, own } = hold;
  const { atMs, value } = now;
  const brokenMs = clock.brokenSinceMs;
  if (brokenMs === null || !isFall(hold, now)) return atMs;
  const before = samples.filter((sample) => sample.atMs < brokenMs - FALL_START_MS).slice(-BEFORE_FALL);
  const levelDeg = median(before.map((sample) => sample.value)) ?? own.levelDeg;
  const fall = timeMovement(samples, levelDeg, value);
  return millis(Math.min(brokenMs, fall?.startMs ?? brokenMs));
}
