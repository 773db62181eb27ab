import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import { LANDMARK_COUNT } from '../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../src/core/pose/pose-frame';
import type { CreateLandmarker, Landmarker, Picture } from './landmarker-port';

/**
 * Creates MediaPipe pose landmarkers in video mode: one person, tracked from picture to picture. They throw when the
 * WebAssembly cannot be loaded or the graph cannot be built.
 *
 * @param makeCanvas what pictures are taken in through
 */
export const mediapipeLandmarker =
  (makeCanvas: () => OffscreenCanvas): CreateLandmarker =>
  async (options) => {
    // The second argument asks for the ES module loader: `importScripts` does not exist in a module worker.
    const fileset = await FilesetResolver.forVisionTasks(options.wasmUrl, true);
    const create = async (): Promise<Task> => {
      await provideFactory(fileset.wasmLoaderPath);
      const canvas = makeCanvas();
      const landmarker = await PoseLandmarker.createFromOptions(fileset, {
        baseOptions: { modelAssetBuffer: options.bundle, delegate: options.delegate },
        runningMode: 'VIDEO',
        numPoses: 1,
        canvas,
      });
      return { landmarker, canvas };
    };
    return wrap(await create(), create);
  };

/** A graph, and what it takes pictures in through. */
interface Task {
  readonly landmarker: PoseLandmarker;
  readonly canvas: OffscreenCanvas;
}

/**
 * The loader leaves its factory in a global as it is evaluated, and MediaPipe clears it after use. A module is evaluated
 * only once, so a second task would find none ("ModuleFactory not set") unless it is put back.
 */
const provideFactory = async (loaderUrl: string): Promise<void> => {
  const loader = (await import(/* @vite-ignore */ loaderUrl)) as { readonly default: unknown };
  Object.assign(globalThis, { ModuleFactory: loader.default });
};

const wrap = (first: Task, create: () => Promise<Task>): Landmarker => {
  let task = first;
  return {
    detect: (picture: Picture, timestampMs: number) => {
      // The graph does not notice: it would find nobody in any picture from then on.
      if (task.canvas.getContext('webgl2')?.isContextLost()) throw new Error('the graphics context was lost');
      return pack(task.landmarker.detectForVideo(picture, timestampMs));
    },
    // A new task, not `setOptions`: that builds the graph anew too, but keeps the last timestamp, and the next
    // picture of an earlier time fails with a "packet timestamp mismatch".
    reset: async () => {
      task.landmarker.close();
      task = await create();
    },
    close: () => {
      task.landmarker.close();
    },
  };
};

/** The first person's landmarks as packed arrays. */
const pack = (result: PoseLandmarkerResult): PoseLandmarks | null => {
  const [image] = result.landmarks;
  const [world] = result.worldLandmarks;
  if (image?.length !== LANDMARK_COUNT || world?.length !== LANDMARK_COUNT) return null;
  const packed = {
    image: new Float32Array(LANDMARK_COUNT * IMAGE_STRIDE),
    world: new Float32Array(LANDMARK_COUNT * WORLD_STRIDE),
  };
  image.forEach((point, index) => {
    packed.image.set([point.x, point.y, point.z, point.visibility], index * IMAGE_STRIDE);
  });
  world.forEach((point, index) => {
    packed.world.set([point.x, point.y, point.z], index * WORLD_STRIDE);
  });
  return packed;
};
