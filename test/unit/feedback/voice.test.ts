import { describe, expect, it } from 'vitest';
import type { FeedbackFault } from '../../../src/feedback/feedback-fault';
import { bestVoice, Voice } from '../../../src/feedback/voice';
import { aVoice, FakeSpeech, makeUtterance } from '../../support/fake-speech';

function setUp(speech = new FakeSpeech()) {
  const faults: FeedbackFault[] = [];
  return { speech, faults, voice: new Voice(speech, (fault) => faults.push(fault), makeUtterance) };
}

const words = (text: string, interrupts = false) => ({ text, interrupts });

describe('choosing a voice', () => {
  it('takes the default among the local English ones', () => {
    const chosen = aVoice({ name: 'B', default: true });
    expect(bestVoice([aVoice({ name: 'A' }), chosen], 'en')).toBe(chosen);
  });

  it('takes none that sends the text away, and none of another language', () => {
    const remote = aVoice({ localService: false, default: true });
    const german = aVoice({ lang: 'de-DE', default: true });
    const local = aVoice({ lang: 'en_US' });
    expect(bestVoice([remote, german], 'en')).toBeNull();
    expect(bestVoice([remote, german, local], 'en')?.lang).toBe('en_US');
    expect(bestVoice([remote, german, local], 'de')).toBe(german);
    expect(bestVoice([remote, german, local], 'es')).toBeNull();
  });
});

describe('the voice', () => {
  it('says a text with the chosen voice and volume', () => {
    const { speech, voice } = setUp();
    voice.setVolume(0.5);
    voice.say(words('Hips level'), 'fault');
    expect(speech.said[0]).toMatchObject({ text: 'Hips level', lang: 'en-GB', volume: 0.5 });
  });

  it('speaks another language with a voice of it, or not at all', () => {
    const german = aVoice({ name: 'Anna', voiceURI: 'anna', lang: 'de-DE' });
    const { speech, voice } = setUp(new FakeSpeech([aVoice(), german]));
    voice.choose('local', 'de');
    voice.say(words('Becken gerade'), 'fault');
    expect(speech.said[0]).toMatchObject({ text: 'Becken gerade', lang: 'de-DE', voice: german });
    voice.choose(null, 'es');
    expect(voice.canSpeak).toBe(false);
    voice.say(words('Pelvis nivelada'), 'fault');
    expect(speech.said).toHaveLength(1);
  });

  it('says to its end what takes longer than it should, and then the next, but no number', () => {
    const { speech, voice } = setUp();
    voice.say(words('Hips level'), 'fault');
    voice.say(words('3'), 'count');
    expect(speech.texts).toEqual(['Hips level']);
    voice.say(words('Left knee out'), 'fault');
    expect(speech.texts).toEqual(['Hips level', 'Left knee out']);
    expect(speech.cancelled).toBe(0);
    speech.end();
    voice.say(words('4'), 'count');
    expect(speech.texts).toHaveLength(2);
    speech.end();
    voice.say(words('5'), 'count');
    expect(speech.texts).toHaveLength(3);
    expect(speech.cancelled).toBe(0);
  });

  it('lets one wait, not two: what is older than the newest is dropped', () => {
    const { speech, voice } = setUp();
    voice.say(words('Hips level'), 'fault');
    voice.say(words('Hold'), 'hold');
    voice.say(words('Now right'), 'switch');
    expect(speech.texts).toEqual(['Hips level', 'Hold', 'Now right']);
    expect(speech.cancelled).toBe(1);
    expect(speech.pending).toBe(false);
  });

  it('cuts advice, praise and what the set came to, and whatever it is told to cut', () => {
    for (const kind of ['setup', 'praise', 'debrief'] as const) {
      const { speech, voice } = setUp();
      voice.say(words('All ten were clean'), kind);
      voice.say(words('Set 2, go'), 'switch');
      expect(speech.cancelled).toBe(1);
    }
    const { speech, voice } = setUp();
    voice.say(words('Hips level'), 'fault');
    voice.say(words('3', true), 'countdown');
    expect(speech.cancelled).toBe(1);
    expect(speech.texts).toEqual(['Hips level', '3']);
  });

  it('is silent at volume zero, at once', () => {
    const { speech, voice } = setUp();
    voice.say(words('Hold'), 'hold');
    voice.setVolume(0);
    expect(speech.cancelled).toBe(1);
    voice.say(words('Hold'), 'hold');
    expect(speech.texts).toEqual(['Hold']);
  });

  it('says so when there is no voice, and speaks when one comes', async () => {
    const { speech, voice } = setUp(new FakeSpeech([]));
    const unlocking = voice.unlock();
    voice.say(words('Ready'), 'ready');
    speech.changeVoices([aVoice()]);
    expect(await unlocking).toEqual({ ok: true, value: null });
    voice.say(words('Hold'), 'hold');
    expect(speech.texts).toEqual(['Hold']);
  });

  it('gives up on a voice that fails, and tells once', () => {
    const { speech, faults, voice } = setUp();
    voice.say(words('Hold'), 'hold');
    speech.end('synthesis-failed');
    speech.end('synthesis-failed');
    expect(faults).toEqual([{ code: 'no-voice', detail: 'synthesis-failed' }]);
    expect(voice.canSpeak).toBe(false);
  });

  it('does not take being cut off, or being asked before the first click, for a failure', () => {
    const { speech, faults, voice } = setUp();
    for (const error of ['interrupted', 'canceled', 'not-allowed'] as const) {
      voice.say(words('Hold'), 'hold');
      speech.end(error);
    }
    expect(faults).toEqual([]);
    expect(voice.canSpeak).toBe(true);
  });

  it('hears no more of new voices once disposed', () => {
    const { speech, voice } = setUp(new FakeSpeech([]));
    voice.dispose();
    speech.changeVoices([aVoice()]);
    expect(voice.canSpeak).toBe(false);
  });
});
