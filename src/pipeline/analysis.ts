import type { ExerciseId } from '../core/terms/ids';
import type { KinematicFrame } from '../core/kinematics/kinematic-frame';
import { toRecordedLists } from '../core/session/record-convert';
import type { SetState } from '../core/session/set-engine';
import type { Estimate } from '../core/terms/estimate';
import type { Millis } from '../core/units';
import type { Engine, MovementStatus, PoseModel } from '../../workers/protocol';

/** The result of one recording: `hipline.analysis/1`. Times are seconds of the clip. */
export type Analysis = ReturnType<typeof toAnalysis>;

/** What an analysis is made of. */
export interface AnalysisInput {
  readonly clip: string;
  readonly requested: ExerciseId | 'auto';
  /** For a landmark stream: the model that it was recorded with. */
  readonly model: PoseModel | (string & {});
  readonly engine: Engine | 'none';
  readonly delegate: 'CPU' | 'GPU' | 'none';
  readonly durationMs: number;
  readonly frames: number;
  readonly framesWithPose: number;
  readonly inferenceMsMedian: number;
  readonly state: SetState;
  /** Whether the movement model was in use; geometry stands in for it otherwise. */
  readonly movement: MovementStatus;
  /** Set when the file ended before its end. */
  readonly isTruncated: boolean;
  /** The measured frames, when they are asked for. */
  readonly measures: readonly KinematicFrame[] | null;
}

/** Makes the JSON object of an analysis. Pure; the same input gives the same object. */
export const toAnalysis = (input: AnalysisInput) => ({
  schema: 'hipline.analysis/1' as const,
  clip: input.clip,
  /** Null: *auto*, and nothing was recognised. */
  exercise: input.state.exercise ?? (input.requested === 'auto' ? null : input.requested),
  model: input.model,
  engine: input.engine,
  delegate: input.delegate,
  /** Id of the movement model's weights; null: the measures are geometry. */
  movementModel: input.movement.kind === 'ready' ? input.movement.id : null,
  ...(input.movement.kind === 'failed' ? { movementModelFault: input.movement.detail } : {}),
  durationS: inSeconds(input.durationMs),
  frames: input.frames,
  framesWithPose: input.framesWithPose,
  inferenceMsMedian: round(input.inferenceMsMedian, 1),
  ...(input.isTruncated ? { truncated: true } : {}),
  ...toRecordedLists(input.state),
  totals: toTotals(input.state),
  ...(input.measures === null ? {} : { measures: input.measures.map(toMeasures) }),
});

export const toTotals = ({ reps, holds }: SetState) => ({
  reps: reps.length,
  left: reps.filter(({ side }) => side === 'left').length,
  right: reps.filter(({ side }) => side === 'right').length,
  faultyReps: reps.filter(({ verdicts }) =>
    Object.values(verdicts).some(({ verdict }) => verdict === 'fault'),
  ).length,
  holdS: inSeconds(holds.reduce((sum, hold) => sum + hold.inPositionMs, 0)),
});

const toMeasures = (frame: KinematicFrame) => ({
  t: inSeconds(frame.timestampMs),
  pelvisObliquityDeg: valueOf(frame.pelvisObliquity),
  pelvisObliquitySd: sdOf(frame.pelvisObliquity),
  kneeFppaDeg: { left: valueOf(frame.kneeFppa.left), right: valueOf(frame.kneeFppa.right) },
  kneeFppaSd: { left: sdOf(frame.kneeFppa.left), right: sdOf(frame.kneeFppa.right) },
  trunkLeanDeg: valueOf(frame.trunkLean),
  bodyLineDeg: valueOf(frame.bodyLine),
  loaded: frame.loaded,
  exercise: frame.exercise,
});

const valueOf = (estimate: Estimate | null): number | null => inDegrees(estimate?.deg ?? null);
const sdOf = (estimate: Estimate | null): number | null => inDegrees(estimate?.sd ?? null);
const inSeconds = (value: Millis | number): number => round(value / 1000, 3);
const inDegrees = (value: number | null): number | null => (value === null ? null : round(value, 2));
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
