/**
 * Gradients of the operations that the network and its loss are made of.
 *
 * TensorFlow.js keeps its own in files that import one another without extension, which only a bundler resolves; the trainer
 * runs in Node. These are the textbook ones.
 */
import * as tf from '@tensorflow/tfjs-core';

type Shape = number[];

/** Sums a gradient over the axes along which its operand was broadcast. */
const reduceTo = (gradient: tf.Tensor, shape: Shape): tf.Tensor => {
  const axes = tf.broadcast_util.getReductionAxes(shape, gradient.shape);
  return tf.reshape(axes.length > 0 ? tf.sum(gradient, axes) : gradient, shape);
};

interface Saved {
  readonly kernel: string;
  readonly inputs?: string[];
  readonly outputs?: boolean[];
  readonly grad: (
    dy: tf.Tensor,
    saved: tf.Tensor[],
    attributes: Record<string, unknown>,
  ) => Record<string, () => tf.Tensor>;
}

const two = (saved: readonly tf.Tensor[]): readonly [tf.Tensor, tf.Tensor] => [saved[0]!, saved[1]!];

const GRADIENTS: readonly Saved[] = [
  {
    kernel: 'Add',
    inputs: ['a', 'b'],
    grad: (dy, saved) => ({
      a: () => reduceTo(dy, two(saved)[0].shape),
      b: () => reduceTo(dy, two(saved)[1].shape),
    }),
  },
  {
    kernel: 'Sub',
    inputs: ['a', 'b'],
    grad: (dy, saved) => ({
      a: () => reduceTo(dy, two(saved)[0].shape),
      b: () => reduceTo(tf.neg(dy), two(saved)[1].shape),
    }),
  },
  {
    kernel: 'Multiply',
    inputs: ['a', 'b'],
    grad: (dy, saved) => {
      const [a, b] = two(saved);
      return { a: () => reduceTo(tf.mul(dy, b), a.shape), b: () => reduceTo(tf.mul(dy, a), b.shape) };
    },
  },
  {
    kernel: 'RealDiv',
    inputs: ['a', 'b'],
    grad: (dy, saved) => {
      const [a, b] = two(saved);
      return {
        a: () => reduceTo(tf.div(dy, b), a.shape),
        b: () => reduceTo(tf.neg(tf.div(tf.mul(dy, a), tf.square(b))), b.shape),
      };
    },
  },
  {
    // Used on plain operands only; their batches are alike, or those of `a` are broadcast and need no gradient.
    kernel: 'BatchMatMul',
    inputs: ['a', 'b'],
    grad: (dy, saved) => {
      const [a, b] = two(saved);
      return {
        a: () => reduceTo(tf.matMul(dy, b, false, true), a.shape),
        b: () => reduceTo(tf.matMul(a, dy, true, false), b.shape),
      };
    },
  },
  {
    kernel: 'Relu',
    inputs: ['x'],
    grad: (dy, [x]) => ({ x: () => tf.mul(dy, tf.cast(tf.greater(x!, 0), 'float32')) }),
  },
  { kernel: 'Softplus', inputs: ['x'], grad: (dy, [x]) => ({ x: () => tf.mul(dy, tf.sigmoid(x!)) }) },
  { kernel: 'Square', inputs: ['x'], grad: (dy, [x]) => ({ x: () => tf.mul(dy, tf.mul(x!, 2)) }) },
  { kernel: 'Log', inputs: ['x'], grad: (dy, [x]) => ({ x: () => tf.div(dy, x!) }) },
  { kernel: 'Exp', outputs: [true], grad: (dy, [y]) => ({ x: () => tf.mul(dy, y!) }) },
  { kernel: 'Reshape', inputs: ['x'], grad: (dy, [x]) => ({ x: () => tf.reshape(dy, x!.shape) }) },
  {
    kernel: 'Sum',
    inputs: ['x'],
    grad: (dy, [x], { axis }) => {
      const reduced = tf.util.parseAxisParam(axis as number | number[], x!.shape);
      const kept = x!.shape.map((size, i) => (reduced.includes(i) ? 1 : size));
      return { x: () => tf.mul(tf.reshape(dy, kept), tf.onesLike(x!)) };
    },
  },
  {
    kernel: 'Slice',
    inputs: ['x'],
    grad: (dy, [x], { begin }) => {
      const start = begin as number[];
      const margins = x!.shape.map((size, i): [number, number] => [
        start[i] ?? 0,
        size - (start[i] ?? 0) - dy.shape[i]!,
      ]);
      return { x: () => tf.pad(dy, margins) };
    },
  },
];

/** Concatenation has any number of operands and so a shape of its own. */
function registerConcat(): void {
  tf.registerGradient({
    kernelName: 'Concat',
    saveAllInputs: true,
    gradFunc: (dy, saved, attributes) => {
      const gradient = dy as tf.Tensor;
      const axis = tf.util.parseAxisParam(attributes['axis'] as number, gradient.shape)[0]!;
      const parts = tf.split(
        gradient,
        saved.map((input) => input.shape[axis]!),
        axis,
      );
      return Object.fromEntries(parts.map((part, i) => [String(i), () => part]));
    },
  });
}

let registered = false;

/** Makes the trainer's operations differentiable. Once is enough. */
export function registerGradients(): void {
  if (registered) return;
  registered = true;
  for (const { kernel, inputs, outputs, grad } of GRADIENTS)
    tf.registerGradient({
      kernelName: kernel,
      ...(inputs && { inputsToSave: inputs }),
      ...(outputs && { outputsToSave: outputs }),
      gradFunc: (dy, saved, attributes) => grad(dy as tf.Tensor, saved, attributes),
    });
  registerConcat();
}
