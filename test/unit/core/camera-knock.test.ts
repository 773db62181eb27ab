import { describe, expect, it } from 'vitest';
import { createCameraSteadier } from '../../../src/core/body/camera-knock';
import { pictureJoint, toSkeleton, type Skeleton } from '../../../src/core/body/skeleton';
import { IMAGE_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { SIDES } from '../../../src/core/units';
import { plainPlans, runSet } from '../../support/run-set';
import { AVERAGE_BUILD, film, NO_NOISE, simulateMovement } from '../../support/simulator';

const RATE = 10;
/** Focal length of the camera that is turned, in heights of the picture. Not the one that is assumed of it. */
const FOCAL = 1.2;

/** The picture of a camera whose lid gave way by this angle: points move up in it, the farther out the more. */
function tilted(pose: PoseFrame, tiltDeg: number): PoseFrame {
  if (!pose.landmarks) return pose;
  const tilt = (tiltDeg * Math.PI) / 180;
  const image = pose.landmarks.image.slice();
  const aspect = pose.width / pose.height;
  for (let at = 0; at < image.length; at += IMAGE_STRIDE) {
    const x = ((image[at] ?? 0) - 0.5) * aspect;
    const y = 0.5 - (image[at + 1] ?? 0);
    const depth = FOCAL * Math.cos(tilt) - y * Math.sin(tilt);
    image[at] = 0.5 + (FOCAL * x) / depth / aspect;
    image[at + 1] = 0.5 - (FOCAL * (y * Math.cos(tilt) + FOCAL * Math.sin(tilt))) / depth;
  }
  return { ...pose, landmarks: { ...pose.landmarks, image } };
}

const lunges = (): readonly PoseFrame[] =>
  film(simulateMovement('curtsy-lunge', AVERAGE_BUILD, plainPlans('curtsy-lunge', 6)), { fps: RATE }).poses;

const knocked = (poses: readonly PoseFrame[], tiltDeg: number, from: number, to = Infinity): PoseFrame[] =>
  poses.map((pose, n) => (n >= from && n < to ? tilted(pose, tiltDeg) : pose));

function steadied(poses: readonly PoseFrame[]): Skeleton[] {
  const steadier = createCameraSteadier();
  return poses.flatMap((pose) =>
    pose.landmarks ? [steadier.step(toSkeleton(pose, pose.landmarks), pose.width, pose.height)] : [],
  );
}

const skeletons = (poses: readonly PoseFrame[]): Skeleton[] =>
  poses.flatMap((pose) => (pose.landmarks ? [toSkeleton(pose, pose.landmarks)] : []));

/** Largest distance of hips and ankles between two films, as a share of the picture's height. */
const apart = (a: readonly Skeleton[], b: readonly Skeleton[], height: number): number =>
  Math.max(
    ...a.flatMap((skeleton, n) =>
      SIDES.flatMap((side) =>
        (['hip', 'ankle'] as const).map((joint) => {
          const other = b[n];
          if (!other) return Infinity;
          const p = pictureJoint(skeleton, side, joint);
          const q = pictureJoint(other, side, joint);
          return Math.hypot(p.x - q.x, p.y - q.y) / height;
        }),
      ),
    ),
  );

describe('a camera that is knocked', () => {
  it.each(['kettlebell-march', 'curtsy-lunge', 'banded-lateral-step', 'hip-hike', 'side-plank'] as const)(
    'is never seen where it stands still: %s',
    (exercise) => {
      for (const fps of [10, 15, 30]) {
        const { poses } = film(simulateMovement(exercise, AVERAGE_BUILD, plainPlans(exercise, 6)), { fps });
        expect(steadied(poses).map(({ picture }) => picture)).toEqual(
          skeletons(poses).map(({ picture }) => picture),
        );
      }
    },
  );

  it.each([-6, 5, 8])('is taken out of the picture: %d°', (tiltDeg) => {
    const { poses } = film(simulateMovement('curtsy-lunge', AVERAGE_BUILD, plainPlans('curtsy-lunge', 6)), {
      fps: RATE,
      noise: NO_NOISE,
    });
    const away = knocked(poses, tiltDeg, 30);
    const height = poses[0]?.height ?? 1;
    const plain = skeletons(poses);
    expect(apart(skeletons(away), plain, height)).toBeGreaterThan(0.08);
    // The body moves on in the frame of the knock, and the focal length is a guess.
    expect(apart(steadied(away), plain, height)).toBeLessThan(0.03);
  });

  it('and put back leaves nothing behind', () => {
    const poses = lunges();
    const back = steadied(knocked(poses, 7, 30, 60)).slice(60);
    expect(back.map(({ picture }) => picture)).toEqual(
      skeletons(poses)
        .slice(60)
        .map(({ picture }) => picture),
    );
  });

  it.each([-6, 5, 8])(
    'costs no repetition and no side: %d°, in the middle of a lunge and between two',
    (tiltDeg) => {
      const poses = lunges();
      const sides = (film: readonly PoseFrame[]): string[] =>
        runSet('curtsy-lunge', film).state.reps.map((rep) => rep.side);
      expect(sides(poses)).toHaveLength(6);
      for (const from of [30, 37, 44]) {
        expect(sides(knocked(poses, tiltDeg, from)), `from frame ${from}`).toEqual(sides(poses));
        expect(sides(knocked(poses, tiltDeg, from, from + 33)), `from frame ${from}, and back`).toEqual(
          sides(poses),
        );
      }
    },
  );
});
