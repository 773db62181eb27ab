import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

const BACKEND = 'wasm';

/**
 * Makes TensorFlow.js compute in WebAssembly: training takes a twentieth of what its plain JavaScript takes. Once is enough;
 * more does no harm.
 * @throws Error when the backend does not start
 */
export async function useWasm(): Promise<void> {
  tf.enableProdMode();
  if (!(await tf.setBackend(BACKEND)))
    throw new Error('TensorFlow.js: the WebAssembly backend did not start');
  transposeFirst();
}

interface Multiplication {
  readonly inputs: { readonly a: tf.TensorInfo; readonly b: tf.TensorInfo };
  readonly attrs: { readonly transposeA: boolean; readonly transposeB: boolean };
  readonly backend: { disposeData(id: object): unknown };
}

let isTransposing = false;

/**
 * The backend multiplies matrices with XNNPACK, but one that is to be transposed, as every gradient's is, in a loop of its own that takes three times as long.
 * So they are transposed before.
 */
function transposeFirst(): void {
  if (isTransposing) return;
  isTransposing = true;
  const multiply = tf.getKernel('BatchMatMul', BACKEND);
  const transpose = tf.getKernel('Transpose', BACKEND);
  tf.unregisterKernel('BatchMatMul', BACKEND);
  tf.registerKernel({
    ...multiply,
    kernelFunc: (call) => {
      const { inputs, attrs, backend } = call as unknown as Multiplication;
      const turned: tf.TensorInfo[] = [];
      const turn = (x: tf.TensorInfo): tf.TensorInfo => {
        const axes = x.shape.map((_, axis) => axis);
        const perm = [...axes.slice(0, -2), ...axes.slice(-2).reverse()];
        const out = transpose.kernelFunc({ ...call, inputs: { x }, attrs: { perm } }) as tf.TensorInfo;
        turned.push(out);
        return out;
      };
      const a = attrs.transposeA ? turn(inputs.a) : inputs.a;
      const b = attrs.transposeB ? turn(inputs.b) : inputs.b;
      const plain = { ...call.attrs, transposeA: false, transposeB: false };
      const product = multiply.kernelFunc({ ...call, inputs: { a, b }, attrs: plain });
      for (const { dataId } of turned) backend.disposeData(dataId);
      return product;
    },
  });
}
