import { jointIndex, type Joint } from '../pose/access';
import type { PerSide, Side } from '../units';
import { nosePoint, pictureMid, picturePoint, type Skeleton } from './skeleton';
import type { Vec2 } from './vector';

/** A point in body lengths: x to the person's LEFT, y UP, origin under the pelvis on the stance's floor line. */
export interface BodyPoint {
  readonly x: number;
  readonly y: number;
  /** Visibility 0..1 as the pose model gives it; 0 when outside the picture. */
  readonly visibility: number;
}

/**
 * The picture's landmarks levelled by the camera's roll and scaled so that the person's own standing height from
 * ankles to shoulders is 1. x grows to the person's left (as in an unmirrored picture of a person facing the camera).
 * Positions are in the room (not body-centred), so that travelling shows.
 */
export interface BodyPoints {
  readonly pelvis: BodyPoint;
  readonly shoulder: PerSide<BodyPoint>;
  readonly hip: PerSide<BodyPoint>;
  readonly knee: PerSide<BodyPoint>;
  readonly ankle: PerSide<BodyPoint>;
  readonly toe: PerSide<BodyPoint>;
  readonly elbow: PerSide<BodyPoint>;
  readonly wrist: PerSide<BodyPoint>;
  readonly head: BodyPoint;
}

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
