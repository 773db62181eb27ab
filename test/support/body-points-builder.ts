import type { BodyPoint, BodyPoints } from '../../src/core/body/body-points';

const point = (x: number, y: number): BodyPoint => ({ x, y, visibility: 1 });

/** Somebody who stands facing the camera, ankles at the given places along the picture; body lengths. */
export const standingAt = (
  leftX: number,
  rightX: number,
  lifted: { left?: number; right?: number } = {},
): BodyPoints => {
  const middle = (leftX + rightX) / 2;
  const at = (y: number, half: number) => ({ left: point(middle + half, y), right: point(middle - half, y) });
  const feet = { left: lifted.left ?? 0, right: lifted.right ?? 0 };
  return {
    pelvis: point(middle, 0.6),
    shoulder: at(1, 0.13),
    hip: at(0.6, 0.08),
    knee: at(0.3, 0.09),
    ankle: { left: point(leftX, feet.left), right: point(rightX, feet.right) },
    toe: { left: point(leftX, feet.left - 0.03), right: point(rightX, feet.right - 0.03) },
    elbow: at(0.75, 0.2),
    wrist: at(0.6, 0.15),
    head: point(middle, 1.15),
  };
};

/** Somebody who lies on the side across the picture; `below` = how far the left shoulder and hip lie below the right. */
export const lyingOnSide = (side: 'left' | 'right', below = 0.2): BodyPoints => {
  const sign = side === 'left' ? 1 : -1;
  const pair = (x: number, y: number, apart: number) => ({
    left: point(x, y - (sign * apart) / 2),
    right: point(x, y + (sign * apart) / 2),
  });
  return {
    pelvis: point(0, 0.2),
    shoulder: pair(0.4, 0.3, below),
    hip: pair(0, 0.2, below / 2),
    knee: pair(-0.3, 0.12, 0.05),
    ankle: pair(-0.6, 0.05, 0.05),
    toe: pair(-0.65, 0.05, 0.05),
    elbow: pair(0.4, 0.1, 0.3),
    wrist: pair(0.5, 0.1, 0.3),
    head: point(0.6, 0.4),
  };
};
