import * as tf from '@tensorflow/tfjs';
import type { Random } from './random';

/** Masks are drawn once and read from another place at every step: drawing them takes as long as a training step. */
const BANK_LENGTH = 1 << 20;

/**
 * Dropout whose masks come from a seeded source. TensorFlow.js's own layer, given a seed, draws the same mask at every step,
 * and without one no training is ever repeated.
 *
 * In training a share `rate` of the values is 0 and the others are divided by what is left; else values pass as they are.
 */
export class SeededDropout extends tf.layers.Layer {
  static readonly className = 'SeededDropout';
  readonly #random: Random;
  readonly #bank: tf.Tensor1D;

  constructor({ name, rate, random }: { name: string; rate: number; random: Random }) {
    super({ name });
    this.#random = random;
    const kept = 1 / (1 - rate);
    this.#bank = tf.keep(
      tf.tensor1d(Float32Array.from({ length: BANK_LENGTH }, () => (random.chance(rate) ? 0 : kept))),
    );
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { training?: boolean }): tf.Tensor {
    const values = Array.isArray(inputs) ? inputs[0]! : inputs;
    if (kwargs.training !== true) return values;
    const from = Math.floor(this.#random.uniform(0, BANK_LENGTH - values.size));
    return tf.tidy(() => tf.mul(values, tf.reshape(tf.slice(this.#bank, from, values.size), values.shape)));
  }

  override dispose(): ReturnType<tf.layers.Layer['dispose']> {
    this.#bank.dispose();
    return super.dispose();
  }
}
