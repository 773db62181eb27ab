import { describe, expect, it } from 'vitest';
import type { ExerciseId } from '../../../src/core/terms/ids';
import { isInProgramme } from '../../../src/core/exercise/definition';
import { createHesitation } from '../../../src/core/session/hesitation';
import { millis } from '../../../src/core/units';
import { exercises } from '../../../src/exercises/registry';
import { anOpinion } from '../../support/movement-builder';

type Likely = Parameters<typeof anOpinion>[1];
interface Moment {
  readonly untilS: number;
  readonly complete?: readonly ExerciseId[];
  /** Absent: without the model. */
  readonly likely?: Likely;
}

/** Ten frames a second through the moments. @returns when it asked, and about which */
function ask(moments: readonly Moment[]): (readonly [atS: number, ...two: ExerciseId[]])[] {
  const hesitation = createHesitation(exercises.filter(isInProgramme));
  const asked: (readonly [number, ...ExerciseId[]])[] = [];
  let frame = 0;
  for (const { untilS, complete = [], likely } of moments) {
    for (; frame < untilS * 10; frame += 1) {
      const atMs = millis(frame * 100);
      const two = hesitation.judge(complete, likely ? anOpinion(atMs, likely) : null, atMs);
      if (two) asked.push([atMs / 1000, ...two]);
    }
  }
  return asked;
}

describe('hesitation', () => {
  const between: Likely = { 'hip-hike': 0.5, 'kettlebell-march': 0.4 };

  it('asks once, a moment after the first whole repetition, the most likely first', () => {
    expect(
      ask([
        { untilS: 2, likely: between },
        { untilS: 9, likely: between, complete: ['kettlebell-march'] },
      ]),
    ).toEqual([[3.5, 'kettlebell-march', 'hip-hike']]);
  });

  it('asks between several whole repetitions without the model too', () => {
    expect(ask([{ untilS: 5, complete: ['hip-hike', 'curtsy-lunge'] }])).toEqual([
      [1.5, 'hip-hike', 'curtsy-lunge'],
    ]);
  });

  it('asks late where somebody is exercising but nothing was seen whole', () => {
    const [first, ...more] = ask([{ untilS: 20, likely: between }]);
    expect(first?.slice(1)).toEqual(['hip-hike', 'kettlebell-march']);
    expect(first?.[0]).toBeGreaterThanOrEqual(6);
    expect(more).toEqual([]);
  });

  it('asks anew when other two have become likely, but not at once', () => {
    const asked = ask([
      { untilS: 3, likely: between, complete: ['hip-hike'] },
      { untilS: 12, likely: { 'curtsy-lunge': 0.9 }, complete: ['hip-hike'] },
    ]);
    expect(asked.map(([, ...two]) => two.sort())).toEqual([
      ['hip-hike', 'kettlebell-march'],
      ['curtsy-lunge', 'hip-hike'],
    ]);
    expect((asked[1]?.[0] ?? 0) - (asked[0]?.[0] ?? 0)).toBeGreaterThanOrEqual(4);
  });

  it('asks nobody who does nothing, whatever a pattern says', () => {
    expect(ask([{ untilS: 20, likely: { none: 0.8 }, complete: ['kettlebell-march'] }])).toEqual([]);
    expect(ask([{ untilS: 20 }])).toEqual([]);
  });
});
