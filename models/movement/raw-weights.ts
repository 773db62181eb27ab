import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from '../../src/core/movement/features';
import { ANGLE_OUTPUTS, OUTPUT, type Calibration } from '../../src/core/movement/network-spec';

/** Widths of the layers. */
export interface NetworkShape {
  readonly look: number;
  readonly stance: number;
  readonly hidden: number;
  readonly last: number;
}

/** The layers of a member, in the order in which trained weights are written. */
export const LAYER_NAMES = ['look', 'stance', 'hidden', 'last', 'out'] as const;
export type LayerName = (typeof LAYER_NAMES)[number];

/** One layer of all members: kernel members × inputs × units, bias members × 1 × units, row-major. */
export interface RawLayer {
  readonly inputs: number;
  readonly units: number;
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** Trained weights, whoever trained them. The features' scale is folded into the first layers. */
export interface RawWeights {
  readonly members: number;
  readonly shape: NetworkShape;
  readonly averageStance: readonly number[];
  readonly layers: Readonly<Record<LayerName, RawLayer>>;
}

export const NO_CALIBRATION = Object.fromEntries(
  ANGLE_OUTPUTS.map((name) => [name, { sdFactor: 1 }]),
) as Calibration;

/** Inputs and units of each layer. */
export function layerSizes(shape: NetworkShape): Readonly<Record<LayerName, readonly [number, number]>> {
  return {
    look: [LOOK_LENGTH, shape.look],
    stance: [STATIC_LENGTH, shape.stance],
    hidden: [LAGS_MS.length * shape.look + shape.stance, shape.hidden],
    last: [shape.hidden, shape.last],
    out: [shape.last, OUTPUT.length],
  };
}

/** Cuts one long row of values, kernel and bias of layer after layer, into layers. @throws RangeError when it is too short or long */
export function layersOf(members: number, shape: NetworkShape, values: Float32Array): RawWeights['layers'] {
  let at = 0;
  const take = (length: number): Float32Array => values.subarray(at, (at += length));
  const sizes = layerSizes(shape);
  const entries = LAYER_NAMES.map((name) => {
    const [inputs, units] = sizes[name];
    const kernel = take(members * inputs * units);
    return [name, { inputs, units, kernel, bias: take(members * units) }] as const;
  });
  if (at !== values.length) throw new RangeError(`weights: ${values.length} values, ${at} expected`);
  return Object.fromEntries(entries) as unknown as RawWeights['layers'];
}

/** Reads what `train.py` wrote: PREFIX.raw.json and PREFIX.raw.bin. */
export function readRawMembers(prefix: string): RawWeights {
  const head = JSON.parse(readFileSync(`${prefix}.raw.json`, 'utf8')) as Omit<RawWeights, 'layers'>;
  const bytes = readFileSync(`${prefix}.raw.bin`);
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
  return { ...head, layers: layersOf(head.members, head.shape, values) };
}

/** A container of weights as they shipped before: int16 per value, one scale per tensor. */
interface PackedSpec extends Omit<RawWeights, 'layers'> {
  readonly schema: string;
  readonly calibration: Calibration;
  readonly tensors: readonly { readonly shape: readonly number[]; readonly scale: number }[];
}

/** Reads the former container, `movement.json` and `movement.bin`, with its calibration. @throws Error when it is none */
export function readPackedWeights(folder: string): { raw: RawWeights; calibration: Calibration } {
  const spec = JSON.parse(readFileSync(join(folder, 'movement.json'), 'utf8')) as PackedSpec;
  if (spec.schema !== 'hipline.movement-weights/2') throw new Error(`${folder}: unknown schema`);
  const bytes = readFileSync(join(folder, 'movement.bin'));
  const scales = spec.tensors.flatMap(({ shape, scale }) =>
    Array<number>(shape.reduce((a, b) => a * b, 1)).fill(scale),
  );
  const values = Float32Array.from(scales, (scale, i) => bytes.readInt16LE(i * 2) * scale);
  const { members, shape, averageStance, calibration } = spec;
  return {
    raw: { members, shape, averageStance, layers: layersOf(members, shape, values) },
    calibration,
  };
}
