import { describe, expect, it } from 'vitest';
import type { Cue } from '../../../src/core/coach/cue';
import type { CueVolume } from '../../../src/feedback/cue-sink';
import { millis } from '../../../src/core/units';
import { flashOf } from '../../../src/feedback/flash';
import { TonePlayer } from '../../../src/feedback/tone-player';
import { Voice } from '../../../src/feedback/voice';
import { unlockOnFirstGesture, WebCueSink } from '../../../src/feedback/web-cue-sink';
import { FakeAudio } from '../../support/fake-audio';
import { FakeCueSink } from '../../support/fake-cue-sink';
import { FakeSpeech, makeUtterance } from '../../support/fake-speech';

const aCue = (given: Partial<Cue>): Cue => ({
  kind: 'count',
  key: 'count',
  atMs: millis(0),
  tone: 'count',
  speech: { text: '3', estimateMs: millis(400), interrupts: false },
  banner: null,
  ...given,
});

async function setUp(speech = new FakeSpeech()) {
  const audio = new FakeAudio();
  const tones = new TonePlayer(() => audio.asContext());
  const voice = new Voice(speech, () => undefined, makeUtterance);
  const sink = new WebCueSink(tones, voice);
  const unlocked = await sink.unlock();
  return { audio, speech, sink, unlocked };
}

const FULL: CueVolume = {
  speak: 'all',
  voiceUri: null,
  language: 'en',
  tonesOn: true,
  voiceVolume: 1,
  toneVolume: 1,
};

describe('the sink', () => {
  it('gives tone and words', async () => {
    const { audio, speech, sink } = await setUp();
    sink.give(aCue({}));
    expect(audio.notes).toHaveLength(1);
    expect(speech.texts).toEqual(['3']);
  });

  it('lets tones stand in for words where nobody can speak', async () => {
    const audio = new FakeAudio();
    const sink = new WebCueSink(new TonePlayer(() => audio.asContext()), null);
    expect(await sink.unlock()).toMatchObject({ ok: false, fault: { code: 'no-voice' } });
    sink.give(aCue({ kind: 'ready', key: 'ready', tone: null }));
    expect(audio.notes.length).toBeGreaterThan(0);
    const before = audio.notes.length;
    // Words that come after their own tone do not sound twice.
    sink.give(aCue({ kind: 'fault', key: 'fault:hip-drop:left', tone: null }));
    expect(audio.notes).toHaveLength(before);
  });

  it('says as much as is wanted of it', async () => {
    const { speech, sink } = await setUp();
    const said = (speak: CueVolume['speak']): string[] => {
      const before = speech.texts.length;
      sink.setVolume({ ...FULL, speak });
      for (const kind of ['fault', 'count', 'praise', 'lost'] as const) {
        sink.give(aCue({ kind, key: kind, speech: { text: kind, estimateMs: millis(1), interrupts: true } }));
      }
      return speech.texts.slice(before);
    };
    expect(said('all')).toEqual(['fault', 'count', 'praise', 'lost']);
    expect(said('counts-and-faults')).toEqual(['fault', 'count', 'lost']);
    expect(said('faults')).toEqual(['fault', 'lost']);
    expect(said('nothing')).toEqual([]);
  });

  it('keeps voice and tones apart when one is off', async () => {
    const { audio, speech, sink } = await setUp();
    sink.setVolume({ ...FULL, speak: 'nothing' });
    sink.give(aCue({}));
    expect([audio.notes.length, speech.texts.length]).toEqual([1, 0]);
    sink.setVolume({ ...FULL, tonesOn: false });
    sink.give(aCue({}));
    expect([audio.notes.length, speech.texts.length]).toEqual([1, 1]);
  });

  it('unlocks with the first gesture, once', async () => {
    const page = new EventTarget();
    const sink = new FakeCueSink();
    const results: unknown[] = [];
    unlockOnFirstGesture(sink, page, (result) => results.push(result));
    page.dispatchEvent(new Event('keydown'));
    page.dispatchEvent(new Event('pointerdown'));
    await Promise.resolve();
    expect(sink.unlocked).toBe(1);
    expect(results).toEqual([{ ok: true, value: null }]);
  });

  it('flashes wrong for what is wrong and nothing for mere words', () => {
    expect(flashOf(aCue({ tone: 'fault' }))).toBe('wrong');
    expect(flashOf(aCue({}))).toBe('counted');
    expect(flashOf(aCue({ tone: null }))).toBeNull();
  });
});
