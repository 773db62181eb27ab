import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../models/movement/random';
import { trackPoses } from '../../src/core/body/track-poses';
import { BODY_VECTOR_LENGTH } from '../../src/core/movement/body-vector';
import {
  FEATURE_LENGTH,
  FeatureExtractor,
  LAGS_MS,
  LOOK_LENGTH,
  mirrorFeatures,
} from '../../src/core/movement/features';
import { mirrorPose } from '../../src/core/pose/access';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { swayingPoses } from '../support/swaying-body';

const averageStance = new Float32Array(BODY_VECTOR_LENGTH);
const extract = (poses: readonly PoseFrame[]): (Float32Array | null)[] => {
  const extractor = new FeatureExtractor({ averageStance });
  return trackPoses(poses).map((tracked) => extractor.push(tracked));
};
const largestGap = (a: Float32Array, b: Float32Array): number =>
  a.reduce((top, value, i) => Math.max(top, Math.abs(value - (b[i] ?? NaN))), 0);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe('the features of the movement model', () => {
  it('of a mirrored picture are the mirrored features', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const poses = swayingPoses({ seed, fps: 15, seconds: 3 });
        const plain = extract(poses);
        const mirrored = extract(poses.map(mirrorPose));
        plain.forEach((row, i) => {
          const twin = mirrored[i];
          expect(row).not.toBeNull();
          // Body lengths; float32 rounding of pixel coordinates.
          expect(largestGap(mirrorFeatures(row!), twin!)).toBeLessThan(1e-3);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('mirrored twice are themselves', () => {
    const random = createRandom(3);
    const row = Float32Array.from({ length: FEATURE_LENGTH }, () => random.normal(1));
    expect(mirrorFeatures(mirrorFeatures(row))).toEqual(row);
  });

  it('hardly depend on the frame rate', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const at = (fps: number) => extract(swayingPoses({ seed, fps, seconds: 3, noise: 0 })).at(-1)!;
        // Body lengths: linear interpolation between frames 100 ms apart, differences of two sides, and what the edge of
        // the stance's window catches.
        expect(largestGap(at(10), at(30))).toBeLessThan(0.04);
      }),
      { numRuns: 20 },
    );
  });

  it('look only back', () => {
    const poses = swayingPoses({ seed: 5, fps: 15, seconds: 3 });
    const whole = extract(poses);
    const half = extract(poses.slice(0, 20));
    half.forEach((row, i) => expect(row).toEqual(whole[i]));
  });

  it('are finite with frames missing, and start anew after a gap', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }), (seed, seen) => {
        const poses = swayingPoses({ seed, fps: 15, seconds: 3 }).map((pose, i) =>
          seen[i] ? pose : { ...pose, landmarks: null },
        );
        extract(poses).forEach((row, i) => {
          expect(row === null).toBe(!seen[i]);
          if (row) expect(row.every(Number.isFinite)).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
    const [early, late] = [
      swayingPoses({ seed: 1, fps: 15, seconds: 1 }),
      swayingPoses({ seed: 1, fps: 15, seconds: 4 }),
    ];
    const row = extract([...early, ...late.slice(50)])[early.length]!;
    const now = row.subarray(0, BODY_VECTOR_LENGTH);
    const before = row.subarray(
      (LAGS_MS.length - 1) * LOOK_LENGTH,
      (LAGS_MS.length - 1) * LOOK_LENGTH + BODY_VECTOR_LENGTH,
    );
    expect(before).toEqual(now);
  });

  it('take the camera’s roll out once the person has stood still', () => {
    const upright = extract(swayingPoses({ seed: 9, fps: 15, seconds: 2, roll: 0 })).at(-1)!;
    const tilted = extract(swayingPoses({ seed: 9, fps: 15, seconds: 2, roll: 0.06 })).at(-1)!;
    const body = LAGS_MS.length * LOOK_LENGTH;
    // Body lengths: what is left is perspective scale and rounding.
    expect(largestGap(upright.subarray(0, body), tilted.subarray(0, body))).toBeLessThan(0.01);
  });
});
