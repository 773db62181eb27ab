import { MOVEMENT_CLASSES } from './movement-estimate';
import { BODY_VECTOR_LENGTH } from './body-vector';
import { FEATURES_VERSION } from './features';

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

/** Post-hoc correction per angle, fitted on people the network was not trained on. */
export interface AngleCalibration {
  /** Makes 68 % of truths lie within one deviation: deviation × factor. */
  readonly sdFactor: number;
}

export type Calibration = Readonly<Record<AngleOutput, AngleCalibration>>;

/** What belongs to the network and is no part of its graph: `userDefinedMetadata` of its `model.json`. */
export interface NetworkMetadata {
  /** Which features it was trained with: FEATURES_VERSION. */
  readonly features: number;
  /** SHA-256 of the weight files, one after another, hex. */
  readonly sha256: string;
  /** Body vector of an average person's stance, levelled, in body lengths. */
  readonly averageStance: readonly number[];
  readonly calibration: Calibration;
}

/**
 * Reads the metadata of a `model.json`.
 * @throws Error when this program cannot run that network; the message says what is wrong
 */
export function parseNetworkMetadata(json: unknown): NetworkMetadata {
  const metadata = (json ?? {}) as Partial<NetworkMetadata>;
  if (!metadata.sha256 || !metadata.calibration || !metadata.averageStance)
    throw new Error('movement model: incomplete description');
  if (metadata.features !== FEATURES_VERSION || metadata.averageStance.length !== BODY_VECTOR_LENGTH)
    throw new Error('movement model: was trained with other features');
  const calibration: Partial<Calibration> = metadata.calibration;
  const missing = ANGLE_OUTPUTS.find((name) => !((calibration[name]?.sdFactor ?? 0) > 0));
  if (missing) throw new Error(`movement model: no calibration of ${missing}`);
  return metadata as NetworkMetadata;
}
