import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCoach, stepCoach } from '../../src/core/coach/coach';
import type { CoachInput, Cue } from '../../src/core/coach/cue';
import { CUE_RULES, OF_SET } from '../../src/core/coach/cue-rules';
import { millis } from '../../src/core/units';
import { anyEvent } from '../support/coach-events';
import { CONFIG } from '../support/coach-run';

type Event = CoachInput['events'][number];

const RUNS = { numRuns: 60, interruptAfterTimeLimit: 30_000 };

/** Whatever may happen, in any order, most of it in the sets; every set ends some time, and every rest. */
const session = fc.array(
  fc.record({
    gapMs: fc.integer({ min: 20, max: 150 }),
    events: fc.oneof(
      { weight: 4, arbitrary: fc.constant<((atMs: number) => Event)[]>([]) },
      fc.array(anyEvent, { maxLength: 3 }),
    ),
  }),
  { minLength: 1, maxLength: 400, size: 'max' },
);
type Session = typeof session extends fc.Arbitrary<infer T> ? T : never;

const ENDS: readonly string[] = ['set-completed'];
const BEGINS: readonly string[] = ['rest-ended'];
/** Of the programme: it goes on in the rest, where nothing of the exercise is seen. */
const OF_PROGRAMME: readonly string[] = [...ENDS, ...BEGINS, 'countdown-ticked'];

/** With these nobody is lost any more, or it is of no importance. */
const SEEN_AGAIN: readonly string[] = ['tracking-regained', 'hold-resumed', 'set-completed'];

interface Step {
  readonly atMs: number;
  readonly isRest: boolean;
  readonly events: readonly Event[];
  readonly cues: readonly Cue[];
}

/** The coach through a session, in whose rests no exercise is watched. */
function run(frames: Session): readonly Step[] {
  let state = startCoach();
  let atMs = 0;
  let isRest = false;
  return frames.map(({ gapMs, events: makers }) => {
    atMs += gapMs;
    const events: Event[] = [];
    for (const event of makers.map((make) => make(atMs))) {
      if (isRest && !OF_PROGRAMME.includes(event.kind)) continue;
      events.push(event);
      if (ENDS.includes(event.kind)) isRest = true;
      if (BEGINS.includes(event.kind)) isRest = false;
    }
    const input = { atMs: millis(atMs), exercise: null, events, live: null, debrief: 'All were clean.' };
    const step = stepCoach(state, input, CONFIG);
    state = step.state;
    return { atMs, isRest, events, cues: step.cues };
  });
}

const saidOf = (cues: readonly Cue[]): readonly Cue[] => cues.filter(({ speech }) => speech !== null);

describe('no sentence is begun after it has become false, in whatever order things happen', () => {
  it('nothing of the set in the rest, nothing of the rest in the set', () => {
    fc.assert(
      fc.property(session, (frames) => {
        for (const { isRest, cues } of run(frames)) {
          const kinds = saidOf(cues).map(({ kind }) => kind);
          if (isRest) expect(kinds.filter((kind) => OF_SET.includes(kind))).toEqual([]);
          else expect(kinds).not.toContain('debrief');
        }
      }),
      RUNS,
    );
  });

  it('not that somebody is lost who is seen again, nor the other way round', () => {
    fc.assert(
      fc.property(session, (frames) => {
        let isLost = false;
        for (const { events, cues } of run(frames)) {
          for (const event of events) isLost = lostAfter(event, isLost);
          for (const { key } of saidOf(cues)) {
            if (key === 'lost') expect(isLost).toBe(true);
            if (key === 'regained') expect(isLost).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it('no count but the newest, and no fault that was not raised within its time', () => {
    fc.assert(
      fc.property(session, (frames) => {
        const last = new Map<string, number>();
        for (const { atMs, events, cues } of run(frames)) {
          for (const event of events) {
            if (event.kind === 'rep-counted') last.set('count', atMs);
            if (event.kind === 'fault-raised') last.set(`fault:${event.fault}:${event.side ?? 'both'}`, atMs);
          }
          for (const { kind, key } of saidOf(cues)) {
            if (kind !== 'count' && kind !== 'fault') continue;
            expect(atMs - (last.get(key) ?? -Infinity)).toBeLessThanOrEqual(CUE_RULES[kind].keepMs);
          }
        }
      }),
      RUNS,
    );
  });
});

const isNotSeen = (event: Event): boolean => event.kind === 'hold-paused' && event.fault in CONFIG.words.lost;

/** Whether the person is held for lost after this event. */
function lostAfter(event: Event, before: boolean): boolean {
  if (event.kind === 'tracking-lost' || isNotSeen(event)) return true;
  return SEEN_AGAIN.includes(event.kind) ? false : before;
}
