import * as fc from 'fast-check';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../../scripts/evaluate/fixture-stream';
import { planSteps, turnEvery, type StepPlan } from '../../../src/core/exercise/travel';
import { LANDMARK } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { exerciseById } from '../../../src/exercises/registry';
import { officialPose } from '../../support/official-pose';

const BAND = exerciseById('banded-lateral-step');
const TRAVEL = BAND?.travel;
if (!TRAVEL) throw new Error('band steps travel');
const STANDING = officialPose('d02_5_3s.png');
const TEN = { reps: 10, firstSide: 'right' } as const;

/** The same person, larger or smaller about the middle of the picture, with the middle of the feet moved to a share of its width. */
function standing(scale: number, feetAt: number, pose: PoseFrame = STANDING): PoseFrame {
  const image = pose.landmarks?.image.slice() ?? new Float32Array();
  const ankle = (side: 'left' | 'right'): number => image[LANDMARK[`${side}-ankle`] * IMAGE_STRIDE] ?? 0;
  const feet = (ankle('left') + ankle('right')) / 2;
  for (let at = 0; at < image.length; at += IMAGE_STRIDE) {
    image[at] = ((image[at] ?? 0) - feet) * scale + feetAt;
    image[at + 1] = ((image[at + 1] ?? 0) - 0.5) * scale + 0.5;
  }
  return { ...pose, landmarks: { image, world: pose.landmarks?.world ?? new Float32Array() } };
}
const plan = (scale: number, feetAt: number, asked: Parameters<typeof planSteps>[2] = TEN): StepPlan => {
  const planned = planSteps(standing(scale, feetAt), TRAVEL, asked);
  if (planned === null) throw new Error('nobody seen');
  return planned;
};

describe('the way of the steps', () => {
  it('goes from where the person stands when ten fit from there: to the right, on the left of a picture that is not mirrored', () => {
    const { steps, moveTo, marks } = plan(0.7, 0.8);
    expect([steps, moveTo]).toEqual([10, null]);
    expect(marks).toHaveLength(11);
    expect(marks[0]).toBeCloseTo(0.8, 6);
    expect(marks[10]).toBeLessThan(marks[0] ?? 0);
  });

  it('asks who stands too far on to start farther back: to the left of somebody who goes to the right', () => {
    const { steps, moveTo, marks } = plan(0.7, 0.4);
    expect([steps, moveTo]).toEqual([10, 'left']);
    // The person's left is on the right of the picture.
    expect(marks[0]).toBeGreaterThan(0.4);
    expect(plan(0.7, 0.6, { reps: 10, firstSide: 'left' }).moveTo).toBe('right');
  });

  it('is five and five where ten do not fit, and none where five do not', () => {
    const near = plan(1.5, 0.6);
    expect(near.room).toBeGreaterThanOrEqual(5);
    expect(near.room).toBeLessThan(10);
    expect([near.steps, turnEvery(near)]).toEqual([5, 5]);
    const nearest = plan(2.2, 0.5);
    expect([nearest.steps, nearest.moveTo, turnEvery(nearest)]).toEqual([0, null, null]);
  });

  it('needs no turn for fewer steps of one’s own', () => {
    expect(turnEvery(plan(1.5, 0.6, { reps: 4, firstSide: 'right' }))).toBeNull();
    expect(turnEvery(plan(0.7, 0.8))).toBeNull();
    expect(turnEvery(null)).toBeNull();
  });

  it('keeps every step and the margin within the picture, and all steps equally long', () => {
    const perWidth = (lengths: number, { bodyLength }: StepPlan): number =>
      (lengths * bodyLength * STANDING.height) / STANDING.width;
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 2.5, noNaN: true }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('left' as const, 'right' as const),
        (scale, feetAt, reps, firstSide) => {
          const planned = plan(scale, feetAt, { reps, firstSide });
          expect(planned.steps).toBeLessThanOrEqual(Math.min(planned.room, reps));
          expect(planned.marks).toHaveLength(planned.steps + 1);
          if (planned.steps === 0) return;
          const one = perWidth(TRAVEL.step.value, planned);
          const free = perWidth(TRAVEL.margin.value + TRAVEL.halfStance.value, planned);
          const last = planned.marks.at(-1) ?? 0;
          // Half a step: from so near to the start nobody is sent there.
          expect(last).toBeGreaterThanOrEqual(free - one / 2 - 1e-9);
          expect(last).toBeLessThanOrEqual(1 - free + one / 2 + 1e-9);
          planned.marks.slice(1).forEach((mark, n) => {
            expect(mark - (planned.marks[n] ?? 0)).toBeCloseTo(firstSide === 'right' ? -one : one, 9);
          });
        },
      ),
    );
  });

  it('is not known while the feet are not seen', () => {
    const pose = standing(1, 0.5);
    const image = pose.landmarks?.image.slice() ?? new Float32Array();
    image[LANDMARK['left-ankle'] * IMAGE_STRIDE + 3] = 0.1;
    const hidden = { ...pose, landmarks: { image, world: pose.landmarks?.world ?? new Float32Array() } };
    expect(planSteps(hidden, TRAVEL, TEN)).toBeNull();
    expect(planSteps({ ...pose, landmarks: null }, TRAVEL, TEN)).toBeNull();
  });

  it.each(['d01_band_clean', 'd02_band_faults', 'd03_band_6plus6'])(
    'has room for what was done in a recording, from where it began: %s',
    (clip) => {
      const streams = resolve(import.meta.dirname, '../../fixtures/streams');
      const [first] = readFixture(join(streams, `${clip}.full.stream.gz`)).frames;
      const reps = clip === 'd03_band_6plus6' ? 6 : 10;
      const planned = first ? planSteps(first, TRAVEL, { reps, firstSide: 'right' }) : null;
      expect(planned).toMatchObject({ steps: reps, moveTo: null });
    },
  );
});
