import type { LiteRt } from '@litertjs/core';
import type { Landmarker, LandmarkerOptions } from '../landmarker-port';
import { openGraphics } from './graphics-device';
import { loadNetworks } from './networks';
import { PictureReader } from './picture-pixels';
import { PosePipeline } from './pose-pipeline';
import { chooseBuild, startLiteRt, type Build } from './runtime';

/** More threads than this do not make one picture faster: the network's layers are small. */
const MOST_THREADS = 4;

/** The runtime can be started once in a worker's life. */
let runtime: Promise<{ readonly liteRt: LiteRt; readonly build: Build }> | null = null;

/**
 * MediaPipe's pose graph on LiteRT: the same networks, on as many threads as the page may have or on the graphics chip
 * through WebGPU, and no WebGL.
 *
 * @throws where there is no chip that it is asked to use, or the runtime cannot be started
 */
export const createLitertLandmarker = async ({
  wasmUrl,
  bundle,
  delegate,
}: LandmarkerOptions): Promise<Landmarker> => {
  // First: where there is none, nothing else has to be started to see it.
  const graphics = delegate === 'GPU' ? await openGraphics() : null;
  try {
    runtime ??= start(wasmUrl);
    const { liteRt, build } = await runtime;
    const numThreads = build.hasThreads ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
    const networks = await loadNetworks(liteRt, bundle, { numThreads, graphics });
    const pipeline = new PosePipeline(networks);
    const reader = new PictureReader();
    return {
      detect: async (picture, timestampMs) => pipeline.step(await reader.read(picture), timestampMs),
      reset: () => {
        pipeline.reset();
        return Promise.resolve();
      },
      close: () => {
        networks.delete();
        graphics?.close();
      },
    };
  } catch (error) {
    graphics?.close();
    throw error;
  }
};

const start = async (wasmUrl: string): Promise<{ readonly liteRt: LiteRt; readonly build: Build }> => {
  const build = await chooseBuild();
  return { liteRt: await startLiteRt(wasmUrl, build), build };
};
