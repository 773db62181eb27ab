import { describe, expect, it } from 'vitest';
import { words } from '../../../src/ui/language';
import type { Advice } from '../../../src/ui/messages/words';

const ADVICE: Readonly<Record<string, Readonly<Record<string, Advice>>>> = {
  source: words.sourceFaults,
  pose: words.poseFaults,
  storage: words.storageFaults,
  feedback: words.feedbackFaults,
  'not seen': words.notSeen,
  'sensor file': words.sensorFileFaults,
  'sensor compared': words.sensorRefusals,
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
    for (const { cue } of Object.values(words.faults)) expect(cue.split(' ').length).toBeLessThanOrEqual(4);
  });
});
