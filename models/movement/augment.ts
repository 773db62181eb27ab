/**
 * Makes other recordings out of one: another tempo, another frame rate, dropped frames, a tilted camera, noisier landmarks, other bodies'
 * proportions, lost limbs. Works on landmarks, before any feature, so that the features see what they would see live.
 */
import { BODY_LANDMARKS } from '../../src/core/movement/body-vector';
import { LANDMARK, type LandmarkName } from '../../src/core/pose/landmark';
import {
  IMAGE_STRIDE,
  WORLD_STRIDE,
  type PoseFrame,
  type PoseLandmarks,
} from '../../src/core/pose/pose-frame';
import { millis } from '../../src/core/units';
import type { Random } from './random';

/** A frame of the augmented stream and where it lies in the original, in frames. */
export interface AugmentedFrame {
  readonly pose: PoseFrame;
  readonly at: number;
}

const LIMBS: readonly (readonly LandmarkName[])[] = [
  ['left-elbow', 'left-wrist'],
  ['right-elbow', 'right-wrist'],
  ['left-ankle', 'left-heel', 'left-foot-index'],
  ['right-ankle', 'right-heel', 'right-foot-index'],
];

/** One randomly altered recording. Lengths are shares of the body (about 1.3 m from ankles to shoulders). */
export function augment(recorded: readonly PoseFrame[], random: Random): AugmentedFrame[] {
  const poses = random.chance(0.5) ? atTempo(recorded, random.uniform(0.75, 1.3)) : recorded;
  const times = random.chance(0.7) ? resampledTimes(poses, random) : poses.map((_, i) => i);
  const keep = random.chance(0.35) ? random.uniform(0.65, 1) : 1;
  const alter = createAlteration(poses, random);
  return times
    .filter(() => random.chance(keep))
    .flatMap((at) => {
      const pose = poseAt(poses, at);
      return pose ? [{ pose: alter(pose), at }] : [];
    });
}

/** The same movement done `tempo` times as fast. */
const atTempo = (poses: readonly PoseFrame[], tempo: number): PoseFrame[] =>
  poses.map((pose) => ({ ...pose, timestampMs: millis(pose.timestampMs / tempo) }));

/** Frame places of another frame rate, a little uneven as cameras are. */
function resampledTimes(poses: readonly PoseFrame[], random: Random): number[] {
  const first = poses[0]?.timestampMs ?? 0;
  const last = poses.at(-1)?.timestampMs ?? 0;
  const stepMs = (last - first) / Math.max(1, poses.length - 1);
  const wantedMs = 1000 / random.uniform(9, 31);
  const places: number[] = [];
  for (let t = 0; t < last - first; t += wantedMs * random.uniform(0.85, 1.15)) places.push(t / stepMs);
  return places;
}

function poseAt(poses: readonly PoseFrame[], at: number): PoseFrame | null {
  const before = poses[Math.floor(at)];
  const after = poses[Math.min(poses.length - 1, Math.floor(at) + 1)];
  if (!before?.landmarks || !after?.landmarks) return null;
  const share = at - Math.floor(at);
  const mix = (a: Float32Array, b: Float32Array) =>
    a.map((value, i) => value + share * ((b[i] ?? value) - value));
  return {
    ...before,
    timestampMs: millis(before.timestampMs + share * (after.timestampMs - before.timestampMs)),
    landmarks: {
      image: mix(before.landmarks.image, after.landmarks.image),
      world: mix(before.landmarks.world, after.landmarks.world),
    },
  };
}

/** What stays the same over one recording: camera, proportions, how noisy, which limb is lost and when. */
function createAlteration(poses: readonly PoseFrame[], random: Random): (pose: PoseFrame) => PoseFrame {
  const roll = random.normal(0.035);
  const bodyPx = bodyHeightPx(poses);
  const noise = random.chance(0.6) ? random.uniform(0, 0.006) : 0;
  const proportion = random.chance(0.6) ? 0.006 : 0;
  const offsets = BODY_LANDMARKS.map(() => [0, 1, 2, 3, 4].map(() => random.normal(proportion)));
  const drift = BODY_LANDMARKS.map(() => [0, 0, 0, 0, 0]);
  const limb = random.chance(0.25) ? LIMBS[Math.floor(random.uniform(0, LIMBS.length))] : undefined;
  const lostFrom = random.uniform(0, (poses.at(-1)?.timestampMs ?? 0) * 0.9);
  const lostUntil = lostFrom + random.uniform(200, 2500);
  const lostBy = [0, 1, 2, 3, 4].map(() => random.normal(0.12));
  return (pose) => {
    if (!pose.landmarks) return pose;
    const { image, world } = rotated(pose.landmarks, pose, roll);
    BODY_LANDMARKS.forEach((name, point) => {
      const lost =
        limb?.includes(name) === true && pose.timestampMs > lostFrom && pose.timestampMs < lostUntil;
      const shift = [0, 1, 2, 3, 4].map((k) => {
        const slow = (drift[point] ??= [])[k] ?? 0;
        drift[point][k] = slow * 0.8 + random.normal(noise);
        return (offsets[point]?.[k] ?? 0) + slow + random.normal(noise * 0.5) + (lost ? (lostBy[k] ?? 0) : 0);
      });
      const i = LANDMARK[name] * IMAGE_STRIDE;
      const w = LANDMARK[name] * WORLD_STRIDE;
      image[i]! += ((shift[0] ?? 0) * bodyPx) / pose.width;
      image[i + 1]! += ((shift[1] ?? 0) * bodyPx) / pose.height;
      world[w]! += (shift[2] ?? 0) * 1.3;
      world[w + 1]! += (shift[3] ?? 0) * 1.3;
      world[w + 2]! += (shift[4] ?? 0) * 1.3;
      if (lost) image[i + 3]! *= 0.3;
    });
    return { ...pose, landmarks: { image, world } };
  };
}

/** Height of the body in the picture, for noise in its proportion. */
function bodyHeightPx(poses: readonly PoseFrame[]): number {
  const seen = poses.find((pose) => pose.landmarks);
  if (!seen?.landmarks) return 0;
  const { image } = seen.landmarks;
  const at = (name: LandmarkName) => LANDMARK[name] * IMAGE_STRIDE;
  const dx = ((image[at('left-shoulder')] ?? 0) - (image[at('left-ankle')] ?? 0)) * seen.width;
  const dy = ((image[at('left-shoulder') + 1] ?? 0) - (image[at('left-ankle') + 1] ?? 0)) * seen.height;
  return Math.hypot(dx, dy);
}

/** The same body seen by a camera rolled by `roll` radians. */
function rotated(landmarks: PoseLandmarks, size: PoseFrame, roll: number): PoseLandmarks {
  const image = landmarks.image.slice();
  const world = landmarks.world.slice();
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  for (let i = 0; i < image.length; i += IMAGE_STRIDE) {
    const x = ((image[i] ?? 0) - 0.5) * size.width;
    const y = ((image[i + 1] ?? 0) - 0.5) * size.height;
    image[i] = (x * cos - y * sin) / size.width + 0.5;
    image[i + 1] = (x * sin + y * cos) / size.height + 0.5;
  }
  for (let i = 0; i < world.length; i += WORLD_STRIDE) {
    const x = world[i] ?? 0;
    const y = world[i + 1] ?? 0;
    world[i] = x * cos - y * sin;
    world[i + 1] = x * sin + y * cos;
  }
  return { image, world };
}
