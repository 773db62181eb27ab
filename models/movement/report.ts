/**
 * Measures the shipped movement model on the people whom it does not know; writes `report.json` and the model card's figures,
 * `docs/movement-figures.md`.
 *
 *   node scripts/run.mjs models/movement/report.ts [--weights FOLDER] [--data FOLDER] [--out FILE] [--document FILE] [--real FOLDER]
 *
 * What it says in recordings of real people (`*.stream.json`), which have no truth, is measured when their folder is given.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import { readStreamFile } from '../../scripts/evaluate/landmark-stream';
import type { MovementEstimator } from '../../workers/movement-estimator-port';
import { estimateClip } from './calibrate';
import { readDataset, type Clip } from './dataset';
import { geometryEstimates } from './geometry-estimates';
import { frameTable, repTable, classTable, type Measured } from './measure';
import { openModel } from './model-files';
import { chapterOf, type Series } from './report-tables';

const HERE = import.meta.dirname;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      weights: { type: 'string', default: join(HERE, 'weights') },
      data: { type: 'string', default: join(HERE, 'data') },
      out: { type: 'string', default: join(HERE, 'report.json') },
      document: { type: 'string', default: join(HERE, '../../docs/movement-figures.md') },
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
  const heldOut = (kind: 'regular' | 'random') =>
    describe(
      run(
        readDataset(values.data, (clip) => clip.split === 'val' && clip.kind === kind),
        ['full', 'lite'],
      ),
    );
  const [random, sets] = [heldOut('random'), heldOut('regular')];
  const real = values.real ? { real: realPeople(values.real, estimator) } : {};
  const report = { model: estimator.id, heldOut: random, heldOutSets: sets, ...real };
  writeFileSync(values.out, `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(values.document, await documentOf(estimator.id, sets, random, values.document));
  return 0;
}

/** The figures in words, laid out as every document. */
const documentOf = async (model: string, sets: Series, random: Series, path: string): Promise<string> => {
  const text = `# The movement model's figures

Written by \`models/movement/report.ts\` for the model ${model}, on people whom it does not know, with full and lite landmarks; do not edit it by hand. What the model is
stands in [movement-model.md](movement-model.md), and how right the app is with it in [accuracy.md](accuracy.md).

Errors in degrees, median / 95th percentile. Per repetition: F1 (false flags). Hip drop: 7° and more against 4° and less; knee
collapse: 11° against 7°. A fixed level is 5.5° and 9°. _Geometry_ is what the landmarks say by themselves, _minus stance_ what is left when the
person's own quiet stance is taken from it.

${chapterOf('Regular sets', sets)}

${chapterOf('Random movements, with continuous random faults on top', random)}
`;
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
};

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
    const estimates = estimateClip(estimator, readStreamFile(join(folder, name))).filter(
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
