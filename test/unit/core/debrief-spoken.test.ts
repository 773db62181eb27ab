import { describe, expect, it } from 'vitest';
import { coach as words } from '../../../src/ui/messages/en/coach';
import { startCoach, stepCoach } from '../../../src/core/coach/coach';
import type { CoachInput, Cue } from '../../../src/core/coach/cue';
import { exerciseName } from '../../../src/exercises/cards';
import { millis } from '../../../src/core/units';
import { aRep } from '../../support/set-builders';

type Event = CoachInput['events'][number];

/** Runs the coach at 20 frames a second; every set comes to `debrief`. */
function cuesOf(events: readonly Event[], debrief: string, untilMs = 12_000): readonly Cue[] {
  const cues: Cue[] = [];
  let state = startCoach();
  for (let time = 0; time <= untilMs; time += 50) {
    const due = events.filter(({ atMs }) => atMs > time - 50 && atMs <= time);
    const input: CoachInput = { atMs: millis(time), exercise: null, events: due, live: null, debrief };
    const step = stepCoach(state, input, {
      words,
      nameOf: exerciseName,
      equipmentOf: () => null,
      newViewOf: () => null,
      saySide: 'on-change',
    });
    state = step.state;
    cues.push(...step.cues);
  }
  return cues;
}
const textsOf = (cues: readonly Cue[]): string[] =>
  cues.flatMap(({ speech }) => (speech ? [speech.text] : []));
const completed: Event = { kind: 'set-completed', atMs: millis(1000), set: 1, sets: 2 };

describe('what a set came to', () => {
  it('is told in the rest, to its end, once the end of the set was said', () => {
    const debrief = 'All 10 were clean. Nothing to change.';
    const ticked: Event = { kind: 'countdown-ticked', atMs: millis(2500), of: 'rest', leftS: 40 };
    expect(textsOf(cuesOf([completed, ticked], debrief))).toEqual(['Rest', debrief]);
  });

  it('is cut off by the work, and not told again', () => {
    const debrief = 'All 10 were clean. '.repeat(4).trim();
    const cues = cuesOf([completed, { kind: 'rest-ended', atMs: millis(3000), nextSet: 2 }], debrief);
    expect(textsOf(cues)).toEqual(['Rest', debrief, 'Set 2, go']);
    expect(cues.at(-1)).toMatchObject({ atMs: 3000, speech: { interrupts: true } });
  });

  it('is not told any more when the rest was cut short before it could be', () => {
    const cues = cuesOf(
      [completed, { kind: 'rest-ended', atMs: millis(1100), nextSet: 2 }],
      'All 10 were clean.',
    );
    expect(textsOf(cues)).toEqual(['Rest', 'Set 2, go']);
  });

  it('is told at once at the end of the programme, since no frame follows', () => {
    const events: Event[] = [
      { kind: 'rep-counted', atMs: millis(1000), rep: aRep({ n: 1 }) },
      { ...completed, set: 2 },
      { kind: 'programme-completed', atMs: millis(1000) },
    ];
    expect(textsOf(cuesOf(events, 'All 10 were clean.', 1000))).toEqual(['1. All done. All 10 were clean.']);
  });
});
