import { measureBrightness } from './brightness';
import { bundleIdentity, downloadBundle } from './bundle-download';
import { KNOWN_PICTURE_URL, runKnownPicture } from './known-picture';
import type { CreateLandmarker } from './landmarker-port';
import { hasFetchedWasm } from './patience';
import { LocalPoseService } from './pose-service';
import { hasGraphicsChip, hasWebGpuChip } from './software-renderer';

const now = (): number => performance.now();

/** What differs between the worker and the page. */
export interface Realm {
  readonly createLandmarker: CreateLandmarker;
  readonly makeCanvas: () => OffscreenCanvas;
}

/** The pose service with everything real behind it. */
export const createPoseService = ({ createLandmarker, makeCanvas }: Realm): LocalPoseService =>
  new LocalPoseService({
    createLandmarker,
    hasWebGl: () => makeCanvas().getContext('webgl2') !== null,
    // MediaPipe reaches it through WebGL, LiteRT through WebGPU.
    hasGpu: (engine) =>
      engine === 'mediapipe' ? hasGraphicsChip(makeCanvas()) : hasWebGpuChip(makeCanvas()),
    hasFetchedWasm,
    downloadBundle: (url, model, onProgress) => downloadBundle(url, bundleIdentity(model), onProgress),
    // Imported when it is needed: TensorFlow.js is no part of the start.
    loadMovementEstimator: async (folderUrl) =>
      (await import('./movement-estimator')).loadMovementEstimator(folderUrl),
    prove: async (landmarker, model) => {
      const picture = await createImageBitmap(await (await fetch(KNOWN_PICTURE_URL)).blob());
      try {
        return await runKnownPicture(landmarker, picture, model, now);
      } finally {
        picture.close();
      }
    },
    measureBrightness,
    now,
  });
