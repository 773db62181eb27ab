import { describe, expect, it } from 'vitest';
import { startCoach, stepCoach } from '../../../src/core/coach/coach';
import { type CoachInput } from '../../../src/core/coach/cue';
import { CUE_RULES } from '../../../src/core/coach/cue-rules';
import { millis } from '../../../src/core/units';
import { coach, CONFIG, countedAt, raisedAt, spoken, tones, type Event } from '../../support/coach-run';

describe('faults', () => {
  it('are said with their side, before the count of the same frame', () => {
    const cues = coach([countedAt(1000, 1, 'left'), raisedAt(1000, 'knee-collapse', 'left')]);
    expect(spoken(cues)).toEqual([[1000, 'Left knee out']]);
    expect(tones(cues)).toEqual(
      expect.arrayContaining([
        [1000, 'count'],
        [1000, 'fault'],
      ]),
    );
  });

  it('are not repeated before the cool-down, and are at exactly its end', () => {
    const cool = CUE_RULES.fault.coolDownMs;
    const early = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(950 + cool, 'hip-drop', 'left')]);
    expect(spoken(early)).toHaveLength(1);
    const due = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(1000 + cool, 'hip-drop', 'left')]);
    expect(spoken(due)).toHaveLength(2);
  });

  it('of equal worth keep a gap, of more worth need not', () => {
    const equal = coach([raisedAt(1000, 'hip-drop', 'left'), raisedAt(3000, 'hip-drop', 'right')]);
    expect(spoken(equal)).toHaveLength(1);
    const worse = coach([raisedAt(1000, 'trunk-lean', null), raisedAt(3000, 'knee-collapse', 'right')]);
    expect(spoken(worse).map(([, text]) => text)).toEqual(['Stay upright', 'Right knee out']);
  });

  it('say the worst of several raised at once', () => {
    const cues = coach([raisedAt(1000, 'trunk-lean', null), raisedAt(1000, 'hip-drop', 'left')]);
    expect(spoken(cues)).toEqual([[1000, 'Hips level']]);
  });

  it('are dropped when the voice is not free within a second', () => {
    const long = { ...CONFIG, nameOf: () => 'A name that takes long to say' };
    const recognised: Event = { kind: 'exercise-recognised', atMs: millis(1000), exercise: 'hip-hike' };
    const cues = coach([recognised, raisedAt(1050, 'hip-drop', 'left')], { config: long });
    expect(spoken(cues)).toEqual([[1000, 'A name that takes long to say']]);
    expect(tones(cues)).toEqual([[1050, 'fault']]);
  });

  it('that last are said again after the cool-down, without another tone', () => {
    const live: CoachInput['live'] = {
      phase: 'out-of-position',
      side: 'left',
      progress: 0,
      holdMs: millis(0),
      faults: [{ fault: 'hip-drop', side: 'left', deg: null }],
    };
    const cues = coach([raisedAt(1000, 'hip-drop', 'left')], {
      live: (atMs) => (atMs >= 1000 ? live : null),
    });
    expect(spoken(cues).map(([at]) => at)).toEqual([1000, 1000 + CUE_RULES.fault.coolDownMs]);
    expect(tones(cues)).toEqual([[1000, 'fault']]);
  });

  it('that were raised long before they became known are not said', () => {
    const state = startCoach();
    const input = { exercise: null, live: null, events: [raisedAt(1000, 'hip-drop', 'left')] };
    const at = (time: number) => stepCoach(state, { ...input, atMs: millis(time) }, CONFIG).cues;
    expect(at(2001)).toEqual([]);
    expect(spoken(at(2000))).toHaveLength(1);
  });
});
