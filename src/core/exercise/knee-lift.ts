import { otherSide, SIDES, type Side } from '../units';
import { rise, thighFlexion, type Posed } from './body-signals';

/** Ankle rise of a thigh at 90° with the shank hanging, body lengths (thigh length). */
const THIGH = 0.3;
/** Degrees of lift that an ankle's rise allows at most: without the foot leaving the floor there is no lift. */
const DEG_PER_RISE = 1100;
/** From this rise of the ankle on, body lengths, it says alone how high the knee is; what it says then is this share too much. */
const CLEARLY_RISEN = 0.09;
const ANKLE_SHARE = 0.85;
/** How thigh and ankle are weighed together below that. */
const THIGH_SHARE = 0.6;
/** The movement model errs less on the way up and at the top, the picture on the floor. */
const MODEL_SHARE = 0.6;

/**
 * How high one knee is lifted. The thigh's foreshortening says it; where the pose model left the knee behind, the
 * rise of the ankle does.
 */
function seenLiftDeg(pose: Posed, side: Side): number {
  if (!feetSeen(pose))
    return Math.max(0, thighFlexion(pose, side) - Math.max(0, thighFlexion(pose, otherSide(side))));
  const risen = rise(pose, 'ankle', side) - rise(pose, 'ankle', otherSide(side));
  const byAnkle = (Math.acos(Math.max(-0.5, 1 - Math.max(0, risen) / THIGH)) * 180) / Math.PI;
  const together = Math.max(
    THIGH_SHARE * thighFlexion(pose, side) + (1 - THIGH_SHARE) * byAnkle,
    risen > CLEARLY_RISEN ? ANKLE_SHARE * byAnkle : 0,
  );
  return Math.max(0, Math.min(together, risen * DEG_PER_RISE));
}

/** Whether the standing foot, at least, is no guess. */
const feetSeen = ({ body, stance }: Posed): boolean =>
  SIDES.every((side) => stance.body.ankle[side].visibility >= FOOT_SEEN) &&
  SIDES.some((side) => body.ankle[side].visibility >= FOOT_SEEN);
/** Below this visibility a foot is guessed. */
const FOOT_SEEN = 0.2;

/** How far one hip is bent beyond the standing leg's, by the movement model; null while it is absent. */
function trueLiftDeg({ frame }: Posed, side: Side): number | null {
  const hip = frame.flexion?.hip;
  return hip ? Math.max(0, hip[side].deg - Math.max(0, hip[otherSide(side)].deg)) : null;
}

/** How high one knee is lifted, degrees of hip flexion beyond the standing leg's. */
export function kneeLiftDeg(pose: Posed, side: Side): number {
  const seen = seenLiftDeg(pose, side);
  const estimated = trueLiftDeg(pose, side);
  return estimated === null ? seen : MODEL_SHARE * estimated + (1 - MODEL_SHARE) * seen;
}

/**
 * How far the toes are above the ankle, beyond the stance's own, body lengths. The foot of a shank that hangs points down or
 * forward; of a leg that is raised straight the sole faces the camera, the toes up. 0 where the stance's toes were below the
 * picture: what is guessed there says nothing.
 */
export function toesUp({ body, stance }: Posed, side: Side): number {
  if (stance.body.toe[side].visibility < FOOT_SEEN) return 0;
  return body.toe[side].y - body.ankle[side].y - (stance.body.toe[side].y - stance.body.ankle[side].y);
}

/** How far the knee is above the ankle, as a share of that in the stance: 1 where the shank hangs or stands. */
export function shankShare({ body, stance }: Posed, side: Side): number {
  const standing = stance.body.knee[side].y - stance.body.ankle[side].y;
  return (body.knee[side].y - body.ankle[side].y) / standing;
}
