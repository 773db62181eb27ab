/**
 * Measures how well networks read the pelvis of real people whom they were not trained on (`train.ts --leave-out PERSON`).
 *
 *   npm run measure:left-out -- PERSON=FOLDER...
 *
 * Over all hurdle steps of the person in the data, in the moments in which one leg carries the weight: slope of the reading on
 * the truth, correlation, 95th percentile of the errors, and the share of truths within one deviation.
 */
import { join } from 'node:path';
import { LOADED_OUTPUTS } from '../../src/core/movement/network-spec';
import { agreementOf } from '../../scripts/evaluate/agreement';
import { estimateClip, type Judged } from './calibrate';
import { DATA_MODELS, readDataset, type Clip, type DataModel } from './dataset';
import { EXERCISE_OF_CLIP } from './rendered-names';
import { openModel } from './model-files';
import type { MovementEstimator } from '../../workers/movement-estimator-port';

const DATA = join(import.meta.dirname, 'data');

export async function main(args: readonly string[]): Promise<number> {
  const pairs = args.map((arg) => arg.split('='));
  if (pairs.length === 0 || pairs.some(([person, folder]) => !person || !folder)) {
    console.error('usage: measure:left-out PERSON=FOLDER...');
    return 2;
  }
  const all: Record<DataModel, Judged[]> = { full: [], lite: [] };
  for (const [person, folder] of pairs) {
    const estimator = await openModel(folder!);
    const clips = readDataset(
      DATA,
      (clip) => String(clip.person) === person && clip.kind === 'real' && clip.exercise in EXERCISE_OF_CLIP,
    );
    for (const model of DATA_MODELS) {
      const judged = clips.flatMap((clip) => singleLegPelvis(estimator, clip, model));
      all[model].push(...judged);
      console.log(`${person!} ${model}: ${wordsOf(judged)}`);
    }
    estimator.dispose();
  }
  for (const model of DATA_MODELS) console.log(`all ${model}: ${wordsOf(all[model])}`);
  return 0;
}

/** The pelvis where one leg carries the weight: degrees, + = right side higher. */
function singleLegPelvis(estimator: MovementEstimator, clip: Clip, model: DataModel): Judged[] {
  return estimateClip(estimator, clip.poses[model]).flatMap((estimate, i) => {
    const standing = LOADED_OUTPUTS[clip.truth.loaded[i] ?? 0];
    const truth = clip.truth.pelvisObliquity[i] ?? NaN;
    if (!estimate || (standing !== 'left' && standing !== 'right') || Number.isNaN(truth)) return [];
    return [{ said: estimate.pelvisObliquity.deg, sd: estimate.pelvisObliquity.sd, truth }];
  });
}

function wordsOf(judged: readonly Judged[]): string {
  const pairs = judged.map(({ said, truth, sd }) => ({ read: said, real: truth, sd }));
  const { frames, slope, correlation, p95Deg, withinSd, biasDeg } = agreementOf(pairs);
  return [
    `${frames} moments`,
    `slope ${slope.toFixed(2)}`,
    `r ${correlation.toFixed(3)}`,
    `95 % ${p95Deg.toFixed(2)}°`,
    `${Math.round(100 * withinSd)} % within one deviation`,
    `bias ${biasDeg.toFixed(2)}°`,
  ].join(', ');
}
