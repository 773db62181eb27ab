import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/core/units';
import { exerciseName } from '../../../src/exercises/cards';
import {
  coach,
  CONFIG,
  countedAt,
  EACH_SIDE,
  raisedAt,
  spoken,
  tones,
  type Event,
} from '../../support/coach-run';
import { aHold } from '../../support/set-builders';

describe('what comes next', () => {
  it('says the last count together with the switch of sides', () => {
    const switched: Event = { kind: 'side-completed', atMs: millis(1000), side: 'right', next: 'left' };
    const cues = coach([countedAt(1000, 1, 'right'), switched], { prescription: EACH_SIDE });
    expect(spoken(cues)).toEqual([[1000, 'right 1. Now left']]);
  });

  it('says the end of a set, the rest and the next set', () => {
    const events: Event[] = [
      { kind: 'set-completed', atMs: millis(1000), set: 1, sets: 2 },
      { kind: 'countdown-ticked', atMs: millis(3000), of: 'rest', leftS: 10 },
      { kind: 'countdown-ticked', atMs: millis(5500), of: 'rest', leftS: 4 },
      { kind: 'countdown-ticked', atMs: millis(6500), of: 'rest', leftS: 3 },
      { kind: 'rest-ended', atMs: millis(8000), nextSet: 2 },
      { kind: 'set-completed', atMs: millis(10_000), set: 2, sets: 2 },
    ];
    expect(spoken(coach(events)).map(([, text]) => text)).toEqual([
      'Rest',
      '10 seconds to go',
      '3',
      'Set 2, go',
      'All done',
    ]);
  });

  it('says what to do in the rest, and not after the last set', () => {
    const betweenSets = { short: 'Change hands', long: 'Take it in the other hand.' };
    const events: Event[] = [
      { kind: 'set-completed', atMs: millis(1000), set: 1, sets: 2 },
      { kind: 'set-completed', atMs: millis(8000), set: 2, sets: 2 },
    ];
    const cues = coach(events, { betweenSets });
    expect(spoken(cues).map(([, text]) => text)).toEqual(['Rest. Change hands', 'All done']);
  });

  it('names the next exercise with the last count, sounding once, and says when it begins', () => {
    const events: Event[] = [
      countedAt(1000, 1, 'right'),
      { kind: 'set-completed', atMs: millis(1000), set: 2, sets: 2 },
      { kind: 'exercise-completed', atMs: millis(1000), next: 'side-plank' },
      { kind: 'exercise-began', atMs: millis(6000), exercise: 'side-plank' },
    ];
    const cues = coach(events);
    const name = exerciseName('side-plank');
    expect(spoken(cues)).toEqual([
      [1000, `1. Next: ${name}`],
      [6000, name],
    ]);
    expect(tones(cues).map(([, tone]) => tone)).toEqual(['count', 'done', 'hold-start']);
  });

  it('says what is needed for the next exercise, and shows its name alone', () => {
    const events: Event[] = [{ kind: 'exercise-completed', atMs: millis(1000), next: 'side-plank' }];
    const [cue] = coach(events, { config: { ...CONFIG, equipmentOf: () => 'A mat.' } });
    const name = exerciseName('side-plank');
    expect(cue).toMatchObject({
      speech: { text: `Next: ${name}. Equipment: A mat.` },
      banner: `Next: ${name}.`,
    });
  });

  it('says where the camera goes, where that is another place', () => {
    const events: Event[] = [{ kind: 'exercise-completed', atMs: millis(1000), next: 'side-plank' }];
    const config = { ...CONFIG, equipmentOf: () => 'A mat.', newViewOf: () => 'lying-side' as const };
    const [cue] = coach(events, { config });
    expect(cue?.speech?.text).toBe(
      `Next: ${exerciseName('side-plank')}. Equipment: A mat. Put the camera on the floor, and lie across the picture`,
    );
  });
});

describe('a time that runs', () => {
  it('never says a time held like a time left: who comes down early hears what is left, and why the timer paused', () => {
    const held = { kind: 'hold-ended', atMs: millis(20_000), hold: aHold() } as const;
    const left = { kind: 'hold-left', atMs: millis(20_000), side: 'left', leftS: 12 } as const;
    const [first] = spoken(coach([held, left], { untilMs: 22_000 }));
    expect(first).toEqual([20_000, '12 seconds left. Up again when you are ready']);
    const paused: Event = { kind: 'hold-paused', atMs: millis(1000), fault: 'hip-drop' };
    const resumed: Event = { kind: 'hold-resumed', atMs: millis(6000) };
    const said = spoken(coach([raisedAt(1000, 'hip-drop', 'left'), paused, resumed]));
    expect(said.map(([, text]) => text)).toEqual(['Hips level', 'Timer paused', 'Timer on']);
  });

  it('counts a hold down: every ten seconds, then five and the last three', () => {
    const ticks = Array.from({ length: 29 }, (_, index): Event => ({
      kind: 'hold-ticked',
      atMs: millis((index + 1) * 1000),
      side: 'left',
      heldS: index + 1,
      leftS: 29 - index,
    }));
    const said = spoken(coach(ticks, { untilMs: 30_000 })).map(([, text]) => text);
    expect(said).toEqual(['20 seconds to go', '10 seconds to go', '5', '3', '2', '1']);
  });

  it('counts the start down to go', () => {
    const ticks = [3, 2, 1, 0].map((leftS, index): Event => ({
      kind: 'countdown-ticked',
      atMs: millis((index + 1) * 1000),
      of: 'start',
      leftS,
    }));
    const cues = coach(ticks);
    expect(spoken(cues).map(([, text]) => text)).toEqual(['3', '2', '1', 'Go']);
    expect(tones(cues).at(-1)).toEqual([4000, 'hold-start']);
  });
});
