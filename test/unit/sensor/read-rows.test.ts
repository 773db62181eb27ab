import { describe, expect, it } from 'vitest';
import { parseSensorFile } from '../../../src/capture/sensor-file';
import type { SensorFileFault } from '../../../src/core/sensor/recording';
import { sensorFile, type SensorFileOptions } from '../../support/sensor-file';

/** Twenty seconds of a pelvis that sways by 5°. */
const swaying = {
  timesS: Array.from({ length: 301 }, (_, index) => index / 15),
  obliquityDeg: Array.from({ length: 301 }, (_, index) => 5 * Math.sin(index / 20)),
};
const read = (text: string) => parseSensorFile(text);
const recordingOf = (options: SensorFileOptions) => {
  const result = read(sensorFile(swaying, options));
  if (!result.ok) throw new Error(result.fault);
  return result.recording;
};

describe('the file of a logger app', () => {
  it.each([
    ['sensor-logger', 'gravity', 'sensor-logger'],
    ['sensor-logger', 'rotation', 'sensor-logger'],
    ['phyphox', 'gravity', 'named-columns'],
    ['phyphox', 'rotation', 'named-columns'],
    ['phyphox-german', 'gravity', 'named-columns'],
    ['phyphox-german', 'rotation', 'named-columns'],
  ] as const)('%s with %s is read', (layout, quantity, found) => {
    const recording = recordingOf({ layout, quantity });
    expect(recording).toMatchObject({ layout: found, quantity, badRows: 0 });
    // 6 s before, 20 s of motion, 4 s after, at 50 rows a second.
    expect(recording.timesS).toHaveLength(1501);
    expect(recording.timesS.at(-1)).toBeCloseTo(30, 6);
    expect(recording.vertical.every(({ x, y, z }) => Math.abs(Math.hypot(x, y, z) - 1) < 1e-9)).toBe(true);
  });

  it('says the same of the vertical, whichever layout and quantity', () => {
    const first = recordingOf({ noiseDeg: 0 });
    for (const layout of ['phyphox', 'phyphox-german'] as const) {
      for (const quantity of ['gravity', 'rotation'] as const) {
        recordingOf({ layout, quantity, noiseDeg: 0 }).vertical.forEach(({ x, y, z }, index) => {
          const other = first.vertical[index];
          // Six decimals are written.
          expect(Math.hypot(x - (other?.x ?? 0), y - (other?.y ?? 0), z - (other?.z ?? 0))).toBeLessThan(
            1e-5,
          );
        });
      }
    }
  });

  it('may have names and cells in quotes, a mark of the byte order, and lines above its columns', () => {
    const text = sensorFile(swaying, { layout: 'phyphox' });
    const quoted = text.replaceAll(/^(.*)$/gm, (line) =>
      line.includes('"')
        ? line
        : line
            .split(',')
            .map((cell) => `"${cell}"`)
            .join(','),
    );
    expect(read(`\uFEFFmy walk\r\n\r\n${quoted.replaceAll('\n', '\r\n')}\r\n`)).toMatchObject({ ok: true });
  });

  it.each([
    ['time', (timeS: number) => String(1_718_030_736 + timeS), 'seconds'],
    ['time', (timeS: number) => String(1_718_030_736_000 + timeS * 1000), 'milliseconds'],
    [
      'time',
      (timeS: number) => String(1_718_030_736n * 1_000_000_000n + BigInt(Math.round(timeS * 1e9))),
      'nanoseconds',
    ],
    ['timestamp (ms)', (timeS: number) => String(timeS * 1000), 'named milliseconds'],
  ])('a column "%s" may hold %3$s', (name, write) => {
    const rows = Array.from({ length: 1000 }, (_, index) => `${write(index / 50)},0,9.8,1`);
    const result = read([`${name},x,y,z`, ...rows].join('\n'));
    expect(result.ok && result.recording.timesS.at(-1)).toBeCloseTo(19.98, 3);
  });

  it('loses no more than the rows that cannot be read, and says how many', () => {
    const lines = sensorFile(swaying).split('\n');
    lines[20] = '';
    lines[30] = 'time,seconds_elapsed,z,y,x';
    lines[40] = (lines[40] ?? '').slice(0, 24);
    lines[50] = '1,,NaN,,';
    const result = read(lines.join('\n'));
    expect(result.ok && [result.recording.badRows, result.recording.timesS.length]).toEqual([3, 1497]);
  });

  it('is put in order of time', () => {
    const [head = '', ...rows] = sensorFile(swaying).split('\n');
    const result = read([head, ...rows.toReversed()].join('\n'));
    expect(result).toEqual(read([head, ...rows].join('\n')));
  });
});

describe('a file that is none', () => {
  const rows = (count: number, row: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => row(i));
  it.each<[string, SensorFileFault, () => string]>([
    ['empty', 'no-table', () => ''],
    ['a letter', 'no-table', () => 'Dear Sir or Madam,\nplease find enclosed'],
    ['a session of Hipline', 'no-table', () => '{ "schema": "hipline.session/1", "time": 3 }'],
    [
      'times alone',
      'no-gravity',
      () => ['time,heart rate', ...rows(900, (i) => `${String(i / 50)},80`)].join('\n'),
    ],
    [
      'acceleration as phyphox writes it',
      'no-gravity',
      () =>
        [
          '"Time (s)","Acceleration x (m/s^2)","Acceleration y (m/s^2)","Acceleration z (m/s^2)"',
          ...rows(900, (i) => `${String(i / 50)},0,9.8,0`),
        ].join('\n'),
    ],
    [
      'acceleration under the names of gravity',
      'not-gravity',
      () =>
        [
          'time,seconds_elapsed,z,y,x',
          ...rows(
            900,
            (i) => `1,${String(i / 50)},${String(Math.sin(i / 9))},${String(9 + Math.cos(i / 7))},0.3`,
          ),
        ].join('\n'),
    ],
    [
      'three seconds',
      'too-short',
      () => sensorFile({ timesS: [0], obliquityDeg: [0] }, { beforeS: 2, afterS: 1 }),
    ],
    ['one row a second', 'too-short', () => sensorFile(swaying, { rate: 1 })],
    [
      'mostly unreadable',
      'damaged',
      () =>
        sensorFile(swaying)
          .replaceAll(/^(.*[02468])$/gm, '$1x')
          .replaceAll(/^(.*[13])$/gm, '$1x'),
    ],
  ])('%s is refused as %s', (_name, fault, make) => {
    expect(read(make())).toEqual({ ok: false, fault });
  });
});
