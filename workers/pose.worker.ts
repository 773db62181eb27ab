import { expose, transfer } from 'comlink';
import { measureBrightness } from './brightness';
import { bundleIdentity, downloadBundle } from './bundle-download';
import { KNOWN_PICTURE_URL, runKnownPicture } from './known-picture';
import { createMediapipeLandmarker } from './mediapipe-landmarker';
import { LocalPoseService } from './pose-service';
import type { Detection, PoseService, Result } from './protocol';

const now = (): number => performance.now();

const service = new LocalPoseService({
  createLandmarker: createMediapipeLandmarker,
  downloadBundle: (url, model, onProgress) => downloadBundle(url, bundleIdentity(model), onProgress),
  // Imported when it is needed: TensorFlow.js is no part of the start.
  loadMovementEstimator: async (folderUrl) =>
    (await import('./movement-estimator')).loadMovementEstimator(folderUrl),
  prove: async (landmarker) => {
    const picture = await createImageBitmap(await (await fetch(KNOWN_PICTURE_URL)).blob());
    try {
      return runKnownPicture(landmarker, picture, now);
    } finally {
      picture.close();
    }
  },
  hasWebGl: () => new OffscreenCanvas(1, 1).getContext('webgl2') !== null,
  measureBrightness,
  now,
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
