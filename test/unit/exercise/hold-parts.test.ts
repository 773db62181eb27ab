import { describe, expect, it } from 'vitest';
import { startHoldClock } from '../../../src/core/exercise/hold-clock';
import { timeMovement } from '../../../src/core/exercise/hold-edges';
import { createOwnLine } from '../../../src/core/exercise/hold-line';
import { createSideVote, readLyingSide } from '../../../src/core/exercise/hold-posture';
import { createSagWatch, type SagLimits } from '../../../src/core/exercise/hold-sag';
import { deg, millis } from '../../../src/core/units';
import { lyingOnSide, standingAt } from '../../support/body-points-builder';

const ms = millis;

describe('the clock of a hold', () => {
  it('stops during breaks and says which', () => {
    const clock = startHoldClock(ms(1000));
    clock.breakOff('hip-drop', ms(3000));
    expect(clock.inPositionMs(ms(4000))).toBe(2000);
    clock.resume(ms(4500));
    expect(clock.end('left', ms(6000))).toEqual({
      side: 'left',
      startMs: 1000,
      endMs: 6000,
      inPositionMs: 3500,
      breaks: [{ fault: 'hip-drop', startMs: 3000, endMs: 4500 }],
    });
  });

  it('stops while nobody is seen, without calling it a break, and never twice for the same time', () => {
    const clock = startHoldClock(ms(0));
    clock.breakOff('hip-drop', ms(2000));
    clock.loseSight(ms(3000));
    clock.resume(ms(4000));
    clock.regainSight(ms(5000));
    expect(clock.end('right', ms(10_000))).toMatchObject({
      inPositionMs: 7000,
      breaks: [{ startMs: 2000, endMs: 4000 }],
    });
  });

  it('drops a break that begins after the end it is given', () => {
    const clock = startHoldClock(ms(0));
    clock.breakOff('hip-drop', ms(9000));
    expect(clock.end('left', ms(8500))).toMatchObject({ endMs: 8500, inPositionMs: 8500, breaks: [] });
  });

  it('never runs backwards', () => {
    expect(startHoldClock(ms(5000)).end('left', ms(4000))).toMatchObject({ endMs: 5000, inPositionMs: 0 });
  });
});

/** Minimum jerk from `from` to `to` within a span, seen `lagMs` late. */
const minimumJerk = (from: number, to: number, startMs: number, endMs: number, fps: number, lagMs: number) =>
  Array.from({ length: Math.ceil((5000 / 1000) * fps) }, (_, i) => {
    const t = (i * 1000) / fps;
    const s = Math.min(1, Math.max(0, (t - lagMs - startMs) / (endMs - startMs)));
    return { atMs: ms(t), value: from + (to - from) * (10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5) };
  });

describe('timing a movement from its middle', () => {
  it.each([10, 15, 30])('finds start and end of a lift at %i frames a second', (fps) => {
    const movement = timeMovement(minimumJerk(22, -2, 1000, 2000, fps, 100), 22, -2);
    // Within half a frame at 10 frames a second.
    expect(Math.abs((movement?.startMs ?? 0) - 1000)).toBeLessThan(50);
    expect(Math.abs((movement?.endMs ?? 0) - 2000)).toBeLessThan(50);
  });

  it('gives nothing when the middle was not seen', () => {
    expect(timeMovement(minimumJerk(22, -2, 1000, 2000, 15, 0).slice(28), 22, -2)).toBeNull();
    expect(timeMovement([], 1, 2)).toBeNull();
    expect(timeMovement([{ atMs: ms(0), value: 1 }], 1, 1)).toBeNull();
  });
});

describe("the person's own line", () => {
  it('takes out most of a camera that shows everything tilted', () => {
    const straight = createOwnLine(0, ms(0)).sagOf(0);
    const tilted = createOwnLine(4, ms(0)).sagOf(4);
    expect(tilted - straight).toBeLessThan(1);
    expect(createOwnLine(4, ms(0)).sagOf(16) - tilted).toBeGreaterThan(12);
  });

  it('does not learn a sag, nor anything late', () => {
    const own = createOwnLine(0, ms(0));
    for (let i = 0; i < 50; i++) own.learn(12, ms(i * 66));
    expect(own.levelDeg).toBe(0);
    own.learn(2, ms(6000));
    expect(own.levelDeg).toBe(0);
    own.learn(2, ms(4000));
    expect(own.levelDeg).toBe(2);
  });
});

describe('which side is nearest the floor', () => {
  it('is found in spite of single frames with the sides swapped', () => {
    const vote = createSideVote();
    for (let i = 0; i < 10; i++) vote.add(readLyingSide(lyingOnSide(i % 4 === 0 ? 'left' : 'right')));
    expect(vote.side).toBe('right');
    vote.clear();
    vote.add(readLyingSide(lyingOnSide('left')));
    expect(vote.side).toBe('left');
  });

  it('needs the shoulders above one another', () => {
    expect(readLyingSide(lyingOnSide('left')).stacked).toBe(true);
    expect(readLyingSide(lyingOnSide('left', 0.05)).stacked).toBe(false);
    expect(readLyingSide(standingAt(0.1, -0.1)).stacked).toBe(false);
  });
});

const LIMITS: SagLimits = {
  watch: { value: deg(4), unit: 'deg', source: 'test', reason: 'test' },
  fault: { value: deg(8), unit: 'deg', source: 'test', reason: 'test' },
  holdMs: { value: ms(150), unit: 'ms', source: 'test', reason: 'test' },
};

describe('watching for a sag', () => {
  it('times the crossings, flags after the hold time, and gives the peak', () => {
    const watch = createSagWatch(LIMITS);
    expect(watch.step(6, ms(0), 'resting')).toEqual({ startedMs: null, flagged: false, endedMs: null });
    expect(watch.step(10, ms(100), 'resting').startedMs).toBe(50);
    expect(watch.step(13, ms(200), 'resting').flagged).toBe(true);
    expect(watch.step(13, ms(300), 'resting').flagged).toBe(false);
    expect(watch.step(7.5, ms(400), 'resting').endedMs).toBeNull();
    const ended = watch.step(6, ms(500), 'resting').endedMs;
    expect(ended).toBeCloseTo(390.9, 0);
    expect(watch.close('left', ms(ended ?? 0))).toMatchObject({ startMs: 50, flaggedAtMs: 200, peakDeg: 13 });
    expect(watch.isOpen).toBe(false);
  });

  it('waits while the hips still fall fast: they may be on their way to the floor', () => {
    const watch = createSagWatch(LIMITS);
    watch.step(7, ms(0), 'resting');
    watch.step(9, ms(100), 'moving');
    expect(watch.step(14, ms(300), 'moving').flagged).toBe(false);
    expect(watch.step(19, ms(600), 'moving').flagged).toBe(true);
  });

  it('says nothing while the hips lie on the floor', () => {
    const watch = createSagWatch(LIMITS);
    for (let t = 0; t < 3000; t += 100) expect(watch.step(20, ms(t), 'on-floor').flagged).toBe(false);
    expect(watch.isFlagged).toBe(false);
  });

  it('is at the limit from the limit on', () => {
    const watch = createSagWatch(LIMITS);
    expect(watch.step(8, ms(0), 'resting').startedMs).toBe(0);
  });

  it('says nothing of what passed unflagged', () => {
    const watch = createSagWatch(LIMITS);
    watch.step(9, ms(0), 'resting');
    expect(watch.step(2, ms(60), 'resting').endedMs).not.toBeNull();
    expect(watch.close('left', ms(60))).toBeNull();
  });
});
