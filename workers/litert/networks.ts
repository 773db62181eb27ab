import { Tensor } from '@litertjs/core';
import type { CompiledModel, LiteRt } from '@litertjs/core';
import { LANDMARKS, SSD_ANCHORS } from './pose-options';
import type { PoseNetworks } from './pose-pipeline';
import { fileOfBundle } from './task-bundle';

/** How many values each output has: outputs are told apart by that, their names are numbers. */
const LENGTH = {
  landmarks: 195,
  presence: 1,
  heatmap: 159_744,
  world: 117,
  boxes: 27_048,
  scores: 2254,
} as const;

export interface LoadedNetworks extends PoseNetworks {
  delete(): void;
}

/** The bundle's two networks on the processor. */
export const loadNetworks = async (
  liteRt: LiteRt,
  bundle: Uint8Array,
  numThreads: number,
): Promise<LoadedNetworks> => {
  const load = (name: string): Promise<CompiledModel> =>
    liteRt.loadAndCompile(fileOfBundle(bundle, name), { accelerator: 'wasm', cpuOptions: { numThreads } });
  const detector = await load('pose_detector.tflite');
  const landmarker = await load('pose_landmarks_detector.tflite');
  return {
    detect: async (input) => {
      const output = await run(detector, input, SSD_ANCHORS.inputSize);
      return { boxes: output(LENGTH.boxes), scores: output(LENGTH.scores) };
    },
    landmarks: async (input) => {
      const output = await run(landmarker, input, LANDMARKS.inputSize);
      return {
        landmarks: output(LENGTH.landmarks),
        presence: output(LENGTH.presence)[0] ?? 0,
        heatmap: output(LENGTH.heatmap),
        world: output(LENGTH.world),
      };
    },
    delete: () => {
      detector.delete();
      landmarker.delete();
    },
  };
};

/** Runs a network; gives what looks an output up by its length. Tensors are memory by hand: freed here. */
const run = async (
  model: CompiledModel,
  input: Float32Array,
  size: number,
): Promise<(length: number) => Float32Array> => {
  const tensor = new Tensor(input, [1, size, size, 3]);
  try {
    const outputs = await model.run(tensor);
    const values = outputs.map((output) => {
      const copy = isWanted(output) ? output.toTypedArray() : null;
      output.delete();
      return copy;
    });
    return (length) => {
      const found = values.find((one) => one?.length === length);
      if (!(found instanceof Float32Array))
        throw new Error(`the network has no output of ${String(length)} values`);
      return found;
    };
  } finally {
    tensor.delete();
  }
};

/** The mask of the person, 65 536 values, is not: it is not even copied. */
const isWanted = (output: Tensor): boolean => {
  const length = [...output.type.layout.dimensions].reduce((product, side) => product * side, 1);
  return Object.values<number>(LENGTH).includes(length);
};
