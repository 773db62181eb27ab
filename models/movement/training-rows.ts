import { FeatureExtractor } from '../../src/core/movement/features';
import { augment, type AugmentedFrame } from './augment';
import { DATA_MODELS, type Clip, type DataModel } from './dataset';
import { targetAt } from './labels';
import { createRandom, type Random } from './random';
import { trackPoses } from '../../src/core/body/track-poses';
import type { TrainingRows } from './batches';

/** Frames that verdicts hang on count more. */
const EXERCISE_WEIGHT: Readonly<Record<string, number>> = {
  kb_march: 1.6,
  curtsy_lunge: 1.4,
  banded_lateral_step: 1.4,
  hip_hike: 1.2,
  single_leg_stand: 1.2,
  // There are few people of whom a real hike is known, and nothing that was invented moves like them.
  real_hurdle_step: 6,
  real_hurdle_half: 5,
  real_hurdle_drop: 6,
  real_slr: 4,
  straight_leg_raise: 2,
};

/** How far the seeds of one training's clips are from another's: further than clips are numbered. */
const CLIP_SEEDS = 1_000_000;

export interface RowOptions {
  readonly averageStance: Float32Array;
  /** 1: the recordings as they are; more: as many altered twins on top. */
  readonly variants: number;
  /** Share of frames that are kept; neighbours say nearly the same. */
  readonly keep: number;
  readonly seed: number;
  readonly models?: readonly DataModel[];
}

/** The rows, and of which clip each is, by the clip's place in the list. */
export interface ClipRows extends TrainingRows {
  readonly clips: readonly number[];
}

/** Features and targets of clips, each variant a recording of its own. What a clip gives does not depend on the others. */
export function trainingRows(clips: readonly Clip[], options: RowOptions): ClipRows {
  const { models = DATA_MODELS } = options;
  const features: Float32Array[] = [];
  const targets: Float32Array[] = [];
  const weights: number[] = [];
  const clipNumbers: number[] = [];
  for (const [number, clip] of clips.entries()) {
    const random = createRandom(options.seed * CLIP_SEEDS + clip.id);
    for (const model of models)
      for (let variant = 0; variant < options.variants; variant++) {
        const weight = (EXERCISE_WEIGHT[clip.exercise] ?? 1) * (12 / Math.max(10, clip.fps));
        for (const { row, at } of featuresOf(clip, model, variant, { ...options, random })) {
          if (!random.chance(options.keep)) continue;
          features.push(row);
          targets.push(targetAt(clip, at));
          weights.push(weight);
          clipNumbers.push(number);
        }
      }
  }
  return { features, targets, weights: Float32Array.from(weights), clips: clipNumbers };
}

function featuresOf(
  clip: Clip,
  model: DataModel,
  variant: number,
  { averageStance, random }: { readonly averageStance: Float32Array; readonly random: Random },
) {
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
