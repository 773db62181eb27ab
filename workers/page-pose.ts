import { createPoseService } from './create-pose-service';
import { mediapipeLandmarker } from './mediapipe-landmarker';
import type { PoseService } from './protocol';

/** What is used of the page: this realm is compiled without the DOM. */
interface Page {
  createElement(name: 'canvas'): object;
}

/**
 * The pose service on the page itself, for browsers whose workers have no WebGL 2. It holds the page up while it looks at
 * a picture, but it counts and judges the same.
 */
export function createPagePose(page: Page): PoseService {
  const makeCanvas = (): OffscreenCanvas => page.createElement('canvas') as OffscreenCanvas;
  const createMediapipe = mediapipeLandmarker(makeCanvas);
  return createPoseService({
    // LiteRT runs in workers, and a browser that has come here could not start it there.
    createLandmarker: (options) =>
      options.engine === 'mediapipe'
        ? createMediapipe(options)
        : Promise.reject(new Error('LiteRT is not for the page itself')),
    makeCanvas,
  });
}
