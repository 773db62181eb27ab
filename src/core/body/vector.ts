/** Small vectors. `y` grows UP in all of kinematics (picture and world are flipped when they come in). */
export interface Vec2 {
  readonly x: number;
  readonly y: number;
}

export interface Vec3 extends Vec2 {
  /** Away from the camera. */
  readonly z: number;
}

const DEG = 180 / Math.PI;

export const midpoint = (a: Vec2, b: Vec2): Vec2 => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
export const distance = (a: Vec2, b: Vec2): number => Math.hypot(a.x - b.x, a.y - b.y);
export const subtract3 = (a: Vec3, b: Vec3): Vec3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
export const midpoint3 = (a: Vec3, b: Vec3): Vec3 => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  z: (a.z + b.z) / 2,
});

/** Angle between two directions, 0..180 degrees; 0 when one of them has no length. */
export function angleBetween(a: Vec3, b: Vec3): number {
  const lengths = Math.hypot(a.x, a.y, a.z) * Math.hypot(b.x, b.y, b.z);
  if (lengths === 0) return 0;
  const cosine = (a.x * b.x + a.y * b.y + a.z * b.z) / lengths;
  return Math.acos(Math.min(1, Math.max(-1, cosine))) * DEG;
}

/** Direction of (x, y) from the x axis, degrees, counter-clockwise positive. */
export const directionDeg = (x: number, y: number): number => Math.atan2(y, x) * DEG;

/** Rotates a point about the origin, counter-clockwise positive (y up). */
export function rotate(point: Vec2, byDeg: number): Vec2 {
  const c = Math.cos(byDeg / DEG);
  const s = Math.sin(byDeg / DEG);
  return { x: point.x * c - point.y * s, y: point.x * s + point.y * c };
}
