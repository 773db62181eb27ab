import { basename } from 'node:path';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import type { PoseModel } from '../../workers/protocol';
import { DEFAULT_ENGINE } from './arguments';
import { runInBrowser } from './browser';

export interface ExtractOptions {
  /** Drops frames down to this rate; null keeps all. */
  readonly fps?: number | null;
  readonly mirror?: boolean;
}

/**
 * Measures the landmark streams of video clips: one browser start for all of them, every frame of every clip, the tracker
 * fresh for each.
 *
 *     await extractStreams(['a.mp4', 'b.mp4'], 'full', (path, stream) => writeFile(cachePath(path), JSON.stringify(stream)));
 *
 * @param onStream called as each clip is done, in order, so that an interrupted run keeps what it has
 * @throws for the first clip that cannot be read, with its fault
 */
export const extractStreams = async (
  clips: readonly string[],
  model: PoseModel,
  onStream: (clip: string, stream: LandmarkStream) => Promise<void> | void,
  { fps = null, mirror = false }: ExtractOptions = {},
): Promise<void> => {
  const jobs = clips.map((path) => ({
    path,
    clip: basename(path),
    exercise: null,
    model,
    engine: DEFAULT_ENGINE,
    fps,
    mirror,
    withMeasures: false,
    withStream: true,
  }));
  await runInBrowser(jobs, async (job, result) => {
    if (result.kind === 'fault')
      throw new Error(`${job.clip}: ${result.fault.code} (${result.fault.detail})`);
    if (result.stream !== null) await onStream(job.path, result.stream);
  });
};
