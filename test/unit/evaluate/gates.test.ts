import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../../../scripts/evaluate/options';
import { findClips } from '../../../scripts/evaluate/clips';
import { countIn, countWithout, GATES, thresholdOf, type Prepared } from '../../../scripts/evaluate/gates';
import type { ExerciseId } from '../../../src/core/terms/ids';
import { exerciseById } from '../../../src/exercises/registry';

/** The clips of a name's beginning, by geometry alone. */
const prepared = (...names: readonly string[]): readonly Prepared[] =>
  findClips(FIXTURES)
    .filter(({ name }) => names.some((each) => name.startsWith(each)))
    .flatMap((clip) => {
      const frames = clip.recorded('full');
      return frames ? [{ clip, frames, movement: frames.map(() => null) }] : [];
    });

describe('the gates', () => {
  it.each(Object.keys(GATES) as ExerciseId[])('of %s are thresholds of it', (id) => {
    const gates = Object.entries(GATES[id] ?? {});
    for (const [gate, open] of gates) {
      expect(thresholdOf(exerciseById(id)!, gate).value).not.toBe(open);
    }
  });

  it('are as they were once they have been opened, or closed', () => {
    const clips = prepared('d10');
    const march = exerciseById('kettlebell-march')!;
    const before = countIn(clips, march.id);
    expect(before.found).toBeGreaterThan(0);
    // No lift takes for ever: nothing passes.
    expect(countWithout(clips, march, 'shortest', Infinity).found).toBe(0);
    expect(countIn(clips, march.id)).toEqual(before);
  });

  it('count what is no repetition of the exercise as false, and nothing of the others', () => {
    const clips = prepared('d10', 'd01');
    expect(countIn(clips, 'kettlebell-march')).toEqual(countIn(prepared('d10'), 'kettlebell-march'));
  });

  it('of an unknown name are an error', () => {
    expect(() => thresholdOf(exerciseById('hip-hike')!, 'nothing')).toThrow('nothing');
  });
});
