import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createStreamSource } from '../src/capture/landmark-stream';
import type { LandmarkStream } from '../src/capture/landmark-stream';
import type { PoseFrame } from '../src/core/pose/pose-frame';
import { createSetEngine } from '../src/core/session/create-set-engine';
import { exercises } from '../src/exercises/registry';
import { median } from '../src/pipeline/session-meter';
import { POSE_MODELS } from '../workers/protocol';
import type { Detection, PoseModel } from '../workers/protocol';
import { runInBrowser } from './analyse/browser';
import { createStreamService } from './analyse/recorded-stream';

const CLIP = resolve(import.meta.dirname, '../test/fixtures/clips/curtsy-short.mp4');

/** 47 pictures of the clip: enough for a median, and the heavy model takes its time. */
const FPS = 5;

interface ModelCost {
  readonly model: PoseModel;
  /** Median of one picture's inference in the worker. */
  readonly inferenceMs: number;
  /** Time per picture of the whole way: decoding, worker round trip, movement model, core. */
  readonly perPictureMs: number;
  readonly stream: LandmarkStream;
}

/**
 * `npm run bench`: what each part costs on this machine, in one run. Absolute times depend on the machine and on what
 * else it does; the ratios are what to compare.
 */
export const main = async (): Promise<number> => {
  const costs = await measureModels();
  const [first] = costs;
  if (first === undefined) throw new Error('no model was measured');
  const core = await measureCore(first.stream);
  const base = costs.find(({ model }) => model === 'full') ?? first;
  print(
    'inference',
    costs.map(({ model, inferenceMs }) => [model, inferenceMs, inferenceMs / base.inferenceMs]),
  );
  print(
    'whole way per picture',
    costs.map(({ model, perPictureMs, inferenceMs }) => [model, perPictureMs, perPictureMs / inferenceMs]),
  );
  print('after the worker', [
    ['movement model', core.movementMs, core.movementMs / base.inferenceMs],
    ['core, one exercise', core.fixedMs, core.fixedMs / base.inferenceMs],
    ['core, auto', core.autoMs, core.autoMs / base.inferenceMs],
  ]);
  console.log(
    '\nratios: inference and "after the worker" to one inference of the full model; whole way to its own inference.',
  );
  return 0;
};

/** Every model over the same clip, landmarks and analysis, in one browser. */
const measureModels = async (): Promise<ModelCost[]> => {
  const job = { path: CLIP, clip: 'bench', exercise: 'curtsy-lunge', fps: FPS, mirror: false } as const;
  const jobs = POSE_MODELS.flatMap((model) => {
    const one = { ...job, model, withMeasures: false, withStream: true };
    // The first run of each model loads it; the second is measured.
    return [one, one];
  });
  const costs: ModelCost[] = [];
  let startMs = performance.now();
  let index = 0;
  await runInBrowser(jobs, ({ model }, result) => {
    if (result.kind !== 'done' || result.analysis === null || result.stream === null) {
      throw new Error(`the ${model} model gave no result: ${JSON.stringify(result)}`);
    }
    const { inferenceMsMedian, frames } = result.analysis;
    const isMeasured = index % 2 === 1;
    index += 1;
    if (isMeasured) {
      const perPictureMs = (performance.now() - startMs) / frames;
      costs.push({ model, inferenceMs: inferenceMsMedian, perPictureMs, stream: result.stream });
    }
    startMs = performance.now();
  });
  return costs;
};

interface CoreCost {
  readonly movementMs: number;
  readonly fixedMs: number;
  readonly autoMs: number;
}

/** Movement model and core over recorded landmarks, in Node. */
const measureCore = async (stream: LandmarkStream): Promise<CoreCost> => {
  const service = await createStreamService();
  const observed: Detection[] = [];
  const movementTimes: number[] = [];
  for (const pose of await posesOf(stream)) {
    const startMs = performance.now();
    const result = await service.observe(pose);
    movementTimes.push(performance.now() - startMs);
    if (result.ok) observed.push(result.value);
  }
  await service.close();
  const costOf = (exercise: 'curtsy-lunge' | 'auto'): number => {
    const engine = createSetEngine({ exercise, definitions: exercises });
    return median(
      observed.map((observation) => {
        const startMs = performance.now();
        engine.step(observation);
        return performance.now() - startMs;
      }),
    );
  };
  return { movementMs: median(movementTimes), fixedMs: costOf('curtsy-lunge'), autoMs: costOf('auto') };
};

const posesOf = async (stream: LandmarkStream): Promise<PoseFrame[]> => {
  const poses: PoseFrame[] = [];
  await createStreamSource(stream).run((frame) => {
    if (frame.kind === 'landmarks') poses.push(frame.pose);
  });
  return poses;
};

const print = (title: string, rows: (readonly [string, number, number])[]): void => {
  console.log(`\n${title}`);
  for (const [name, ms, ratio] of rows) {
    console.log(`  ${name.padEnd(20)} ${ms.toFixed(2).padStart(8)} ms  ×${ratio.toPrecision(3)}`);
  }
};
