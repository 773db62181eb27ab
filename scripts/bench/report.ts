import { arch, cpus, platform, totalmem } from 'node:os';
import type { ChipVerdict } from './chips';
import { chipRatios, chipsTable, graphicsInWords, placeOf } from './chip-report';
import type { CoreCost } from './core';
import type { EngineCost } from './engines';
import type { Graphics } from './graphics';
import { CAMERA_FPS, type LiveRate } from './live';
import { STAGES } from './stages';
import type { StartCost } from './start';
import { table } from './table';
import type { Delegate, Engine, PoseModel } from '../../workers/protocol';

export interface LiveRow extends Omit<LiveRate, 'used'> {
  readonly camera: string;
  readonly engine: Engine;
  readonly delegate: Delegate;
  readonly model: PoseModel;
  /** What the model alone does in the same run, from a file. */
  readonly modelAloneFps: number;
  readonly ratio: number;
  /** Share of what there is to be had: of what the model alone does, or of what the camera gives where that is less. */
  readonly ofPossible: number;
}

export interface Bench {
  readonly live: readonly LiveRow[];
  readonly graphics: Graphics;
  readonly engines: readonly EngineCost[];
  readonly chips: readonly ChipVerdict[];
  readonly core: CoreCost;
  readonly tutorial: { readonly camera: string; readonly model: PoseModel; readonly fps: number };
  readonly start: StartCost;
}

const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** One object, for programs. */
export const toJson = ({ graphics, live, engines, chips, core, tutorial, start }: Bench) => ({
  machine: { ...machine(), graphics: graphicsInWords(graphics) },
  live: live.map((row) => ({
    ...row,
    fps: round(row.fps),
    modelAloneFps: round(row.modelAloneFps),
    ratio: round(row.ratio, 2),
    ofPossible: round(row.ofPossible, 2),
    latencyMs: round(row.latencyMs, 0),
    cueLatencyMs: row.cueLatencyMs === null ? null : round(row.cueLatencyMs, 0),
    inferenceMs: round(row.inferenceMs),
    longTasks: round(row.longTasks, 0),
    stages: row.stages && Object.fromEntries(STAGES.map((stage) => [stage, round(row.stages?.[stage] ?? 0)])),
    memoryMb: row.memoryMb === null ? null : round(row.memoryMb, 0),
    memoryGrowthMb: row.memoryGrowthMb === null ? null : round(row.memoryGrowthMb, 0),
  })),
  engines: engines.map(({ engine, delegate, threads, model, inferenceMs, perPictureMs }) => ({
    engine,
    delegate,
    threads,
    model,
    inferenceMs: round(inferenceMs),
    perPictureMs: round(perPictureMs),
  })),
  chips,
  core: {
    movementMs: round(core.movementMs, 2),
    fixedMs: round(core.fixedMs, 2),
    autoMs: round(core.autoMs, 2),
  },
  tutorial: { ...tutorial, fps: round(tutorial.fps) },
  start: {
    scriptKb: round(start.scriptKb),
    firstPictureS: round(start.firstPictureS),
    firstPictureCachedS: round(start.firstPictureCachedS),
  },
});

/** Where one of the two did not start here there is nothing to compare. */
const ratioOf = (one: number, other: number): string =>
  Number.isFinite(one / other) ? (one / other).toFixed(2) : 'not measured';

const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
});

type BenchJson = ReturnType<typeof toJson>;

/** What says something of other machines, too. */
const ratios = ({ live, engines, tutorial }: BenchJson): string => {
  const costOf = (engine: Engine, model: PoseModel): number =>
    engines.find((one) => one.engine === engine && one.delegate === 'CPU' && one.model === model)
      ?.inferenceMs ?? NaN;
  return `## Ratios

Live: pictures a second in front of the camera, the whole screen drawn, to what the model alone does from a file in the same run. The
camera gives ${String(CAMERA_FPS)}: where the model alone does more, the next column says what share of the camera's pictures is read.

${table(
  ['camera', 'engine', 'model', 'live to model alone', 'of what is possible', 'live to a tutorial’s page'],
  live.map((row) => [
    row.camera,
    placeOf(row),
    row.model,
    row.ratio.toFixed(2),
    row.ofPossible.toFixed(2),
    row.camera === tutorial.camera && row.model === tutorial.model ? (row.fps / tutorial.fps).toFixed(2) : '',
  ]),
)}

Engines: MediaPipe's time for a picture to LiteRT's, both on the processor, more than 1 where LiteRT is faster.

${table(
  ['model', 'MediaPipe to LiteRT'],
  (['lite', 'full', 'heavy'] as const).map((model) => [
    model,
    ratioOf(costOf('mediapipe', model), costOf('litert', model)),
  ]),
)}${chipRatios(engines)}`;
};

/** Nothing where the system does not tell. */
const stagesTable = (live: BenchJson['live']): string => {
  const rows = live.flatMap(({ camera, engine, delegate, model, stages, memoryMb, memoryGrowthMb }) =>
    stages === null
      ? []
      : [
          [
            camera,
            placeOf({ engine, delegate }),
            model,
            ...STAGES.map((stage) => stages[stage] ?? 0),
            `${String(memoryMb)} (${(memoryGrowthMb ?? 0) < 0 ? '' : '+'}${String(memoryGrowthMb)})`,
          ],
        ],
  );
  if (rows.length === 0) return '';
  return `Where the processor's time goes, in milliseconds per picture, all cores together. _Pose_ is everything in the worker: networks, pixels,
movement model. _Page_ is the core and the drawing. Memory is that of the renderers, with its growth during the measurement.

${table(['camera', 'engine', 'model', ...STAGES, 'memory, MB'], rows)}

`;
};

/** `docs/performance.md`: ratios first, since they say something of other machines too. */
export const toMarkdown = (bench: Bench): string => {
  const json = toJson(bench);
  const { machine: on, live, engines, chips, core, tutorial, start } = json;
  return `# Performance

Written by \`npm run bench\`. One run, headless Chromium ${on.graphics}, on ${String(on.cores)} cores of ${on.cpu},
${String(on.memoryGb)} GB, ${on.system}. The camera plays a clip at ${String(CAMERA_FPS)} pictures a second. Absolute times depend on the machine and on
what else it does; the ratios are what to compare.

${ratios(json)}

## Live

Latency is from a picture's capture to the frame of the screen that shows its skeleton, or the cue that it gave. Long tasks hold the page up for more than 50 ms.

${table(
  [
    'camera',
    'engine',
    'model',
    'pictures a second',
    'model alone',
    'latency, ms',
    'to a cue, ms',
    'long tasks a minute',
  ],
  live.map((row) => [
    row.camera,
    placeOf(row),
    row.model,
    row.fps,
    row.modelAloneFps,
    row.latencyMs,
    row.cueLatencyMs ?? '–',
    row.longTasks,
  ]),
)}

${stagesTable(live)}A tutorial's page (main thread, one \`detectForVideo\` per animation frame, ${tutorial.model} model, camera ${tutorial.camera}): ${String(tutorial.fps)} pictures a second.

## One picture

${table(
  ['engine', 'threads', 'model', 'inference, ms', 'whole way from a file, ms'],
  engines.map((row) => [placeOf(row), row.threads, row.model, row.inferenceMs, row.perPictureMs]),
)}

${chipsTable(chips)}

After the worker: movement model ${String(core.movementMs)} ms, core ${String(core.fixedMs)} ms for one exercise, ${String(core.autoMs)} ms for all of them.

## Start

Scripts of the first screen: ${String(start.scriptKb)} kB compressed. From the address to the first picture that is read, served from the same
machine: ${String(start.firstPictureS)} s, and ${String(start.firstPictureCachedS)} s when the browser has the files.
`;
};
