/** Mean brightness of a picture, 0 black … 1 white, below which webcams smear and the landmarks with them. */
export const DARKEST = 0.14;

/** Rec. 601 luma of RGBA bytes, 0 … 1. */
export function meanLuma(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return sum / (rgba.length / 4) / 255;
}
