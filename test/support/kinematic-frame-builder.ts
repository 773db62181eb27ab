import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { millis } from '../../src/core/units';

/** A frame on which nothing was measured, save what is given. */
export const aKinematicFrame = (given: Partial<KinematicFrame> = {}): KinematicFrame => ({
  timestampMs: millis(0),
  lost: null,
  source: 'movement-model',
  pelvisObliquity: null,
  kneeFppa: { left: null, right: null },
  pictureFppaDeg: { left: null, right: null },
  trunkLean: null,
  trunkFlexionDeg: null,
  kneeFlexionDeg: { left: null, right: null },
  hipFlexionDeg: { left: null, right: null },
  flexion: null,
  bodyLine: null,
  yawDeg: null,
  loaded: null,
  posture: 'standing',
  quiet: false,
  stance: null,
  exercise: null,
  body: null,
  ...given,
});
