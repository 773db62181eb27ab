/** Where a picture lies on the screen, in CSS pixels. `left` and `top` may be negative: the rest is cut off. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Shown as in a mirror: the person's left is on the left of the screen. */
  readonly mirrored: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * At least this share of the picture's width stays visible. A landscape picture on a portrait screen would otherwise
 * show only its middle quarter and lose the person at the first side step.
 */
const MIN_VISIBLE_WIDTH = 0.66;

/**
 * Fits a picture so that its whole height shows: head and feet must never be cut off. Where that makes it wider than
 * the screen the sides are cut, down to {@link MIN_VISIBLE_WIDTH}; from there on it shrinks.
 */
export function fitPicture(picture: Size, screen: Size, mirrored: boolean): Viewport {
  const byHeight = screen.height / picture.height;
  const byWidth = screen.width / (picture.width * MIN_VISIBLE_WIDTH);
  const scale = Math.min(byHeight, byWidth);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (screen.width - width) / 2, top: (screen.height - height) / 2, width, height, mirrored };
}

/** A landmark, normalised by the picture and not mirrored, on the screen. */
export const toScreen = (viewport: Viewport, x: number, y: number): ScreenPoint => ({
  x: viewport.left + (viewport.mirrored ? 1 - x : x) * viewport.width,
  y: viewport.top + y * viewport.height,
});

/**
 * Direction on the screen of a line that runs level toward the person's right and is tipped by `angleDeg`
 * (+ = right end higher), as a unit vector; screen y grows downward.
 */
export function tiltedRightward(viewport: Viewport, angleDeg: number): ScreenPoint {
  const angle = (angleDeg * Math.PI) / 180;
  const rightward = viewport.mirrored ? 1 : -1;
  return { x: rightward * Math.cos(angle), y: -Math.sin(angle) };
}
