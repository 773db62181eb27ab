import { SLOT, toBodyVector, VALUES_PER_POINT } from '../../src/core/movement/body-vector';
import { ownStanceOf } from '../../src/core/movement/features';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { Side } from '../../src/core/units';
import { trackPoses } from '../../src/core/body/track-poses';

/** Angles straight from the landmarks in the picture, degrees; null without a person. */
export interface GeometryAngles {
  readonly obliquity: number;
  readonly fppa: Readonly<Record<Side, number>>;
}

const DEGREES = 180 / Math.PI;

/** The hip line's tilt and the 2D FPPA as the picture shows them, and the same minus the person's own quiet stance. */
export function geometryEstimates(poses: readonly PoseFrame[]): {
  geometry: (GeometryAngles | null)[];
  baseline: (GeometryAngles | null)[];
} {
  const geometry: (GeometryAngles | null)[] = [];
  const baseline: (GeometryAngles | null)[] = [];
  for (const { seen: skeleton, stance: known } of trackPoses(poses)) {
    const body = skeleton && toBodyVector(skeleton);
    const own = known && ownStanceOf(known);
    const seen = body && anglesOf(body.values);
    const stance = own && anglesOf(own.values);
    geometry.push(seen);
    baseline.push(
      seen &&
        stance && {
          obliquity: seen.obliquity - stance.obliquity,
          fppa: { left: seen.fppa.left - stance.fppa.left, right: seen.fppa.right - stance.fppa.right },
        },
    );
  }
  return { geometry, baseline };
}

function anglesOf(values: Float32Array): GeometryAngles {
  const at = (slot: number) =>
    [values[slot * VALUES_PER_POINT]!, values[slot * VALUES_PER_POINT + 1]!] as const;
  const direction = (from: number, to: number) => {
    const [x, y] = [at(to)[0] - at(from)[0], at(to)[1] - at(from)[1]];
    return Math.atan2(y, x) * DEGREES;
  };
  const bend = (hip: number, knee: number, ankle: number) => {
    const turn = direction(knee, ankle) - direction(hip, knee);
    return ((turn + 540) % 360) - 180;
  };
  return {
    obliquity: direction(SLOT.rightHip, SLOT.leftHip),
    fppa: {
      left: -bend(SLOT.leftHip, SLOT.leftKnee, SLOT.leftAnkle),
      right: bend(SLOT.rightHip, SLOT.rightKnee, SLOT.rightAnkle),
    },
  };
}
