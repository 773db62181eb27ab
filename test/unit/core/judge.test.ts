import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/core/exercise/attempt';
import type { Check } from '../../../src/core/exercise/checks';
import type { ExerciseEvent, Rep } from '../../../src/core/exercise/events';
import type { ReadingModel } from '../../../src/core/exercise/reading-model';
import { hipDropCheck, kneeCollapseCheck, trunkLeanCheck } from '../../../src/core/exercise/standard-checks';
import { createJudge, type Judge } from '../../../src/core/judge/judge';
import type { KinematicFrame } from '../../../src/core/kinematics/kinematic-frame';
import { emptySet, reduceSet } from '../../../src/core/session/reduce-set';
import { deg, millis, otherSide, SIDES, type PerSide, type Side } from '../../../src/core/units';
import { aKinematicFrame } from '../../support/kinematic-frame-builder';
import { aStance } from '../../support/stance-builder';

const FRAME_MS = 66;
const REP_MS = 2000;

/** A weak reading with large offsets between people, as of a lifted leg's hip. */
const READING: ReadingModel = {
  gain: 0.6,
  offset: 1,
  offsetSd: 2.2,
  noiseSd: 1.2,
  faultShare: 0.25,
  clean: { mean: 1, sd: 1.3 },
  fault: { mean: 9.5, sd: 2.5 },
  source: 'test',
};

/** The pelvis while one knee is lifted: judged on the leg that stands. */
const CHECKS: readonly Check[] = [
  hipDropCheck({
    sides: (lifted) => [otherSide(lifted)],
    applies: () => true,
    readings: { geometry: null, 'movement-model': READING },
  }),
  trunkLeanCheck(),
];

interface Options {
  readonly judge: Judge;
  readonly source?: KinematicFrame['source'];
  readonly leanDeg?: number;
  /** How far each knee is inward. */
  readonly kneesDeg?: PerSide<number>;
}

/** A repetition in which the pelvis is read at `dropDeg` toward the drop; returns the events it gave. */
function march(n: number, lifted: Side, dropDeg: number, options: Options): readonly ExerciseEvent[] {
  const { judge, source = 'movement-model', leanDeg = 0, kneesDeg = { left: 0, right: 0 } } = options;
  const startMs = n * 3000;
  const frames: KinematicFrame[] = [];
  const events: ExerciseEvent[] = [];
  const attemptAt = (endMs: number): Attempt => ({
    side: lifted,
    startMs: millis(startMs),
    peakMs: millis(startMs + REP_MS / 2),
    peak: 80,
    endMs: millis(endMs),
    frames,
    restedMs: millis(500),
  });
  for (let t = startMs; t <= startMs + REP_MS; t += FRAME_MS) {
    const frame = aKinematicFrame({
      timestampMs: millis(t),
      source,
      stance: aStance(),
      yawDeg: deg(0),
      // Standing on the left, the right side drops: negative, since + is right side higher.
      pelvisObliquity: { deg: deg(lifted === 'right' ? -dropDeg : dropDeg), sd: deg(1.5) },
      trunkLean: { deg: deg(leanDeg), sd: deg(1) },
      kneeFppa: {
        left: { deg: deg(kneesDeg.left), sd: deg(2) },
        right: { deg: deg(kneesDeg.right), sd: deg(2) },
      },
    });
    frames.push(frame);
    judge.see(frame);
    events.push(...judge.watch(frame, attemptAt(t)));
  }
  const endMs = millis(startMs + REP_MS);
  return [
    ...events,
    ...judge.settle({ attempt: attemptAt(endMs), outcome: { kind: 'counted' }, endMs }, n, endMs),
  ];
}

const repOf = (events: readonly ExerciseEvent[]): Rep | undefined =>
  events.find((event) => event.kind === 'rep-counted')?.rep;
const verdictOf = (events: readonly ExerciseEvent[]) => repOf(events)?.verdicts['hip-drop']?.verdict;
const raisedIn = (events: readonly ExerciseEvent[]) => events.filter(({ kind }) => kind === 'fault-raised');

describe('the judge of a set', () => {
  it('takes what is the same in every repetition for the person, and what stands out for a drop', () => {
    const judge = createJudge(CHECKS);
    const level = [1, 2, 3, 4].map((n) => march(n, 'left', 3, { judge }));
    const dropped = march(5, 'left', 8, { judge });
    expect(level.map(verdictOf)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(verdictOf(dropped)).toBe('fault');
  });

  it('states how far 68 % and 95 % of truths reach as they were measured, and judges as before', () => {
    const readings = { ...READING, reach: { within68: 0.5, within95: 3, source: 'test' } };
    const checks = [
      hipDropCheck({
        sides: (lifted) => [otherSide(lifted)],
        applies: () => true,
        readings: { geometry: null, 'movement-model': readings },
      }),
    ];
    const judged = (of: readonly Check[]) => repOf(march(1, 'left', 8, { judge: createJudge(of) }));
    const [plain, wide] = [judged(CHECKS), judged(checks)].map((rep) => rep?.verdicts['hip-drop']);
    if (plain?.verdict !== 'fault' || wide?.verdict !== 'fault') throw new Error('not flagged');
    expect(wide.peakDeg).toBe(plain.peakDeg);
    // Each is rounded to a tenth of a degree.
    expect(wide.sdDeg).toBeCloseTo(0.5 * (plain.sdDeg ?? NaN), 0);
    expect(wide.within95Deg).toBeCloseTo(3 * (plain.sdDeg ?? NaN), 0);
    expect(plain).not.toHaveProperty('within95Deg');
    expect(judged(checks)?.judged?.[0]?.lineDeg).toBe(judged(CHECKS)?.judged?.[0]?.lineDeg);
  });

  it('knows the two sides apart: an offset of one says nothing about the other', () => {
    const judge = createJudge(CHECKS);
    for (const n of [1, 3, 5]) march(n, 'left', 4.5, { judge });
    for (const n of [2, 4, 6]) march(n, 'right', 0.5, { judge });
    expect(verdictOf(march(7, 'right', 5.5, { judge }))).toBe('fault');
    expect(verdictOf(march(8, 'left', 5, { judge }))).not.toBe('fault');
  });

  it('says a sure fault before the repetition has ended, once, on the leg that stands', () => {
    const judge = createJudge(CHECKS);
    for (const n of [1, 2, 3]) march(n, 'left', 1, { judge });
    const events = march(4, 'left', 8, { judge });
    expect(raisedIn(events)).toEqual([
      expect.objectContaining({ fault: 'hip-drop', side: 'right', kind: 'fault-raised' }),
    ]);
    const raisedAt = events.findIndex(({ kind }) => kind === 'fault-raised');
    expect(raisedAt).toBeLessThan(events.findIndex(({ kind }) => kind === 'rep-counted'));
    expect(events.filter(({ kind }) => kind === 'fault-ended')).toHaveLength(1);
    expect(repOf(events)?.verdicts['hip-drop']).toMatchObject({ verdict: 'fault', side: 'right' });
  });

  it('judges the first repetition again when later ones tell more', () => {
    const judge = createJudge(CHECKS);
    const first = march(1, 'left', 5, { judge });
    const later = [2, 3, 4, 5].flatMap((n) => march(n, 'left', 0, { judge }));
    const state = [...first, ...later].reduce(reduceSet, emptySet('kettlebell-march'));
    expect(verdictOf(first)).toBe('not-seen');
    expect(state.reps.map(({ verdicts }) => verdicts['hip-drop']?.verdict)).toEqual([
      'fault',
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
  });

  it('says not-seen where a check cannot read what was seen', () => {
    const judge = createJudge(CHECKS);
    const events = march(1, 'left', 9, { judge, source: 'geometry' });
    expect(verdictOf(events)).toBe('not-seen');
    expect(raisedIn(events)).toEqual([]);
    expect(repOf(events)?.judged?.map(({ fault }) => fault)).toEqual(['trunk-lean', 'trunk-lean']);
  });

  it('shows one number everywhere: the verdict is the largest value of the judged curve', () => {
    const judge = createJudge(CHECKS);
    for (const n of [1, 2, 3]) march(n, 'left', 1, { judge });
    const events = march(4, 'left', 8, { judge });
    const rep = repOf(events);
    const verdict = rep?.verdicts['hip-drop'];
    const signal = rep?.judged?.find(({ fault }) => fault === 'hip-drop');
    const span = events.find((event) => event.kind === 'fault-ended')?.span;
    const largest = Math.max(...(signal?.samples ?? []).map((sample) => sample.deg));
    const peakDeg = verdict?.verdict === 'fault' ? verdict.peakDeg : null;
    // Verdicts are rounded to a tenth of a degree, samples are not.
    expect(Math.abs(largest - (peakDeg ?? NaN))).toBeLessThanOrEqual(0.05);
    expect(span).toMatchObject({ peakDeg, side: 'right' });
    expect(peakDeg).toBeGreaterThan(signal?.lineDeg ?? Infinity);
  });

  it('judges a measure that is the truth by its own deviation, on the side of the lean', () => {
    const judge = createJudge(CHECKS);
    const events = march(1, 'left', 0, { judge, leanDeg: -12 });
    expect(repOf(events)?.verdicts['trunk-lean']).toMatchObject({
      verdict: 'fault',
      side: 'left',
      peakDeg: 12,
    });
  });

  it('does not read a body that bends further than bodies do', () => {
    const events = march(1, 'left', 0, { judge: createJudge(CHECKS), leanDeg: -827 });
    expect(repOf(events)?.verdicts['trunk-lean']?.verdict).toBe('not-seen');
    expect(raisedIn(events)).toEqual([]);
  });

  it('flags from where the curve crosses its line, and not below', () => {
    for (let read = -2; read <= 12; read += 0.5) {
      const judge = createJudge(CHECKS);
      for (const n of [1, 2, 3]) march(n, 'left', 1, { judge });
      const rep = repOf(march(4, 'left', read, { judge }));
      const signal = rep?.judged?.find(({ fault }) => fault === 'hip-drop');
      const isBeyond = signal?.samples.some(({ deg: value }) => value >= signal.lineDeg) ?? false;
      expect(rep?.verdicts['hip-drop']?.verdict === 'fault', `read at ${read}`).toBe(isBeyond);
    }
  });

  describe('of two loaded knees', () => {
    const bothKnees = (sureFault: number): readonly Check[] => [
      kneeCollapseCheck({
        sides: () => SIDES,
        applies: () => true,
        readings: { geometry: null, 'movement-model': { ...READING, sureFault } },
      }),
    ];
    const settled = (kneesDeg: PerSide<number>, sureFault = 0.5) => {
      const judge = createJudge(bothKnees(sureFault));
      for (const n of [1, 2, 3]) march(n, 'left', 0, { judge, kneesDeg: { left: 1, right: 1 } });
      return march(4, 'left', 0, { judge, kneesDeg });
    };
    const legsOf = (events: readonly ExerciseEvent[]) =>
      (repOf(events)?.legs?.['knee-collapse'] ?? []).map(({ side, verdict }) => [side, verdict]);

    it('finds both at fault, each with its own number and its own span', () => {
      const events = settled({ left: 8, right: 10 });
      expect(legsOf(events)).toEqual([
        ['left', 'fault'],
        ['right', 'fault'],
      ]);
      const spans = events.flatMap((event) => (event.kind === 'fault-ended' ? [event.span] : []));
      const numbers = repOf(events)?.legs?.['knee-collapse']?.map((leg) => 'peakDeg' in leg && leg.peakDeg);
      expect(spans.map(({ side }) => side)).toEqual(SIDES);
      expect(spans.map(({ peakDeg }) => peakDeg)).toEqual(numbers);
      expect(new Set(numbers).size).toBe(2);
      expect(raisedIn(events)).toHaveLength(2);
    });

    it('does not call a second one fine that it is unsure of', () => {
      // Asks for near certainty, so that a reading between fine and faulty stays open.
      const events = settled({ left: 5, right: 12 }, 0.98);
      expect(legsOf(events)).toEqual([
        ['left', 'not-seen'],
        ['right', 'fault'],
      ]);
      expect(repOf(events)?.verdicts['knee-collapse']).toMatchObject({ verdict: 'fault', side: 'right' });
    });
  });

  it('forgets what was raised in a movement that turned out to be another', () => {
    const judge = createJudge(CHECKS);
    const running: Attempt = {
      side: 'left',
      startMs: millis(0),
      peakMs: millis(0),
      peak: 80,
      endMs: millis(0),
      frames: [],
      restedMs: millis(0),
    };
    for (let t = 0; t <= REP_MS; t += FRAME_MS) {
      const frame = aKinematicFrame({
        timestampMs: millis(t),
        stance: aStance(),
        yawDeg: deg(0),
        trunkLean: { deg: deg(15), sd: deg(1) },
      });
      judge.see(frame);
      judge.watch(frame, running);
    }
    expect(judge.live()).toHaveLength(1);
    judge.discard();
    expect(judge.live()).toEqual([]);
  });
});
