import { describe, expect, it } from 'vitest';
import type { RepRecord, SetRecord, VerdictRecord } from '../../../src/core/session/record';
import { emptySet } from '../../../src/core/session/record';
import type { FaultId } from '../../../src/core/terms/ids';
import { outcomeSentence, outcomeWord } from '../../../src/ui/model/outcome-words';
import { reviewSet } from '../../../src/ui/model/review-view';
import { aSetStart } from '../../support/session-builders';

const ok: VerdictRecord = { verdict: 'ok', peakDeg: 2 };
const fault = (peakDeg: number): VerdictRecord => ({ verdict: 'fault', peakDeg, sdDeg: 1.4 });
const unseen: VerdictRecord = { verdict: 'not-seen', reason: 'turned-away' };

const rep = (n: number, verdicts: Partial<Record<FaultId, VerdictRecord>>, lengthS = 2): RepRecord => ({
  n,
  side: n % 2 === 1 ? 'left' : 'right',
  startS: n * 3,
  peakS: n * 3 + lengthS / 2,
  endS: n * 3 + lengthS,
  countedAtS: n * 3 + lengthS,
  verdicts,
});

const set = (given: Partial<SetRecord>): SetRecord => ({ ...emptySet(1, aSetStart()), ...given });

describe('the review of a set', () => {
  it('calls a repetition clean only when every check was judged', () => {
    const { reps } = reviewSet(
      set({
        reps: [
          rep(1, { 'hip-drop': ok, 'knee-collapse': ok }),
          rep(2, { 'hip-drop': unseen, 'knee-collapse': ok }),
          rep(3, { 'hip-drop': unseen, 'knee-collapse': unseen }),
          rep(4, { 'hip-drop': unseen, 'knee-collapse': fault(14) }),
          rep(5, {}),
        ],
      }),
    );
    expect(reps.map(({ outcome }) => outcome)).toEqual(['clean', 'partly', 'not-seen', 'fault', 'not-seen']);
  });

  it('adds up per side: counted is clean, flagged and unjudged', () => {
    const { sides, total } = reviewSet(
      set({
        reps: [
          rep(1, { 'hip-drop': ok }),
          rep(2, { 'hip-drop': fault(9) }),
          rep(3, { 'hip-drop': unseen }),
          rep(4, { 'hip-drop': ok }),
        ],
        partials: [{ ...rep(5, {}), n: 1, why: 'not-crossed' }],
      }),
    );
    expect(sides.left).toEqual({ counted: 2, clean: 1, flagged: 0, unjudged: 1, partial: 1 });
    expect(sides.right).toEqual({ counted: 2, clean: 1, flagged: 1, unjudged: 0, partial: 0 });
    expect(total.counted).toBe(total.clean + total.flagged + total.unjudged);
  });

  it('names the worst repetition of a fault, with its deviation', () => {
    const { faults } = reviewSet(
      set({
        reps: [
          rep(1, { 'hip-drop': { ...fault(8), side: 'left' } }),
          rep(2, { 'hip-drop': { ...fault(11), side: 'left' } }),
          rep(3, { 'hip-drop': { ...ok, side: 'left' } }),
          rep(4, { 'hip-drop': { ...unseen, side: 'left' } }),
        ],
      }),
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      fault: 'hip-drop',
      side: 'left',
      reps: 2,
      // The fourth one was not judged: it is no repetition without a fault.
      of: 3,
      worst: { peakDeg: 11, sdDeg: 1.4 },
    });
    expect(faults[0]?.worst?.rep.n).toBe(2);
  });

  it('counts repetitions by the side that moved, and faults by the leg at fault', () => {
    // A march: the right knee is lifted, the left leg stands and lets the pelvis sink.
    const march = (n: number, side: 'left' | 'right', verdict: VerdictRecord): RepRecord => {
      const leg = { ...verdict, side: side === 'left' ? 'right' : 'left' } as const;
      return { ...rep(n, { 'hip-drop': leg }), side, legs: { 'hip-drop': [leg] } };
    };
    const { sides, legs } = reviewSet(
      set({ reps: [march(1, 'right', fault(9)), march(2, 'left', ok), march(3, 'right', unseen)] }),
    );
    expect(sides.right.counted).toBe(2);
    expect(legs.left).toMatchObject({ judged: 1, flagged: 1 });
    expect(legs.right).toMatchObject({ judged: 1, flagged: 0 });
  });

  it('shows both legs of one repetition, each with its number, and calls neither fine that was unsure', () => {
    const leg = (side: 'left' | 'right', verdict: VerdictRecord) => ({ ...verdict, side });
    const both = { ...rep(1, { 'knee-collapse': leg('right', fault(16)) }) };
    const { reps, faults, legs } = reviewSet(
      set({
        reps: [
          { ...both, legs: { 'knee-collapse': [leg('left', fault(13)), leg('right', fault(16))] } },
          { ...both, n: 2, legs: { 'knee-collapse': [leg('left', unseen), leg('right', fault(15))] } },
        ],
      }),
    );
    expect(reps[0]?.faults.map(({ side, peakDeg }) => [side, peakDeg])).toEqual([
      ['right', 16],
      ['left', 13],
    ]);
    expect(reps[1]?.unseen).toEqual([{ fault: 'knee-collapse', side: 'left', reason: 'turned-away' }]);
    expect(faults.map(({ side, reps: found, of }) => [side, found, of])).toEqual([
      ['right', 2, 2],
      ['left', 1, 1],
    ]);
    expect(legs.left).toMatchObject({ judged: 1, flagged: 1 });
  });

  it('leaves to the set what no repetition of it could be judged for', () => {
    const { reps } = reviewSet(
      set({ reps: [rep(1, { 'hip-drop': unseen, 'knee-collapse': ok }), rep(2, { 'hip-drop': unseen })] }),
    );
    expect(reps.map(({ unseen: open }) => open)).toEqual([[], []]);
    expect(reps.map(({ outcome }) => outcome)).toEqual(['partly', 'not-seen']);
    expect(reps.map(outcomeSentence)).toEqual(['Nothing found in what was judged.', 'Nothing was judged.']);
  });

  it('puts partials where they happened', () => {
    const partial = { ...rep(1, {}), startS: 4, endS: 5.5, why: 'not-deep-enough' as const };
    const { reps } = reviewSet(set({ reps: [rep(1, {}, 0.5), rep(2, {})], partials: [partial] }));
    expect(reps.map(({ key }) => key)).toEqual(['rep-1', 'partial-1', 'rep-2']);
  });

  it('calls a tempo even when the slowest takes less than half as long again', () => {
    expect(reviewSet(set({ reps: [rep(1, {}, 2), rep(2, {}, 2.9)] })).tempo?.even).toBe(true);
    expect(reviewSet(set({ reps: [rep(1, {}, 2), rep(2, {}, 3)] })).tempo?.even).toBe(false);
    expect(reviewSet(set({})).tempo).toBeNull();
  });

  it('keeps both counts, and speaks of the person’s own only where it differs', () => {
    const reps = [rep(1, {}), rep(2, {})];
    expect(reviewSet(set({ reps, correctedReps: { left: 1, right: 1 } })).corrected).toBeNull();
    const differing = reviewSet(set({ reps, correctedReps: { left: 1, right: 2 } }));
    expect(differing.corrected).toEqual({ left: 1, right: 2 });
    expect(differing.total.counted).toBe(2);
  });

  it('finds the longest stretch of a hold between its breaks', () => {
    const { holds } = reviewSet(
      set({
        holds: [
          {
            side: 'left',
            startS: 2,
            endS: 32,
            inPositionS: 27,
            breaks: [{ fault: 'hip-drop', startS: 10, endS: 13 }],
          },
        ],
      }),
    );
    expect(holds[0]).toMatchObject({ outS: 3, longestStretchS: 19 });
  });
});

describe('the words for a repetition', () => {
  const [judged] = reviewSet(
    set({
      reps: [rep(1, { 'hip-drop': unseen, 'knee-collapse': fault(13.6) }), rep(2, { 'hip-drop': ok })],
    }),
  ).reps;
  if (!judged) throw new Error('no repetition');

  it('says what was found and what could not be judged', () => {
    expect(outcomeWord(judged)).toBe('left knee collapse');
    expect(outcomeSentence(judged)).toBe(
      'Found: left knee collapse, 14° ± 1°. Could not judge: hip drop, standing on the left (you are turned away).',
    );
  });

  it('never calls the unseen good', () => {
    const [blind] = reviewSet(set({ reps: [rep(1, { 'hip-drop': unseen })] })).reps;
    expect(blind && outcomeWord(blind)).toBe('not judged');
    expect(blind && outcomeSentence(blind)).not.toMatch(/clean|good/i);
  });
});
