import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createStreamSource } from '../../src/capture/landmark-stream';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import { toLandmarkStream } from '../../src/capture/stream-writer';
import { createBodyTracker } from '../../src/core/body/body-tracker';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import { exercises } from '../../src/exercises/registry';
import { analyseSource } from '../../src/pipeline/analyse-source';
import type { AnalysisJobResult } from '../../src/pipeline/analysis-job';
import { readFileUrl } from '../../models/movement/read-file-url';
import { MovementSlot } from '../../workers/movement-slot';
import { succeeded } from '../../workers/pose-fault';
import type { PoseService } from '../../workers/protocol';
import type { AnalyseArguments } from './arguments';

const WEIGHTS = resolve(import.meta.dirname, '../../models/movement/weights');

/**
 * The pose service of recorded landmarks in Node: no pose model, the same movement model from the same files.
 * `withMovement: false` leaves it out, to see what geometry alone gives.
 */
export const createStreamService = async ({ withMovement = true } = {}): Promise<PoseService> => {
  const movement = new MovementSlot(async (folderUrl) => {
    const { loadMovementEstimator } = await import('../../workers/movement-estimator');
    return loadMovementEstimator(folderUrl, readFileUrl);
  });
  const isThere = existsSync(join(WEIGHTS, 'model.json'));
  await movement.load(withMovement && isThere ? `${pathToFileURL(WEIGHTS).href}/` : null);
  let tracker = createBodyTracker();
  const notLoaded = { ok: false as const, fault: { code: 'not-loaded' as const, detail: 'landmarks only' } };
  return {
    load: () => Promise.resolve(notLoaded),
    detect: (picture) => {
      picture.close();
      return Promise.resolve(notLoaded);
    },
    observe: (pose) => {
      const tracked = tracker.step(pose);
      return Promise.resolve(succeeded({ pose, tracked, movement: movement.step(tracked), inferenceMs: 0 }));
    },
    reset: () => {
      tracker = createBodyTracker();
      movement.reset();
      return Promise.resolve(succeeded(null));
    },
    resume: (stance) => {
      tracker.resume(stance);
      return Promise.resolve();
    },
    movementStatus: () => Promise.resolve(movement.status),
    close: () => {
      movement.dispose();
      return Promise.resolve();
    },
  };
};

/** Analyses a recorded landmark stream in Node, through the code that runs live. */
export const analyseStream = async (
  stream: LandmarkStream,
  args: Pick<AnalyseArguments, 'clip' | 'exercise' | 'fps' | 'mirror' | 'measures'>,
  service: PoseService,
): Promise<AnalysisJobResult> => {
  const poses: PoseFrame[] = [];
  const engine = createSetEngine({ exercise: args.exercise, definitions: exercises });
  const result = await analyseSource(createStreamSource(stream, args), service, engine, {
    clip: basename(args.clip),
    exercise: args.exercise,
    model: stream.model,
    engine: 'none',
    delegate: 'none',
    withMeasures: args.measures,
    onFrame: ({ pose }) => poses.push(pose),
  });
  switch (result.kind) {
    case 'analysed':
      return {
        kind: 'done',
        analysis: result.analysis,
        stream: toLandmarkStream({ clip: stream.clip, model: stream.model }, poses),
        truncated: null,
      };
    case 'stopped':
      return { kind: 'fault', fault: { code: 'not-loaded', detail: 'stopped' } };
    case 'source-fault':
    case 'pose-fault':
      return { kind: 'fault', fault: result.fault };
  }
};
