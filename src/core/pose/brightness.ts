/** Mean brightness of a picture, 0 black … 1 white, below which webcams smear and the landmarks with them. */
export const DARKEST = 0.14;

/** Rec. 601 luma of the RGBA bytes from `at` on, 0 … 1. */
export const lumaAt = (rgba: Uint8ClampedArray, at: number): number =>
  (0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)) / 255;

/** The luma of RGBA bytes, pixel by pixel, 0 … 1. */
export const lumaOf = (rgba: Uint8ClampedArray): Float32Array =>
  Float32Array.from({ length: rgba.length / 4 }, (_, pixel) => lumaAt(rgba, pixel * 4));

/** Mean luma of RGBA bytes, 0 … 1. */
export const meanLuma = (rgba: Uint8ClampedArray): number =>
  lumaOf(rgba).reduce((sum, luma) => sum + luma, 0) / (rgba.length / 4);
