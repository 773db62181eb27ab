import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../scripts/analyse';
import { findClips } from '../../../scripts/evaluate/clips';
import { FIXTURES } from '../../../scripts/evaluate/options';
import { toLandmarkStream } from '../../../src/capture/stream-writer';
import { LANDMARK_COUNT } from '../../../src/core/pose/landmark';
import { motionOf, sensorFile, type SensorFileOptions } from '../../support/sensor-file';

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

describe('npm run analyse with the recording of a phone', () => {
  /** Hip hikes with drops: landmarks that went through the pose model, and recordings made from the true motion. */
  const clip = findClips(FIXTURES).find(({ name }) => name.startsWith('d08'));
  const hikes = (): string =>
    file(
      'hikes.stream.json',
      JSON.stringify(toLandmarkStream({ clip: 'hikes', model: 'full' }, clip?.recorded('full') ?? [])),
    );
  const phone = (options: SensorFileOptions): string => {
    if (clip === undefined) throw new Error('the fixture is missing');
    return file('phone.csv', sensorFile(motionOf(clip.truth), options));
  };
  const analyse = async (sensor: string, ...more: string[]) => {
    const status = await main([hikes(), '--exercise', 'hip-hike', '--sensor', sensor, ...more]);
    return { status, analysis: JSON.parse(printed) as Record<string, unknown> };
  };

  it('says how far the camera and the sensor agree', async () => {
    const { status, analysis } = await analyse(phone({ beforeS: 11, screen: 'in', turnedDeg: 90 }));
    expect([status, complaints]).toEqual([0, []]);
    expect(analysis).toMatchObject({ schema: 'hipline.analysis/1', exercise: 'hip-hike' });
    expect(analysis).not.toHaveProperty('measures');
    const sensor = analysis['sensor'] as Record<string, number> & { t: number[]; limitsDeg: number[] };
    expect(sensor).toMatchObject({ file: 'phone.csv', screen: 'in', layout: 'sensor-logger', badRows: 0 });
    // Within a frame of the clip, 1/15 s: the movement model looks at the second around.
    expect(Math.abs((sensor['offsetS'] ?? 0) + 11)).toBeLessThan(1 / 15);
    // Measured 0.98; 1.2° of spread.
    expect(sensor['r']).toBeGreaterThan(0.95);
    expect(sensor['sdDeg']).toBeLessThan(2);
    expect(sensor.t).toHaveLength(sensor['n'] ?? 0);
    expect(sensor['cameraDeg']).toHaveLength(sensor['n'] ?? 0);
  });

  it('gives the measures, too, where they are asked for', async () => {
    const { analysis } = await analyse(phone({}), '--measures');
    expect(analysis['measures']).toHaveLength(clip?.recorded('full')?.length ?? 0);
  });

  it('analyses the clip, and says why the two are not compared', async () => {
    const { status, analysis } = await analyse(phone({ slopeDeg: 88 }));
    expect(status).toBe(0);
    expect(analysis['sensor']).toEqual({ file: 'phone.csv', refused: 'phone-flat' });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/lay flat.*phone-flat/);
  });

  it.each([
    ['that is not there', () => join(folder, 'none.csv'), /cannot be opened/],
    ['that is none', () => file('letter.csv', 'Dear all'), /no-table/],
    ['of acceleration', () => file('a.csv', 'Time (s),Acceleration x (m/s^2)\n0,1'), /no-gravity/],
  ])('ends with status 3 for a sensor file %s', async (_, sensor, why) => {
    expect(await main([hikes(), '--exercise', 'hip-hike', '--sensor', sensor()])).toBe(3);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(why);
    expect(printed).toBe('');
  });
});
