import type { LiteRt } from '@litertjs/core';
import type { Landmarker, LandmarkerOptions } from '../landmarker-port';
import { loadNetworks } from './networks';
import { PictureReader } from './picture-pixels';
import { PosePipeline } from './pose-pipeline';
import { canUseThreads, startLiteRt } from './runtime';

/** More threads than this do not make one picture faster: the network's layers are small. */
const MOST_THREADS = 4;

/** The runtime can be started once in a worker's life. */
let runtime: Promise<LiteRt> | null = null;

/** MediaPipe's pose graph on LiteRT: the same networks, on as many threads as the page may have, and no WebGL. */
export const createLitertLandmarker = async ({ wasmUrl, bundle }: LandmarkerOptions): Promise<Landmarker> => {
  const threads = canUseThreads();
  runtime ??= startLiteRt(wasmUrl, threads);
  const numThreads = threads ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
  const networks = await loadNetworks(await runtime, bundle, numThreads);
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
    },
  };
};
