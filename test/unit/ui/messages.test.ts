import { describe, expect, it } from 'vitest';
import * as en from '../../../src/ui/messages/en';
import * as faultWords from '../../../src/ui/messages/faults';
import { faults, notSeen } from '../../../src/ui/messages/judging';

const ADVICE: Readonly<Record<string, Readonly<Record<string, en.Advice>>>> = {
  source: faultWords.sourceFaults,
  pose: faultWords.poseFaults,
  storage: en.storageFaults,
  feedback: faultWords.feedbackFaults,
  'not seen': notSeen,
};

const all = Object.entries(ADVICE).flatMap(([group, texts]) =>
  Object.entries(texts).map(([code, text]) => ({ name: `${group}: ${code}`, text })),
);

describe('messages', () => {
  it.each(all)('$name says what happened, short, and what to do', ({ text }) => {
    expect(text.title).toMatch(/^[A-Z].{3,50}[^.]$/);
    expect(text.todo).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('has no two faults with one title', () => {
    const titles = all.map(({ text }) => text.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('keeps cues short enough for three metres: three words, or four short ones', () => {
    for (const { cue } of Object.values(faults)) expect(cue.split(' ').length).toBeLessThanOrEqual(4);
  });
});
