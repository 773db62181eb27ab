import { FEATURE_LENGTH, FEATURE_MIRROR, LAGS_MS, LOOK_LENGTH } from '../../src/core/movement/features';
import type { RawLayer, RawWeights } from './raw-weights';

/** Where the looks end and the values of the whole moment begin. */
export const LOOKS_LENGTH = LAGS_MS.length * LOOK_LENGTH;

/** Mean and spread of each feature. */
export interface FeatureScale {
  readonly mean: Float32Array;
  readonly spread: Float32Array;
}

/** Measures over bodies and their mirror twins; one scale for all looks, whose layer is shared. */
export function measureScale(features: readonly Float32Array[]): FeatureScale {
  const sum = new Float64Array(FEATURE_LENGTH);
  const squares = new Float64Array(FEATURE_LENGTH);
  const count = new Float64Array(FEATURE_LENGTH);
  const every = Math.max(1, Math.floor(features.length / 20_000));
  const slotOf = (k: number) => (k < LOOKS_LENGTH ? k % LOOK_LENGTH : k);
  for (let row = 0; row < features.length; row += every)
    for (let k = 0; k < FEATURE_LENGTH; k++)
      for (const value of [features[row]![k]!, features[row]![k]! * FEATURE_MIRROR[k]!]) {
        sum[slotOf(k)]! += value;
        squares[slotOf(k)]! += value * value;
        count[slotOf(k)]! += 1;
      }
  const mean = Float32Array.from(sum, (_, k) => sum[slotOf(k)]! / count[slotOf(k)]!);
  const spread = Float32Array.from(sum, (_, k) =>
    Math.max(0.001, Math.sqrt(Math.max(0, squares[slotOf(k)]! / count[slotOf(k)]! - mean[k]! ** 2))),
  );
  return { mean, spread };
}

/** Moves the standardisation into the first layers, so that the shipped network takes features as they are. */
export const foldScale = (layers: RawWeights['layers'], scale: FeatureScale): RawWeights['layers'] => ({
  ...layers,
  look: folded(layers.look, scale, 0),
  stance: folded(layers.stance, scale, LOOKS_LENGTH),
});

function folded({ inputs, units, kernel, bias }: RawLayer, scale: FeatureScale, first: number): RawLayer {
  const out = { inputs, units, kernel: kernel.slice(), bias: bias.slice() };
  for (let at = 0; at < kernel.length; at++) {
    const unit = at % units;
    const input = Math.floor(at / units) % inputs;
    const member = Math.floor(at / units / inputs);
    const weight = kernel[at]! / scale.spread[first + input]!;
    out.kernel[at] = weight;
    out.bias[member * units + unit]! -= weight * scale.mean[first + input]!;
  }
  return out;
}
