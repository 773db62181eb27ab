/**
 * Fits the deviations of the outputs on people the network was not trained on, over the frames that verdicts hang on, so that
 * 68 % of truths lie within one deviation. The values are left alone: stretching them would undo the shrinking of the
 * extremes, but make every frame worse; the reading models of `src/core/movement` know how much they shrink.
 */
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { Estimate } from '../../src/core/terms/estimate';
import {
  ANGLE_OUTPUTS,
  ANGLE_UNIT_DEG,
  type AngleOutput,
  type Calibration,
} from '../../src/core/movement/network-spec';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { MovementEstimator } from '../../workers/movement-estimator-port';
import { DATA_MODELS, type Clip, type DataModel } from './dataset';
import { targetAt, targetColumn } from './labels';
import { trackPoses } from '../../src/core/body/track-poses';
import { openModel, writeModel } from './model-files';
import { NO_CALIBRATION, type RawWeights } from './raw-weights';

/** One judged frame: what was said, how sure, and what was true. */
export interface Judged {
  readonly said: number;
  readonly sd: number;
  readonly truth: number;
}

/** People the calibration is fitted on; the others of the held-out split test it. */
export const isCalibrationPerson = (clip: { readonly split: string; readonly person: number }): boolean =>
  clip.split === 'val' && clip.person % 10 === 0;

/** Runs the network over a recording, from its beginning. */
export function estimateClip(
  estimator: MovementEstimator,
  poses: readonly PoseFrame[],
): (MovementEstimate | null)[] {
  estimator.reset();
  return trackPoses(poses).map((tracked) => estimator.step(tracked));
}

/** Writes the model and opens it again to calibrate what will be run, its rounded weights; the calibration joins it. */
export async function writeCalibrated(
  folder: string,
  raw: RawWeights,
  clips: readonly Clip[],
): Promise<Calibration> {
  await writeModel(folder, raw, NO_CALIBRATION);
  const estimator = await openModel(folder);
  const calibration = calibrate(estimator, clips);
  estimator.dispose();
  await writeModel(folder, raw, calibration);
  return calibration;
}

const READ: Readonly<Record<AngleOutput, (estimate: MovementEstimate) => Estimate>> = {
  pelvisObliquity: (estimate) => estimate.pelvisObliquity,
  trunkLean: (estimate) => estimate.trunkLean,
  kneeFppaLeft: (estimate) => estimate.kneeFppa.left,
  kneeFppaRight: (estimate) => estimate.kneeFppa.right,
  hipFlexionLeft: (estimate) => estimate.hipFlexion.left,
  hipFlexionRight: (estimate) => estimate.hipFlexion.right,
  kneeFlexionLeft: (estimate) => estimate.kneeFlexion.left,
  kneeFlexionRight: (estimate) => estimate.kneeFlexion.right,
};
export const angleOf = (estimate: MovementEstimate, name: AngleOutput): Estimate => READ[name](estimate);

/** What was said and what was true of one angle, over all frames in which there is a truth. */
export function judgedFrames(
  clip: Clip,
  estimates: readonly (MovementEstimate | null)[],
  name: AngleOutput,
): Judged[] {
  const value = targetColumn(name);
  const weight = targetColumn(`${name}Weight`);
  const unit = ANGLE_UNIT_DEG[ANGLE_OUTPUTS.indexOf(name)]!;
  return estimates.flatMap((estimate, i) => {
    const target = targetAt(clip, i);
    if (!estimate || !target[weight]) return [];
    const { deg, sd } = angleOf(estimate, name);
    return [{ said: deg, sd, truth: target[value]! * unit }];
  });
}

function calibrate(estimator: MovementEstimator, clips: readonly Clip[]): Calibration {
  const collected = new Map<AngleOutput, Judged[]>();
  for (const clip of clips) for (const model of DATA_MODELS) collect(estimator, clip, model, collected);
  const entries = CALIBRATED_TOGETHER.flatMap((names) => {
    const fitted = fit(names.flatMap((name) => collected.get(name) ?? []));
    return names.map((name) => [name, fitted] as const);
  });
  return Object.fromEntries(entries) as Calibration;
}

/** Angles in output order, with the calibration each shares with its mirror twin. */
const CALIBRATED_TOGETHER: readonly (readonly AngleOutput[])[] = [
  ['pelvisObliquity'],
  ['trunkLean'],
  ['kneeFppaLeft', 'kneeFppaRight'],
  ['hipFlexionLeft', 'hipFlexionRight'],
  ['kneeFlexionLeft', 'kneeFlexionRight'],
];

/** Exercises in which an angle is judged, by the renderer's names. */
const STANDING = new Set(['kb_march', 'curtsy_lunge', 'banded_lateral_step', 'hip_hike']);
const SQUATTING = new Set(['curtsy_lunge', 'banded_lateral_step']);
const JUDGED_IN: Record<AngleOutput, ReadonlySet<string>> = {
  pelvisObliquity: STANDING,
  trunkLean: STANDING,
  kneeFppaLeft: SQUATTING,
  kneeFppaRight: SQUATTING,
  hipFlexionLeft: STANDING,
  hipFlexionRight: STANDING,
  kneeFlexionLeft: STANDING,
  kneeFlexionRight: STANDING,
};

/** A twin whose obliquity is judged only where exactly one leg carries the weight. */
export function onlyLoaded(clip: Clip): Clip {
  const pelvisObliquity = clip.truth.pelvisObliquity.map((value, i) => {
    const loaded = clip.truth.loaded[i];
    return loaded === 1 || loaded === 2 ? value : NaN;
  });
  return { ...clip, truth: { ...clip.truth, pelvisObliquity } };
}

function collect(
  estimator: MovementEstimator,
  clip: Clip,
  model: DataModel,
  into: Map<AngleOutput, Judged[]>,
): void {
  const estimates = estimateClip(estimator, clip.poses[model]);
  for (const name of CALIBRATED_TOGETHER.flat())
    if (JUDGED_IN[name].has(clip.exercise))
      into.set(name, [...(into.get(name) ?? []), ...judgedFrames(onlyLoaded(clip), estimates, name)]);
}

/** The factor that puts 68 % of truths within one deviation. */
export function fit(judged: readonly Judged[]): { sdFactor: number } {
  const ratios = judged.map(({ said, sd, truth }) => Math.abs(said - truth) / sd).sort((a, b) => a - b);
  return { sdFactor: Math.round((ratios[Math.floor(ratios.length * 0.68)] ?? 1) * 1000) / 1000 };
}
