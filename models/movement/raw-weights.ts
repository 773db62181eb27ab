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

/** Trained weights. The features' scale is folded into the first layers. */
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
