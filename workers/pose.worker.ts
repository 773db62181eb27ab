import { expose, transfer } from 'comlink';
import { createPoseService } from './create-pose-service';
import type { Detection, PoseService, Result } from './protocol';

const makeCanvas = (): OffscreenCanvas => new OffscreenCanvas(1, 1);

const service = createPoseService({
  // Imported when it is wanted: only the chosen engine's files are loaded.
  createLandmarker: async (options) =>
    options.engine === 'mediapipe'
      ? (await import('./mediapipe-landmarker')).mediapipeLandmarker(makeCanvas)(options)
      : (await import('./litert/litert-landmarker')).createLitertLandmarker(options),
  makeCanvas,
});

/** Hands the landmarks' memory over instead of copying it. */
const handOver = (result: Result<Detection>): Result<Detection> => {
  const landmarks = result.ok ? result.value.pose.landmarks : null;
  return landmarks === null ? result : transfer(result, [landmarks.image.buffer, landmarks.world.buffer]);
};

expose({
  load: (options, onProgress) => service.load(options, onProgress),
  detect: async (picture, timestampMs) => handOver(await service.detect(picture, timestampMs)),
  observe: async (pose) => handOver(await service.observe(pose)),
  reset: () => service.reset(),
  resume: (stance) => service.resume(stance),
  movementStatus: () => service.movementStatus(),
  close: () => service.close(),
} satisfies PoseService);
