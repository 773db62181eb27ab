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
  type NetworkSpec,
} from './network-spec';

/** Smallest deviation the network can state, in the unit of the angle. */
const LEAST_SD = 0.3;

/** For each output, which output of the mirror twin means the same, and its sign. */
const TWIN_FROM = [
  ...twinsOf(ANGLE_OUTPUTS, OUTPUT.value),
  ...twinsOf(ANGLE_OUTPUTS, OUTPUT.deviation),
  ...twinsOf(LOADED_OUTPUTS, OUTPUT.loaded),
  ...twinsOf(EXERCISE_OUTPUTS, OUTPUT.exercise),
];
/** Angles about the line of sight turn round in a mirror; all else keeps its sign. */
const TURNS_ROUND: ReadonlySet<number> = new Set([
  ANGLE_OUTPUTS.indexOf('pelvisObliquity'),
  ANGLE_OUTPUTS.indexOf('trunkLean'),
]);

function twinsOf(names: readonly string[], start: number): number[] {
  return names.map((name) => start + names.indexOf(nameOfTwin(name)));
}
function nameOfTwin(name: string): string {
  if (/left$/i.test(name)) return name.replace(/left$/, 'right').replace(/Left$/, 'Right');
  return name.replace(/right$/, 'left').replace(/Right$/, 'Left');
}

/**
 * One estimate from all members' outputs for a body and for its mirror twin. Mirror-consistent by construction: exchanging
 * the two swaps the sides and changes nothing else.
 *
 * @param raw members × 2 (body, twin) × {@link OUTPUT}.length
 */
export function decodeOutputs(
  raw: Float32Array,
  spec: Pick<NetworkSpec, 'members' | 'calibration'>,
  timestampMs: Millis,
): MovementEstimate {
  const members = Array.from({ length: spec.members }, (_, member) => joinTwins(raw, member));
  const angle = (name: AngleOutput): Estimate =>
    mixAngle(members, ANGLE_OUTPUTS.indexOf(name), spec.calibration[name].sdFactor);
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

function joinTwins(raw: Float32Array, member: number): number[] {
  const body = member * 2 * OUTPUT.length;
  const twin = body + OUTPUT.length;
  return TWIN_FROM.map((from, i) => (raw[body + i]! + raw[twin + from]! * (TURNS_ROUND.has(i) ? -1 : 1)) / 2);
}

/** The members' mean; their disagreement adds to the deviation. */
function mixAngle(members: readonly number[][], index: number, sdFactor: number): Estimate {
  const unit = ANGLE_UNIT_DEG[index]!;
  const mean = average(members.map((outputs) => outputs[index]!));
  const own = average(members.map((outputs) => softplusSd(outputs[OUTPUT.deviation + index]!) ** 2));
  const spread = average(members.map((outputs) => (outputs[index]! - mean) ** 2));
  return { deg: deg(mean * unit), sd: deg(Math.sqrt(own + spread) * sdFactor * unit) };
}

const softplusSd = (raw: number): number =>
  LEAST_SD + Math.max(raw, 0) + Math.log1p(Math.exp(-Math.abs(raw)));

function meanSoftmax(members: readonly number[][], start: number, count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  for (const outputs of members) {
    const logits = outputs.slice(start, start + count);
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
