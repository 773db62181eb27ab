import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../../scripts/evaluate/fixture-stream';
import type { ExerciseEvent, Rep } from '../../../src/core/exercise/events';
import { learnPaths, NO_PATHS, pathsIn } from '../../../src/core/session/own-path';
import { repOutcome } from '../../../src/core/session/rep-outcome';
import { deg, millis, type Side } from '../../../src/core/units';
import { runSet } from '../../support/run-set';

const STREAMS = resolve(import.meta.dirname, '../../fixtures/streams');
const eventsOf = (clip: string, exercise: 'curtsy-lunge' | 'kettlebell-march'): readonly ExerciseEvent[] =>
  runSet(exercise, readFixture(join(STREAMS, `${clip}.full.stream.gz`)).frames).events;

/** A repetition in which one leg's pelvis was read between two values. */
function aRep(n: number, side: Side, [least, most]: readonly [number, number], isClean = true): Rep {
  const verdict = { verdict: isClean ? 'ok' : 'fault', value: { deg: deg(most), sd: deg(1) }, side } as const;
  const samples = [least, most].map((one, at) => ({
    atMs: millis(n * 1000 + at),
    deg: deg(one),
    sdDeg: deg(1),
  }));
  return {
    n,
    side,
    startMs: millis(n * 1000),
    peakMs: millis(n * 1000 + 400),
    endMs: millis(n * 1000 + 800),
    countedAtMs: millis(n * 1000 + 900),
    verdicts: { 'hip-drop': verdict },
    judged: [{ fault: 'hip-drop', side, lineDeg: deg(7), samples }],
  } as unknown as Rep;
}
const counted = (rep: Rep): ExerciseEvent => ({ kind: 'rep-counted', atMs: rep.countedAtMs, rep });

describe('the own path', () => {
  it('is known from three clean repetitions of that leg on, as wide as they were', () => {
    const reps = [
      aRep(1, 'left', [-1, 2]),
      aRep(2, 'right', [0, 5]),
      aRep(3, 'left', [0, 3]),
      aRep(4, 'left', [-2, 1]),
    ];
    expect(learnPaths(NO_PATHS, reps.slice(0, 3).map(counted)).known).toEqual([]);
    expect(learnPaths(NO_PATHS, reps.map(counted)).known).toEqual([
      { fault: 'hip-drop', side: 'left', leastDeg: -2, mostDeg: 3, repSides: ['left'] },
    ]);
  });

  it('is shown in repetitions of the side that it was learnt from, and until it is known which one comes', () => {
    const paths = learnPaths(
      NO_PATHS,
      [1, 2, 3].map((n) => counted(aRep(n, 'left', [0, n]))),
    );
    expect(pathsIn(paths, 'left')).toHaveLength(1);
    expect(pathsIn(paths, null)).toHaveLength(1);
    expect(pathsIn(paths, 'right')).toEqual([]);
  });

  it('learns nothing from a repetition with a fault, and forgets one that is judged again as one', () => {
    const clean = [1, 2, 3].map((n) => counted(aRep(n, 'left', [0, n])));
    const known = learnPaths(NO_PATHS, [...clean, counted(aRep(4, 'left', [0, 12], false))]);
    expect(known.known[0]?.mostDeg).toBe(3);
    const again = aRep(3, 'left', [0, 3], false);
    expect(learnPaths(known, [{ kind: 'rep-revised', atMs: millis(9000), rep: again }]).known).toEqual([]);
  });

  it.each([
    ['d12_curtsy_clean', 'curtsy-lunge'],
    ['d13_curtsy_collapse', 'curtsy-lunge'],
    ['d09_march_kbR_clean', 'kettlebell-march'],
    ['d10_march_kbL_drop', 'kettlebell-march'],
  ] as const)(
    'holds no reading of a repetition that the judge flagged, in a recording (%s)',
    (clip, exercise) => {
      const events = eventsOf(clip, exercise);
      const { known } = learnPaths(NO_PATHS, events);
      const last = new Map<number, Rep>();
      for (const event of events) {
        if (event.kind === 'rep-counted' || event.kind === 'rep-revised') last.set(event.rep.n, event.rep);
      }
      const clean = [...last.values()].filter((rep) => repOutcome(rep) === 'clean');
      for (const { fault, side, leastDeg, mostDeg } of known) {
        const read = clean.flatMap((rep) =>
          (rep.judged ?? [])
            .filter((one) => one.fault === fault && one.side === side)
            .flatMap(({ samples }) => samples.map((sample) => sample.deg)),
        );
        expect(mostDeg).toBeLessThanOrEqual(Math.max(...read));
        expect(leastDeg).toBeGreaterThanOrEqual(Math.min(...read));
      }
      expect(known.length > 0).toBe(clean.length >= 6);
    },
  );
});
