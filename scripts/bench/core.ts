import { performance } from 'node:perf_hooks';
import { createStreamSource } from '../../src/capture/landmark-stream';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import { exercises } from '../../src/exercises/registry';
import { median } from '../../src/pipeline/session-meter';
import type { Detection } from '../../workers/protocol';
import { createStreamService } from '../analyse/recorded-stream';

/** Milliseconds per picture of what follows the pose model. */
export interface CoreCost {
  readonly movementMs: number;
  readonly fixedMs: number;
  readonly autoMs: number;
}

/** Movement model and core over recorded landmarks, in Node. */
export const measureCore = async (stream: LandmarkStream): Promise<CoreCost> => {
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
