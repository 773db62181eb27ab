import { describe, expect, it } from 'vitest';
import { isFppaKnown, largestFppa } from '../../models/movement/fppa-truth';
import { mirrorTarget, targetAt, TARGET_COLUMNS, targetColumn } from '../../models/movement/labels';
import { millis } from '../../src/core/units';
import type { Clip } from '../../models/movement/dataset';
import { TRUTH_COLUMNS, type Truth } from '../../models/movement/truth';

/** A truth of one frame: everything 0 but what is given. */
const truthOf = (given: Partial<Record<keyof Truth, number>>): Truth =>
  Object.fromEntries(TRUTH_COLUMNS.map(([name]) => [name, Float32Array.of(given[name] ?? 0)])) as Truth;

describe('the truth of a knee', () => {
  const deepFront = { fppaLeft: 17, hipFlexionLeft: 62, kneeFlexionLeft: 85, loaded: 3 };

  it('is taken where the renderer calls it valid', () => {
    expect(isFppaKnown(truthOf({ fppaRightValid: 1 }), 'right', 0)).toBe(true);
  });

  it('is taken at the bottom of a lunge, where the thigh of the front leg points at the camera', () => {
    expect(isFppaKnown(truthOf(deepFront), 'left', 0)).toBe(true);
    expect(largestFppa(truthOf(deepFront), 0, 1)).toEqual({ left: 17, right: null });
  });

  it('is not taken of the rear leg, nor of a lifted one', () => {
    expect(isFppaKnown(truthOf({ ...deepFront, hipFlexionLeft: 15 }), 'left', 0)).toBe(false);
    expect(isFppaKnown(truthOf({ ...deepFront, loaded: 2 }), 'left', 0)).toBe(false);
  });
});

describe('a target in the mirror', () => {
  const target = Float32Array.from(TARGET_COLUMNS, (_, i) => i + 1);

  it('swaps the sides and turns what is seen along the line of sight', () => {
    const twin = mirrorTarget(target);
    expect(twin[targetColumn('hipFlexionLeft')]).toBe(target[targetColumn('hipFlexionRight')]);
    expect(twin[targetColumn('kneeFppaRightWeight')]).toBe(target[targetColumn('kneeFppaLeftWeight')]);
    expect(twin[targetColumn('pelvisObliquity')]).toBe(-1 * target[targetColumn('pelvisObliquity')]!);
    expect(twin[targetColumn('exercise')]).toBe(target[targetColumn('exercise')]);
  });

  it('seen twice is itself', () => {
    const loadedLeft = Float32Array.from(target);
    loadedLeft[targetColumn('loaded')] = 1;
    expect([...mirrorTarget(mirrorTarget(loadedLeft))]).toEqual([...loadedLeft]);
  });
});

describe('a target', () => {
  const clip = (pelvisObliquity: number): Clip => ({
    ...{
      id: 0,
      exercise: 'kb_march',
      person: 1,
      split: 'val',
      kind: 'regular',
      fps: 10,
      width: 640,
      height: 480,
    },
    ...{ frames: 1, shard: '', offset: 0, reps: [] },
    poses: { full: [{ timestampMs: millis(0), width: 640, height: 480, landmarks: null }], lite: [] },
    truth: truthOf({ pelvisObliquity }),
  });

  it('counts an angle only where it has a truth', () => {
    const weight = targetColumn('pelvisObliquityWeight');
    expect(targetAt(clip(4), 0)[weight]).toBe(1);
    expect(targetAt(clip(NaN), 0)[weight]).toBe(0);
  });
});
