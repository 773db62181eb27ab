import type { Light } from '../pose/light';
import type { Millis } from '../units';

/** Lit otherwise for this long, it is told: not by a hand before the camera, nor while the camera finds its exposure. */
const TOLD_AFTER_MS = 3000;

/** How the person is lit, once that has lasted. */
export interface LightWatch {
  readonly light: Light;
  /** What is read otherwise than `light`, and since when. */
  readonly other: { readonly light: Light; readonly sinceMs: Millis } | null;
}

export const FINE_LIGHT: LightWatch = { light: 'fine', other: null };

/**
 * Moves the watch by one reading. Pure.
 *
 * @param light null where there is no picture to read it from: then nothing changes
 */
export function stepLight(before: LightWatch, light: Light | null, atMs: Millis): LightWatch {
  if (light === null) return before;
  if (light === before.light) return before.other === null ? before : { light, other: null };
  if (before.other?.light !== light) return { light: before.light, other: { light, sinceMs: atMs } };
  return atMs - before.other.sinceMs < TOLD_AFTER_MS ? before : { light, other: null };
}
