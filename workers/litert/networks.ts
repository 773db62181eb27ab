import { Environment, Tensor } from '@litertjs/core';
import type { CompiledModel, LiteRt } from '@litertjs/core';
import type { Graphics } from './graphics-device';
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

/** Where the networks run. */
export interface NetworkPlace {
  readonly numThreads: number;
  /** Null: all of it on the processor. */
  readonly graphics: Graphics | null;
}

/**
 * The bundle's two networks. The detector stays on the processor: it looks only while nobody is tracked, and to compile it
 * for the chip would take longer than it ever saves.
 *
 * @throws where the chip cannot run all of the landmark network
 */
export const loadNetworks = async (
  liteRt: LiteRt,
  bundle: Uint8Array,
  { numThreads, graphics }: NetworkPlace,
): Promise<LoadedNetworks> => {
  const onProcessor = { accelerator: 'wasm', cpuOptions: { numThreads } } as const;
  const load = (name: string, options: typeof onProcessor | GraphicsOptions): Promise<CompiledModel> =>
    liteRt.loadAndCompile(fileOfBundle(bundle, name), options);
  const detector = await load('pose_detector.tflite', onProcessor);
  const onChip = graphics && (await graphicsOptions(graphics));
  const landmarker = await load('pose_landmarks_detector.tflite', onChip ?? onProcessor);
  const networks = {
    detect: async (input: Float32Array) => {
      const output = await run(detector, input, SSD_ANCHORS.inputSize);
      return { boxes: output(LENGTH.boxes), scores: output(LENGTH.scores) };
    },
    landmarks: async (input: Float32Array) => {
      const running = run(landmarker, input, LANDMARKS.inputSize);
      // A lost chip need not answer.
      const output = await (graphics === null ? running : Promise.race([running, graphics.lost]));
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
      onChip?.environment.delete();
    },
  };
  if (graphics !== null && !landmarker.isFullyAccelerated) {
    networks.delete();
    throw new Error('the graphics chip cannot run all of the network');
  }
  return networks;
};

interface GraphicsOptions {
  readonly accelerator: 'webgpu';
  readonly environment: Environment;
  readonly gpuOptions: { readonly precision: 'fp32' };
}

const graphicsOptions = async ({ device }: Graphics): Promise<GraphicsOptions> => ({
  accelerator: 'webgpu',
  environment: await Environment.create({ webGpuDevice: device }),
  gpuOptions: { precision: 'fp32' },
});

/** Runs a network; gives what looks an output up by its length. Tensors are memory by hand: freed here. */
const run = async (
  model: CompiledModel,
  input: Float32Array,
  size: number,
): Promise<(length: number) => Float32Array> => {
  const tensor = new Tensor(input, [1, size, size, 3], model.options.environment);
  try {
    const outputs = await model.run(tensor);
    try {
      const values = await Promise.all(
        outputs.map((output) => (isWanted(output) ? output.data() : Promise.resolve(null))),
      );
      return (length) => {
        const found = values.find((one) => one?.length === length);
        if (!(found instanceof Float32Array))
          throw new Error(`the network has no output of ${String(length)} values`);
        return found;
      };
    } finally {
      for (const output of outputs) output.delete();
    }
  } finally {
    tensor.delete();
  }
};

/** The mask of the person, 65 536 values, is not: it is not even copied. */
const isWanted = (output: Tensor): boolean => {
  const length = [...output.type.layout.dimensions].reduce((product, side) => product * side, 1);
  return Object.values<number>(LENGTH).includes(length);
};
