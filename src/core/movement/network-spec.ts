import { MOVEMENT_CLASSES } from './movement-estimate';
import { BODY_VECTOR_LENGTH } from './body-vector';
import { FEATURES_VERSION, LAGS_MS, LOOK_LENGTH, STATIC_LENGTH } from './features';

/** Angles the network gives, in the order of its outputs. */
export const ANGLE_OUTPUTS = [
  'pelvisObliquity',
  'trunkLean',
  'kneeFppaLeft',
  'kneeFppaRight',
  'hipFlexionLeft',
  'hipFlexionRight',
  'kneeFlexionLeft',
  'kneeFlexionRight',
] as const;
export type AngleOutput = (typeof ANGLE_OUTPUTS)[number];
/** Degrees per unit of an angle's output: flexions run to 100° and more, the others rarely beyond 20°. */
export const ANGLE_UNIT_DEG = [1, 1, 1, 1, 10, 10, 10, 10] as const;
/** Which leg is loaded, in the order of the network's outputs. */
export const LOADED_OUTPUTS = ['none', 'left', 'right', 'both'] as const;
/** The movement's class, in the order of the network's outputs. */
export const EXERCISE_OUTPUTS = MOVEMENT_CLASSES;

/** Places of the outputs: values, raw deviations, loaded leg, exercise. */
export const OUTPUT = { value: 0, deviation: 8, loaded: 16, exercise: 20, length: 26 } as const;

/** Widths of the layers. */
export interface NetworkShape {
  readonly look: number;
  readonly stance: number;
  readonly hidden: number;
  readonly last: number;
}

/** Post-hoc correction per angle, fitted on people the network was not trained on. */
export interface AngleCalibration {
  /** Makes 68 % of truths lie within one deviation: deviation × factor. */
  readonly sdFactor: number;
}

/** One tensor in `movement.bin`: int16 times `scale`, row-major, members first. */
export interface TensorEntry {
  readonly name: TensorName;
  readonly shape: readonly number[];
  /** Byte offset. */
  readonly offset: number;
  readonly scale: number;
}

export const TENSOR_NAMES = [
  'look.weight',
  'look.bias',
  'stance.weight',
  'stance.bias',
  'hidden.weight',
  'hidden.bias',
  'last.weight',
  'last.bias',
  'out.weight',
  'out.bias',
] as const;
export type TensorName = (typeof TENSOR_NAMES)[number];

/** `movement.json`. */
export interface NetworkSpec {
  readonly schema: 'hipline.movement-weights/2';
  /** Which features it was trained with: FEATURES_VERSION. */
  readonly features: number;
  /** SHA-256 of `movement.bin`, hex. */
  readonly sha256: string;
  /** Networks whose mean is taken. */
  readonly members: number;
  readonly shape: NetworkShape;
  readonly tensors: readonly TensorEntry[];
  readonly averageStance: readonly number[];
  readonly calibration: Readonly<Record<AngleOutput, AngleCalibration>>;
}

/** Shapes of all tensors of a network. Features are standardised by the first layers' own weights. */
export function tensorShapes(
  members: number,
  shape: NetworkShape,
): Readonly<Record<TensorName, readonly number[]>> {
  const joined = LAGS_MS.length * shape.look + shape.stance;
  return {
    'look.weight': [members, LOOK_LENGTH, shape.look],
    'look.bias': [members, 1, shape.look],
    'stance.weight': [members, STATIC_LENGTH, shape.stance],
    'stance.bias': [members, 1, shape.stance],
    'hidden.weight': [members, joined, shape.hidden],
    'hidden.bias': [members, 1, shape.hidden],
    'last.weight': [members, shape.hidden, shape.last],
    'last.bias': [members, 1, shape.last],
    'out.weight': [members, shape.last, OUTPUT.length],
    'out.bias': [members, 1, OUTPUT.length],
  };
}

/**
 * Reads a `movement.json`.
 * @throws Error when it is not one this program can run; the message says what is wrong
 */
export function parseNetworkSpec(json: unknown): NetworkSpec {
  const spec = json as Partial<NetworkSpec> | null;
  if (spec?.schema !== 'hipline.movement-weights/2') throw new Error('movement model: unknown schema');
  if (spec.features !== FEATURES_VERSION || spec.averageStance?.length !== BODY_VECTOR_LENGTH)
    throw new Error('movement model: was trained with other features');
  const { members, shape, tensors } = spec;
  if (!members || !shape || !tensors || !spec.calibration || !spec.sha256)
    throw new Error('movement model: incomplete description');
  const wanted = tensorShapes(members, shape);
  for (const name of TENSOR_NAMES) {
    const entry = tensors.find((tensor) => tensor.name === name);
    if (entry?.shape.join() !== wanted[name].join())
      throw new Error(`movement model: ${name} does not fit its description`);
  }
  return spec as NetworkSpec;
}

/** Unpacks one tensor. @throws RangeError when the file is too short */
export function unpackTensor(bytes: ArrayBuffer, entry: TensorEntry): Float32Array {
  const length = entry.shape.reduce((product, size) => product * size, 1);
  const view = new DataView(bytes, entry.offset, length * 2);
  return Float32Array.from({ length }, (_, i) => view.getInt16(i * 2, true) * entry.scale);
}
