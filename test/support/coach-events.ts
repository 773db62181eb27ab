import fc from 'fast-check';
import type { CoachInput } from '../../src/core/coach/cue';
import { PARTIAL_REASONS, type Verdict } from '../../src/core/exercise/events';
import { NOT_SEEN_REASONS } from '../../src/core/terms/not-seen';
import { FAULT_IDS } from '../../src/core/terms/ids';
import { deg, millis, SIDES } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import { aHold, aPartial, aRep } from './set-builders';

type Event = CoachInput['events'][number];

export const side = fc.constantFrom(...SIDES);
export const fault = fc.constantFrom(...FAULT_IDS);
const reason = fc.constantFrom(...NOT_SEEN_REASONS);
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constant({ verdict: 'ok' as const, peakDeg: deg(1) }),
  fc.constant({ verdict: 'fault' as const, peakDeg: deg(9) }),
  reason.map((why) => ({ verdict: 'not-seen' as const, reason: why })),
);
const verdicts = fc.record({ 'hip-drop': verdict, 'knee-collapse': verdict }, { requiredKeys: [] });

/** Any event, without its time. */
export const anyEvent: fc.Arbitrary<(atMs: number) => Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ side, n: fc.integer({ min: 1, max: 20 }), verdicts })
      .map((rep) => (atMs: number): Event => ({ kind: 'rep-counted', atMs: millis(atMs), rep: aRep(rep) })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ fault, side: fc.option(side) })
      .map((raised) => (atMs: number): Event => ({ kind: 'fault-raised', atMs: millis(atMs), ...raised })),
  },
  fc.constantFrom(...PARTIAL_REASONS).map((why) => (atMs: number): Event => ({
    kind: 'rep-partial',
    atMs: millis(atMs),
    partial: aPartial({ why }),
  })),
  reason.map((why) => (atMs: number): Event => ({ kind: 'tracking-lost', atMs: millis(atMs), reason: why })),
  fc
    .oneof(fault, reason)
    .map((why) => (atMs: number): Event => ({ kind: 'hold-paused', atMs: millis(atMs), fault: why })),
  fc.constantFrom(...exercises.map(({ id }) => id)).map((exercise) => (atMs: number): Event => ({
    kind: 'exercise-recognised',
    atMs: millis(atMs),
    exercise,
  })),
  side.map((next) => (atMs: number): Event => ({
    kind: 'side-completed',
    atMs: millis(atMs),
    side: next === 'left' ? 'right' : 'left',
    next,
  })),
  fc.integer({ min: 1, max: 30 }).map((leftS) => (atMs: number): Event => ({
    kind: 'countdown-ticked',
    atMs: millis(atMs),
    of: 'rest',
    leftS,
  })),
  fc.constantFrom<(atMs: number) => Event>(
    (atMs) => ({ kind: 'ready', atMs: millis(atMs) }),
    (atMs) => ({ kind: 'tracking-regained', atMs: millis(atMs) }),
    (atMs) => ({ kind: 'hold-started', atMs: millis(atMs), side: 'left', startMs: millis(atMs) }),
    (atMs) => ({ kind: 'hold-resumed', atMs: millis(atMs) }),
    (atMs) => ({ kind: 'hold-ended', atMs: millis(atMs), hold: aHold() }),
    (atMs) => ({ kind: 'set-completed', atMs: millis(atMs), set: 1, sets: 3 }),
    (atMs) => ({ kind: 'rest-ended', atMs: millis(atMs), nextSet: 2 }),
  ),
);
