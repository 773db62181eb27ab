import { describe, expect, it } from 'vitest';
import { mirrorPose } from '../../../src/core/pose/access';
import { createFacingKeeper } from '../../../src/core/body/facing';
import { IMAGE_STRIDE, WORLD_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { plainPlans, runSet } from '../../support/run-set';
import { AVERAGE_BUILD, film, simulateMovement } from '../../support/simulator';
import { createRandom } from '../../support/simulator/random';

/** The same body where it is, left and right exchanged: what the pose model says of somebody it sees from behind. */
function fromBehind(pose: PoseFrame): PoseFrame {
  const { landmarks } = mirrorPose(pose);
  if (!landmarks) return pose;
  return {
    ...pose,
    landmarks: {
      image: landmarks.image.map((value, at) => (at % IMAGE_STRIDE === 0 ? 1 - value : value)),
      world: landmarks.world.map((value, at) => (at % WORLD_STRIDE === 0 ? -value : value)),
    },
  };
}

const march = (): readonly PoseFrame[] =>
  film(simulateMovement('kettlebell-march', AVERAGE_BUILD, plainPlans('kettlebell-march', 6)), { fps: 15 })
    .poses;

const seenBy = (poses: readonly PoseFrame[]): boolean[] => {
  const keeper = createFacingKeeper();
  return poses.map((pose) => keeper.step(pose).landmarks !== null);
};

describe('the facing keeper', () => {
  it('drops frames with exchanged sides and nothing else', () => {
    const poses = march().map((pose, n) => (n % 3 === 1 ? fromBehind(pose) : pose));
    expect(seenBy(poses)).toEqual(poses.map((_, n) => n % 3 !== 1));
  });

  it('drops a mixture of both readings beside a wrong frame, and keeps the same frame elsewhere', () => {
    const poses = march().slice(0, 20);
    const narrow = (pose: PoseFrame): PoseFrame => {
      const image = pose.landmarks?.image.map((v, at) =>
        at % IMAGE_STRIDE === 0 ? 0.5 + (v - 0.5) * 0.5 : v,
      );
      return image && pose.landmarks ? { ...pose, landmarks: { ...pose.landmarks, image } } : pose;
    };
    const lone = poses.map((pose, n) => (n === 12 ? narrow(pose) : pose));
    expect(seenBy(lone)).not.toContain(false);
    const beside = lone.map((pose, n) => (n === 11 ? fromBehind(pose) : pose));
    expect(seenBy(beside)).toEqual(poses.map((_, n) => n !== 11 && n !== 12));
  });

  it('believes somebody who turned round for good', () => {
    const seen = seenBy(march().map(fromBehind));
    expect(seen[0]).toBe(false);
    // 2.5 s of 15 frames each.
    expect(seen.slice(40)).not.toContain(false);
  });

  it('says nothing of a body that lies', () => {
    const { poses } = film(simulateMovement('side-plank', AVERAGE_BUILD, plainPlans('side-plank', 1)));
    const lying = poses.slice(60, 120).map(fromBehind);
    expect(seenBy(lying)).not.toContain(false);
  });
});

it('counts the same march, sides right, when a third of the frames has its sides exchanged', () => {
  const random = createRandom(5);
  const flickering = march().map((pose) => (random() < 0.33 ? fromBehind(pose) : pose));
  const sides = (poses: readonly PoseFrame[]): string[] =>
    runSet('kettlebell-march', poses).state.reps.map((rep) => rep.side);
  expect(sides(flickering)).toEqual(sides(march()));
});
