import type { FrameSource } from '../../capture/frame-source';
import { createStreamSource, parseLandmarkStream } from '../../capture/landmark-stream';
import type { OpenedVideo } from '../../capture/opened-video';
import { openVideoFile } from '../../capture/video-file';
import type { ExerciseDefinition } from '../../core/exercise/definition';
import type { ExerciseId } from '../../core/terms/ids';
import type { KinematicFrame } from '../../core/kinematics/kinematic-frame';
import { createSetEngine } from '../../core/session/create-set-engine';
import { emptySet, type ReplayRecord, type SetRecord } from '../../core/session/record';
import { EMPTY_REPLAY, rememberPose, replaysOf } from '../../core/session/record-replay';
import type { SessionFrame } from '../../pipeline/live-session';
import { analyseSource, type AnalyseResult } from '../../pipeline/analyse-source';
import type { Analysis } from '../../pipeline/analysis';
import type { Loaded, PoseService, Result } from '../../../workers/protocol';
import { words } from '../language';
import type { AnalysisProgress, AnalysisResult, AnalysisRunner } from '../model/analysis-run';
import { toCurves } from '../model/curves';

export interface AnalysisParts {
  readonly exercises: readonly ExerciseDefinition[];
  createPose(): PoseService;
  /** Loads pose and movement model, both awaited: every frame is judged alike. */
  loadPose(pose: PoseService): Promise<Result<Loaded>>;
  /** Epoch milliseconds. */
  now(): number;
}

/** Analyses files with a pose service of its own per file, through the same functions as the command line. */
export function createFileAnalysis(parts: AnalysisParts): AnalysisRunner {
  return {
    async run(file, exercise, onProgress, signal) {
      const opened = await openFile(file);
      if (!opened.ok) return { kind: 'failed', advice: words.sourceFaults[opened.fault.code] };
      const pose = parts.createPose();
      try {
        const loaded = await parts.loadPose(pose);
        if (!loaded.ok) return { kind: 'failed', advice: words.poseFaults[loaded.fault.code] };
        return await analyse(
          parts,
          { file, exercise, onProgress, signal },
          opened.source,
          pose,
          loaded.value,
        );
      } catch (error) {
        reportError(error);
        return { kind: 'failed', advice: words.bug };
      } finally {
        opened.source.stop();
        await pose.close();
      }
    },
  };
}

interface Job {
  readonly file: File;
  readonly exercise: ExerciseId | 'auto';
  readonly onProgress: (progress: AnalysisProgress) => void;
  readonly signal: AbortSignal;
}

async function analyse(
  parts: AnalysisParts,
  { file, exercise, onProgress, signal }: Job,
  source: FrameSource,
  pose: PoseService,
  { model, engine, delegate }: Loaded,
): Promise<AnalysisResult> {
  if (signal.aborted) return { kind: 'cancelled' };
  signal.addEventListener('abort', () => {
    source.stop();
  });
  const shown = new Shown();
  const { durationMs } = source.describe();
  const result = await analyseSource(
    source,
    pose,
    createSetEngine({ exercise, definitions: parts.exercises }),
    {
      clip: file.name,
      exercise,
      model,
      engine,
      delegate,
      withMeasures: false,
      onFrame: (frame) => {
        shown.add(frame);
        onProgress({
          frames: frame.stats.frames,
          doneS: frame.pose.timestampMs / 1000,
          durationS: durationMs === null ? null : durationMs / 1000,
        });
      },
    },
  );
  return toResult(result, shown, parts.now());
}

function toResult(result: AnalyseResult, shown: Shown, nowMs: number): AnalysisResult {
  switch (result.kind) {
    case 'stopped':
      return { kind: 'cancelled' };
    case 'source-fault':
      return { kind: 'failed', advice: words.sourceFaults[result.fault.code] };
    case 'pose-fault':
      return { kind: 'failed', advice: words.poseFaults[result.fault.code] };
    case 'analysed':
      return {
        kind: 'done',
        outcome: {
          set: toSet(result.analysis, shown, nowMs),
          document: result.analysis,
          fault: result.truncated === null ? null : words.sourceFaults['file-truncated'],
        },
      };
  }
}

/** The analysis in the shape that the review shows. */
const toSet = (analysis: Analysis, { frames, replays }: Shown, nowMs: number): SetRecord => ({
  ...emptySet(1, { exercise: analysis.exercise, startedAt: nowMs, target: null }),
  reps: analysis.reps,
  partials: analysis.partials,
  holds: analysis.holds,
  faults: analysis.faults,
  curves: toCurves(frames),
  replays,
});

/** What the review shows besides the analysis: curves and skeletons. */
class Shown {
  readonly frames: KinematicFrame[] = [];
  readonly replays: ReplayRecord[] = [];
  #recent = EMPTY_REPLAY;

  add({ pose, step }: Pick<SessionFrame, 'pose' | 'step'>): void {
    if (step === null) return;
    this.frames.push(step.frame);
    this.#recent = rememberPose(this.#recent, pose);
    for (const entry of replaysOf(this.#recent, step.events)) {
      if (entry.kind === 'replay') this.replays.push(entry.replay);
    }
  }
}

/**
 * A video, or a recorded landmark stream, told apart by what is in the file's first character. A file that was moved or
 * taken away after it was chosen cannot be read any more.
 */
async function openFile(file: File): Promise<OpenedVideo> {
  try {
    const isJson = (await file.slice(0, 64).text()).trimStart().startsWith('{');
    if (!isJson) return await openVideoFile(file);
    const parsed = parseLandmarkStream(await file.text());
    return parsed.ok ? { ok: true, source: createStreamSource(parsed.stream) } : parsed;
  } catch (error) {
    return { ok: false, fault: { code: 'file-unreadable', detail: String(error) } };
  }
}
