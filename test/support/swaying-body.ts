import { createRandom } from '../../models/movement/random';
import { LANDMARK, LANDMARK_COUNT, type LandmarkName } from '../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';

/** A standing body in metres, person's left at positive x, y up from the floor. */
const STANDING: Partial<Record<LandmarkName, readonly [x: number, y: number]>> = {
  nose: [0, 1.58],
  'left-ear': [0.07, 1.6],
  'right-ear': [-0.07, 1.6],
  'left-shoulder': [0.18, 1.4],
  'right-shoulder': [-0.18, 1.4],
  'left-elbow': [0.24, 1.12],
  'right-elbow': [-0.24, 1.12],
  'left-wrist': [0.24, 0.88],
  'right-wrist': [-0.24, 0.88],
  'left-hip': [0.1, 0.9],
  'right-hip': [-0.1, 0.9],
  'left-knee': [0.1, 0.5],
  'right-knee': [-0.1, 0.5],
  'left-ankle': [0.1, 0.08],
  'right-ankle': [-0.1, 0.08],
  'left-heel': [0.1, 0.03],
  'right-heel': [-0.1, 0.03],
  'left-foot-index': [0.13, 0.02],
  'right-foot-index': [-0.13, 0.02],
};

export interface SwayOptions {
  readonly seed: number;
  readonly fps: number;
  readonly seconds: number;
  /** Standard deviation of landmark noise, metres. */
  readonly noise?: number;
  /** The camera's roll, radians; turns the picture and the model's world alike. */
  readonly roll?: number;
}

/** A person who stands still for a second and then sways, each joint in its own way; 640 × 480, not mirrored. */
export function swayingPoses({ seed, fps, seconds, noise = 0.002, roll = 0 }: SwayOptions): PoseFrame[] {
  const random = createRandom(seed);
  const phases = Object.values(STANDING).map(() => [
    random.uniform(0, 6.28),
    random.normal(0.02),
    random.normal(0.02),
  ]);
  return Array.from({ length: Math.round(fps * seconds) }, (_, i) => {
    const t = i / fps;
    const image = new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE);
    const world = new Float32Array(LANDMARK_COUNT * WORLD_STRIDE);
    Object.entries(STANDING).forEach(([name, [x, y]], joint) => {
      const [phase = 0, ax = 0, ay = 0] = phases[joint] ?? [];
      const swing = Math.max(0, t - 1) * (Math.sin(Math.PI * (t - 1) + phase) - Math.sin(phase));
      const px = x + ax * swing + random.normal(noise);
      const py = y - 0.9 + ay * swing + random.normal(noise);
      put(
        image,
        world,
        LANDMARK[name as LandmarkName],
        px * Math.cos(roll) + py * Math.sin(roll),
        py * Math.cos(roll) - px * Math.sin(roll),
      );
    });
    return { timestampMs: millis(t * 1000), width: 640, height: 480, landmarks: { image, world } };
  });
}

const PIXELS_PER_METRE = 230;

function put(image: Float32Array, world: Float32Array, landmark: number, x: number, y: number): void {
  image.set(
    [0.5 + (x * PIXELS_PER_METRE) / 640, 0.5 - (y * PIXELS_PER_METRE) / 480, 0, 1],
    landmark * IMAGE_STRIDE,
  );
  world.set([x, -y, 0], landmark * WORLD_STRIDE);
}
