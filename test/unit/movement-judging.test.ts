import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/movement/random';
import { fitReadings } from '../../models/movement/fit-readings';
import { SUSTAINED_MS, sustainedPeak, type TimedEstimate } from '../../src/core/judge/sustained-peak';
import { readSet, type RepJudgement, type RepReading } from '../../src/core/judge/set-context';
import { SURE_FAULT, SURE_FINE } from '../../src/core/judge/verdict';
import type { ReadingModel } from '../../src/core/exercise/reading-model';
import { deg, millis, type Side } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';

const frames = (fps: number, values: readonly number[], sd = 1): TimedEstimate[] =>
  values.map((value, i) => ({
    timestampMs: millis((i * 1000) / fps),
    estimate: { deg: deg(value), sd: deg(sd) },
  }));

describe('the sustained peak', () => {
  it('is the highest mean over the window', () => {
    const plateau = [0, 0, 0, 8, 8, 8, 8, 0, 0, 0];
    expect(sustainedPeak(frames(15, plateau))!.deg).toBeCloseTo(8, 6);
  });

  it('is hardly moved by one noisy frame', () => {
    const spike = Array.from({ length: 30 }, (_, i) => (i === 15 ? 12 : 1));
    // Five frames of a window at 20 a second share the spike's 11 degrees.
    expect(sustainedPeak(frames(20, spike))!.deg).toBeLessThan(4);
  });

  it('does not depend on the frame rate', () => {
    const bump = (fps: number) =>
      frames(
        fps,
        Array.from({ length: fps * 2 }, (_, i) => 10 * Math.exp(-(((i / fps - 1) / 0.4) ** 2))),
      );
    // Degrees: at ten frames a second the window holds three frames, whose mean lies a little higher than the bump's.
    expect(Math.abs(sustainedPeak(bump(10))!.deg - sustainedPeak(bump(30))!.deg)).toBeLessThan(0.4);
  });

  it('is found at the frame rates of slow cameras too', () => {
    const plateau = (fps: number) =>
      frames(
        fps,
        Array.from({ length: fps * 2 }, (_, i) => (Math.abs(i / fps - 1) <= 0.5 ? 8 : 0)),
      );
    for (const fps of [3, 4, 5, 7, 8, 10, 15, 30]) expect(sustainedPeak(plateau(fps))!.deg).toBeCloseTo(8, 6);
  });

  it('is null without frames, and what there is when there is less than a window', () => {
    expect(sustainedPeak([])).toBeNull();
    expect(sustainedPeak(frames(15, [3]))).toEqual({ deg: 3, sd: 1 });
    expect(SUSTAINED_MS).toBeLessThan(400);
  });
});

const MODEL: ReadingModel = {
  gain: 0.5,
  offset: 1,
  offsetSd: 2,
  noiseSd: 0.9,
  faultShare: 0.25,
  clean: { mean: 1, sd: 1.3 },
  fault: { mean: 9.5, sd: 2.5 },
  source: 'test',
};
/** Half way between clean and faulty. */
const LINE = deg(5.5);

const judgeReadings = (readings: readonly RepReading[], model: ReadingModel): readonly RepJudgement[] => {
  const inContext = readSet(readings, model, LINE);
  return readings.map(inContext);
};
const reading = (side: Side, peakDeg: number): RepReading => ({ side, peakDeg });

describe('judging a repetition in the light of its set', () => {
  it('finds the one that differs from the others of its side, whatever their common offset', () => {
    for (const offset of [-1.5, 0, 3]) {
      const peaks = [1.5, 1.3, 6, 1.6, 1.4].map((peak) => reading('left', peak + offset));
      const faults = judgeReadings(peaks, MODEL).map(({ fault }) => fault);
      expect(faults.map((p) => p >= SURE_FAULT)).toEqual([false, false, true, false, false]);
    }
  });

  it('is unsure of a single reading between the two, surer with company', () => {
    const alone = judgeReadings([reading('left', 4.5)], MODEL)[0]!.fault;
    const among = judgeReadings(
      [1, 1.2, 4.5, 0.9].map((peak) => reading('left', peak)),
      MODEL,
    )[2]!.fault;
    expect(alone).toBeGreaterThan(SURE_FINE);
    expect(among).toBeGreaterThan(alone);
    expect(among).toBeGreaterThan(0.8);
  });

  it('takes the offset out of the peak it reports', () => {
    const judged = judgeReadings(
      [4, 4.2, 8.2, 3.9].map((peak) => reading('right', peak)),
      MODEL,
    );
    // Degrees: the truths behind these readings are 1 and about 9.4; the deviation says how well that is known.
    expect(Math.abs(judged[0]!.peak.deg - 1)).toBeLessThan(1.5);
    expect(Math.abs(judged[2]!.peak.deg - 9.4)).toBeLessThan(2);
    expect(judged[2]!.peak.sd).toBeLessThan(3);
  });

  it('keeps the sides apart, and swaps with them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: -4, max: 16, noNaN: true })), { maxLength: 20 }),
        (set) => {
          const plain = judgeReadings(
            set.map(([left, peak]) => reading(left ? 'left' : 'right', peak)),
            MODEL,
          );
          const mirrored = judgeReadings(
            set.map(([left, peak]) => reading(left ? 'right' : 'left', peak)),
            MODEL,
          );
          expect(mirrored).toEqual(plain);
          for (const { fault, peak } of plain) {
            expect(fault).toBeGreaterThanOrEqual(0);
            expect(fault).toBeLessThanOrEqual(1);
            expect(Number.isFinite(peak.deg) && Number.isFinite(peak.sd)).toBe(true);
          }
        },
      ),
    );
  });

  it('takes one that stands out for more of somebody who does everything alike, on the other leg, too', () => {
    const even = { ...MODEL, clean: { mean: 1, sd: 2.3, evenness: { share: 0.3, sd: 0.5, unevenSd: 3.2 } } };
    const standsOutBeside = (right: readonly number[]): number =>
      judgeReadings(
        [...right.map((peak) => reading('right', peak)), ...[1, 1.1, 4].map((peak) => reading('left', peak))],
        even,
      ).at(-1)?.fault ?? NaN;
    expect(standsOutBeside([1, 0.9, 1.1, 1])).toBeGreaterThan(standsOutBeside([-2, 3.5, 1, 0]) + 0.1);
  });

  it('calls a larger reading of the same set no less faulty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 15, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (peaks) => {
          const judged = judgeReadings(
            peaks.map((peak) => reading('left', peak)),
            MODEL,
          );
          const byPeak = judged
            .map(({ fault }, i) => ({ fault, peak: peaks[i]! }))
            .sort((a, b) => a.peak - b.peak);
          // Below its mean a faulty repetition's wider spread would win again; nobody's reading is judged there.
          const sensible = byPeak.filter(({ peak }) => peak > 0);
          for (let i = 1; i < sensible.length; i++)
            expect(sensible[i]!.fault).toBeGreaterThanOrEqual(sensible[i - 1]!.fault - 0.02);
        },
      ),
    );
  });

  it('has a model for every exercise and fault it is asked about, all of them sane', () => {
    const models = exercises
      .flatMap(({ checks }) => checks)
      .flatMap((check) => (check.kind === 'measured' ? Object.values(check.readings ?? {}) : []))
      .filter((model) => model !== null);
    expect(models.length).toBeGreaterThan(3);
    for (const model of models) {
      expect(model.gain).toBeGreaterThan(0.2);
      expect(model.noiseSd).toBeGreaterThan(0.5);
      expect(model.faultShare).toBeLessThan(0.5);
      expect(model.fault.mean).toBeGreaterThan(model.clean.mean + 3 * model.clean.sd);
    }
  });
});

it('a reading model is fitted back from the readings it makes', () => {
  const random = createRandom(8);
  const recordings = Array.from({ length: 200 }, () => {
    const offset = 2 + random.normal(1.5);
    return Array.from({ length: 6 }, (_, i) => {
      const truthDeg = random.chance(0.4) ? random.uniform(7, 14) : random.normal(1.5);
      return {
        side: 'left' as const,
        truthDeg,
        peakDeg: offset + 0.6 * truthDeg + random.normal(1),
        endS: i,
      };
    });
  });
  const fitted = fitReadings(recordings)!;
  expect(fitted.gain).toBeCloseTo(0.6, 1);
  expect(fitted.offset).toBeCloseTo(2, 0);
  expect(fitted.noiseSd).toBeCloseTo(1, 1);
  expect(fitReadings([])).toBeNull();
});
