import { FilesetResolver, PoseLandmarker } from '@mediapipe/tasks-vision';
import type { PoseLandmarkerResult } from '@mediapipe/tasks-vision';
import { LANDMARK_COUNT } from '../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../src/core/pose/pose-frame';
import type { PoseLandmarks } from '../src/core/pose/pose-frame';
import type { CreateLandmarker, Landmarker, Picture } from './landmarker-port';

/**
 * Creates the MediaPipe pose landmarker in video mode: one person, tracked from picture to picture.
 * @throws when the WebAssembly cannot be loaded or the graph cannot be built
 */
export const createMediapipeLandmarker: CreateLandmarker = async (options) => {
  // The second argument asks for the ES module loader: `importScripts` does not exist in a module worker.
  const fileset = await FilesetResolver.forVisionTasks(options.wasmUrl, true);
  const task = await PoseLandmarker.createFromOptions(fileset, {
    baseOptions: { modelAssetBuffer: options.bundle, delegate: options.delegate },
    runningMode: 'VIDEO',
    numPoses: 1,
  });
  return wrap(task);
};

const wrap = (task: PoseLandmarker): Landmarker => ({
  detect: (picture: Picture, timestampMs: number) => pack(task.detectForVideo(picture, timestampMs)),
  // Setting an option builds the graph anew, and with it the tracker and its clock.
  reset: () => task.setOptions({ runningMode: 'VIDEO' }),
  close: () => {
    task.close();
  },
});

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
