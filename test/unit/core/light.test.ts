import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lightOf, lumaGridOf, type LumaGrid } from '../../../src/core/pose/light';
import { FINE_LIGHT, stepLight } from '../../../src/core/session/light-watch';
import { millis } from '../../../src/core/units';
import { officialPose } from '../../support/official-pose';
import { gridOf, readPng } from '../../support/read-png';

const PICTURES = ['d02_5_3s.png', 'd05_12s.png', 'd13_5s.png'] as const;
const STANDING = ['d02_5_3s.png', 'd13_5s.png'] as const;
const [COLUMNS, ROWS] = [32, 18];

const gridOfFixture = (name: string): LumaGrid =>
  gridOf(readPng(resolve(import.meta.dirname, '../../fixtures/pose', name)), COLUMNS, ROWS);

/** The same picture exposed otherwise: a camera scales what it sees, and cuts off at white. */
const exposed = (grid: LumaGrid, by: number): LumaGrid => ({
  ...grid,
  values: Array.from(grid.values, (luma) => Math.min(1, luma * by)),
});

/** A window behind the person: everything at this height and beyond the middle fifth is as bright as `luma`. */
const withWindow = (grid: LumaGrid, luma: number, rows = 10): LumaGrid => ({
  ...grid,
  values: Array.from(grid.values, (value, at) => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
    const isBeside = column < COLUMNS * 0.3 || column > COLUMNS * 0.7;
    return isBeside && row < rows ? luma : value;
  }),
});

describe('how a person is lit', () => {
  it.each(PICTURES)('is fine in a picture of a lit room (%s)', (name) => {
    expect(lightOf(gridOfFixture(name), officialPose(name))).toBe('fine');
  });

  it.each(STANDING)('is backlit where a bright window stands behind a dark body (%s)', (name) => {
    // The camera exposes for the window, so that the room and the body are left dark.
    const grid = withWindow(exposed(gridOfFixture(name), 0.3), 1);
    expect(lightOf(grid, officialPose(name))).toBe('backlit');
  });

  it.each(STANDING)('is fine before a window that does not outshine the room (%s)', (name) => {
    expect(lightOf(withWindow(gridOfFixture(name), 1), officialPose(name))).toBe('fine');
  });

  it.each(STANDING)('is fine in dark clothes before a white wall: a wall is not overexposed (%s)', (name) => {
    const grid = withWindow(exposed(gridOfFixture(name), 0.3), 0.85, ROWS);
    expect(lightOf(grid, officialPose(name))).toBe('fine');
  });

  it.each(STANDING)('is fine with a lamp in the picture (%s)', (name) => {
    const grid = exposed(gridOfFixture(name), 0.5);
    const lamp = {
      ...grid,
      values: Array.from(grid.values, (value, at) => (at % COLUMNS < 3 && at < COLUMNS * 4 ? 1 : value)),
    };
    expect(lightOf(lamp, officialPose(name))).toBe('fine');
  });

  it.each(PICTURES)('is dark where the whole picture is, whoever is seen (%s)', (name) => {
    const grid = exposed(gridOfFixture(name), 0.12);
    expect(lightOf(grid, officialPose(name))).toBe('dark');
    expect(lightOf(grid, { ...officialPose(name), landmarks: null })).toBe('dark');
  });

  it('is not said to be backlit while nobody is seen', () => {
    const [name] = STANDING;
    const grid = withWindow(exposed(gridOfFixture(name), 0.3), 1);
    expect(lightOf(grid, { ...officialPose(name), landmarks: null })).toBe('fine');
  });
});

describe('a picture made small', () => {
  it.each(PICTURES)('is as bright in each cell as the mean of all of its pixels (%s)', (name) => {
    const png = readPng(resolve(import.meta.dirname, '../../fixtures/pose', name));
    const all = gridOf(png, COLUMNS, ROWS);
    const few = lumaGridOf({ ...png, data: png.rgba }, COLUMNS, ROWS);
    const apart = Array.from(all.values, (luma, at) => Math.abs(luma - (few.values[at] ?? NaN)));
    // Luma: an edge through a cell is met a pixel too early or too late; 0.02 is a tenth of what lies between fine and backlit.
    expect(apart.reduce((sum, one) => sum + one, 0) / apart.length).toBeLessThan(0.02);
    expect(lightOf(few, officialPose(name))).toBe('fine');
  });

  it('keeps what stands at a corner at that corner', () => {
    const data = new Uint8ClampedArray(64 * 36 * 4).fill(0);
    for (let row = 0; row < 2; row += 1) data.fill(255, row * 64 * 4, (row * 64 + 2) * 4);
    const { values } = lumaGridOf({ width: 64, height: 36, data }, COLUMNS, ROWS);
    expect(values[0]).toBeCloseTo(1, 6);
    expect(Array.from(values).filter((luma) => luma > 0)).toHaveLength(1);
  });
});

describe('the watch over the light', () => {
  const watch = (readings: readonly Parameters<typeof stepLight>[1][]) =>
    readings.reduce((state, reading, second) => stepLight(state, reading, millis(second * 1000)), FINE_LIGHT)
      .light;

  it('tells what has lasted for three seconds', () => {
    expect(watch(['fine', 'backlit', 'backlit', 'backlit'])).toBe('fine');
    expect(watch(['fine', 'backlit', 'backlit', 'backlit', 'backlit'])).toBe('backlit');
    expect(watch(['dark', 'dark', 'dark', 'dark'])).toBe('dark');
  });

  it('is not moved by a hand before the camera, nor by what was not read', () => {
    expect(watch(['fine', 'dark', 'dark', 'fine', 'dark', 'dark'])).toBe('fine');
    expect(watch(['fine', 'dark', null, null, null, null])).toBe('fine');
  });

  it('is well again once the light is', () => {
    const dark = ['dark', 'dark', 'dark', 'dark'] as const;
    expect(watch([...dark, 'fine', 'fine', 'fine', 'fine'])).toBe('fine');
  });
});
