import { createOneEuroFilter } from '../../src/core/signal/one-euro';
import type { OneEuroFilter } from '../../src/core/signal/one-euro';
import { millis } from '../../src/core/units';
import { SMOOTH_LANDMARKS, SMOOTH_WORLD, VISIBILITY_ALPHA } from './pose-options';
import type { OneEuroOptions } from './pose-options';

/** One picture's landmarks in the units in which they are smoothed; x, y and z in turn. */
export interface LandmarkValues {
  /** Pixels. */
  readonly picture: Float64Array;
  /** Metres. */
  readonly world: Float64Array;
  readonly visibility: Float64Array;
}

/** What MediaPipe's graph does to the landmarks of a tracked person from picture to picture. */
export class LandmarkSmoother {
  readonly #picture = oneEuro(SMOOTH_LANDMARKS);
  readonly #world = oneEuro(SMOOTH_WORLD);
  #visibility: Float64Array | null = null;

  /** Forgets the person: nobody was seen. */
  reset(): void {
    this.#picture.reset();
    this.#world.reset();
    this.#visibility = null;
  }

  /** @param regionSize of the next picture's region, in pixels: how large the person is in the picture */
  smooth(values: LandmarkValues, timestampMs: number, regionSize: number): LandmarkValues {
    const atMs = millis(timestampMs);
    return {
      picture: this.#picture.filter(values.picture, atMs, regionSize),
      world: this.#world.filter(values.world, atMs, objectScale(values.world)),
      visibility: this.#smoothVisibility(values.visibility),
    };
  }

  /** `low_pass_filter.cc`. */
  #smoothVisibility(values: Float64Array): Float64Array {
    const last = this.#visibility ?? values;
    this.#visibility = values.map(
      (value, index) => VISIBILITY_ALPHA * value + (1 - VISIBILITY_ALPHA) * (last[index] ?? value),
    );
    return this.#visibility;
  }
}

const oneEuro = ({ minCutoff, beta, derivateCutoff }: OneEuroOptions): OneEuroFilter =>
  createOneEuroFilter({
    minCutoffHz: minCutoff,
    beta,
    speedCutoffHz: derivateCutoff,
    // The graph forgets a person only when nobody is seen.
    resetAfterMs: millis(Infinity),
  });

/** Mean of width and height of all points. `landmarks_smoothing_calculator_utils.cc`, GetObjectScale. */
export const objectScale = (points: Float64Array): number => (extent(points, 0) + extent(points, 1)) / 2;

const extent = (points: Float64Array, axis: number): number => {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = axis; i < points.length; i += 3) {
    lowest = Math.min(lowest, points[i]!);
    highest = Math.max(highest, points[i]!);
  }
  return highest - lowest;
};
