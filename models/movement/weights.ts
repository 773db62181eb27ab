import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES_VERSION } from '../../src/core/movement/features';
import {
  ANGLE_OUTPUTS,
  parseNetworkSpec,
  TENSOR_NAMES,
  tensorShapes,
  type AngleCalibration,
  type AngleOutput,
  type NetworkShape,
  type NetworkSpec,
  type TensorEntry,
} from '../../src/core/movement/network-spec';

/** Trained weights before they are packed: all tensors in the order of TENSOR_NAMES, one after another. */
export interface RawWeights {
  readonly members: number;
  readonly shape: NetworkShape;
  readonly averageStance: readonly number[];
  readonly values: Float32Array;
}

export const NO_CALIBRATION = Object.fromEntries(
  ANGLE_OUTPUTS.map((name) => [name, { sdFactor: 1 }]),
) as Readonly<Record<AngleOutput, AngleCalibration>>;

/** The files as they ship: int16 per value, one scale per tensor. */
export function packWeights(raw: RawWeights, calibration: NetworkSpec['calibration']): PackedWeights {
  const shapes = tensorShapes(raw.members, raw.shape);
  const bytes = Buffer.alloc(raw.values.length * 2);
  const tensors: TensorEntry[] = [];
  let at = 0;
  for (const name of TENSOR_NAMES) {
    const shape = shapes[name];
    const values = raw.values.subarray(at, at + shape.reduce((a, b) => a * b, 1));
    const scale =
      Math.max(
        1e-9,
        values.reduce((top, value) => Math.max(top, Math.abs(value)), 0),
      ) / 32767;
    values.forEach((value, i) => bytes.writeInt16LE(Math.round(value / scale), (at + i) * 2));
    tensors.push({ name, shape, offset: at * 2, scale });
    at += values.length;
  }
  if (at !== raw.values.length) throw new Error(`weights: ${raw.values.length} values, ${at} expected`);
  const spec: NetworkSpec = {
    schema: 'hipline.movement-weights/2',
    features: FEATURES_VERSION,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    members: raw.members,
    shape: raw.shape,
    tensors,
    averageStance: raw.averageStance.map((value) => Math.round(value * 1e4) / 1e4),
    calibration,
  };
  return { spec, bytes };
}

export interface PackedWeights {
  readonly spec: NetworkSpec;
  readonly bytes: Buffer;
}

export function writeWeights(folder: string, { spec, bytes }: PackedWeights): void {
  writeFileSync(join(folder, 'movement.json'), `${JSON.stringify(spec, null, 1)}\n`);
  writeFileSync(join(folder, 'movement.bin'), bytes);
}

export function readWeights(folder: string): { spec: NetworkSpec; bytes: ArrayBuffer } {
  const spec = parseNetworkSpec(JSON.parse(readFileSync(join(folder, 'movement.json'), 'utf8')));
  const bytes = readFileSync(join(folder, 'movement.bin'));
  return { spec, bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) };
}

/** Angles in output order, with the calibration each shares with its mirror twin. */
export const CALIBRATED_TOGETHER: readonly (readonly AngleOutput[])[] = [
  ['pelvisObliquity'],
  ['trunkLean'],
  ['kneeFppaLeft', 'kneeFppaRight'],
  ['hipFlexionLeft', 'hipFlexionRight'],
  ['kneeFlexionLeft', 'kneeFlexionRight'],
];
