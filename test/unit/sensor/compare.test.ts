import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClips } from '../../../scripts/evaluate/clips';
import { FIXTURES } from '../../../scripts/evaluate/options';
import { parseSensorFile } from '../../../src/capture/sensor-file';
import { compareWithSensor, type SensorComparison } from '../../../src/core/sensor/compare';
import type { ScreenFacing } from '../../../src/core/sensor/recording';
import type { Signal } from '../../../src/core/sensor/grid';
import { gaussian, createRandom } from '../../support/simulator/random';
import { motionOf, sensorFile, type SensorFileOptions, type TrueMotion } from '../../support/sensor-file';

const clips = findClips(FIXTURES);
const motionIn = (name: string): TrueMotion => {
  const clip = clips.find((one) => one.name.startsWith(name));
  if (clip === undefined) throw new Error(`the fixture ${name} is missing`);
  return motionOf(clip.truth);
};
/** A march with three drops: uneven, as people are. */
const march = motionIn('d10');
const hike = motionIn('d08');

/** A camera that reads the truth with this much noise, in degrees, and now and then nothing. */
const seenBy = ({ timesS, obliquityDeg }: TrueMotion, noiseDeg = 1, seed = 7): Signal => {
  const random = createRandom(seed);
  return {
    timesS,
    deg: obliquityDeg.map((deg) => (random() < 0.1 ? NaN : deg + noiseDeg * gaussian(random))),
  };
};

const compare = (
  camera: Signal,
  motion: TrueMotion,
  options: SensorFileOptions = {},
  screen: ScreenFacing | null = null,
) => {
  const read = parseSensorFile(sensorFile(motion, options));
  if (!read.ok) throw new Error(read.fault);
  return compareWithSensor(camera, read.recording, screen);
};
const compared = (...args: Parameters<typeof compare>): SensorComparison => {
  const result = compare(...args);
  if (!result.ok) throw new Error(result.why);
  return result.comparison;
};

/** A recording begins so long before the clip: the true offset is minus that. */
const BEFORE_S = 6;
/** A third of a frame at 15 a second: what a movement of 1 Hz moves in it is below the noise. */
const OFFSET_TOLERANCE_S = 0.025;

describe('a recording of the same motion', () => {
  it.each<[string, SensorFileOptions]>([
    ['as it comes', {}],
    ['of an iPhone', { pointsDown: true }],
    ['with the screen to the body', { screen: 'in' }],
    ['across, with the screen to the body', { screen: 'in', turnedDeg: 90 }],
    ['upside down on a sloping back', { turnedDeg: 175, slopeDeg: 40 }],
    ['at 12 rows a second', { rate: 12 }],
    ['at 200 rows a second', { rate: 200 }],
    [
      'with gaps',
      {
        gaps: [
          [9, 9.3],
          [12, 14.5],
          [20, 21],
        ],
      },
    ],
    ['with noise', { noiseDeg: 1 }],
    ['with drift', { driftDegPerMin: 3 }],
    ['of a person who bends and turns', { tipDeg: 15, turnDeg: 40 }],
    ['as a rotation vector', { quantity: 'rotation', layout: 'phyphox-german' }],
  ])('%s is laid over the camera’s', (_name, options) => {
    const found = compared(seenBy(march), march, options);
    expect(Math.abs(found.offsetS + BEFORE_S)).toBeLessThan(OFFSET_TOLERANCE_S);
    expect(found.screen).toBe(options.screen ?? 'out');
    expect(found.r).toBeGreaterThan(0.85);
  });

  it('gives back the camera’s own error: its bias, its spread, and the limits of 1.96 of them', () => {
    const { timesS, deg } = seenBy(hike, 1);
    const found = compared({ timesS, deg: deg.map((value) => value + 2) }, hike, { noiseDeg: 0 });
    const level = compared(seenBy(hike, 1), hike, { noiseDeg: 0 });
    expect(found.biasDeg - level.biasDeg).toBeCloseTo(2, 6);
    // Means of one or two frames in a step of 0.1 s: between 1° and 1° / √2.
    expect(found.sdDeg).toBeGreaterThan(0.7);
    expect(found.sdDeg).toBeLessThan(1.1);
    expect(found.upperDeg - found.biasDeg).toBeCloseTo(1.96 * found.sdDeg, 9);
    expect(found.biasDeg - found.lowerDeg).toBeCloseTo(1.96 * found.sdDeg, 9);
    expect(found.n).toBe(found.pairs.length);
  });

  it('checks itself: each half placed by the other agrees about as well, and of another movement not', () => {
    const found = compared(seenBy(march), march);
    // Noise of 1° on either side of the middle: the limits of the halves are those of the whole to a third of it.
    expect(found.heldOut?.n).toBeGreaterThan(0.9 * found.n);
    expect(Math.abs((found.heldOut?.upperDeg ?? NaN) - found.upperDeg)).toBeLessThan(0.3);
    expect(Math.abs((found.heldOut?.lowerDeg ?? NaN) - found.lowerDeg)).toBeLessThan(0.3);
    expect(found.heldOut?.r ?? NaN).toBeGreaterThan(0.85);
    // The first half belongs to this recording, the second to nothing: it cannot place the first.
    const { timesS, deg } = seenBy(march);
    const middle = timesS.length / 2;
    const random = createRandom(5);
    const half = compare(
      { timesS, deg: deg.map((one, i) => (i < middle ? one : 4 * gaussian(random))) },
      march,
    );
    expect(half.ok ? half.comparison.heldOut : null).toBeNull();
  });

  it('takes the word of who knows which way the screen faced, and refuses the other way', () => {
    const known = compare(seenBy(march), march, { screen: 'in' }, 'in');
    expect(known).toMatchObject({ ok: true, comparison: { screen: 'in', isScreenGiven: true } });
    expect(compared(seenBy(march), march, { screen: 'in' }).isScreenGiven).toBe(false);
    const wrong = compare(seenBy(march), march, { screen: 'in' }, 'out');
    expect(wrong.ok ? wrong.comparison.r : wrong.why).toBe('no-match');
  });

  it('tells how fast the sensor drifts away', () => {
    const found = compared(seenBy(hike, 0.5), hike, { driftDegPerMin: 4, noiseDeg: 0 });
    // The camera stays while the sensor rises; within the error of a line through 250 noisy points.
    expect(found.driftDegPerMin).toBeGreaterThan(-5);
    expect(found.driftDegPerMin).toBeLessThan(-3);
  });

  it('finds the phone that lay flat on a table for a minute before', () => {
    const worn = sensorFile(march).split('\n');
    const shifted = worn.slice(1).map((row) => {
      const [time = '', elapsed = '', ...rest] = row.split(',');
      return [time, String(Number(elapsed) + 60), ...rest].join(',');
    });
    const flat = Array.from({ length: 3000 }, (_, i) => `1,${String(i / 50)},9.80665,0.01,0.02`);
    const read = parseSensorFile([worn[0], ...flat, ...shifted].join('\n'));
    const result = read.ok ? compareWithSensor(seenBy(march), read.recording) : null;
    expect(result?.ok && Math.abs(result.comparison.offsetS + BEFORE_S + 60) < OFFSET_TOLERANCE_S).toBe(true);
  });
});

describe('whatever the phone’s place', () => {
  const waistband = fc.record({
    turnedDeg: fc.integer({ min: -180, max: 180 }),
    slopeDeg: fc.integer({ min: -10, max: 45 }),
    pointsDown: fc.boolean(),
  });

  it('turning it in the waistband changes nothing', () => {
    const camera = seenBy(march);
    const still = compared(camera, march, { noiseDeg: 0 });
    fc.assert(
      fc.property(waistband, (options) => {
        const turned = compared(camera, march, { ...options, noiseDeg: 0 });
        // Six decimals of gravity, and the quietest moment may be another one by as much.
        expect(turned.offsetS).toBeCloseTo(still.offsetS, 2);
        expect(turned.biasDeg).toBeCloseTo(still.biasDeg, 1);
        expect(turned.sdDeg).toBeCloseTo(still.sdDeg, 2);
      }),
      { numRuns: 20 },
    );
  });

  it('turning the screen to the body, or mirroring the camera, changes what is said of the screen and nothing else', () => {
    fc.assert(
      fc.property(waistband, (options) => {
        const { timesS, deg } = seenBy(march);
        const out = compared({ timesS, deg }, march, { ...options, noiseDeg: 0 });
        const inside = compared({ timesS, deg }, march, { ...options, noiseDeg: 0, screen: 'in' });
        const mirrored = compared({ timesS, deg: deg.map((value) => -value) }, march, {
          ...options,
          noiseDeg: 0,
        });
        expect([out.screen, inside.screen, mirrored.screen]).toEqual(['out', 'in', 'in']);
        expect(inside.sdDeg).toBeCloseTo(out.sdDeg, 2);
        expect(mirrored.biasDeg).toBeCloseTo(-out.biasDeg, 9);
        expect(mirrored.sdDeg).toBeCloseTo(out.sdDeg, 9);
      }),
      { numRuns: 10 },
    );
  });

  it('another time of the camera’s clock changes the offset and nothing else', () => {
    const camera = seenBy(march);
    const first = compared(camera, march);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (later) => {
        const { offsetS, pairs, ...rest } = compared(
          { timesS: camera.timesS.map((timeS) => timeS + later), deg: camera.deg },
          march,
        );
        expect(offsetS - later).toBeCloseTo(first.offsetS, 3);
        expect(pairs.length).toBe(first.pairs.length);
        expect(rest.sdDeg).toBeCloseTo(first.sdDeg, 6);
        expect(rest.biasDeg).toBeCloseTo(first.biasDeg, 6);
      }),
      { numRuns: 15 },
    );
  });
});

describe('is refused', () => {
  const even: TrueMotion = {
    timesS: march.timesS,
    obliquityDeg: march.timesS.map((timeS) => 5 * Math.sin(2 * Math.PI * timeS)),
  };
  const firstSeconds = ({ timesS, obliquityDeg }: TrueMotion, spanS: number): TrueMotion => {
    const size = timesS.filter((timeS) => timeS <= spanS).length;
    return { timesS: timesS.slice(0, size), obliquityDeg: obliquityDeg.slice(0, size) };
  };
  it.each<[string, string, () => ReturnType<typeof compare>]>([
    [
      'a session without a pelvis',
      'no-curve',
      () => compare({ timesS: march.timesS, deg: march.timesS.map(() => NaN) }, march),
    ],
    ['a phone that lies', 'phone-flat', () => compare(seenBy(march), march, { slopeDeg: 85 })],
    [
      'a pelvis that does not move',
      'too-still',
      () => compare(seenBy(march), { ...march, obliquityDeg: march.timesS.map(() => 1) }),
    ],
    [
      'a camera that saw no movement',
      'too-still',
      () => compare({ timesS: march.timesS, deg: march.timesS.map(() => 1) }, march),
    ],
    ['a recording of something else', 'no-match', () => compare(seenBy(hike), motionIn('d18'))],
    [
      'movement as even as a clock',
      'ambiguous',
      () => compare(seenBy(even, 0.2), even, { beforeS: 20, afterS: 20 }),
    ],
    [
      'a recording of less than half the session',
      'no-overlap',
      () => compare(seenBy(march), firstSeconds(march, 5), { beforeS: 3, afterS: 3 }),
    ],
  ])('%s: %s', (_name, why, run) => {
    expect(run()).toEqual({ ok: false, why });
  });
});
