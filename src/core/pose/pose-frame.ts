import type { Millis } from '../units';
import { LANDMARK_COUNT } from './landmark';

/** Values per landmark in {@link PoseFrame.image}: x, y, z (all normalised by the picture), visibility 0..1. */
export const IMAGE_STRIDE = 4;
/** Values per landmark in {@link PoseFrame.world}: x, y, z in metres. */
export const WORLD_STRIDE = 3;

/**
 * What the pose model saw in one picture. Landmarks are packed: a transferred Float32Array costs 4 µs where
 * 33 cloned objects cost 46 µs.
 *
 * `image` is normalised (x by width, y by height, z by width): multiply before any angle is taken.
 * `landmarks` is null when nobody was found.
 */
export interface PoseFrame {
  /** Time of the picture on the source's own clock; strictly increasing within a source. */
  readonly timestampMs: Millis;
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
  readonly landmarks: PoseLandmarks | null;
  /** Mean brightness of the picture, 0 black … 1 white; measured where nobody was found, to say why. */
  readonly brightness?: number;
}

export interface PoseLandmarks {
  /** {@link LANDMARK_COUNT} × {@link IMAGE_STRIDE} */
  readonly image: Float32Array;
  /** {@link LANDMARK_COUNT} × {@link WORLD_STRIDE} */
  readonly world: Float32Array;
}

/** Whether the arrays have the lengths they must have. */
export const isWellFormed = (landmarks: PoseLandmarks): boolean =>
  landmarks.image.length === LANDMARK_COUNT * IMAGE_STRIDE &&
  landmarks.world.length === LANDMARK_COUNT * WORLD_STRIDE;

/** Pictures' widths, or metres: a point further away than this is no part of a body in a picture. */
const FURTHEST = 100;
const isPlace = (value: number): boolean => Math.abs(value) <= FURTHEST;

/**
 * The landmarks as they are, or null where the arrays have a wrong length or a value is no number or out of all bounds: a
 * model that stumbles gives NaN, which would pass through every angle into repetitions that no file can hold.
 */
export const credible = (landmarks: PoseLandmarks | null): PoseLandmarks | null =>
  landmarks !== null &&
  isWellFormed(landmarks) &&
  landmarks.image.every(isPlace) &&
  landmarks.world.every(isPlace)
    ? landmarks
    : null;
