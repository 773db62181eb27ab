import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coach } from '../../src/ui/messages/en/coach';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import type { CoachConfig, CoachInput, Cue } from '../../src/core/coach/cue';
import { CUE_RULES, FAULT_GAP_MS, FAULT_ORDER } from '../../src/core/coach/cue-rules';
import type { FaultId } from '../../src/core/terms/ids';
import { millis } from '../../src/core/units';
import { exerciseName } from '../../src/exercises/cards';
import { anyEvent, fault, side } from '../support/coach-events';

type Event = CoachInput['events'][number];

/** Sessions are long, so fewer than usual: together they are some twenty minutes of training.
 * A failure is shrunk for half a minute at most, so that it is reported at all. */
const RUNS = { numRuns: 40, interruptAfterTimeLimit: 30_000 };

const CONFIG: CoachConfig = {
  words: coach,
  nameOf: exerciseName,
  equipmentOf: () => null,
  newViewOf: () => null,
  saySide: 'on-change',
};

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
