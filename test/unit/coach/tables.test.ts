import { describe, expect, it } from 'vitest';
import { CUE_RULES, FAULT_ORDER } from '../../../src/core/coach/cue-rules';
import { estimateSpeechMs } from '../../../src/core/coach/cue-text';
import { FAULT_IDS } from '../../../src/core/terms/ids';
import { coach as words } from '../../../src/ui/messages/en/coach';
import { coach, raisedAt } from '../../support/coach-run';

describe('the tables', () => {
  const texts = [
    ...Object.values(words.faults),
    ...Object.values(words.partials),
    ...Object.values(words.lost),
  ];

  it('rank every fault once', () => {
    expect([...FAULT_ORDER].sort()).toEqual([...FAULT_IDS].sort());
  });

  it('give every kind of cue its own rank', () => {
    const ranks = Object.values(CUE_RULES).map(({ rank }) => rank);
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('say nothing longer than what a lasting cue may wait for', () => {
    for (const { short } of texts) expect(estimateSpeechMs(short)).toBeLessThan(CUE_RULES.lost.keepMs);
    expect(CUE_RULES.switch.keepMs).toBeGreaterThanOrEqual(CUE_RULES.lost.keepMs);
  });

  it('word a fault whose side is unknown without one', () => {
    const cues = coach([raisedAt(1000, 'knee-collapse', null)]);
    expect(cues[0]).toMatchObject({
      speech: { text: 'Knee out' },
      banner: 'The knee falls inward: press it out over the foot.',
    });
  });
});
