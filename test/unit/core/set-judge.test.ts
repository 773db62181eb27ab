import { describe, expect, it } from 'vitest';
import type { ExerciseEvent, Rep } from '../../../src/core/exercise/events';
import type { ExerciseId } from '../../../src/core/terms/ids';
import type { KinematicFrame } from '../../../src/core/kinematics/kinematic-frame';
import { reduceSet, emptySet } from '../../../src/core/session/reduce-set';
import { createSetJudge, type SetJudge } from '../../../src/core/session/set-judge';
import { deg, millis, otherSide, type Side } from '../../../src/core/units';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { aStance } from '../../support/stance-builder';

const FRAME_MS = 66;
const REP_MS = 2000;
const EXERCISE: ExerciseId = 'kettlebell-march';

/** Obliquity that reads as this many degrees of drop while the given leg is loaded. */
const obliquityOf = (dropDeg: number, loaded: Side) => ({
  deg: deg(loaded === 'left' ? -dropDeg : dropDeg),
  sd: deg(1.5),
});

interface Options {
  readonly judge: SetJudge;
  readonly source?: KinematicFrame['source'];
}

/** A march repetition in which the pelvis is read at `dropDeg` toward the drop; returns the events it gave. */
function march(n: number, side: Side, dropDeg: number, { judge, source = 'movement-model' }: Options) {
  const startMs = n * 3000;
  const endMs = startMs + REP_MS;
  const events: ExerciseEvent[] = [
    ...judge.judge({ kind: 'rep-started', atMs: millis(startMs), side }, EXERCISE),
  ];
  for (let t = startMs; t <= endMs; t += FRAME_MS) {
    const frame = aKinematicFrame({
      timestampMs: millis(t),
      source,
      stance: aStance(),
      yawDeg: deg(0),
      pelvisObliquity: obliquityOf(dropDeg, otherSide(side)),
    });
    events.push(...judge.observe(frame, EXERCISE));
  }
  const rep: Rep = {
    n,
    side,
    startMs: millis(startMs),
    peakMs: millis(startMs + REP_MS / 2),
    endMs: millis(endMs),
    countedAtMs: millis(endMs),
    verdicts: { 'hip-drop': { verdict: 'not-seen', reason: 'too-uncertain' } },
  };
  events.push(...judge.judge({ kind: 'rep-counted', atMs: millis(endMs), rep }, EXERCISE));
  return events;
}

const verdictOf = (events: readonly ExerciseEvent[]) => {
  const counted = events.find((event) => event.kind === 'rep-counted');
  return counted?.rep.verdicts['hip-drop']?.verdict;
};

const raisedIn = (events: readonly ExerciseEvent[]) => events.filter(({ kind }) => kind === 'fault-raised');

describe('the judge of a set', () => {
  it('takes what is the same in every repetition for the person, and what stands out for a drop', () => {
    const judge = createSetJudge();
    const level = [1, 2, 3, 4].map((n) => march(n, 'left', 3, { judge }));
    const dropped = march(5, 'left', 8, { judge });
    expect(level.map(verdictOf)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(verdictOf(dropped)).toBe('fault');
  });

  it('knows the two sides apart: an offset of one says nothing about the other', () => {
    const judge = createSetJudge();
    for (const n of [1, 3, 5]) march(n, 'left', 4.5, { judge });
    for (const n of [2, 4, 6]) march(n, 'right', 0.5, { judge });
    expect(verdictOf(march(7, 'right', 5, { judge }))).toBe('fault');
    expect(verdictOf(march(8, 'left', 5, { judge }))).not.toBe('fault');
  });

  it('says a sure fault before the repetition has ended, once, on the loaded leg', () => {
    const judge = createSetJudge();
    for (const n of [1, 2, 3]) march(n, 'left', 1, { judge });
    const events = march(4, 'left', 8, { judge });
    expect(raisedIn(events)).toEqual([
      expect.objectContaining({ fault: 'hip-drop', side: 'right', kind: 'fault-raised' }),
    ]);
    const raisedAt = events.findIndex(({ kind }) => kind === 'fault-raised');
    expect(raisedAt).toBeLessThan(events.findIndex(({ kind }) => kind === 'rep-counted'));
    expect(events.filter(({ kind }) => kind === 'fault-ended')).toHaveLength(1);
  });

  it('judges the first repetition again when later ones tell more', () => {
    const judge = createSetJudge();
    const first = march(1, 'left', 5, { judge });
    const later = [2, 3, 4, 5].flatMap((n) => march(n, 'left', 0.5, { judge }));
    const events = [...first, ...later];
    const state = events.reduce(reduceSet, emptySet(EXERCISE));
    expect(state.reps).toHaveLength(5);
    expect(state.reps.map(({ verdicts }) => verdicts['hip-drop']?.verdict)).toEqual([
      'fault',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
    const revised = events.filter((event) => event.kind === 'rep-revised');
    expect(verdictOf(first)).toBe('not-seen');
    expect(revised.map(({ rep }) => rep.n)).toEqual([1]);
  });

  it('leaves the verdict as it is where the model read nothing', () => {
    const judge = createSetJudge();
    const events = march(1, 'left', 9, { judge, source: 'geometry' });
    expect(verdictOf(events)).toBe('not-seen');
    expect(raisedIn(events)).toEqual([]);
  });

  it('keeps back the frame-by-frame flags of the faults it speaks for, and no others', () => {
    const judge = createSetJudge();
    march(1, 'left', 1, { judge });
    const flag = (fault: 'hip-drop' | 'trunk-lean') =>
      judge.judge({ kind: 'fault-raised', atMs: millis(9000), fault, side: 'left' }, EXERCISE);
    expect(flag('hip-drop')).toEqual([]);
    expect(flag('trunk-lean')).toHaveLength(1);
  });
});
