import { describe, expect, it } from 'vitest';
import type { ExerciseEvent } from '../../../src/core/exercise/events';
import { withoutComingDown } from '../../../src/core/session/coming-down';
import { startProgramme, type ProgrammeState } from '../../../src/core/session/programme-state';
import { exerciseById } from '../../../src/exercises/registry';
import { millis, type Side } from '../../../src/core/units';

const atMs = millis(1000);
const sag: ExerciseEvent = { kind: 'fault-raised', atMs, fault: 'hip-drop', side: 'left' };
const pause: ExerciseEvent = { kind: 'hold-paused', atMs, fault: 'hip-drop' };
const end: ExerciseEvent = { kind: 'hold-resumed', atMs };

const held = (left: number, id = 'side-plank'): ProgrammeState => {
  const definition = exerciseById(id);
  if (!definition) throw new Error(id);
  return { ...startProgramme(definition), done: { left, right: 0 } };
};

const holding = (side: Side) => ({
  phase: 'out-of-position' as const,
  side,
  progress: 0,
  holdMs: millis(0),
  faults: [{ fault: 'hip-drop' as const, side, deg: null }],
});

describe('coming down after the time is held', () => {
  it('is no fault, and no pause', () => {
    const told = withoutComingDown(held(30_000), { events: [sag, pause, end], live: holding('left') });
    expect(told.events).toEqual([end]);
    expect(told.live?.faults).toEqual([]);
  });

  it('is one before, and on the side that is still to be held', () => {
    const all = { events: [sag, pause, end], live: holding('left') };
    expect(withoutComingDown(held(29_000), all)).toEqual(all);
    const other: ExerciseEvent = { ...sag, side: 'right' };
    const right = { events: [other, pause], live: holding('right') };
    expect(withoutComingDown(held(30_000), right)).toEqual(right);
  });

  it('means nothing for repetitions, and while no exercise is known', () => {
    const all = { events: [sag], live: null };
    expect(withoutComingDown(held(30_000, 'hip-hike'), all)).toBe(all);
    expect(withoutComingDown(null, all)).toBe(all);
  });
});
