import { describe, expect, it } from 'vitest';
import { TONES } from '../../../src/core/coach/cue';
import { TonePlayer } from '../../../src/feedback/tone-player';
import { TONE_NOTES, toneMs } from '../../../src/feedback/tones';
import { FakeAudio } from '../../support/fake-audio';

describe('the table of tones', () => {
  it.each(TONES)('%s is short and lies where small speakers are loud', (tone) => {
    expect(toneMs(tone)).toBeLessThanOrEqual(600);
    for (const { hz, level, forMs, atMs } of TONE_NOTES[tone]) {
      expect(hz).toBeGreaterThanOrEqual(400);
      expect(hz).toBeLessThanOrEqual(3000);
      expect(level).toBeGreaterThan(0);
      expect(level).toBeLessThanOrEqual(1);
      expect(forMs).toBeGreaterThan(16);
      expect(atMs).toBeGreaterThanOrEqual(0);
    }
  });

  it('gives every tone a contour of its own', () => {
    const contours = TONES.map((tone) => TONE_NOTES[tone].map(({ hz, forMs }) => `${hz}/${forMs}`).join(' '));
    expect(new Set(contours).size).toBe(TONES.length);
  });
});

describe('the tone player', () => {
  const setUp = async () => {
    const audio = new FakeAudio();
    const player = new TonePlayer(() => audio.asContext());
    await player.unlock();
    return { audio, player };
  };

  it('is silent until it is unlocked', () => {
    const audio = new FakeAudio();
    const player = new TonePlayer(() => audio.asContext());
    player.play('count');
    expect(audio.notes).toEqual([]);
  });

  it('sounds at once', async () => {
    const { audio, player } = await setUp();
    audio.currentTime = 5;
    player.play('count');
    expect(audio.notes).toEqual([{ hz: 1568, fromS: 5, toS: 5.07 }]);
  });

  it('sounds after the one before, and within 150 ms', async () => {
    const { audio, player } = await setUp();
    player.play('count');
    player.play('fault');
    expect(audio.notes[1]?.fromS).toBeCloseTo(0.07, 9);
    player.play('count');
    expect(audio.notes.at(-1)?.fromS).toBeCloseTo(0.15, 9);
  });

  it('wakes audio that the machine put to sleep', async () => {
    const { audio, player } = await setUp();
    audio.state = 'suspended';
    player.play('count');
    expect(audio.resumed).toBe(2);
  });

  it('keeps the volume, also one that was set before', async () => {
    const audio = new FakeAudio();
    const player = new TonePlayer(() => audio.asContext());
    player.setVolume(0.3);
    await player.unlock();
    expect(audio.gains[0]?.gain.value).toBe(0.3);
    player.setVolume(0);
    player.play('count');
    expect(audio.notes).toEqual([]);
  });

  it('says so when there is no audio, or it is refused', async () => {
    const none = new TonePlayer(() => {
      throw new ReferenceError('AudioContext is not defined');
    });
    expect(await none.unlock()).toMatchObject({ ok: false, fault: { code: 'no-sound' } });
    const audio = new FakeAudio();
    audio.resume = () => Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
    expect(await new TonePlayer(() => audio.asContext()).unlock()).toMatchObject({
      fault: { code: 'no-sound' },
    });
  });

  it('falls silent for good when disposed', async () => {
    const { audio, player } = await setUp();
    player.dispose();
    player.play('count');
    expect(audio.state).toBe('closed');
    expect(audio.notes).toEqual([]);
  });
});
