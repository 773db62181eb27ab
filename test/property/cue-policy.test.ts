import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coach } from '../../src/ui/messages/en/coach';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import type { CoachConfig, CoachInput, Cue } from '../../src/core/coach/cue';
import { CUE_RULES, FAULT_GAP_MS, FAULT_ORDER } from '../../src/core/coach/cue-rules';
import { PARTIAL_REASONS, type Verdict } from '../../src/core/exercise/events';
import { NOT_SEEN_REASONS } from '../../src/core/terms/not-seen';
import { FAULT_IDS, type FaultId } from '../../src/core/terms/ids';
import { deg, millis, SIDES } from '../../src/core/units';
import { exerciseName } from '../../src/exercises/cards';
import { exercises } from '../../src/exercises/registry';
import { aHold, aPartial, aRep } from '../support/set-builders';

type Event = CoachInput['events'][number];

/** Sessions are long, so fewer than usual: together they are some twenty minutes of training.
 * A failure is shrunk for half a minute at most, so that it is reported at all. */
const RUNS = { numRuns: 40, interruptAfterTimeLimit: 30_000 };

const CONFIG: CoachConfig = {
  words: coach,
  nameOf: exerciseName,
  equipmentOf: () => null,
  saySide: 'on-change',
};

const side = fc.constantFrom(...SIDES);
const fault = fc.constantFrom(...FAULT_IDS);
const reason = fc.constantFrom(...NOT_SEEN_REASONS);
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constant({ verdict: 'ok' as const, peakDeg: deg(1) }),
  fc.constant({ verdict: 'fault' as const, peakDeg: deg(9) }),
  reason.map((why) => ({ verdict: 'not-seen' as const, reason: why })),
);
const verdicts = fc.record({ 'hip-drop': verdict, 'knee-collapse': verdict }, { requiredKeys: [] });

/** Any event, without its time. */
const anyEvent: fc.Arbitrary<(atMs: number) => Event> = fc.oneof(
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

/** Frames 20 to 150 ms apart, each with up to three events and possibly a lasting fault. */
const session = fc.array(
  fc.record({
    gapMs: fc.integer({ min: 20, max: 150 }),
    events: fc.oneof(
      { weight: 5, arbitrary: fc.constant<((atMs: number) => Event)[]>([]) },
      fc.array(anyEvent, { maxLength: 3 }),
    ),
    lasting: fc.option(fc.record({ fault, side: fc.option(side), deg: fc.constant(null) })),
  }),
  // Half a minute: longer than the longest cool-down. The default size would make sessions of a second.
  { minLength: 1, maxLength: 400, size: 'max' },
);
type Session = typeof session extends fc.Arbitrary<infer T> ? T : never;

function run(frames: Session): {
  readonly steps: readonly { events: readonly Event[]; cues: readonly Cue[] }[];
} {
  let state = startCoach();
  let time = 0;
  const steps = frames.map(({ gapMs, events: build, lasting }) => {
    time += gapMs;
    const atMs = millis(time);
    const events = build.map((make) => make(time));
    const live: CoachInput['live'] = {
      phase: 'moving',
      side: null,
      progress: 0,
      holdMs: millis(0),
      faults: lasting === null ? [] : [lasting],
    };
    const step = stepCoach(state, { atMs, exercise: null, events, live }, CONFIG);
    state = step.state;
    return { events, cues: step.cues };
  });
  return { steps };
}

const utterances = (frames: Session) =>
  run(frames).steps.flatMap(({ cues }) =>
    cues.flatMap(({ kind, key, atMs, speech }) => (speech === null ? [] : [{ kind, key, atMs, ...speech }])),
  );

describe('cue policy, whatever happens', () => {
  it('never says two things at once, and cuts nothing but praise', () => {
    fc.assert(
      fc.property(session, (frames) => {
        const said = utterances(frames);
        said.forEach((next, index) => {
          const before = said[index - 1];
          if (before === undefined || before.atMs + before.estimateMs <= next.atMs) {
            expect(next.interrupts).toBe(false);
          } else {
            expect(next.interrupts).toBe(true);
            expect(before.kind).toBe('praise');
          }
        });
      }),
      RUNS,
    );
  });

  it('never says the same fault twice within its cool-down, nor two faults within the gap unless worse', () => {
    const severity = ({ key }: { readonly key: string }): number =>
      FAULT_ORDER.indexOf(key.split(':')[1] as FaultId);
    fc.assert(
      fc.property(session, (frames) => {
        const said = utterances(frames).filter(({ kind }) => kind === 'fault');
        const last = new Map<string, number>();
        said.forEach((cue, index) => {
          const sinceSameMs = cue.atMs - (last.get(cue.key) ?? -Infinity);
          expect(sinceSameMs).toBeGreaterThanOrEqual(CUE_RULES.fault.coolDownMs);
          last.set(cue.key, cue.atMs);
          const previous = said[index - 1];
          if (previous !== undefined && severity(cue) >= severity(previous)) {
            expect(cue.atMs - previous.atMs).toBeGreaterThanOrEqual(FAULT_GAP_MS);
          }
        });
      }),
      RUNS,
    );
  });

  it('sounds every counted repetition on its own frame', () => {
    fc.assert(
      fc.property(session, (frames) => {
        for (const { events, cues } of run(frames).steps) {
          const counted = events.filter(({ kind }) => kind === 'rep-counted').length;
          expect(cues.filter(({ tone }) => tone === 'count')).toHaveLength(counted);
        }
      }),
      RUNS,
    );
  });

  it('gives no empty cue, and at most one utterance per frame', () => {
    fc.assert(
      fc.property(session, (frames) => {
        for (const { cues } of run(frames).steps) {
          expect(cues.filter(({ speech }) => speech !== null).length).toBeLessThanOrEqual(1);
          for (const cue of cues) expect(cue.tone !== null || cue.speech !== null).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('gives the same cues for the same session', () => {
    fc.assert(
      fc.property(session, (frames) => {
        expect(run(frames)).toEqual(run(frames));
      }),
      RUNS,
    );
  });
});
