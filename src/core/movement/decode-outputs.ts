import { deg, type Millis } from '../units';
import type { MovementEstimate } from './movement-estimate';
import type { Estimate } from '../terms/estimate';
import {
  ANGLE_OUTPUTS,
  ANGLE_UNIT_DEG,
  EXERCISE_OUTPUTS,
  LOADED_OUTPUTS,
  OUTPUT,
  type AngleOutput,
  type Calibration,
} from './network-spec';

/** Smallest deviation the network can state, in the unit of the angle. */
const LEAST_SD = 0.3;

/**
 * One estimate from all members' outputs.
 *
 * @param raw members × {@link OUTPUT}.length; the network has joined a body and its mirror twin already
 */
export function decodeOutputs(
  raw: Float32Array,
  calibration: Calibration,
  timestampMs: Millis,
): MovementEstimate {
  const members = Array.from({ length: raw.length / OUTPUT.length }, (_, member) =>
    raw.subarray(member * OUTPUT.length, (member + 1) * OUTPUT.length),
  );
  const angle = (name: AngleOutput): Estimate =>
    mixAngle(members, ANGLE_OUTPUTS.indexOf(name), calibration[name].sdFactor);
  const loaded = meanSoftmax(members, OUTPUT.loaded, LOADED_OUTPUTS.length);
  const exercise = meanSoftmax(members, OUTPUT.exercise, EXERCISE_OUTPUTS.length);
  return {
    timestampMs,
    pelvisObliquity: angle('pelvisObliquity'),
    trunkLean: angle('trunkLean'),
    kneeFppa: { left: angle('kneeFppaLeft'), right: angle('kneeFppaRight') },
    hipFlexion: { left: angle('hipFlexionLeft'), right: angle('hipFlexionRight') },
    kneeFlexion: { left: angle('kneeFlexionLeft'), right: angle('kneeFlexionRight') },
    loaded: named(LOADED_OUTPUTS, loaded),
    exercise: named(EXERCISE_OUTPUTS, exercise),
  };
}

/** The members' mean; their disagreement adds to the deviation. */
function mixAngle(members: readonly Float32Array[], index: number, sdFactor: number): Estimate {
  const unit = ANGLE_UNIT_DEG[index]!;
  const mean = average(members.map((outputs) => outputs[index]!));
  const own = average(members.map((outputs) => softplusSd(outputs[OUTPUT.deviation + index]!) ** 2));
  const spread = average(members.map((outputs) => (outputs[index]! - mean) ** 2));
  return { deg: deg(mean * unit), sd: deg(Math.sqrt(own + spread) * sdFactor * unit) };
}

const softplusSd = (raw: number): number =>
  LEAST_SD + Math.max(raw, 0) + Math.log1p(Math.exp(-Math.abs(raw)));

function meanSoftmax(members: readonly Float32Array[], start: number, count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  for (const outputs of members) {
    const logits = [...outputs.subarray(start, start + count)];
    const top = Math.max(...logits);
    const powers = logits.map((logit) => Math.exp(logit - top));
    const total = powers.reduce((a, b) => a + b, 0);
    powers.forEach((power, i) => (sums[i]! += power / total / members.length));
  }
  return sums;
}

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const named = <Name extends string>(
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Record<Name, number>;
