import { angleBetween, type Vec3 } from '../body/vector';
import { SENSOR_LIMITS } from './limits';
import type { SensorRecording } from './recording';

/** How a phone was worn, in its own frame: all that is needed to read a pelvis' tilt off it. */
export interface Worn {
  /** The vertical while standing. */
  readonly vertical: Vec3;
  /** The axis from hip to hip: to the person's right when the screen faces away from the back. */
  readonly across: Vec3;
}

/** Out of the screen. */
const NORMAL: Vec3 = { x: 0, y: 0, z: 1 };
const PIECE_S = 5;
const ALIKE_DEG = 20;

/**
 * How the phone was worn for most of the recording, found from the recording itself: of all pieces in which the screen stood upright,
 * the largest group that agrees on the vertical.
 * @returns null when the screen never stood upright
 */
export function wornMost({ timesS, vertical }: SensorRecording): Worn | null {
  const pieces = new Map<number, Vec3[]>();
  timesS.forEach((timeS, index) => {
    const at = vertical[index];
    const piece = Math.floor(timeS / PIECE_S);
    const known = pieces.get(piece);
    if (at === undefined) return;
    if (known) known.push(at);
    else pieces.set(piece, [at]);
  });
  const means = [...pieces.values()].map(meanDirection).filter((mean) => wornWith(mean) !== null);
  let largest: readonly Vec3[] = [];
  for (const mean of means) {
    const group = means.filter((other) => angleBetween(mean, other) <= ALIKE_DEG);
    if (group.length > largest.length) largest = group;
  }
  return largest.length === 0 ? null : wornWith(meanDirection(largest));
}

/** @returns null when the screen is too near to horizontal to say where the back is */
export function wornWith(vertical: Vec3): Worn | null {
  const along = dot(NORMAL, vertical);
  const level = subtract(NORMAL, scale(vertical, along));
  const size = length(level);
  if (size < Math.sin((SENSOR_LIMITS.uprightDeg.value * Math.PI) / 180)) return null;
  return { vertical, across: cross(vertical, scale(level, 1 / size)) };
}

/**
 * Frontal-plane tilt of the pelvis in degrees against the standing vertical; positive with the right side higher while the screen
 * faces away from the back. It is how far the axis from hip to hip has left the horizontal, so bending forward and turning round
 * change nothing. NaN while the phone is far from how it was worn.
 */
export function tiltDeg({ vertical, across }: Worn, now: Vec3): number {
  if (angleBetween(vertical, now) > SENSOR_LIMITS.wornDeg.value) return NaN;
  return (Math.asin(Math.max(-1, Math.min(1, dot(across, now)))) * 180) / Math.PI;
}

const QUIET_S = 2;

/**
 * The vertical of the quietest two seconds between two times while the phone is worn as given: the zero of the tilt.
 * @returns null where there are no such two seconds
 */
export function quietVertical(
  { timesS, vertical }: SensorRecording,
  worn: Worn,
  fromS: number,
  toS: number,
): Vec3 | null {
  let quietest: { readonly mean: Vec3; readonly spread: number } | null = null;
  let piece: Vec3[] = [];
  let startS = fromS;
  for (const [index, timeS] of timesS.entries()) {
    const at = vertical[index];
    if (timeS < fromS || at === undefined) continue;
    if (timeS - startS >= QUIET_S) {
      const mean = meanDirection(piece);
      const spread = piece.reduce((sum, one) => sum + angleBetween(mean, one) ** 2, 0) / piece.length;
      const isWorn = piece.length > 0 && angleBetween(mean, worn.vertical) <= SENSOR_LIMITS.wornDeg.value;
      if (isWorn && spread < (quietest?.spread ?? Infinity)) quietest = { mean, spread };
      piece = [];
      startS = timeS;
    }
    if (timeS > toS) break;
    piece.push(at);
  }
  return quietest?.mean ?? null;
}

const dot = (a: Vec3, b: Vec3): number => a.x * b.x + a.y * b.y + a.z * b.z;
const scale = (a: Vec3, by: number): Vec3 => ({ x: a.x * by, y: a.y * by, z: a.z * by });
const subtract = (a: Vec3, b: Vec3): Vec3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
const length = (a: Vec3): number => Math.hypot(a.x, a.y, a.z);
const cross = (a: Vec3, b: Vec3): Vec3 => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

function meanDirection(directions: readonly Vec3[]): Vec3 {
  const sum = directions.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }), {
    x: 0,
    y: 0,
    z: 0,
  });
  return scale(sum, 1 / (length(sum) || 1));
}
