import { FeatureExtractor } from '../../src/core/movement/features';
import { augment, type AugmentedFrame } from './augment';
import { DATA_MODELS, type Clip, type DataModel } from './dataset';
import { targetAt } from './labels';
import type { Random } from './random';
import { trackPoses } from '../../src/core/body/track-poses';
import type { TrainingRows } from './train-network';

/** Frames that verdicts hang on count more. */
const EXERCISE_WEIGHT: Readonly<Record<string, number>> = {
  kb_march: 1.6,
  curtsy_lunge: 1.4,
  banded_lateral_step: 1.4,
  hip_hike: 1.2,
  single_leg_stand: 1.2,
};

export interface RowOptions {
  readonly averageStance: Float32Array;
  /** 1: the recordings as they are; more: as many altered twins on top. */
  readonly variants: number;
  /** Share of frames that are kept; neighbours say nearly the same. */
  readonly keep: number;
  readonly random: Random;
  readonly models?: readonly DataModel[];
}

/** Features and targets of clips, each variant a recording of its own. */
export function trainingRows(clips: readonly Clip[], options: RowOptions): TrainingRows {
  const { random, models = DATA_MODELS } = options;
  const features: Float32Array[] = [];
  const targets: Float32Array[] = [];
  const weights: number[] = [];
  for (const clip of clips)
    for (const model of models)
      for (let variant = 0; variant < options.variants; variant++) {
        const weight = (EXERCISE_WEIGHT[clip.exercise] ?? 1) * (12 / Math.max(10, clip.fps));
        for (const { row, at } of featuresOf(clip, model, variant, options)) {
          if (!random.chance(options.keep)) continue;
          features.push(row);
          targets.push(targetAt(clip, at));
          weights.push(weight);
        }
      }
  return { features, targets, weights: Float32Array.from(weights) };
}

function featuresOf(clip: Clip, model: DataModel, variant: number, options: RowOptions) {
  const { averageStance, random } = options;
  const frames: AugmentedFrame[] =
    variant === 0 ? clip.poses[model].map((pose, at) => ({ pose, at })) : augment(clip.poses[model], random);
  const useStance = variant === 0 || random.chance(0.85);
  const extractor = new FeatureExtractor({ averageStance, useStance });
  const tracked = trackPoses(frames.map(({ pose }) => pose));
  return frames.flatMap(({ at }, i) => {
    const row = extractor.push(tracked[i]!);
    return row ? [{ row, at }] : [];
  });
}
