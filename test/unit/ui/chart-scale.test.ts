import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, ticks } from '../../../src/ui/charts/scale';

const curve = (values: readonly (number | null)[]) =>
  ({ name: '', colour: '--accent', isDashed: false, values, low: [], high: [], line: [] }) as const;

describe('the scale of a chart', () => {
  it('shows every value, and never less than noise needs', () => {
    expect(scaleOf({ curves: [curve([1, null, -2])] })).toEqual([-4, 13]);
    expect(scaleOf({ curves: [curve([20, -30])] })).toEqual([-31, 21]);
  });

  it('takes the curve of five hours', () => {
    const values = new Array<number>(540_000).fill(1);
    expect(scaleOf({ curves: [curve(values)] })).toEqual([-4, 13]);
  });

  it('has few round lines within it, whatever the values are', () => {
    expect(ticks([-13, 13])).toEqual([-10, -5, 0, 5, 10].map((value) => expect.closeTo(value, 9) as number));
    const reach = fc.double({ min: 6, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(reach, reach, (low, high) => {
        const lines = ticks([-low, high]);
        expect(lines.length).toBeLessThanOrEqual(9);
        expect(lines.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
