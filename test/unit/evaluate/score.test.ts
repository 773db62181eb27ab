import { describe, expect, it } from 'vitest';
import {
  f1,
  isExact,
  precision,
  recall,
  scoreClip,
  totalScore,
  type ScoredAnalysis,
  type ScoredRep,
} from '../../../scripts/evaluate/score';
import { mirrorTruth, readTruth, type ClipTruth, type TrueRep } from '../../../scripts/evaluate/truth';

const rep = (startS: number, endS: number, given: Partial<ScoredRep> = {}): ScoredRep => ({
  side: 'left',
  startS,
  endS,
  countedAtS: endS,
  verdicts: {},
  ...given,
});
const real = (startS: number, endS: number, given: Partial<TrueRep> = {}): TrueRep => ({
  side: 'left',
  startS,
  endS,
  full: true,
  faults: [],
  grey: [],
  ...given,
});
const analysis = (reps: readonly ScoredRep[], given: Partial<ScoredAnalysis> = {}): ScoredAnalysis => ({
  reps,
  partials: [],
  holds: [],
  faults: [],
  ...given,
});
const truth = (reps: readonly TrueRep[], given: Partial<ClipTruth> = {}): ClipTruth => ({
  exercise: 'curtsy-lunge',
  reps,
  holds: [],
  faultWindows: [],
  frames: [],
  ...given,
});

describe('matching counted repetitions with true ones', () => {
  it('pairs spans that overlap by half of the shorter', () => {
    expect(scoreClip(analysis([rep(1, 2)]), truth([real(1.5, 2.5)]))).toMatchObject({
      missed: 0,
      phantom: 0,
    });
    expect(scoreClip(analysis([rep(1, 2)]), truth([real(1.51, 2.51)]))).toMatchObject({
      missed: 1,
      phantom: 1,
    });
  });

  it('uses a true repetition once: a double count is a phantom', () => {
    expect(scoreClip(analysis([rep(1, 2), rep(1, 2)]), truth([real(1, 2)]))).toMatchObject({
      phantom: 1,
      missed: 0,
    });
  });

  it('calls the other side missed, phantom and on the wrong side', () => {
    const score = scoreClip(analysis([rep(1, 2, { side: 'right' })]), truth([real(1, 2)]));
    expect(score).toMatchObject({ missed: 1, phantom: 1, wrongSide: 1 });
  });

  it('takes a counted partial for a phantom, and leaves out what is neither', () => {
    expect(scoreClip(analysis([rep(1, 2)]), truth([real(1, 2, { full: false })])).phantom).toBe(1);
    const between = truth([real(1, 2, { full: null })]);
    expect(isExact(scoreClip(analysis([rep(1, 2)]), between))).toBe(true);
    expect(isExact(scoreClip(analysis([]), between))).toBe(true);
  });

  it('measures how long after the end a repetition was counted', () => {
    const score = scoreClip(analysis([rep(1, 2, { countedAtS: 2.3 })]), truth([real(1, 2.1)]));
    expect(score.countLatencyS[0]).toBeCloseTo(0.2, 6);
  });
});

describe('faults', () => {
  const judged = (verdict: 'ok' | 'fault' | 'not-seen') =>
    analysis([rep(1, 2, { verdicts: { 'knee-collapse': { verdict } } })]);
  const collapsed = truth([real(1, 2, { faults: ['knee-collapse'] })]);

  it('counts not-seen on a faulty repetition as missed, and says so', () => {
    expect(scoreClip(judged('not-seen'), collapsed).faults['knee-collapse']).toEqual({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 1,
      trueNegatives: 0,
      notSeen: 1,
    });
  });

  it('leaves out what lies between clean and faulty', () => {
    const grey = truth([real(1, 2, { grey: ['knee-collapse'] })]);
    const k = scoreClip(judged('fault'), grey).faults['knee-collapse'];
    expect(k.falsePositives + k.truePositives).toBe(0);
  });

  it('finds the first flag of a window on its side', () => {
    const flag = (flaggedAtS: number, side: 'left' | 'right' = 'left') =>
      ({ fault: 'hip-drop', side, flaggedAtS }) as const;
    const window = { fault: 'hip-drop', side: 'left', startS: 5, endS: 6 } as const;
    const seen = (faults: ScoredAnalysis['faults']) =>
      scoreClip(analysis([], { faults }), truth([], { faultWindows: [window] }));
    expect(seen([flag(5.6), flag(5.2)]).flagLatencyS[0]).toBeCloseTo(0.2, 6);
    expect(seen([flag(5.2, 'right')]).windows['hip-drop']).toEqual({ flagged: 0, of: 1 });
    expect(seen([flag(6.6)]).flagLatencyS).toEqual([]);
  });

  it('has precision, recall and F1 of their usual meaning, and none for nothing', () => {
    const k = { truePositives: 6, falsePositives: 2, falseNegatives: 4, trueNegatives: 9, notSeen: 0 };
    expect([precision(k), recall(k), f1(k)]).toEqual([0.75, 0.6, 12 / 18]);
    const none = { ...k, truePositives: 0, falsePositives: 0, falseNegatives: 0 };
    expect([precision(none), recall(none), f1(none)]).toEqual([null, null, null]);
  });
});

describe('holds and totals', () => {
  it('scales the error of the worst hold to 30 s', () => {
    const hold = (seenS: number, trueS: number) =>
      scoreClip(
        analysis([], { holds: [{ side: 'left', inPositionS: seenS }] }),
        truth([], { holds: [{ side: 'left', startS: 0, endS: trueS, inPositionS: trueS }] }),
      );
    expect(totalScore([hold(10, 10), hold(14, 15)]).holdErrorPer30S).toBeCloseTo(2, 6);
    expect(hold(1, 1).holdSidesRight).toBe(true);
  });
});

describe('truth files', () => {
  const raw = {
    schema: 'hipline.truth/1',
    exercise: 'side-plank',
    reps: [{ side: 'right', start_s: 1, end_s: 2, faults: ['knee_collapse'] }],
    holds: [{ side: 'left', start_s: 3, end_s: 9 }],
    faultWindows: [{ fault: 'hip_drop', side: 'left', start_s: 4, end_s: 5 }],
    frames: [
      {
        t: 3.5,
        pelvisObliquityDeg: 2,
        trunkLeanDeg: -1,
        kneeFppaDeg: { left: 5, right: 6 },
        fppaValid: { left: true, right: false },
        bodyLineDeg: -10,
      },
    ],
  };

  it('are read with the signs of the core', () => {
    const read = readTruth(raw);
    expect(read.reps[0]).toMatchObject({ full: true, faults: ['knee-collapse'] });
    expect(read.holds[0]?.inPositionS).toBe(6);
    expect(read.frames[0]).toMatchObject({
      bodyLineDeg: 10,
      kneeFppaDeg: { left: 5, right: null },
      loaded: true,
    });
  });

  it('swap sides and signs in the mirror, twice over to themselves', () => {
    const read = readTruth(raw);
    const mirrored = mirrorTruth(read);
    expect(mirrored.frames[0]).toMatchObject({
      pelvisObliquityDeg: -2,
      kneeFppaDeg: { left: null, right: 5 },
    });
    expect(mirrored.faultWindows[0]?.side).toBe('right');
    expect(mirrorTruth(mirrored)).toEqual(read);
  });

  it('refuses another schema', () => {
    expect(() => readTruth({ schema: 'hipline.truth/2' })).toThrow('hipline.truth/1');
  });
});
