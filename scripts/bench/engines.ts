import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import type { AnalysisJobResult } from '../../src/pipeline/analysis-job';
import { ENGINES, POSE_MODELS } from '../../workers/protocol';
import { runInBrowser } from '../analyse/browser';
import type { BrowserOptions } from '../analyse/browser';
import { chipsToTry, verdictOf } from './chips';
import type { ChipVerdict, ModelRunner } from './chips';
import type { Found } from './graphics';

/** 47 pictures of the clip: enough for a median, and the heavy model takes its time. */
const FPS = 5;
/** What the app gives LiteRT at most. */
const MOST_THREADS = 4;

export interface EngineCost extends ModelRunner {
  /** Of the processor. On a graphics chip LiteRT needs them only to look for somebody. */
  readonly threads: number;
  /** Median of one picture in the worker, from its pixels to landmarks. */
  readonly inferenceMs: number;
  /** Time per picture of the whole way: decoding, worker round trip, movement model, core. */
  readonly perPictureMs: number;
  readonly stream: LandmarkStream;
}

export interface EngineCosts {
  readonly engines: readonly EngineCost[];
  /** What came of each graphics chip that there is, or is not. */
  readonly chips: readonly ChipVerdict[];
}

/** Every engine and model over the same clip, landmarks and analysis, in one browser: on the processor, and on a graphics chip that is right. */
export const measureEngines = async (path: string, { graphics, flags }: Found): Promise<EngineCosts> => {
  const { runners, absent } = chipsToTry(graphics);
  const onProcessor = ENGINES.flatMap((engine) =>
    POSE_MODELS.map((model): ModelRunner => ({ engine, delegate: 'CPU', model })),
  );
  const { engines, chips } = await measureRunners(path, [...onProcessor, ...runners], { flags });
  return { engines, chips: [...absent, ...chips] };
};

/**
 * Measures each of these; those of a graphics chip only where it passes the app's own proof.
 *
 * @param options `fps`: pictures a second of the clip, fewer for tests
 */
export const measureRunners = async (
  path: string,
  runners: readonly ModelRunner[],
  { fps = FPS, ...options }: BrowserOptions & { readonly fps?: number },
): Promise<EngineCosts> => {
  const job = { path, clip: 'bench', exercise: 'curtsy-lunge', fps, mirror: false } as const;
  // The first run of each loads it; the second is measured.
  const jobs = runners.flatMap((runner) => {
    const one = { ...job, ...runner, withMeasures: false, withStream: true };
    return [one, one];
  });
  const engines: EngineCost[] = [];
  const chips: ChipVerdict[] = [];
  let startMs = performance.now();
  let index = 0;
  await runInBrowser(
    jobs,
    (_job, result) => {
      const tookMs = performance.now() - startMs;
      const runner = runners[Math.floor(index / 2)];
      const isSecond = index % 2 === 1;
      index += 1;
      startMs = performance.now();
      if (runner === undefined || !isSecond) return;
      const cost = costOf(runner, result, tookMs);
      if (cost !== null) engines.push(cost);
      if (runner.delegate === 'GPU') chips.push(verdictOf(runner, result, cost !== null));
      else if (result.kind === 'fault') throw new Error(`${nameOf(runner)}: ${JSON.stringify(result.fault)}`);
    },
    options,
  );
  return { engines, chips };
};

/** Null where something else was used: a browser in which an engine does not start uses another one, and says so. */
const costOf = (
  { engine, delegate, model }: ModelRunner,
  result: AnalysisJobResult,
  tookMs: number,
): EngineCost | null => {
  if (result.kind === 'fault' || result.analysis === null || result.stream === null) return null;
  const { analysis, stream } = result;
  if (analysis.engine !== engine || analysis.delegate !== delegate) return null;
  const threads = engine === 'litert' ? Math.min(MOST_THREADS, availableParallelism()) : 1;
  const { inferenceMsMedian: inferenceMs, frames } = analysis;
  return { engine, delegate, threads, model, inferenceMs, perPictureMs: tookMs / frames, stream };
};

const nameOf = ({ engine, model }: ModelRunner): string => `${engine} with the ${model} model`;
