import { LANDMARK } from '../src/core/pose/landmark';
import { IMAGE_STRIDE } from '../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../src/core/pose/pose-frame';
import expected from './known-picture.json';
import type { Landmarker, Picture } from './landmarker-port';
import type { PoseModel } from './protocol';

/**
 * A picture in which each model's landmarks are known: it proves an engine and a graphics chip. Some software renderers gave
 * visibly wrong landmarks, others take seconds, so they are believed only where they get this picture right, in time, on the
 * very machine.
 */
export interface Proof {
  readonly correct: boolean;
  /** Median time of one picture, once everything is compiled. */
  readonly pictureMs: number;
}

/**
 * Normalised: three pixels of the picture. LiteRT is off by up to 0.002, on the processor and through WebGPU; MediaPipe's own
 * delegate on a chip in software by 0.014 (lite).
 */
const TOLERANCE = 0.01;
/** Timed after the first picture, which compiles. Five: a median that one hiccup does not move. */
const TIMED_PICTURES = 5;
/** A picture that takes longer ends the trial: nothing live can come of it, and the person waits. */
const HOPELESS_MS = 500;
const CHECKED = [
  'left-shoulder',
  'right-shoulder',
  'left-hip',
  'right-hip',
  'left-knee',
  'right-knee',
] as const;

export const KNOWN_PICTURE_URL = new URL('./known-picture.webp', import.meta.url).href;

/** Runs the known picture until it is timed, and compares. Leaves the landmarker with it as its last person. */
export const runKnownPicture = async (
  landmarker: Landmarker,
  picture: Picture,
  model: PoseModel,
  now: () => number,
): Promise<Proof> => {
  const known = expected.landmarks[model];
  let correct = isExpected(await landmarker.detect(picture, 0), known);
  const timesMs: number[] = [];
  while (correct && timesMs.length < TIMED_PICTURES && (timesMs.at(-1) ?? 0) <= HOPELESS_MS) {
    const startMs = now();
    const found = await landmarker.detect(picture, timesMs.length + 1);
    timesMs.push(now() - startMs);
    correct = isExpected(found, known);
  }
  const middle = Math.floor(timesMs.length / 2);
  return { correct, pictureMs: [...timesMs].sort((a, b) => a - b)[middle] ?? Infinity };
};

const isExpected = (found: PoseLandmarks | null, known: (typeof expected.landmarks)[PoseModel]): boolean =>
  found !== null &&
  CHECKED.every((name) => {
    const at = LANDMARK[name] * IMAGE_STRIDE;
    const [x, y] = known[name];
    return (
      Math.abs((found.image[at] ?? NaN) - (x ?? NaN)) <= TOLERANCE &&
      Math.abs((found.image[at + 1] ?? NaN) - (y ?? NaN)) <= TOLERANCE
    );
  });
