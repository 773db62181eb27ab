import { describe, expect, it } from 'vitest';
import {
  EXACT_FROM,
  exactFrom,
  STEADY_PACE,
  stepPace,
  type PaceWatch,
} from '../../../src/core/session/pace-watch';
import { millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';

/** Seconds of a rate each, one step a tenth of a second. */
function watched(...stretches: readonly (readonly [seconds: number, fps: number])[]): PaceWatch {
  let state = STEADY_PACE;
  let atMs = 0;
  for (const [seconds, fps] of stretches) {
    for (const end = atMs + seconds * 1000; atMs < end; atMs += 100) {
      state = stepPace(state, millis(atMs), fps, 8);
    }
  }
  return state;
}

describe('whether pictures come fast enough to count exactly', () => {
  it('is doubted only when it lasts, and told with the lowest rate', () => {
    expect(watched([10, 9]).isBehind).toBe(false);
    expect(watched([10, 9], [1.5, 3]).isBehind).toBe(false);
    expect(watched([10, 9], [1.5, 3], [1, 9], [1.5, 3]).isBehind).toBe(false);
    expect(watched([10, 9], [4, 6], [1, 3])).toMatchObject({ isBehind: true, slowestFps: 3 });
  });

  it('is well again only when it lasts; what was slow stays known', () => {
    expect(watched([5, 4], [2, 12]).isBehind).toBe(true);
    expect(watched([5, 4], [6, 12])).toMatchObject({ isBehind: false, slowestFps: 4 });
  });

  it('is asked of every exercise by its own measure, and of an unknown one by the strictest', () => {
    expect(exactFrom(null)).toBe(EXACT_FROM.value);
    for (const exercise of exercises) {
      expect(exactFrom(exercise)).toBeGreaterThanOrEqual(5);
      expect(exactFrom(exercise)).toBeLessThanOrEqual(EXACT_FROM.value);
    }
  });
});
