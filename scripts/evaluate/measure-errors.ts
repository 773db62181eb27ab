import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import type { Estimate } from '../../src/core/terms/estimate';
import { quantile } from '../../src/core/signal/quantile';
import type { ClipTruth, TrueFrame } from './truth';

/** What is measured on every frame and known in the truth. */
export const MEASURES = ['pelvic obliquity', 'knee FPPA', 'trunk lean', 'body line'] as const;
export type Measure = (typeof MEASURES)[number];

/** One comparison: measured less true, degrees, and what the measure said of its own error. */
export interface MeasureError {
  readonly deg: number;
  readonly sd: number;
}

export type MeasureErrors = Readonly<Record<Measure, readonly MeasureError[]>>;

export const NO_ERRORS: MeasureErrors = {
  'pelvic obliquity': [],
  'knee FPPA': [],
  'trunk lean': [],
  'body line': [],
};

/** Compares the measures with the truth in the phases in which they are judged: within repetitions and holds. */
export const measureErrors = (measured: readonly KinematicFrame[], truth: ClipTruth): MeasureErrors => {
  const errors = {
    'pelvic obliquity': [] as MeasureError[],
    'knee FPPA': [] as MeasureError[],
    'trunk lean': [] as MeasureError[],
    'body line': [] as MeasureError[],
  };
  const isPlank = truth.exercise === 'side-plank';
  for (const [frame, real] of pairFrames(measured, truth.frames)) {
    if (!real.loaded) continue;
    if (isPlank) add(errors['body line'], frame.bodyLine, real.bodyLineDeg);
    else {
      add(errors['pelvic obliquity'], frame.pelvisObliquity, real.pelvisObliquityDeg);
      add(errors['knee FPPA'], frame.kneeFppa.left, real.kneeFppaDeg.left);
      add(errors['knee FPPA'], frame.kneeFppa.right, real.kneeFppaDeg.right);
      add(errors['trunk lean'], frame.trunkLean, real.trunkLeanDeg);
    }
  }
  return errors;
};

/** A truth frame belongs to a picture when it is this near in time, seconds. */
const SAME_FRAME_S = 0.02;

/** Measured frames with the truth of the same picture. */
export const pairFrames = (
  measured: readonly KinematicFrame[],
  truth: readonly TrueFrame[],
): readonly (readonly [KinematicFrame, TrueFrame])[] => {
  let next = 0;
  return measured.flatMap((frame) => {
    const t = frame.timestampMs / 1000;
    while (next < truth.length && (truth[next]?.t ?? 0) < t - SAME_FRAME_S) next++;
    const real = truth[next];
    return real && Math.abs(real.t - t) <= SAME_FRAME_S ? [[frame, real] as const] : [];
  });
};

const add = (errors: MeasureError[], estimate: Estimate | null, truth: number | null): void => {
  if (estimate && truth !== null) errors.push({ deg: estimate.deg - truth, sd: estimate.sd });
};

export const joinErrors = (all: readonly MeasureErrors[]): MeasureErrors => ({
  'pelvic obliquity': all.flatMap((errors) => errors['pelvic obliquity']),
  'knee FPPA': all.flatMap((errors) => errors['knee FPPA']),
  'trunk lean': all.flatMap((errors) => errors['trunk lean']),
  'body line': all.flatMap((errors) => errors['body line']),
});

export interface ErrorSummary {
  readonly frames: number;
  readonly biasDeg: number;
  readonly medianDeg: number;
  readonly p95Deg: number;
  /** Share of errors within one of the measure's own standard deviations; 0.68 when it knows itself. */
  readonly withinSd: number;
}

/** Null for no frames. */
export const summariseErrors = (errors: readonly MeasureError[]): ErrorSummary | null => {
  if (errors.length === 0) return null;
  const absolute = errors.map((error) => Math.abs(error.deg));
  return {
    frames: errors.length,
    biasDeg: errors.reduce((sum, error) => sum + error.deg, 0) / errors.length,
    medianDeg: quantile(absolute, 0.5) ?? 0,
    p95Deg: quantile(absolute, 0.95) ?? 0,
    withinSd: errors.filter((error) => Math.abs(error.deg) <= error.sd).length / errors.length,
  };
};
