import type { FrameSource, SourceEnd } from '../capture/frame-source';
import { toLandmarkStream } from '../capture/stream-writer';
import { openVideoFile } from '../capture/video-file';
import type { PoseFrame } from '../core/pose/pose-frame';
import { createSetEngine } from '../core/session/create-set-engine';
import { exercises } from '../exercises/registry';
import type { Loaded, PoseFault, PoseService } from '../../workers/protocol';
import { analyseSource } from './analyse-source';
import type { AnalysisJob, AnalysisJobResult } from './analysis-job';
import { loadOptions } from './asset-urls';
import { LiveSession } from './live-session';

/**
 * Runs jobs of the command line one after another on one pose service, which is loaded anew only when model or
 * engine change, or it has failed, and forgets the person between clips.
 */
export const createJobRunner = (
  service: PoseService,
): ((job: AnalysisJob, file: File) => Promise<AnalysisJobResult>) => {
  let loaded: { readonly wanted: string; readonly used: Loaded } | null = null;
  return async (job, file) => {
    const opened = await openVideoFile(file, job);
    if (!opened.ok) return { kind: 'fault', fault: opened.fault };
    const { model, engine, delegate = 'CPU' } = job;
    const wanted = `${model} ${engine} ${delegate}`;
    if (loaded?.wanted === wanted) {
      const reset = await service.reset();
      if (!reset.ok) {
        loaded = null;
        return { kind: 'fault', fault: reset.fault };
      }
    } else {
      const options = loadOptions({ model, engine, delegate, awaitMovement: true });
      const ready = await service.load(options, () => undefined);
      if (!ready.ok) return { kind: 'fault', fault: ready.fault };
      loaded = { wanted, used: ready.value };
    }
    const { used } = loaded;
    const result = await (job.exercise === null
      ? extract(job, opened.source, service)
      : analyse(job, job.exercise, opened.source, service, used));
    // Where the pose model failed, another engine may have taken its place.
    if (result.kind === 'fault') loaded = null;
    return result.kind === 'fault' ? result : { ...result, chipRefusal: used.chipRefusal };
  };
};

const analyse = async (
  job: AnalysisJob,
  exercise: NonNullable<AnalysisJob['exercise']>,
  source: FrameSource,
  service: PoseService,
  used: Loaded,
): Promise<AnalysisJobResult> => {
  const poses: PoseFrame[] = [];
  const engine = createSetEngine({ exercise, definitions: exercises });
  const result = await analyseSource(source, service, engine, {
    clip: job.clip,
    exercise,
    model: job.model,
    engine: used.engine,
    delegate: used.delegate,
    withMeasures: job.withMeasures,
    onFrame: ({ pose }) => {
      if (job.withStream) poses.push(pose);
    },
  });
  switch (result.kind) {
    case 'analysed':
      return {
        kind: 'done',
        analysis: result.analysis,
        stream: job.withStream ? toLandmarkStream(job, poses) : null,
        truncated: result.truncated,
      };
    case 'stopped':
      return { kind: 'fault', fault: { code: 'not-loaded', detail: 'stopped' } };
    case 'source-fault':
    case 'pose-fault':
      return { kind: 'fault', fault: result.fault };
  }
};

/** Landmarks alone: the session runs without a set. */
const extract = async (
  job: AnalysisJob,
  source: FrameSource,
  service: PoseService,
): Promise<AnalysisJobResult> => {
  const poses: PoseFrame[] = [];
  const poseFaults: PoseFault[] = [];
  const session = new LiveSession(
    source,
    service,
    {
      onFrame: ({ pose }) => poses.push(pose),
      onFault: (fault) => {
        poseFaults.push(fault);
        session.stop();
      },
    },
    () => 0,
  );
  const end = await session.run();
  const [poseFault] = poseFaults;
  if (poseFault !== undefined) return { kind: 'fault', fault: poseFault };
  const truncated = cutOffAt(end);
  if (end.kind === 'fault' && (truncated === null || poses.length === 0))
    return { kind: 'fault', fault: end.fault };
  return { kind: 'done', analysis: null, stream: toLandmarkStream(job, poses), truncated };
};

const cutOffAt = (end: SourceEnd): string | null =>
  end.kind === 'fault' && end.fault.code === 'file-truncated' ? end.fault.detail : null;
