import { describe, expect, it } from 'vitest';
import { localOpenSession, type OpenSession } from '../../../src/storage/open-session';

const SESSION: OpenSession = {
  sessionId: 'a',
  savedAt: 1_000_000,
  choice: 'programme',
  stand: {
    exercise: 'hip-hike',
    later: ['side-plank'],
    set: 2,
    side: 'left',
    done: { left: 3, right: 0 },
  },
  reps: [{ side: 'left', judged: 'fault' }],
};

function page(text: string | null = null) {
  let kept = text;
  const note = localOpenSession(() => ({
    getItem: () => kept,
    setItem: (_, value) => (kept = value),
    removeItem: () => (kept = null),
  }));
  return { note, kept: () => kept };
}

describe('the note of the open session', () => {
  it('comes back as it was written, and is taken away', () => {
    const { note, kept } = page();
    expect(note.load(0)).toBeNull();
    note.save(SESSION);
    expect(note.load(SESSION.savedAt + 60_000)).toEqual(SESSION);
    note.clear();
    expect(kept()).toBeNull();
  });

  it('is worth nothing on the next day', () => {
    const { note } = page(JSON.stringify(SESSION));
    expect(note.load(SESSION.savedAt + 20 * 3_600_000)).toBeNull();
  });

  it.each([
    'not json',
    'null',
    '{}',
    JSON.stringify({ ...SESSION, sessionId: '' }),
    JSON.stringify({ ...SESSION, stand: { ...SESSION.stand, set: 0 } }),
    JSON.stringify({ ...SESSION, stand: { ...SESSION.stand, done: { left: -1, right: 0 } } }),
    JSON.stringify({ ...SESSION, reps: [{ side: 'up', judged: 'clean' }] }),
  ])('that reads %s is none', (text) => {
    expect(page(text).note.load(SESSION.savedAt)).toBeNull();
  });

  it('does without a storage that is forbidden', () => {
    const note = localOpenSession(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    note.save(SESSION);
    note.clear();
    expect(note.load(SESSION.savedAt)).toBeNull();
  });
});
