import { LANDMARK } from '../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../src/core/pose/pose-frame';
import expected from './known-picture.json';
import type { Landmarker, Picture } from './landmarker-port';

/**
 * A picture whose landmarks are known: it proves a GPU delegate. On a software renderer that delegate gave visibly wrong
 * landmarks and took half a second, so it is believed only where it gets this picture right, in time, on the very machine.
 */
export interface Proof {
  readonly correct: boolean;
  readonly fastEnough: boolean;
}

/** Normalised. Lite and heavy differ from the full model's values by up to 0.02; wrong landmarks by 0.1 and more. */
const TOLERANCE = 0.04;
/** A delegate slower than this is slower than the CPU would be (53 ms with the full model on two cores). */
const SLOWEST_MS = 60;
const CHECKED = [
  'left-shoulder',
  'right-shoulder',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
] as const;

export const KNOWN_PICTURE_URL = new URL('./known-picture.webp', import.meta.url).href;

/** Runs the known picture twice (the first run compiles) and compares. Leaves the landmarker with it as its last person. */
export const runKnownPicture = (landmarker: Landmarker, picture: Picture, now: () => number): Proof => {
  landmarker.detect(picture, 0);
  const startMs = now();
  const found = landmarker.detect(picture, 1);
  return { correct: found !== null && isExpected(found), fastEnough: now() - startMs <= SLOWEST_MS };
};

const isExpected = (found: PoseLandmarks): boolean =>
  CHECKED.every((name) => {
    const at = LANDMARK[name] * IMAGE_STRIDE;
    const [x, y] = expected.landmarks[name];
    return (
      Math.abs((found.image[at] ?? NaN) - (x ?? NaN)) <= TOLERANCE &&
      Math.abs((found.image[at + 1] ?? NaN) - (y ?? NaN)) <= TOLERANCE
    );
  });
