import { describe, expect, it } from 'vitest';
import { createOneEuroFilter } from '../../../src/core/signal/one-euro';
import { createTimeWindow, median, quantile } from '../../../src/core/signal/quantile';
import { millis } from '../../../src/core/units';

const OPTIONS = { minCutoffHz: 2, beta: 1, speedCutoffHz: 1, resetAfterMs: millis(500) };
const one = (value: number): Float64Array => Float64Array.of(value);

describe('one-euro filter', () => {
  it('gives back a constant unchanged', () => {
    const filter = createOneEuroFilter(OPTIONS);
    for (let t = 0; t < 1000; t += 40) expect(filter.filter(one(3), millis(t))[0]).toBeCloseTo(3, 12);
  });

  it('stays between the old and the new value', () => {
    const filter = createOneEuroFilter(OPTIONS);
    filter.filter(one(0), millis(0));
    const next = filter.filter(one(1), millis(33))[0] ?? Number.NaN;
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThan(1);
  });

  it('follows a fast movement more closely than a slow one', () => {
    const lagShare = (step: number): number => {
      const filter = createOneEuroFilter(OPTIONS);
      let last = 0;
      for (let n = 0; n <= 20; n++) last = filter.filter(one(n * step), millis(n * 33))[0] ?? 0;
      return (20 * step - last) / step;
    };
    expect(lagShare(1)).toBeLessThan(lagShare(0.01));
  });

  it('begins anew after a gap', () => {
    const filter = createOneEuroFilter(OPTIONS);
    filter.filter(one(0), millis(0));
    expect(filter.filter(one(10), millis(501))[0]).toBe(10);
  });

  it('refuses time that does not increase, and a changed number of channels', () => {
    const filter = createOneEuroFilter(OPTIONS);
    filter.filter(one(0), millis(100));
    expect(() => filter.filter(one(0), millis(100))).toThrow(RangeError);
    expect(() => filter.filter(Float64Array.of(1, 2), millis(140))).toThrow(RangeError);
  });
});

describe('quantiles and windows', () => {
  it('interpolates, and leaves out what is no number', () => {
    expect(quantile([4, 1, Number.NaN, 2, 3], 0.5)).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it('keeps the values of the span only', () => {
    const window = createTimeWindow<number>(millis(100));
    for (const t of [0, 50, 100, 160]) window.push(t, millis(t));
    expect(window.entries.map((entry) => entry.value)).toEqual([100, 160]);
    expect(window.coveredMs).toBe(60);
  });
});
