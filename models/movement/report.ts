/**
 * Measures the shipped movement model and writes `report.json` for the model card.
 *
 *   node scripts/run.mjs models/movement/report.ts [--weights FOLDER] [--out FILE] [--clips FOLDER --streams FOLDER] [--real FOLDER]
 *
 * Held-out people always; recorded clips with truth (`*.json` beside `<clip>.<model>.json` streams) and recordings of real
 * people (`*.stream.json`) when their folders are given.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { MovementEstimator } from '../../workers/movement-estimator-port';
import { estimateClip } from './calibrate';
import { readDataset, type Clip } from './dataset';
import { geometryEstimates } from './geometry-estimates';
import { frameTable, repTable, classTable, type Measured } from './measure';
import { readRecordedClips, readStream } from './recorded-clips';
import { openModel } from './model-files';

const HERE = import.meta.dirname;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      weights: { type: 'string', default: join(HERE, 'weights') },
      data: { type: 'string', default: join(HERE, 'data') },
      out: { type: 'string', default: join(HERE, 'report.json') },
      clips: { type: 'string' },
      streams: { type: 'string' },
      real: { type: 'string' },
    },
  });
  const estimator = await openModel(values.weights);
  const run = (clips: readonly Clip[], models: readonly ('full' | 'lite')[]): Measured[] =>
    clips.flatMap((clip) =>
      models.map((model) => {
        const poses = clip.poses[model];
        return { clip, model, network: estimateClip(estimator, poses), ...geometryEstimates(poses) };
      }),
    );
  const report: Record<string, unknown> = {
    model: estimator.id,
    heldOut: describe(
      run(
        readDataset(values.data, (clip) => clip.split === 'val' && clip.kind === 'random'),
        ['full', 'lite'],
      ),
    ),
    heldOutSets: describe(
      run(
        readDataset(values.data, (clip) => clip.split === 'val' && clip.kind === 'regular'),
        ['full', 'lite'],
      ),
    ),
  };
  if (values.clips && values.streams)
    for (const model of ['full', 'lite', 'heavy'] as const) {
      const clips = readRecordedClips(values.clips, values.streams, model);
      if (clips.length > 0) report[`recorded-${model}`] = describe(run(clips, ['full']));
    }
  if (values.real) report['real'] = realPeople(values.real, estimator);
  writeFileSync(values.out, `${JSON.stringify(report, null, 1)}\n`);
  console.log(JSON.stringify(report, null, 1));
  return 0;
}

const describe = (measured: readonly Measured[]) => ({
  recordings: measured.length,
  people: new Set(measured.map(({ clip }) => clip.person)).size,
  frames: frameTable(measured),
  repetitions: repTable(measured),
  classes: classTable(measured),
});

/** What the model says where there is no truth: how level, and which exercise. */
function realPeople(folder: string, estimator: MovementEstimator) {
  const rows: Record<string, unknown> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.stream.json'))) {
    const estimates = estimateClip(estimator, readStream(join(folder, name)).poses).filter(
      (one) => one !== null,
    );
    rows[name.replace('.stream.json', '')] = summarise(estimates);
  }
  return rows;
}

function summarise(estimates: readonly MovementEstimate[]) {
  const obliquity = estimates.map((one) => one.pelvisObliquity.deg as number).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((obliquity[Math.floor(obliquity.length * share)] ?? NaN) * 10) / 10;
  const share = (name: keyof MovementEstimate['exercise']) =>
    Math.round((100 * estimates.reduce((sum, one) => sum + one.exercise[name], 0)) / estimates.length) / 100;
  const names = Object.keys(estimates[0]?.exercise ?? {}) as (keyof MovementEstimate['exercise'])[];
  const exercise = Object.fromEntries(names.map((name) => [name, share(name)]));
  return {
    frames: estimates.length,
    obliquityP5: at(0.05),
    obliquityMedian: at(0.5),
    obliquityP95: at(0.95),
    exercise,
  };
}
