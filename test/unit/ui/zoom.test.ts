import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closer, inside, showing, type Span } from '../../../src/ui/charts/zoom';

const ALL: Span = [0, 60];
const time = fc.double({ min: 0, max: 60, noNaN: true });

it('comes closer around a moment, which stays where it is, and goes back to all', () => {
  expect(closer(ALL, ALL, 30, 2)).toEqual([15, 45]);
  expect(closer([15, 45], ALL, 20, 2)).toEqual([17.5, 32.5]);
  expect(closer([15, 45], ALL, 30, 0.5)).toBeNull();
  expect(closer([10, 14], ALL, 12, 100)).toEqual([11, 13]);
});

it('moves no farther than a moment needs', () => {
  expect(showing([20, 30], ALL, 25)).toEqual([20, 30]);
  expect(showing([20, 30], ALL, 32)).toEqual([22, 32]);
  expect(showing([20, 30], ALL, 0)).toEqual([0, 10]);
  expect(showing(ALL, ALL, 5)).toBeNull();
});

it('never leaves the chart, and never shows less than two seconds', () => {
  fc.assert(
    fc.property(time, time, time, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, around, factor) => {
      const first = inside([Math.min(a, b), Math.max(a, b)], ALL) ?? ALL;
      for (const span of [first, closer(first, ALL, around, factor), showing(first, ALL, around)]) {
        const [from, to] = span ?? ALL;
        // Sums of doubles of up to 60.
        expect(from).toBeGreaterThanOrEqual(-1e-9);
        expect(to).toBeLessThanOrEqual(60 + 1e-9);
        expect(to - from).toBeGreaterThanOrEqual(2 - 1e-9);
      }
    }),
  );
});
