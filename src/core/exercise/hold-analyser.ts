import type { KinematicFrame } from '../kinematics/kinematic-frame';
import { deg, millis, type Millis } from '../units';
import type { ExerciseAnalyser, LiveStatus } from './definition';
import type { ExerciseEvent } from './events';
import type { Sample } from './hold-edges';
import { createSideVote, readLyingSide } from './hold-posture';
import { addSample, isSteady } from './hold-samples';
import {
  endHold,
  followHold,
  startHold,
  type HoldLimits,
  type HoldScene,
  type HoldUnderWay,
} from './hold-under-way';

export type { HoldLimits } from './hold-under-way';

/** Times holds of a body that lies sideways across the picture. Finds the side, start, end and every sag by itself. */
export function createHoldAnalyser(limits: HoldLimits): ExerciseAnalyser {
  const watch = new HoldWatch(limits);
  return {
    step(frame) {
      const lineDeg = frame.posture === 'lying' ? (frame.bodyLine?.deg ?? null) : null;
      const events = lineDeg === null ? watch.miss(frame) : watch.see(frame, lineDeg);
      return { finished: [], events, running: null, live: watch.status(frame, lineDeg) };
    },
    finish: (atMs) => ({ finished: [], events: watch.finish(atMs) }),
  };
}

/** Somebody who lies or is about to: the line over time, the side, the floor, and the hold under way. */
class HoldWatch {
  readonly #limits: HoldLimits;
  readonly #vote = createSideVote();
  #samples: readonly Sample[] = [];
  /** The line of hips on the floor, once it was seen. */
  #floorDeg: number | null = null;
  #hold: HoldUnderWay | null = null;
  #isReady = false;
  #seenMs: Millis | null = null;

  constructor(limits: HoldLimits) {
    this.#limits = limits;
  }

  /** A frame with a line: a hold goes on, or one may begin. */
  see(frame: KinematicFrame, lineDeg: number): readonly ExerciseEvent[] {
    const now: Sample = { atMs: frame.timestampMs, value: lineDeg };
    const lying = frame.body && readLyingSide(frame.body);
    if (lying) this.#vote.add(lying);
    this.#samples = addSample(this.#samples, now);
    this.#seenMs = now.atMs;
    if (this.#hold) return this.#follow(this.#hold, now);
    if (!isSteady(this.#samples, this.#limits)) return [];
    return [...this.#becomeReady(now.atMs), ...this.#settleDown(now, lying?.stacked === true)];
  }

  /** A frame without a line: out of sight, or got up. */
  miss({ timestampMs: atMs, lost }: KinematicFrame): readonly ExerciseEvent[] {
    const goneMs = this.#seenMs === null ? Infinity : atMs - this.#seenMs;
    if (goneMs <= this.#limits.blinkMs.value) return [];
    const hold = this.#hold;
    if (!hold) {
      if (this.#samples.length > 0) this.#vote.clear();
      this.#samples = [];
      this.#isReady = false;
      return [];
    }
    const seenMs = this.#seenMs ?? atMs;
    if (lost === null || goneMs > this.#limits.giveUpMs.value)
      return this.#end(hold, atMs, hold.clock.brokenSinceMs ?? seenMs);
    if (hold.clock.isUnseen) return [];
    hold.clock.loseSight(seenMs);
    return [{ kind: 'hold-paused', atMs, fault: lost }];
  }

  finish(atMs: Millis): readonly ExerciseEvent[] {
    if (!this.#hold) return [];
    return this.#end(this.#hold, atMs, this.#hold.clock.isUnseen ? (this.#seenMs ?? atMs) : atMs);
  }

  status({ timestampMs, lost }: KinematicFrame, lineDeg: number | null): LiveStatus {
    const { side, floorDeg } = this.#scene;
    const hold = this.#hold;
    const base = { side: hold || this.#isReady ? side : null, progress: 0, holdMs: millis(0), faults: [] };
    if (!hold) return { ...base, phase: lost ? 'lost' : this.#isReady ? 'ready' : 'waiting' };
    const { clock, own, sag } = hold;
    const holdMs = clock.inPositionMs(timestampMs);
    if (lineDeg === null) return { ...base, holdMs, phase: lost ? 'lost' : 'out-of-position' };
    return {
      ...base,
      holdMs,
      phase: sag.isOpen ? 'out-of-position' : 'holding',
      progress: clampShare((floorDeg - lineDeg) / (floorDeg - own.levelDeg)),
      faults: sag.isFlagged ? [{ fault: 'hip-drop', side, deg: deg(own.sagOf(lineDeg)) }] : [],
    };
  }

  get #scene(): HoldScene {
    const floorDeg = this.#floorDeg ?? this.#limits.unseenFloorDeg.value;
    return { samples: this.#samples, side: this.#vote.side, floorDeg, limits: this.#limits };
  }

  #becomeReady(atMs: Millis): readonly ExerciseEvent[] {
    const wasReady = this.#isReady;
    this.#isReady = true;
    return wasReady ? [] : [{ kind: 'ready', atMs }];
  }

  /** Steady: the floor is learnt, or the hold begins. */
  #settleDown(now: Sample, isStacked: boolean): readonly ExerciseEvent[] {
    if (now.value >= this.#limits.floorDeg.value) this.#floorDeg = Math.max(this.#floorDeg ?? 0, now.value);
    if (now.value > this.#limits.inLineDeg.value || !isStacked) return [];
    const scene = this.#scene;
    this.#hold = startHold(now, scene);
    const { startMs } = this.#hold.clock;
    return [{ kind: 'hold-started', atMs: now.atMs, side: scene.side, startMs }];
  }

  #follow(hold: HoldUnderWay, now: Sample): readonly ExerciseEvent[] {
    const { events, isOver } = followHold(hold, now, this.#scene);
    if (isOver) this.#forget();
    return events;
  }

  #end(hold: HoldUnderWay, atMs: Millis, endMs: Millis): readonly ExerciseEvent[] {
    const events = endHold(hold, atMs, endMs, this.#scene);
    this.#forget();
    return events;
  }

  /** The next hold may be on the other side. */
  #forget(): void {
    this.#hold = null;
    this.#vote.clear();
  }
}

const clampShare = (share: number): number => Math.min(1, Math.max(0, share));
