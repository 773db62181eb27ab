import { describe, expect, it } from 'vitest';
import type { FaultId } from '../../../src/core/terms/ids';
import { emptySet, type SetRecord, type VerdictRecord } from '../../../src/core/session/record';
import { flaggedWords, meanWords, patternsOf } from '../../../src/ui/model/pattern-view';
import { aSetStart, repRecord } from '../../support/session-builders';

const fault = (peakDeg: number): VerdictRecord => ({ verdict: 'fault', peakDeg, sdDeg: 1 });
const ok = (peakDeg: number): VerdictRecord => ({ verdict: 'ok', peakDeg, sdDeg: 1 });
const unseen: VerdictRecord = { verdict: 'not-seen', reason: 'turned-away' };

/** Repetitions of each side with this verdict of one check, all lefts first. */
function setOf(check: FaultId, left: readonly VerdictRecord[], right: readonly VerdictRecord[]): SetRecord {
  const of = (side: 'left' | 'right', first: number) => (verdict: VerdictRecord, index: number) => ({
    ...repRecord(first + index, { side }),
    verdicts: { [check]: verdict },
  });
  const reps = [...left.map(of('left', 1)), ...right.map(of('right', left.length + 1))];
  return { ...emptySet(1, aSetStart()), reps };
}

describe('what a check came to over a set', () => {
  it('says how often, how much on average, and what was not judged', () => {
    const [pattern] = patternsOf(setOf('hip-drop', [fault(9), ok(3), unseen], [ok(2), ok(2)]));
    expect(pattern).toMatchObject({ fault: 'hip-drop', name: 'Hip drop', flagged: 1 });
    expect(pattern?.sides.left && flaggedWords(pattern.sides.left)).toBe('1 of 2 flagged, 1 not judged');
    expect(pattern?.sides.right && flaggedWords(pattern.sides.right)).toBe('none of 2 flagged');
    expect(pattern?.sides.left?.mean && meanWords(pattern.sides.left.mean)).toBe('6° ± 3° on average');
  });

  it('says when a fault sets in', () => {
    const clean = [ok(2), ok(2), ok(3)];
    const late = patternsOf(setOf('knee-collapse', [...clean, fault(14), fault(15)], clean));
    expect(late[0]?.sentences[0]).toBe('The left knee falls inward from repetition 4 on.');
    const always = patternsOf(setOf('knee-collapse', [fault(14), fault(14)], [fault(14), fault(14), ok(2)]));
    expect(always[0]?.sentences).toEqual([
      'The left knee falls inward in every repetition.',
      'The right knee falls inward from the first repetitions on.',
    ]);
  });

  it('says that the sides differ where that is clear, and is silent where it is not', () => {
    const clear = patternsOf(setOf('hip-drop', [ok(6), ok(6), ok(6)], [ok(1), ok(1), ok(1)]));
    expect(clear[0]?.sentences).toEqual([
      '5° ± 1° more standing on the left than standing on the right: a clear difference.',
    ]);
    const unclear = patternsOf(setOf('hip-drop', [ok(3), ok(4)], [ok(2), ok(3)]));
    expect(unclear[0]?.sentences).toEqual([]);
  });

  it('names the leg and what it does: the side that sinks is the free one', () => {
    const late = patternsOf(setOf('hip-drop', [ok(1), ok(2), fault(9), fault(10)], []));
    expect(late[0]?.sides.left?.role).toBe('Standing on the left');
    expect(late[0]?.sentences).toEqual(['Standing on the left, the right hip sinks from repetition 3 on.']);
  });

  it('tells of other checks only where something was flagged, and gives no average that means nothing', () => {
    expect(patternsOf(setOf('feet-together', [ok(-6)], [ok(-7)]))).toEqual([]);
    const [flagged] = patternsOf(setOf('standing-tall', [fault(22)], []));
    expect(flagged?.sides).toEqual({
      left: { role: 'Left', judged: 1, flagged: 1, notSeen: 0, mean: null, lineDeg: null },
      right: null,
    });
  });

  it('gives an average on the good side its sign', () => {
    expect(meanWords({ meanDeg: -2.4, seDeg: null, n: 3 })).toBe('−2° on average');
    expect(meanWords({ meanDeg: -0.2, seDeg: null, n: 3 })).toBe('0° on average');
  });
});
