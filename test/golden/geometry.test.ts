import { describe, expect, it } from 'vitest';
import { findClips } from '../../scripts/evaluate/clips';
import { FIXTURES } from '../../scripts/evaluate/options';
import { rawAngles, type RawAngles } from '../../src/core/body/geometry';
import { trackPoses } from '../../src/core/body/track-poses';
import { mirrorPose } from '../../src/core/pose/access';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { median } from '../../src/core/signal/quantile';
import type { Side } from '../../src/core/units';

/**
 * The signs of the raw angles, from pictures that went through the real pose model: the truth of the rendered clips says which
 * way a pelvis tilted and a knee went.
 */
const clipOf = (name: string) => {
  const clip = findClips(FIXTURES).find((one) => one.name === name);
  const poses = clip?.recorded('full');
  if (!clip || !poses) throw new RangeError(`no fixture "${name}"`);
  return { truth: clip.truth, poses };
};

const anglesOf = (poses: readonly PoseFrame[]): readonly (RawAngles | null)[] =>
  trackPoses(poses).map(({ smoothed }) => smoothed && rawAngles(smoothed));

const middle = (values: readonly number[]): number => median(values) ?? Number.NaN;

describe('the raw hip line', () => {
  it.each(['d07_hike_right_clean', 'd08_hike_left_faults'])('%s: tips the way the pelvis does', (name) => {
    const { truth, poses } = clipOf(name);
    const higher: Record<Side, number[]> = { left: [], right: [] };
    anglesOf(poses).forEach((angles, i) => {
      const tilt = truth.frames[i]?.pelvisObliquityDeg ?? 0;
      if (angles && Math.abs(tilt) > 4) higher[tilt > 0 ? 'right' : 'left'].push(angles.obliquityDeg);
    });
    expect(Math.min(higher.left.length, higher.right.length)).toBeGreaterThan(10);
    // Degrees: the hip line shows a third of the pelvis' tilt (docs/movement-model.md), here of 8° and more.
    expect(middle(higher.right)).toBeGreaterThan(middle(higher.left) + 2);
  });
});

describe('the raw angle of a knee', () => {
  it('d02_band_faults: is larger, inward positive, on the leg whose knee collapses, on either side', () => {
    const { truth, poses } = clipOf('d02_band_faults');
    const angles = anglesOf(poses);
    for (const side of ['left', 'right'] as const) {
      const read = (isWanted: (trueDeg: number) => boolean): number =>
        middle(
          truth.frames.flatMap((frame, i) => {
            const trueDeg = frame.kneeFppaDeg[side];
            const seen = angles[i];
            return frame.loaded && seen && trueDeg !== null && isWanted(trueDeg)
              ? [seen.kneeFppaDeg[side]]
              : [];
          }),
        );
      // Degrees: a collapse of 11° and more against a knee within 4° of the line.
      expect(
        read((trueDeg) => trueDeg > 11),
        side,
      ).toBeGreaterThan(read((trueDeg) => Math.abs(trueDeg) < 4) + 4);
    }
  });
});

it('mirrored pictures: left and right change places, and with them the sign of the hip line and the trunk', () => {
  const { poses } = clipOf('d08_hike_left_faults');
  const plain = anglesOf(poses);
  const mirrored = anglesOf(poses.map(mirrorPose));
  // A thousandth of a degree: mirroring rounds single-precision coordinates differently.
  plain.forEach((angles, i) => {
    const twin = mirrored[i];
    if (!angles || !twin) return;
    expect(twin.obliquityDeg).toBeCloseTo(-angles.obliquityDeg, 3);
    expect(twin.trunkLeanDeg).toBeCloseTo(-angles.trunkLeanDeg, 3);
    expect(twin.kneeFppaDeg.left).toBeCloseTo(angles.kneeFppaDeg.right, 3);
    expect(twin.kneeFlexionDeg.right).toBeCloseTo(angles.kneeFlexionDeg.left, 3);
  });
  expect(plain.filter(Boolean).length).toBeGreaterThan(100);
});
