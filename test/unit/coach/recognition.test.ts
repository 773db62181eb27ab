import { describe, expect, it } from 'vitest';
import { type ExerciseId } from '../../../src/core/terms/ids';
import { millis } from '../../../src/core/units';
import { coach, spoken, type Event } from '../../support/coach-run';

describe('which exercise it is', () => {
  it('names what it recognised, what it doubts and what it refuses', () => {
    const events: Event[] = [
      { kind: 'exercise-recognised', atMs: millis(1000), exercise: 'curtsy-lunge' },
      {
        kind: 'exercise-doubted',
        atMs: millis(4000),
        candidates: ['kettlebell-march', 'hip-hike'],
        vetoed: true,
      },
    ];
    const cues = coach(events);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['Curtsy lunge', 'Other exercise']);
    expect(cues.at(-1)?.banner).toBe('Not counted: this looks like Kettlebell march.');
  });

  it('offers what it may be when it is not sure, and refuses what is none of ours', () => {
    const doubt = (timeMs: number, candidates: readonly (ExerciseId | 'none')[], vetoed: boolean): Event => ({
      kind: 'exercise-doubted',
      atMs: millis(timeMs),
      candidates,
      vetoed,
    });
    const bannerOf = (event: Event) => coach([event], { untilMs: 2000 }).at(-1)?.banner;
    expect(bannerOf(doubt(1000, ['hip-hike', 'curtsy-lunge'], false))).toBe(
      'Not sure: Hip hike or Curtsy lunge?',
    );
    expect(bannerOf(doubt(1000, ['none'], false))).toBe('Not sure what this is.');
    expect(bannerOf(doubt(1000, ['none', 'hip-hike'], true))).toBe('Not counted: this is another movement.');
  });
});
