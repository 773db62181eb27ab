import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/core/units';
import { coach, raisedAt, spoken, tones, type Event } from '../../support/coach-run';
import { aPartial } from '../../support/set-builders';

describe('what goes wrong besides faults', () => {
  it('says why an attempt was not counted, every time by a tone and now and then in words', () => {
    const partial = (timeMs: number): Event => ({
      kind: 'rep-partial',
      atMs: millis(timeMs),
      partial: aPartial({ why: 'not-deep-enough' }),
    });
    const cues = coach([partial(1000), partial(4000)]);
    expect(spoken(cues)).toEqual([[1000, 'Not counted: deeper']]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['partial', 'partial']);
  });

  it('says a loss of tracking only when it lasts, and its end only when it was said', () => {
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'not-tracked' };
    const regained = (timeMs: number): Event => ({ kind: 'tracking-regained', atMs: millis(timeMs) });
    expect(coach([lost, regained(1950)])).toEqual([]);
    const cues = coach([lost, regained(4500)]);
    expect(spoken(cues)).toEqual([
      [2000, "I can't see you"],
      [4500, 'I see you'],
    ]);
    expect(tones(cues)).toEqual([
      [2000, 'lost'],
      [4500, 'regained'],
    ]);
  });

  it('repeats a loss while it lasts', () => {
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'too-dark' };
    expect(spoken(coach([lost], { untilMs: 13_000 }))).toEqual([
      [2000, 'Too dark'],
      [12_000, 'Too dark'],
    ]);
  });

  it('sounds once when a fault stops the clock, and again when it goes on', () => {
    const events: Event[] = [
      raisedAt(1000, 'hip-drop', 'left'),
      { kind: 'hold-paused', atMs: millis(1000), fault: 'hip-drop' },
      { kind: 'hold-resumed', atMs: millis(3000) },
      { kind: 'hold-paused', atMs: millis(5000), fault: 'too-uncertain' },
    ];
    expect(tones(coach(events, { untilMs: 5500 }))).toEqual([
      [1000, 'fault'],
      [3000, 'hold-start'],
      [5000, 'hold-stop'],
    ]);
  });

  it('forgets a stopped clock when the hold ends, but not a lost person', () => {
    const paused: Event = { kind: 'hold-paused', atMs: millis(1000), fault: 'too-uncertain' };
    const lost: Event = { kind: 'tracking-lost', atMs: millis(1000), reason: 'not-tracked' };
    const ended: Event = {
      kind: 'hold-ended',
      atMs: millis(1500),
      hold: { side: 'left', startMs: millis(0), endMs: millis(1500), inPositionMs: millis(1000), breaks: [] },
    };
    expect(spoken(coach([paused, ended]))).toEqual([[1500, 'Held 1 second']]);
    expect(spoken(coach([lost, ended])).map(([, text]) => text)).toContain("I can't see you");
  });
});
