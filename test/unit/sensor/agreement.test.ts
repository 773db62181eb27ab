import { expect, it } from 'vitest';
import { agreementOf } from '../../../src/core/sensor/agreement';
import { toGrid, withoutDrift } from '../../../src/core/sensor/grid';

it('agreement is that of Bland and Altman, worked out by hand', () => {
  const camera = [1, 4, 2, 5];
  const sensor = [0, 2, 1, 3];
  const pairs = camera.map((cameraDeg, index) => ({
    timeS: index,
    cameraDeg,
    sensorDeg: sensor[index] ?? 0,
  }));
  // Differences 1, 2, 1, 2: mean 1.5, variance (4 × 0.25) / 3.
  const sd = Math.sqrt(1 / 3);
  expect(agreementOf(pairs)).toEqual({
    n: 4,
    biasDeg: 1.5,
    sdDeg: sd,
    lowerDeg: 1.5 - 1.96 * sd,
    upperDeg: 1.5 + 1.96 * sd,
    // Sums of products about the means: 7 of both, 10 and 5 of each.
    r: expect.closeTo(7 / Math.sqrt(10 * 5), 9) as number,
    // Slope 0.2 a second.
    driftDegPerMin: expect.closeTo(12, 9) as number,
  });
});

it('agreement of what never changes has no correlation, and of one pair there is none', () => {
  const still = [0, 1, 2].map((timeS) => ({ timeS, cameraDeg: 1, sensorDeg: timeS }));
  expect(agreementOf(still)?.r).toBeNull();
  expect(agreementOf(still.slice(0, 1))).toBeNull();
});

it('a grid has the mean of a step, the line between neighbours, and nothing in a gap', () => {
  const signal = { timesS: [0, 0.04, 0.1, 0.3, 1, 1.1], deg: [1, 3, 4, 6, 0, 1] };
  const { deg } = toGrid(signal, 0.1);
  expect(deg).toHaveLength(12);
  expect(deg[0]).toBeCloseTo(2, 9);
  expect(deg[2]).toBeCloseTo(5, 9);
  expect([...deg.slice(4, 10)].every(Number.isNaN)).toBe(true);
  expect(deg[11]).toBeCloseTo(1, 9);
});

it('a slow line is taken away, what is fast stays', () => {
  const timesS = Array.from({ length: 600 }, (_, index) => index / 10);
  const grid = toGrid({ timesS, deg: timesS.map((timeS) => 0.05 * timeS + Math.sin(2 * timeS)) }, 0.1);
  const { deg } = withoutDrift(grid, 10);
  // In the middle, where the window is whole: the sine alone, less its mean over ten seconds.
  for (let at = 100; at < 500; at++) {
    expect(Math.abs((deg[at] ?? 0) - Math.sin((2 * at) / 10))).toBeLessThan(0.12);
  }
});
