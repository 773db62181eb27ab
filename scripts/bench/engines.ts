import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import { ENGINES, POSE_MODELS } from '../../workers/protocol';
import type { Engine, PoseModel } from '../../workers/protocol';
import { runInBrowser } from '../analyse/browser';
import { BROWSER_FLAGS } from '../chromium.mjs';

/** 47 pictures of the clip: enough for a median, and the heavy model takes its time. */
const FPS = 5;
/** What the app gives LiteRT at most. */
const MOST_THREADS = 4;

export interface EngineCost {
  readonly engine: Engine;
  readonly threads: number;
  readonly model: PoseModel;
  /** Median of one picture in the worker, from its pixels to landmarks. */
  readonly inferenceMs: number;
  /** Time per picture of the whole way: decoding, worker round trip, movement model, core. */
  readonly perPictureMs: number;
  readonly stream: LandmarkStream;
}

/** Every engine and model over the same clip, landmarks and analysis, in one browser. */
export const measureEngines = async (path: string): Promise<EngineCost[]> => {
  const job = { path, clip: 'bench', exercise: 'curtsy-lunge', fps: FPS, mirror: false } as const;
  const jobs = ENGINES.flatMap((engine) =>
    POSE_MODELS.flatMap((model) => {
      const one = { ...job, engine, model, withMeasures: false, withStream: true };
      // The first run of each loads it; the second is measured.
      return [one, one];
    }),
  );
  const costs: EngineCost[] = [];
  let startMs = performance.now();
  let index = 0;
  await runInBrowser(
    jobs,
    ({ engine, model }, result) => {
      if (result.kind !== 'done' || result.analysis === null || result.stream === null) {
        throw new Error(`${engine} gave no result with the ${model} model: ${JSON.stringify(result)}`);
      }
      const { inferenceMsMedian: inferenceMs, frames } = result.analysis;
      // A browser in which an engine does not start uses the other one, and says so.
      const isMeasured = index % 2 === 1 && result.analysis.engine === engine;
      index += 1;
      if (isMeasured) {
        const perPictureMs = (performance.now() - startMs) / frames;
        const threads = engine === 'litert' ? Math.min(MOST_THREADS, availableParallelism()) : 1;
        costs.push({ engine, threads, model, inferenceMs, perPictureMs, stream: result.stream });
      }
      startMs = performance.now();
    },
    { flags: BROWSER_FLAGS },
  );
  return costs;
};
