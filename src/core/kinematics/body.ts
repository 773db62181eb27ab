import { jointIndex, type Joint } from '../pose/access';
import type { PerSide, Side } from '../units';
import type { BodyPoint, BodyPoints } from './kinematic-frame';
import { nosePoint, pictureMid, picturePoint, type Skeleton } from './skeleton';
import type { Vec2 } from './vector';

/** Places a levelled skeleton in body lengths. `scalePx` = one body length; `origin` in levelled pixels. */
export function toBodyPoints(skeleton: Skeleton, scalePx: number, origin: Vec2): BodyPoints {
  const place = (point: Vec2, visibility: number): BodyPoint => ({
    x: (point.x - origin.x) / scalePx,
    y: (point.y - origin.y) / scalePx,
    visibility,
  });
  const one = (side: Side, joint: Joint): BodyPoint => {
    const index = jointIndex(side, joint);
    return place(picturePoint(skeleton, index), skeleton.visibility[index] ?? 0);
  };
  const both = (joint: Joint): PerSide<BodyPoint> => ({
    left: one('left', joint),
    right: one('right', joint),
  });
  const hips = both('hip');
  return {
    pelvis: place(pictureMid(skeleton, 'hip'), Math.min(hips.left.visibility, hips.right.visibility)),
    shoulder: both('shoulder'),
    hip: hips,
    knee: both('knee'),
    ankle: both('ankle'),
    toe: both('toe'),
    elbow: both('elbow'),
    wrist: both('wrist'),
    head: place(nosePoint(skeleton), skeleton.visibility[0] ?? 0),
  };
}
