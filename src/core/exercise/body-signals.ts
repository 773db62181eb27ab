import type { KinematicFrame, StanceSummary } from '../kinematics/kinematic-frame';
import type { BodyPoint, BodyPoints } from '../body/body-points';
import { deg, otherSide, SIDES, type Degrees, type Side } from '../units';

/** A frame in which the body and the person's own stance are both known. */
export interface Posed {
  readonly frame: KinematicFrame;
  readonly body: BodyPoints;
  readonly stance: StanceSummary;
}

/** Null while nobody is seen or no stance is known yet. */
export function posed(frame: KinematicFrame): Posed | null {
  return frame.body && frame.stance ? { frame, body: frame.body, stance: frame.stance } : null;
}

type SidedPoint = 'hip' | 'knee' | 'ankle' | 'toe' | 'shoulder';

/** How far a joint is above its place in the quiet stance, body lengths. */
export const rise = ({ body, stance }: Posed, joint: SidedPoint, side: Side): number =>
  body[joint][side].y - stance.body[joint][side].y;

/** How far a joint moved sideways from its place in the stance, away from the midline, body lengths. */
export const outward = ({ body, stance }: Posed, joint: SidedPoint, side: Side): number =>
  (body[joint][side].x - stance.body[joint][side].x) * (side === 'left' ? 1 : -1);

/** How far the pelvis is below its height in the stance, body lengths. */
export const pelvisDrop = ({ body, stance }: Posed): number => stance.body.pelvis.y - body.pelvis.y;

/** Sideways way of the pelvis from the stance, toward `side`, body lengths. */
export const pelvisShift = ({ body, stance }: Posed, side: Side): number =>
  (body.pelvis.x - stance.body.pelvis.x) * (side === 'left' ? 1 : -1);

/** Both feet are where the floor is, within `tolerance` body lengths of the stance. */
export const feetDown = (pose: Posed, tolerance: number): boolean =>
  SIDES.every((side) => Math.abs(rise(pose, 'ankle', side)) <= tolerance);

/**
 * Flexion of the thigh against the vertical from its foreshortening in the picture: what is missing of its length
 * points toward (or away from) the camera. Beyond 90° the knee is above the hip. A leg lifted sideways keeps its
 * length and reads 0.
 */
export function thighFlexion({ body, stance }: Posed, side: Side): Degrees {
  const full = length(stance.body.hip[side], stance.body.knee[side]);
  const dx = body.knee[side].x - body.hip[side].x;
  const down = body.hip[side].y - body.knee[side].y;
  const forward = Math.sqrt(Math.max(0, full * full - dx * dx - down * down));
  return deg((Math.atan2(forward, down) * 180) / Math.PI);
}

const length = (a: BodyPoint, b: BodyPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Distance of two ankles, `side`'s own outward positive: negative when the foot has crossed the other one. */
export const footSeparation = (body: BodyPoints, side: Side): number =>
  (body.ankle[side].x - body.ankle[otherSide(side)].x) * (side === 'left' ? 1 : -1);

/** Whether legs and feet are seen well enough to say anything about steps. */
export const legsVisible = (body: BodyPoints, least: number): boolean =>
  SIDES.every((side) => body.knee[side].visibility >= least && body.ankle[side].visibility >= least);
