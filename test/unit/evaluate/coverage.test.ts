import { describe, expect, it } from 'vitest';
import { scoreCoverage, statedErrors } from '../../../scripts/evaluate/coverage';
import type { OwnResult } from '../../../scripts/evaluate/evaluation';
import { packedClips } from '../../../scripts/evaluate/packed-set';
import type { ExerciseEvent, Rep, Verdict } from '../../../src/core/exercise/events';
import { deg, millis } from '../../../src/core/units';

const drop = (peakDeg: number, sdDeg: number): Verdict => ({
  verdict: 'ok',
  peakDeg: deg(peakDeg),
  sdDeg: deg(sdDeg),
  side: 'left',
});

/** One repetition that was counted with one number and is kept with another. */
const result = (live: Verdict, kept: Verdict, trueDeg: number): OwnResult => {
  const rep = {
    n: 1,
    side: 'right',
    startMs: millis(1000),
    verdicts: { 'hip-drop': live },
  } as unknown as Rep;
  const counted: ExerciseEvent = { kind: 'rep-counted', atMs: millis(3000), rep };
  return {
    exercise: 'kettlebell-march',
    run: {
      events: [counted],
      analysis: { reps: [{ side: 'right', startS: 1, endS: 3, verdicts: { 'hip-drop': kept } }] },
    },
    truth: {
      reps: [{ side: 'right', startS: 1, endS: 3, full: true, faults: [], grey: [], dropDeg: trueDeg }],
    },
  } as unknown as OwnResult;
};

describe('the coverage of stated numbers', () => {
  it('compares what was said live and what is kept, each with its own deviation', () => {
    const one = result(drop(3, 1), drop(5, 1), 5.5);
    expect(statedErrors(one, 'hip-drop', 'live')).toEqual([{ deg: -2.5, sd: 1, within95: 1.96 }]);
    expect(statedErrors(one, 'hip-drop', 'kept')).toEqual([{ deg: -0.5, sd: 1, within95: 1.96 }]);
    expect(statedErrors(one, 'knee-collapse', 'kept')).toEqual([]);
  });

  it('takes the reach of 95 % as it was stated where the errors are not normal', () => {
    const wide = { ...drop(3, 1), within95Deg: deg(4) };
    const [live] = scoreCoverage([result(wide, wide, 6.5)]);
    expect(live).toMatchObject({ within68: 0, within95: 1, within95Deg: 4 });
  });

  it('leaves out what was not stated', () => {
    const unseen: Verdict = { verdict: 'not-seen', reason: 'too-uncertain', side: 'left' };
    expect(statedErrors(result(unseen, unseen, 5), 'hip-drop', 'live')).toEqual([]);
  });

  it('is a share of the stated numbers', () => {
    // Errors of 0.5, 1.5 and 3 deviations of 1°.
    const results = [0.5, 1.5, 3].map((error) => result(drop(error, 1), drop(error, 1), 0));
    const live = scoreCoverage(results).find(({ reading }) => reading === 'live');
    expect(live).toMatchObject({ exercise: 'kettlebell-march', fault: 'hip-drop', stated: 3, sdDeg: 1 });
    expect(live?.within68).toBeCloseTo(1 / 3, 10);
    expect(live?.within95).toBeCloseTo(2 / 3, 10);
  });
});

describe("the movement model's own data as clips", () => {
  const clips = packedClips('models/movement/data');

  it('holds whole sets of people left out, with landmarks of both models and a truth for each frame', () => {
    expect(clips.length).toBeGreaterThan(80);
    for (const clip of clips.slice(0, 5)) {
      expect(clip.recorded('full')).toHaveLength(clip.truth.frames.length);
      expect(clip.recorded('lite')).toHaveLength(clip.truth.frames.length);
      expect(clip.recorded('heavy')).toBeNull();
    }
  });

  it('grades repetitions by their true peaks', () => {
    const reps = clips.flatMap(({ truth }) =>
      truth.reps.map((rep) => ({ ...rep, exercise: truth.exercise })),
    );
    const marches = reps.filter(({ exercise }) => exercise === 'kettlebell-march');
    expect(marches.some(({ faults }) => faults.includes('hip-drop'))).toBe(true);
    for (const { faults, grey, dropDeg = NaN } of marches) {
      expect(faults.includes('hip-drop')).toBe(dropDeg >= 7);
      expect(grey.includes('hip-drop')).toBe(dropDeg > 4 && dropDeg < 7);
    }
    const lunges = reps.filter(({ exercise }) => exercise === 'curtsy-lunge');
    for (const { side, kneeDeg } of lunges) expect(kneeDeg?.[side === 'left' ? 'right' : 'left']).toBeNull();
  });
});
