import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../scripts/analyse';
import { LANDMARK_COUNT } from '../../../src/core/pose/landmark';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hipline-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the command wrote, line by line. */
let complaints: string[] = [];
let printed = '';
beforeEach(() => {
  complaints = [];
  printed = '';
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => {
    complaints.push(String(line));
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Somebody who does not move at all, for two seconds. */
const stillStream = (): string => {
  const points = (stride: number): number[][] =>
    Array.from({ length: LANDMARK_COUNT }, (_, index) =>
      Array.from({ length: stride }, (__, at) => (at === 3 ? 1 : 0.3 + index / 100)),
    );
  const frames = Array.from({ length: 30 }, (_, index) => ({
    t: index / 15,
    image: points(4),
    world: points(3),
  }));
  const about = {
    schema: 'hipline.stream/1',
    clip: 'still',
    model: 'full',
    width: 640,
    height: 480,
    fps: 15,
  };
  return JSON.stringify({ ...about, frames });
};

describe('npm run analyse', () => {
  it.each([
    ['bad usage', 2, () => ['--exercise', 'squat', 'a.mp4'], /squat/],
    ['a file that is not there', 3, () => ['no-such.mp4', '--exercise', 'auto'], /no such file/],
    ['a folder', 3, () => [folder, '--exercise', 'auto'], /no such file/],
    [
      'a stream that is cut off',
      3,
      () => [file('bad.stream.json', '{"schema":"hipline.stream/1","clip":"x"'), '--exercise', 'auto'],
      /stream-invalid/,
    ],
  ])('ends with one line and a status for %s', async (_, status, argv, why) => {
    expect(await main(argv())).toBe(status);
    expect(printed).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(why);
    expect(complaints[0]).not.toContain('\n');
  });

  it('analyses a landmark stream without a browser: nobody moves, nothing is counted', async () => {
    const path = file('still.stream.json', stillStream());
    expect(await main([path, '--exercise', 'curtsy-lunge', '--measures'])).toBe(0);
    expect(complaints).toEqual([]);
    expect(JSON.parse(printed)).toMatchObject({
      schema: 'hipline.analysis/1',
      clip: 'still.stream.json',
      model: 'full',
      delegate: 'none',
      frames: 30,
      framesWithPose: 30,
      totals: { reps: 0, left: 0, right: 0, faultyReps: 0, holdS: 0 },
    });
  });

  it('gives the same twice, and writes it where it is told', async () => {
    const path = file('twice.stream.json', stillStream());
    const out = join(folder, 'out.json');
    await main([path, '--exercise', 'side-plank']);
    await main([path, '--exercise', 'side-plank', '--out', out]);
    expect(readFileSync(out, 'utf8')).toBe(printed);
  });
});
