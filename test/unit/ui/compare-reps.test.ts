import { describe, expect, it } from 'vitest';
import {
  emptySet,
  type RepRecord,
  type ReplayRecord,
  type SetRecord,
} from '../../../src/core/session/record';
import { compareReps } from '../../../src/ui/model/compare-reps';
import { aSetStart, repRecord } from '../../support/session-builders';

const rep = (n: number, side: 'left' | 'right', verdict: 'ok' | 'fault', peakDeg: number): RepRecord => ({
  ...repRecord(n, { side }),
  verdicts: { 'knee-collapse': { verdict, peakDeg, side } },
});
/** Its one frame is taken at a second that is its number. */
const replayOf = ({ n }: RepRecord): ReplayRecord => ({
  of: 'rep',
  n,
  aspect: 1,
  frames: [{ t: n, points: null }],
});
const setOf = (reps: readonly RepRecord[]): SetRecord => ({
  ...emptySet(1, aSetStart()),
  reps,
  replays: reps.map(replayOf),
});
const numbers = (set: SetRecord) => {
  const found = compareReps(set);
  return found && [found.best.fromS, found.worst.fromS];
};

describe('the two repetitions that are shown side by side', () => {
  it('are the worst of the fault and the best clean one of the same side', () => {
    const reps = [
      rep(1, 'right', 'ok', 1),
      rep(2, 'left', 'ok', 6),
      rep(3, 'left', 'ok', 3),
      rep(4, 'left', 'fault', 12),
      rep(5, 'left', 'fault', 16),
    ];
    expect(numbers(setOf(reps))).toEqual([3, 5]);
  });

  it('are none where nothing is clean, nothing at fault, or no skeleton was kept', () => {
    const [good, bad] = [rep(1, 'left', 'ok', 2), rep(2, 'left', 'fault', 12)];
    expect(numbers(setOf([good]))).toBeNull();
    expect(numbers(setOf([bad]))).toBeNull();
    expect(numbers(setOf([bad, rep(3, 'right', 'ok', 2)]))).toBeNull();
    expect(numbers({ ...setOf([good, bad]), replays: [replayOf(good)] })).toBeNull();
  });
});
