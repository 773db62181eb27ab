import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/pose');

interface Official {
  readonly frames: Readonly<
    Record<string, { readonly landmarks: readonly number[][]; readonly worldLandmarks: readonly number[][] }>
  >;
}

/**
 * What the real pose model saw in a picture of the fixtures: a person who faces the camera, not mirrored. Tests of left
 * and right start here, since invented landmarks would prove only that two inventions agree.
 */
export function officialPose(picture: 'd02_5_3s.png' | 'd05_12s.png' | 'd13_5s.png'): PoseFrame {
  const text = readFileSync(join(FIXTURES, 'official-full-landmarks.json'), 'utf8');
  const seen = (JSON.parse(text) as Official).frames[picture];
  if (!seen) throw new Error(`no official landmarks of ${picture}`);
  return {
    timestampMs: millis(0),
    width: 640,
    height: 480,
    landmarks: {
      image: Float32Array.from(seen.landmarks.flat()),
      world: Float32Array.from(seen.worldLandmarks.flat()),
    },
  };
}
