import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/core/units';
import { coach, countedAt, raisedAt, spoken, type Event } from '../../support/coach-run';
import { aPartial, clean, faulty } from '../../support/set-builders';

describe('praise', () => {
  const reps = (count: number, verdictsOf: (n: number) => ReturnType<typeof clean>) =>
    Array.from({ length: count }, (_, index) =>
      countedAt(1000 + index * 2000, index + 1, 'left', verdictsOf(index + 1)),
    );

  it('comes after five clean repetitions in a row, once in its cool-down', () => {
    const cues = coach(reps(10, clean), { untilMs: 22_000 });
    expect(spoken(cues).filter(([, text]) => text === 'Good form')).toHaveLength(1);
  });

  it('never comes for what was not seen, nor for what was not judged', () => {
    const unseen = coach(
      reps(10, () => ({ 'hip-drop': { verdict: 'not-seen', reason: 'too-uncertain' } })),
      { untilMs: 22_000 },
    );
    expect(unseen.filter(({ kind }) => kind === 'praise')).toEqual([]);
    const unjudged = coach(
      reps(10, () => ({})),
      { untilMs: 22_000 },
    );
    expect(unjudged.filter(({ kind }) => kind === 'praise')).toEqual([]);
  });

  it('waits for a new run after an attempt that was not counted, or a fault between repetitions', () => {
    const partial: Event = { kind: 'rep-partial', atMs: millis(6000), partial: aPartial() };
    for (const event of [partial, raisedAt(6000, 'trunk-lean', null)]) {
      const cues = coach([...reps(7, clean), event], { untilMs: 15_000 });
      expect(cues.filter(({ kind }) => kind === 'praise')).toEqual([]);
    }
  });

  it('comes when a fault that was pointed out is gone', () => {
    const events = [
      raisedAt(1800, 'hip-drop', 'left'),
      countedAt(3000, 1, 'left', faulty('hip-drop')),
      countedAt(6000, 2, 'left', clean()),
    ];
    expect(spoken(coach(events)).map(([, text]) => text)).toEqual(['Hips level', '1', '2', 'Better']);
  });

  it('is cut by what matters', () => {
    const events = [...reps(5, clean), raisedAt(9700, 'hip-drop', 'left')];
    const cut = coach(events).find(({ kind }) => kind === 'fault');
    expect(cut).toMatchObject({ atMs: 9700, speech: { interrupts: true } });
  });
});
