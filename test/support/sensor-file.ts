import type { Vec3 } from '../../src/core/body/vector';
import type { ClipTruth } from '../../scripts/evaluate/truth';
import { createRandom, gaussian } from './simulator/random';

/** A pelvis' true motion: seconds, and obliquity in degrees with the right side higher as positive. */
export interface TrueMotion {
  readonly timesS: readonly number[];
  readonly obliquityDeg: readonly number[];
}

export const motionOf = ({ frames }: ClipTruth): TrueMotion => ({
  timesS: frames.map(({ t }) => t),
  obliquityDeg: frames.map(({ pelvisObliquityDeg }) => pelvisObliquityDeg ?? 0),
});

export interface SensorFileOptions {
  readonly layout?: 'sensor-logger' | 'phyphox' | 'phyphox-german';
  readonly quantity?: 'gravity' | 'rotation';
  /** Rows a second. */
  readonly rate?: number;
  /** Seconds of quiet standing before the motion begins and after it has ended. */
  readonly beforeS?: number;
  readonly afterS?: number;
  readonly screen?: 'out' | 'in';
  /** How far the phone is turned in the waistband's plane: 0 upright, 90 across. */
  readonly turnedDeg?: number;
  /** How far the back leans the screen up. */
  readonly slopeDeg?: number;
  /** How far the pelvis tips forward and turns about, at most, as the person moves. */
  readonly tipDeg?: number;
  readonly turnDeg?: number;
  readonly noiseDeg?: number;
  readonly driftDegPerMin?: number;
  /** iPhones say where down is, Android phones where up is. */
  readonly pointsDown?: boolean;
  /** Seconds of the recording in which nothing was written: from, to. */
  readonly gaps?: readonly (readonly [number, number])[];
  readonly seed?: number;
}

const RAD = Math.PI / 180;
const G = 9.80665;

/** What a logger app would write on a phone that is worn over the sacrum during this motion. */
export function sensorFile(motion: TrueMotion, options: SensorFileOptions = {}): string {
  const { layout = 'sensor-logger', quantity = 'gravity', rate = 50, gaps = [] } = options;
  const { beforeS = 6, afterS = 4, noiseDeg = 0.2, driftDegPerMin = 0, pointsDown = false } = options;
  const random = createRandom(options.seed ?? 1);
  const durationS = beforeS + (motion.timesS.at(-1) ?? 0) - (motion.timesS[0] ?? 0) + afterS;
  const rows: string[] = [headOf(layout, quantity)];
  for (let row = 0; row <= durationS * rate; row++) {
    const timeS = row / rate;
    if (gaps.some(([from, to]) => timeS >= from && timeS < to)) continue;
    const clipS = timeS - beforeS + (motion.timesS[0] ?? 0);
    const noise = () => noiseDeg * gaussian(random);
    const pose = {
      obliquity: obliquityAt(motion, clipS) + (driftDegPerMin * timeS) / 60 + noise(),
      tip: (options.tipDeg ?? 4) * Math.sin(0.9 * timeS) + noise(),
      turn: (options.turnDeg ?? 6) * Math.sin(0.35 * timeS + 1),
    };
    const axes = phoneAxes(options).map((axis) => inWorld(axis, pose));
    const numbers =
      quantity === 'gravity' ? axes.map((axis) => axis.z * G * (pointsDown ? -1 : 1)) : quaternionOf(axes);
    rows.push(rowOf(layout, timeS, numbers));
  }
  return rows.join('\n');
}

/** Linear between the frames of the truth; before and after it as in its first and last frame. */
function obliquityAt({ timesS, obliquityDeg }: TrueMotion, timeS: number): number {
  const next = timesS.findIndex((one) => one >= timeS);
  if (next <= 0) return obliquityDeg.at(next < 0 ? -1 : 0) ?? 0;
  const [from = 0, to = 0] = [timesS[next - 1], timesS[next]];
  const [a = 0, b = 0] = [obliquityDeg[next - 1], obliquityDeg[next]];
  return a + ((b - a) * (timeS - from)) / (to - from || 1);
}

/** x, y, z of the phone in the pelvis' frame: x to the right, y forward, z up. */
function phoneAxes({ screen = 'out', turnedDeg = 0, slopeDeg = 20 }: SensorFileOptions): Vec3[] {
  const out = screen === 'out' ? 1 : -1;
  const [slope, turned] = [slopeDeg * RAD, turnedDeg * RAD];
  const right = { x: out, y: 0, z: 0 };
  const up = { x: 0, y: Math.sin(slope), z: Math.cos(slope) };
  const normal = { x: 0, y: -out * Math.cos(slope), z: out * Math.sin(slope) };
  const mix = (a: number, b: number): Vec3 => ({
    x: a * right.x + b * up.x,
    y: a * right.y + b * up.y,
    z: a * right.z + b * up.z,
  });
  return [mix(Math.cos(turned), Math.sin(turned)), mix(-Math.sin(turned), Math.cos(turned)), normal];
}

interface Pose {
  readonly obliquity: number;
  readonly tip: number;
  readonly turn: number;
}

/** Tipped forward about the axis from hip to hip, then tilted so that this axis rises by the obliquity, then turned about. */
function inWorld({ x, y, z }: Vec3, pose: Pose): Vec3 {
  const [tip, tilt, turn] = [pose.tip * RAD, pose.obliquity * RAD, pose.turn * RAD];
  const tipped = { x, y: y * Math.cos(tip) - z * Math.sin(tip), z: y * Math.sin(tip) + z * Math.cos(tip) };
  const tilted = {
    x: tipped.x * Math.cos(tilt) - tipped.z * Math.sin(tilt),
    y: tipped.y,
    z: tipped.x * Math.sin(tilt) + tipped.z * Math.cos(tilt),
  };
  return {
    x: tilted.x * Math.cos(turn) - tilted.y * Math.sin(turn),
    y: tilted.x * Math.sin(turn) + tilted.y * Math.cos(turn),
    z: tilted.z,
  };
}

/** qx, qy, qz, qw of the rotation whose columns are the phone's axes in the world. */
function quaternionOf(axes: readonly Vec3[]): number[] {
  const [a, b, c] = axes as [Vec3, Vec3, Vec3];
  const w = Math.sqrt(Math.max(1e-9, 1 + a.x + b.y + c.z)) / 2;
  const x = Math.sqrt(Math.max(0, 1 + a.x - b.y - c.z)) / 2;
  const y = Math.sqrt(Math.max(0, 1 - a.x + b.y - c.z)) / 2;
  const z = Math.sqrt(Math.max(0, 1 - a.x - b.y + c.z)) / 2;
  return [Math.sign(b.z - c.y) * x, Math.sign(c.x - a.z) * y, Math.sign(a.y - b.x) * z, w];
}

const HEADS = {
  'sensor-logger': { gravity: 'time,seconds_elapsed,z,y,x', rotation: 'time,seconds_elapsed,qz,qy,qx,qw' },
  phyphox: {
    gravity: '"Time (s)","Gravity x (m/s^2)","Gravity y (m/s^2)","Gravity z (m/s^2)"',
    rotation: '"Time (s)","Quaternion X","Quaternion Y","Quaternion Z","Quaternion W"',
  },
  'phyphox-german': {
    gravity: '"Zeit (s)";"Gravitation x (m/s²)";"Gravitation y (m/s²)";"Gravitation z (m/s²)"',
    rotation: '"Zeit (s)";"Quaternion X";"Quaternion Y";"Quaternion Z";"Quaternion W"',
  },
} as const;

const headOf = (layout: keyof typeof HEADS, quantity: 'gravity' | 'rotation'): string =>
  HEADS[layout][quantity];

function rowOf(
  layout: keyof typeof HEADS,
  timeS: number,
  [x = 0, y = 0, z = 0, ...w]: readonly number[],
): string {
  const cells = (numbers: readonly number[]) => numbers.map((value) => value.toFixed(6));
  switch (layout) {
    case 'sensor-logger': {
      const nanos = 1_718_030_736_000_000_000n + BigInt(Math.round(timeS * 1e6)) * 1000n;
      return [nanos.toString(), ...cells([timeS, z, y, x, ...w])].join(',');
    }
    case 'phyphox':
      return cells([timeS, x, y, z, ...w]).join(',');
    case 'phyphox-german':
      return cells([timeS, x, y, z, ...w])
        .map((cell) => cell.replace('.', ','))
        .join(';');
  }
}
