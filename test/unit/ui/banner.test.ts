import { describe, expect, it } from 'vitest';
import type { Cue } from '../../../src/core/coach/cue';
import type { ExerciseEvent } from '../../../src/core/exercise/events';
import { deg, millis } from '../../../src/core/units';
import { NO_BANNER, stepBanner, type BannerInput } from '../../../src/ui/model/banner';

const input = (atMs: number, given: Partial<BannerInput> = {}): BannerInput => ({
  atMs: millis(atMs),
  events: [],
  live: null,
  cues: [],
  definition: null,
  ...given,
});

const raised = (atMs: number): ExerciseEvent => ({
  kind: 'fault-raised',
  atMs: millis(atMs),
  fault: 'hip-drop',
  side: 'left',
});
const cue = (banner: string): Cue => ({
  kind: 'switch',
  key: 'switch',
  atMs: millis(0),
  tone: null,
  speech: null,
  banner,
});
const dropping: BannerInput['live'] = {
  phase: 'moving',
  side: 'left',
  progress: 0.5,
  holdMs: millis(0),
  faults: [{ fault: 'hip-drop', side: 'left', deg: deg(9) }],
};

describe('the banner', () => {
  it('shows a fault at once, whether or not it is also said', () => {
    expect(stepBanner(NO_BANNER, input(0, { events: [raised(0)] })).view).toMatchObject({
      kind: 'fault',
      short: 'Hips level',
    });
  });

  it('stays while the fault lasts, and long enough to be read after it', () => {
    let state = stepBanner(NO_BANNER, input(0, { events: [raised(0)] }));
    state = stepBanner(state, input(6000, { live: dropping }));
    expect(state.view?.kind).toBe('fault');
    expect(stepBanner(state, input(7000)).view?.kind).toBe('fault');
    expect(stepBanner(state, input(10_000)).view).toBeNull();
  });

  it('lets no note cover a fault', () => {
    const state = stepBanner(NO_BANNER, input(0, { events: [raised(0)] }));
    expect(stepBanner(state, input(500, { cues: [cue('Other side now')] })).view?.kind).toBe('fault');
  });

  it('shows what the coach says, and lets a fault cover it', () => {
    const note = stepBanner(NO_BANNER, input(0, { cues: [cue('Other side now')] }));
    expect(note.view).toMatchObject({ kind: 'note', short: 'Other side now' });
    expect(stepBanner(note, input(100, { events: [raised(100)] })).view?.kind).toBe('fault');
  });

  it('says what to do when tracking is lost', () => {
    const lost: ExerciseEvent = { kind: 'tracking-lost', atMs: millis(0), reason: 'out-of-picture' };
    expect(stepBanner(NO_BANNER, input(0, { events: [lost] })).view?.short).toBe(
      'Step back until your feet show',
    );
  });
});
