import { describe, expect, it } from 'vitest';
import { estimateSpeechMs } from '../../../src/core/coach/cue-text';
import { coach, CONFIG, countedAt, EACH_SIDE, raisedAt, spoken, tones } from '../../support/coach-run';

describe('counting aloud', () => {
  it('ticks and says the number on the frame of the count', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(3000, 2, 'right')]);
    expect(tones(cues)).toEqual([
      [1000, 'count'],
      [3000, 'count'],
    ]);
    expect(spoken(cues)).toEqual([
      [1000, '1'],
      [3000, '2'],
    ]);
  });

  it('counts each side from one and names the side only when it changes', () => {
    const sides = ['right', 'right', 'left', 'left'] as const;
    const events = sides.map((side, index) => countedAt(1000 + index * 2000, index + 1, side));
    const said = spoken(coach(events, { prescription: EACH_SIDE })).map(([, text]) => text);
    expect(said).toEqual(['right 1', '2', 'left 1', '2']);
  });

  it('names the side every time when asked to', () => {
    const events = [countedAt(1000, 1, 'left'), countedAt(3000, 2, 'right')];
    const cues = coach(events, { config: { ...CONFIG, saySide: 'always' } });
    expect(spoken(cues).map(([, text]) => text)).toEqual(['left 1', 'right 2']);
  });

  it('starts anew with the first repetition of the next set', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(3000, 2, 'left'), countedAt(5000, 1, 'left')]);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['1', '2', '1']);
  });

  it('says only the newest number when several become known at once, and ticks for each', () => {
    const cues = coach([countedAt(1000, 1, 'left'), countedAt(1000, 2, 'right')]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['count', 'count']);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['2']);
  });

  it('says a number up to 250 ms late while the voice is busy, and not later', () => {
    const busyMs = estimateSpeechMs('Hips level');
    const freeAtMs = Math.ceil((1000 + busyMs) / 50) * 50;
    const inTime = coach([raisedAt(1000, 'hip-drop', null), countedAt(freeAtMs - 250, 1, 'left')]);
    expect(spoken(inTime)).toEqual([
      [1000, 'Hips level'],
      [freeAtMs, '1'],
    ]);
    const late = coach([raisedAt(1000, 'hip-drop', null), countedAt(freeAtMs - 300, 1, 'left')]);
    expect(spoken(late)).toEqual([[1000, 'Hips level']]);
    expect(tones(late)).toContainEqual([freeAtMs - 300, 'count']);
  });
});
