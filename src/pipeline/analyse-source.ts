import type { FrameSource, SourceFault } from '../capture/frame-source';
import type { ExerciseId } from '../core/terms/ids';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import type { PoseFrame } from '../core/pose/pose-frame';
import type { SetEngine } from '../core/session/set-engine';
import type { PoseFault, PoseService } from '../../workers/protocol';
import { toAnalysis } from './analysis';
import type { Analysis, AnalysisInput } from './analysis';
import { LiveSession } from './live-session';
import type { SessionFrame } from './live-session';
import { median } from './session-meter';

export interface AnalyseOptions {
  readonly clip: string;
  readonly exercise: ExerciseId | 'auto';
  readonly model: AnalysisInput['model'];
  readonly engine: AnalysisInput['engine'];
  readonly delegate: AnalysisInput['delegate'];
  /** Whether the result holds what was measured on every frame. */
  readonly withMeasures: boolean;
  /** Called for every frame: progress, a drawn skeleton, a recorded stream. */
  readonly onFrame?: (frame: SessionFrame) => void;
}

export type AnalyseResult =
  | {
      readonly kind: 'analysed';
      readonly analysis: Analysis;
      /** Set when the file was cut off: how far it could be read. */
      readonly truncated: string | null;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'source-fault'; readonly fault: SourceFault }
  | { readonly kind: 'pose-fault'; readonly fault: PoseFault };

/**
 * Analyses a recording: every frame, in order, through the same session as the camera. The service stands ready
 * (loaded with `awaitMovement`, and reset), the engine is new. A file that is cut off is analysed as far as it goes.
 */
export const analyseSource = async (
  source: FrameSource,
  service: PoseService,
  engine: SetEngine,
  options: AnalyseOptions,
): Promise<AnalyseResult> => {
  const seen = new Recording(options.withMeasures);
  const poseFaults: PoseFault[] = [];
  const observer = {
    onFrame: (frame: SessionFrame) => {
      seen.add(frame);
      options.onFrame?.(frame);
    },
    onFault: (fault: PoseFault) => {
      poseFaults.push(fault);
      // A lost picture would make the result depend on luck: better none.
      session.stop();
    },
  };
  const session = new LiveSession(source, service, observer, () => 0);
  session.use(engine);
  const end = await session.run();
  const { state } = engine.finish();
  const [poseFault] = poseFaults;
  if (poseFault !== undefined) return { kind: 'pose-fault', fault: poseFault };
  if (end.kind === 'stopped') return { kind: 'stopped' };
  const truncated =
    end.kind === 'fault' && end.fault.code === 'file-truncated' && seen.frames > 0 ? end.fault.detail : null;
  if (end.kind === 'fault' && truncated === null) return { kind: 'source-fault', fault: end.fault };
  const statedMs = truncated === null ? source.describe().durationMs : null;
  const movement = await service.movementStatus();
  return {
    kind: 'analysed',
    truncated,
    analysis: toAnalysis({
      clip: options.clip,
      requested: options.exercise,
      model: options.model,
      engine: options.engine,
      delegate: options.delegate,
      durationMs: statedMs ?? seen.lastTimestampMs,
      frames: seen.frames,
      framesWithPose: seen.framesWithPose,
      inferenceMsMedian: median(seen.inferencesMs),
      state,
      movement,
      isTruncated: truncated !== null,
      measures: seen.measures,
    }),
  };
};

/** What is kept of a session for its analysis. */
class Recording {
  readonly measures: KinematicFrame[] | null;
  readonly inferencesMs: number[] = [];
  frames = 0;
  framesWithPose = 0;
  lastTimestampMs = 0;

  constructor(withMeasures: boolean) {
    this.measures = withMeasures ? [] : null;
  }

  add({
    pose,
    step,
    inferenceMs,
  }: {
    pose: PoseFrame;
    step: SessionFrame['step'];
    inferenceMs: number;
  }): void {
    this.frames += 1;
    if (pose.landmarks !== null) this.framesWithPose += 1;
    this.lastTimestampMs = pose.timestampMs;
    this.inferencesMs.push(inferenceMs);
    if (step !== null) this.measures?.push(step.frame);
  }
}
