import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_STAGE, nextStage, type Stage, type StageEvent } from '../../../src/ui/live/stage';

const after = (...events: StageEvent[]): Stage => events.reduce(nextStage, FIRST_STAGE);
const WORKING: StageEvent[] = [
  { kind: 'start' },
  { kind: 'check' },
  { kind: 'count-down', leftS: 3 },
  { kind: 'work' },
];

describe('the stages of a session', () => {
  it('lead from the place of the laptop over set-up and countdown to work', () => {
    expect(after({ kind: 'start' })).toEqual({ kind: 'starting', share: null });
    expect(after({ kind: 'start' }, { kind: 'progress', share: 0.5 })).toEqual({
      kind: 'starting',
      share: 0.5,
    });
    expect(after(...WORKING)).toEqual({ kind: 'work' });
  });

  it('a pause that the person made is not ended by coming back to the tab: hiding it changes nothing', () => {
    const asked = after(...WORKING, { kind: 'pause', why: 'asked' });
    expect(nextStage(asked, { kind: 'pause', why: 'hidden' })).toBe(asked);
    expect(nextStage(asked, { kind: 'pause', why: 'absent' })).toBe(asked);
  });

  it('ending is asked over any pause, and goes back to where it stood', () => {
    const ending = after(...WORKING, { kind: 'rest' }, { kind: 'pause', why: 'ending' });
    expect(ending).toMatchObject({ why: 'ending', back: 'rest' });
    expect(nextStage(ending, { kind: 'resume' })).toEqual({ kind: 'rest' });
  });

  it('nobody is paused by leaving the picture in the rest', () => {
    const rest = after(...WORKING, { kind: 'rest' });
    expect(nextStage(rest, { kind: 'pause', why: 'absent' })).toBe(rest);
  });

  it('an ended session only waits to be kept', () => {
    const events: fc.Arbitrary<StageEvent> = fc.constantFrom<StageEvent>(
      ...WORKING,
      { kind: 'rest' },
      { kind: 'pause', why: 'hidden' },
      { kind: 'resume' },
      { kind: 'camera-off' },
      { kind: 'end', isTelling: false },
    );
    fc.assert(
      fc.property(fc.array(events), (later) => {
        const ended = later.reduce(nextStage, after(...WORKING, { kind: 'end', isTelling: false }));
        expect(ended).toEqual({ kind: 'ended', sessionId: null, isKept: false, isTelling: false });
        expect(nextStage(ended, { kind: 'kept', sessionId: 'x' })).toEqual({
          kind: 'ended',
          sessionId: 'x',
          isKept: true,
          isTelling: false,
        });
      }),
    );
  });

  it('an end that is being told is told once, and kept meanwhile', () => {
    const telling = after(...WORKING, { kind: 'end', isTelling: true });
    const kept = nextStage(telling, { kind: 'kept', sessionId: 'x' });
    expect(kept).toMatchObject({ isTelling: true, isKept: true });
    const told = nextStage(kept, { kind: 'told' });
    expect(told).toMatchObject({ isTelling: false, isKept: true, sessionId: 'x' });
    expect(nextStage(told, { kind: 'told' })).toBe(told);
  });
});
