/**
 * Fits gain and deviation of the outputs on people the network was not trained on.
 *
 * The gain undoes shrinking toward the mean: a regressor that is unsure says less than it sees, and a drop would be missed. It
 * is the slope of the reduced major axis, kept within limits. The factor makes 68 % of truths lie within one deviation.
 */
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { ANGLE_OUTPUTS, NetworkSpec } from '../../src/core/movement/network-spec';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import { createMovementEstimator } from '../../workers/movement-estimator';
import { DATA_MODELS, type Clip, type DataModel } from './dataset';
import { targetAt, TARGET_COLUMNS } from './labels';
import { CALIBRATED_TOGETHER, type PackedWeights } from './weights';

type AngleName = (typeof ANGLE_OUTPUTS)[number];
const LIMITS = { least: 1, most: 1.35 } as const;

/** One judged frame: what was said, how sure, and what was true. */
export interface Judged {
  readonly said: number;
  readonly sd: number;
  readonly truth: number;
}

/** People the calibration is fitted on; the others of the held-out split test it. */
export const isCalibrationPerson = (clip: { readonly split: string; readonly person: number }): boolean =>
  clip.split === 'val' && clip.person % 10 === 0;

/** Runs the packed network over a recording. */
export async function estimateClip(
  { spec, bytes }: { spec: NetworkSpec; bytes: Uint8Array },
  poses: readonly PoseFrame[],
): Promise<(MovementEstimate | null)[]> {
  const copy = bytes.slice().buffer;
  const estimator = await createMovementEstimator(spec, copy);
  const estimates = poses.map((pose) => estimator.step(pose));
  estimator.dispose();
  return estimates;
}

export const angleOf = (estimate: MovementEstimate, name: AngleName) =>
  name === 'kneeFppaLeft'
    ? estimate.kneeFppa.left
    : name === 'kneeFppaRight'
      ? estimate.kneeFppa.right
      : estimate[name];

const TARGET_OF: Record<AngleName, [value: number, weight: number]> = {
  pelvisObliquity: [column('obliquity'), column('obliquityWeight')],
  trunkLean: [column('trunk'), column('trunkWeight')],
  kneeFppaLeft: [column('fppaLeft'), column('fppaLeftWeight')],
  kneeFppaRight: [column('fppaRight'), column('fppaRightWeight')],
};
function column(name: (typeof TARGET_COLUMNS)[number]): number {
  return TARGET_COLUMNS.indexOf(name);
}

/** What was said and what was true of one angle, over all frames in which there is a truth. */
export function judgedFrames(
  clip: Clip,
  estimates: readonly (MovementEstimate | null)[],
  name: AngleName,
): Judged[] {
  const [value, weight] = TARGET_OF[name];
  return estimates.flatMap((estimate, i) => {
    const target = targetAt(clip, i);
    if (!estimate || !target[weight]) return [];
    const { deg, sd } = angleOf(estimate, name);
    return [{ said: deg, sd, truth: target[value]! }];
  });
}

export async function calibrate(
  packed: PackedWeights,
  clips: readonly Clip[],
): Promise<NetworkSpec['calibration']> {
  const collected = new Map<AngleName, Judged[]>();
  for (const clip of clips) for (const model of DATA_MODELS) await collect(packed, clip, model, collected);
  const entries = CALIBRATED_TOGETHER.flatMap((names) => {
    const fitted = fit(names.flatMap((name) => collected.get(name) ?? []));
    return names.map((name) => [name, fitted] as const);
  });
  return Object.fromEntries(entries) as NetworkSpec['calibration'];
}

async function collect(
  packed: PackedWeights,
  clip: Clip,
  model: DataModel,
  into: Map<AngleName, Judged[]>,
): Promise<void> {
  const estimates = await estimateClip(packed, clip.poses[model]);
  for (const names of CALIBRATED_TOGETHER)
    for (const name of names)
      into.set(name, [...(into.get(name) ?? []), ...judgedFrames(clip, estimates, name)]);
}

/** Gain, then the factor that puts 68 % within one deviation of the corrected value. */
export function fit(judged: readonly Judged[]): { gain: number; sdFactor: number } {
  const power = (read: (one: Judged) => number) => judged.reduce((sum, one) => sum + read(one) ** 2, 0);
  const raw = Math.sqrt(
    power((one) => one.truth) /
      Math.max(
        1e-9,
        power((one) => one.said),
      ),
  );
  const gain = Math.min(LIMITS.most, Math.max(LIMITS.least, raw));
  const ratios = judged
    .map(({ said, sd, truth }) => Math.abs(said * gain - truth) / sd)
    .sort((a, b) => a - b);
  const sdFactor = ratios[Math.floor(ratios.length * 0.68)] ?? 1;
  return { gain: round(gain), sdFactor: round(sdFactor) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
