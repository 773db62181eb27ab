import { LANDMARK, LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkName } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis } from '../../../src/core/units';
import { mix, type Point, type Posture } from './body';
import { gaussian } from './random';

/** Where the laptop stands, and what its picture is like. */
export interface Camera {
  readonly width: number;
  readonly height: number;
  /** Focal length in picture heights. */
  readonly focal: number;
  /** Metres from the person, and above the floor. */
  readonly distanceM: number;
  readonly heightM: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
  /** The person's turn against the camera; + = to the person's left. */
  readonly yawDeg: number;
}

export const AVERAGE_CAMERA: Camera = {
  width: 640,
  height: 480,
  focal: 1.1,
  distanceM: 2.8,
  heightM: 0.9,
  pitchDeg: 0,
  rollDeg: 0,
  yawDeg: 0,
};

/**
 * Noise of the landmarks, measured on quiet stances of rendered bodies through the pose model: its own smoothing leaves a
 * slow wander and little jitter.
 */
export interface LandmarkNoise {
  /** Deviation of the slow wander, share of the picture's height. */
  readonly wander: number;
  /** Deviation per frame, share of the picture's height. */
  readonly jitter: number;
  /** Correlation time of the wander, seconds. */
  readonly wanderS: number;
}

export const MEASURED_NOISE: LandmarkNoise = { wander: 0.0012, jitter: 0.0006, wanderS: 0.6 };
export const NO_NOISE: LandmarkNoise = { wander: 0, jitter: 0, wanderS: 1 };

const RAD = Math.PI / 180;

/** Turns postures into pose frames, as the pose model would report them. Holds the noise's memory. */
export function createCameraman(
  camera: Camera,
  noise: LandmarkNoise,
  random: () => number,
): (posture: Posture, timeS: number) => PoseFrame {
  const wander = new Float64Array(LANDMARK_COUNT * 2);
  let lastS: number | null = null;
  return (posture, timeS) => {
    const keep = lastS === null ? 0 : Math.exp(-(timeS - lastS) / noise.wanderS);
    lastS = timeS;
    const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
    const world = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);
    const points = landmarkPoints(posture);
    const middle = mix(points['left-hip'], points['right-hip'], 0.5);
    for (const name of LANDMARK_NAMES) {
      const index = LANDMARK[name];
      const [x, y] = project(camera, points[name]);
      for (const axis of [0, 1]) {
        const at = index * 2 + axis;
        wander[at] = keep * (wander[at] ?? 0) + Math.sqrt(1 - keep * keep) * noise.wander * gaussian(random);
      }
      const dx = (wander[index * 2] ?? 0) + noise.jitter * gaussian(random);
      const dy = (wander[index * 2 + 1] ?? 0) + noise.jitter * gaussian(random);
      image.set([x + dx * (camera.height / camera.width), y + dy, 0, 0.99], index * IMAGE_STRIDE);
      world.set(toWorld(camera, points[name], middle), index * WORLD_STRIDE);
    }
    return {
      timestampMs: millis(timeS * 1000),
      width: camera.width,
      height: camera.height,
      landmarks: { image, world },
    };
  };
}

/** Into the camera's axes: x right in the picture, y up, z away from the camera. */
function toCamera(camera: Camera, point: Point): Point {
  const yaw = camera.yawDeg * RAD;
  const x = point.x * Math.cos(yaw) + point.z * Math.sin(yaw);
  const forward = point.z * Math.cos(yaw) - point.x * Math.sin(yaw);
  const y = point.y - camera.heightM;
  const z = camera.distanceM - forward;
  const pitch = camera.pitchDeg * RAD;
  const pitched = {
    y: y * Math.cos(pitch) - z * Math.sin(pitch),
    z: z * Math.cos(pitch) + y * Math.sin(pitch),
  };
  const roll = camera.rollDeg * RAD;
  return {
    x: x * Math.cos(roll) - pitched.y * Math.sin(roll),
    y: x * Math.sin(roll) + pitched.y * Math.cos(roll),
    z: pitched.z,
  };
}

function project(camera: Camera, point: Point): [number, number] {
  const { x, y, z } = toCamera(camera, point);
  const scale = camera.focal / Math.max(0.2, z);
  return [0.5 + (x * scale * camera.height) / camera.width, 0.5 - y * scale];
}

function toWorld(camera: Camera, point: Point, middle: Point): [number, number, number] {
  const a = toCamera(camera, point);
  const b = toCamera(camera, middle);
  // The pose model sees only part of the depth (see the yaw's share in the kinematics).
  return [a.x - b.x, b.y - a.y, 0.72 * (a.z - b.z)];
}

function landmarkPoints(posture: Posture): Record<LandmarkName, Point> {
  const near = (from: Point, dx: number, dy: number): Point => ({
    x: from.x + dx,
    y: from.y + dy,
    z: from.z,
  });
  const points = Object.fromEntries(
    LANDMARK_NAMES.map((name) => {
      const right = name.includes('right');
      const offset = (right ? -1 : 1) * (name.includes('ear') ? 0.07 : 0.03);
      return [name, near(posture.head, name === 'nose' ? 0 : offset, name.includes('mouth') ? -0.05 : 0)];
    }),
  ) as Record<LandmarkName, Point>;
  for (const side of ['left', 'right'] as const) {
    const leg = posture.leg[side];
    Object.assign(points, {
      [`${side}-shoulder`]: posture.shoulder[side],
      [`${side}-elbow`]: posture.elbow[side],
      [`${side}-wrist`]: posture.wrist[side],
      [`${side}-pinky`]: posture.wrist[side],
      [`${side}-index`]: posture.wrist[side],
      [`${side}-thumb`]: posture.wrist[side],
      [`${side}-hip`]: leg.hip,
      [`${side}-knee`]: leg.knee,
      [`${side}-ankle`]: leg.ankle,
      [`${side}-heel`]: { ...leg.ankle, y: leg.ankle.y - 0.05, z: leg.ankle.z - 0.04 },
      [`${side}-foot-index`]: leg.toe,
    });
  }
  return points;
}
