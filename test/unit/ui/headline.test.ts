import { describe, expect, it } from 'vitest';
import {
  emptySet,
  type RepRecord,
  type SetRecord,
  type VerdictRecord,
} from '../../../src/core/session/record';
import type { FaultId } from '../../../src/core/terms/ids';
import type { Side } from '../../../src/core/units';
import { headlineOf } from '../../../src/ui/model/headline';
import { reviewSet } from '../../../src/ui/model/review-view';
import { comparedRows } from '../../../src/ui/model/sets-compared';
import { aSetStart, repRecord } from '../../support/session-builders';

const ok = (side: Side): VerdictRecord => ({ verdict: 'ok', peakDeg: 2, sdDeg: 1, side });
const fault = (side: Side, peakDeg: number): VerdictRecord => ({
  verdict: 'fault',
  peakDeg,
  sdDeg: 2,
  side,
});
const open = (side: Side): VerdictRecord => ({ verdict: 'not-seen', reason: 'too-uncertain', side });

const rep = (
  n: number,
  check: FaultId,
  ...legs: readonly [VerdictRecord, ...VerdictRecord[]]
): RepRecord => ({
  ...repRecord(n),
  startS: 3 * n,
  endS: 3 * n + 2,
  verdicts: { [check]: legs.find(({ verdict }) => verdict === 'fault') ?? legs[0] },
  legs: { [check]: legs },
});
const setOf = (...reps: readonly RepRecord[]): SetRecord => ({ ...emptySet(1, aSetStart()), reps });
const headline = (...sets: readonly SetRecord[]) => headlineOf(sets.map(reviewSet));

describe('the headline of a session', () => {
  it('is one sentence, and one for each leg with its role and its largest number', () => {
    const { sentence, legs } = headline(
      setOf(
        rep(1, 'hip-drop', fault('left', 9)),
        rep(2, 'hip-drop', ok('right')),
        rep(3, 'hip-drop', fault('left', 11)),
        rep(4, 'hip-drop', ok('left')),
      ),
    );
    expect(sentence).toBe('2 of 4 repetitions had a fault. Look at the left leg.');
    expect(legs.map(({ name, words, isFault }) => [name, words, isFault])).toEqual([
      ['Left leg', 'Standing on the left, the pelvis sank on 2 of 3, at worst 11° ± 2°.', true],
      ['Right leg', 'Nothing found in 1 judged repetition.', false],
    ]);
  });

  it('counts both legs of one repetition', () => {
    const { legs, sentence } = headline(
      setOf(rep(1, 'knee-collapse', fault('left', 13), fault('right', 16))),
    );
    expect(sentence).toBe('1 of 1 repetition had a fault. Look at both legs.');
    expect(legs.map(({ words }) => words)).toEqual([
      'The left knee fell inward on every one of 1, at worst 13° ± 2°.',
      'The right knee fell inward on every one of 1, at worst 16° ± 2°.',
    ]);
  });

  it('sums the sets of a session up', () => {
    const one = setOf(rep(1, 'knee-collapse', fault('left', 13)));
    const two = { ...setOf(rep(1, 'knee-collapse', ok('left'))), n: 2 };
    expect(headline(one, two).legs[0]?.words).toBe('The left knee fell inward on 1 of 2, at worst 13° ± 2°.');
    expect(comparedRows([one, two].map(reviewSet)).map(({ name, cells }) => [name, ...cells])).toEqual([
      ['Counted', '1', '1'],
      ['Clean', '0 of 1', '1 of 1'],
      ['The left knee fell inward', '1 of 1, worst 13° ± 2°', 'none of 1'],
      ['Each took', '2.0 s', '2.0 s'],
    ]);
  });

  it('says once what was not judged, and never calls it good', () => {
    const {
      sentence,
      open: words,
      legs,
    } = headline(setOf(rep(1, 'hip-drop', open('left')), rep(2, 'hip-drop', open('left'))));
    expect(sentence).toBe('2 repetitions counted; nothing was found in what the camera could judge.');
    expect(words).toBe('The camera could not judge: hip drop at all (not clear enough to judge).');
    expect(legs[0]).toMatchObject({ words: 'Not judged.', isFault: false });
    const half = headline(setOf(rep(1, 'hip-drop', open('left')), rep(2, 'hip-drop', ok('left'))));
    expect(half.open).toBe('The camera could not judge: hip drop 1 of 2 times (not clear enough to judge).');
  });

  it('of a stand speaks of the leg that stands and its pelvis, of a plank of the side that lies', () => {
    const hold = (side: Side, breaks: number) => ({
      side,
      startS: 1,
      endS: 31,
      inPositionS: 28,
      breaks: Array.from({ length: breaks }, () => ({ fault: 'hip-drop' as const, startS: 9, endS: 11 })),
    });
    const held = (exercise: 'single-leg-stand' | 'side-plank') =>
      headline({ ...emptySet(1, aSetStart({ exercise })), holds: [hold('left', 1), hold('right', 0)] });
    expect(held('single-leg-stand').sentence).toBe('56.0 s in position, the pelvis sank once.');
    expect(held('single-leg-stand').legs.map((leg) => [leg.name, leg.words, leg.isFault])).toEqual([
      ['Standing on the left', '28.0 s in position, the pelvis sank once.', true],
      ['Standing on the right', '28.0 s in position, the pelvis stayed level.', false],
    ]);
    expect(held('side-plank').legs.map(({ words }) => words)).toEqual([
      '28.0 s in position, the hips sagged once.',
      '28.0 s in position, the hips stayed in line.',
    ]);
  });

  it('of nothing says so', () => {
    expect(headline(setOf())).toEqual({ sentence: 'Nothing was counted.', legs: [], open: null });
  });
});
