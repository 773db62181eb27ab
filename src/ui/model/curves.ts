import type { KinematicFrame } from '../../core/kinematics/kinematic-frame';
import type { Estimate } from '../../core/terms/estimate';
import type { CurvesRecord } from '../../core/session/record';
import { isSure } from '../../overlay/certainty';

const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
const valueOf = (estimate: Estimate | null): number | null =>
  isSure(estimate) ? hundredths(estimate.deg) : null;

/**
 * Measured frames as columns; null where an angle was not sure enough to be shown. Angles are kept to a hundredth of a
 * degree, far below what any measure resolves.
 */
export const toCurves = (frames: readonly KinematicFrame[]): CurvesRecord => ({
  t: frames.map((frame) => Math.round(frame.timestampMs) / 1000),
  pelvisObliquityDeg: frames.map((frame) => valueOf(frame.pelvisObliquity)),
  kneeFppaDeg: {
    left: frames.map((frame) => valueOf(frame.kneeFppa.left)),
    right: frames.map((frame) => valueOf(frame.kneeFppa.right)),
  },
  bodyLineDeg: frames.map((frame) => valueOf(frame.bodyLine)),
});
