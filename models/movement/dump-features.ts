/**
 * Writes features and targets for a trainer outside this repository's language (`train.py`): the features exist once, in
 * `src/core/movement/features.ts`.
 *
 *   node scripts/run.mjs models/movement/dump-features.ts DATA OUT VARIANTS [SEED]
 *
 * OUT.features.bin (float32 rows), OUT.rows.bin (float32 rows: targets, then clip number, seconds, repetition, model,
 * variant), OUT.json (lengths, mirror, average stance, clips). Variant 0 is the recording itself.
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { FEATURE_LENGTH, FEATURE_MIRROR, FeatureExtractor } from '../../src/core/movement/features';
import { augment, type AugmentedFrame } from './augment';
import { averageStance } from './average-stance';
import { DATA_MODELS, readDataset, type Clip } from './dataset';
import { targetAt, TARGET_COLUMNS } from './labels';
import { createRandom } from './random';
import { trackPoses } from '../../src/core/body/track-poses';

export function main([data, out, variantsText, seedText]: readonly string[]): number {
  if (!data || !out || !variantsText) {
    console.error('usage: dump-features.ts DATA OUT VARIANTS [SEED]');
    return 2;
  }
  const clips = readDataset(data);
  const stance = averageStance(clips.filter((clip) => clip.split === 'train'));
  dumpClips(clips, out, { stance, variants: Number(variantsText), seed: Number(seedText ?? 1) });
  return 0;
}

/** Features and targets of some clips, with `variants - 1` augmented twins of each clip of the training split. */
export function dumpClips(
  clips: readonly Clip[],
  out: string,
  { stance, variants, seed }: { stance: Float32Array; variants: number; seed: number },
): void {
  const random = createRandom(seed);
  const features = openSync(`${out}.features.bin`, 'w');
  const rows = openSync(`${out}.rows.bin`, 'w');
  let count = 0;
  const flush = bufferedWriter(features, rows);
  clips.forEach((clip, clipNumber) => {
    DATA_MODELS.forEach((model, modelNumber) => {
      for (let variant = 0; variant < variants; variant++) {
        if (variant > 0 && clip.split === 'val') continue;
        if (clip.poses[model].length === 0) continue;
        const frames: AugmentedFrame[] =
          variant === 0
            ? clip.poses[model].map((pose, at) => ({ pose, at }))
            : augment(clip.poses[model], random);
        const useStance = variant === 0 || random.chance(0.85);
        const extractor = new FeatureExtractor({ averageStance: stance, useStance });
        const keep = variant === 0 ? 1 : Math.min(1, clip.frames / frames.length);
        const tracked = trackPoses(frames.map(({ pose }) => pose));
        for (const [i, { at }] of frames.entries()) {
          const row = extractor.push(tracked[i]!);
          if (!row || !random.chance(keep)) continue;
          flush(row, describe(clip, clipNumber, at, modelNumber, variant));
          count++;
        }
      }
    });
  });
  flush(null, null);
  closeSync(features);
  closeSync(rows);
  writeFileSync(
    `${out}.json`,
    JSON.stringify({
      count,
      featureLength: FEATURE_LENGTH,
      targetColumns: TARGET_COLUMNS,
      mirrorSign: [...FEATURE_MIRROR],
      averageStance: [...stance],
      clips: clips.map((clip) => ({ ...clip, poses: undefined, truth: undefined })),
    }),
  );
  console.log(`${count} rows of ${FEATURE_LENGTH} features`);
}

/** Writes rows a thousand at a time. Null writes what is left. */
function bufferedWriter(features: number, rows: number) {
  let pending: [Float32Array, Float32Array][] = [];
  return (feature: Float32Array | null, row: Float32Array | null): void => {
    if (feature && row) pending.push([feature, row]);
    if (pending.length < 1000 && feature) return;
    const bytes = (part: 0 | 1) => Buffer.concat(pending.map((pair) => Buffer.from(pair[part].buffer)));
    writeSync(features, bytes(0));
    writeSync(rows, bytes(1));
    pending = [];
  };
}

function describe(clip: Clip, clipNumber: number, at: number, model: number, variant: number): Float32Array {
  const near = Math.round(at);
  const seconds = (clip.poses.full[Math.floor(at)]?.timestampMs ?? 0) / 1000 + (at % 1) / clip.fps;
  const rep = clip.truth.repIndex[near] ?? -1;
  return Float32Array.from([...targetAt(clip, at), clipNumber, seconds, rep, model, variant]);
}
