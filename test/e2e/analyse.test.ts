import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserOptions, ClipJob } from '../../scripts/analyse/browser';
import { runInBrowser } from '../../scripts/analyse/browser';
import { analyseStream, createStreamService } from '../../scripts/analyse/recorded-stream';
import { LANDMARK } from '../../src/core/pose/landmark';
import type { LandmarkName } from '../../src/core/pose/landmark';
import type { LandmarkStream } from '../../src/capture/landmark-stream';
import type { AnalysisJobResult } from '../../src/pipeline/analysis-job';
import { silentWav } from '../support/silent-wav';

const ROOT = resolve(import.meta.dirname, '../..');
/** The first three curtsy lunges of a rendered body, at 15 frames a second: right, left (knee collapses), right. */
const SHORT = join(ROOT, 'test/fixtures/clips/curtsy-short.mp4');
const SHORT_FRAMES = 141;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hipline-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const job = (path: string, options: Partial<ClipJob> = {}): ClipJob => ({
  path,
  clip: basename(path),
  exercise: 'curtsy-lunge',
  model: 'lite',
  engine: 'mediapipe',
  fps: null,
  mirror: false,
  withMeasures: false,
  withStream: false,
  ...options,
});

const run = async (jobs: readonly ClipJob[], options: BrowserOptions = {}): Promise<AnalysisJobResult[]> => {
  const results: AnalysisJobResult[] = [];
  await runInBrowser(
    jobs,
    (_job, result) => {
      results.push(result);
    },
    options,
  );
  return results;
};

const analyse = (...args: string[]) => {
  const command = [join(ROOT, 'scripts/run.mjs'), join(ROOT, 'scripts/analyse.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** Everything but the time that the machine took. */
const withoutTiming = (result: AnalysisJobResult | undefined): unknown => {
  if (result?.kind !== 'done' || result.analysis === null) throw new Error(JSON.stringify(result));
  return { ...result.analysis, inferenceMsMedian: 0 };
};

const streamOf = (result: AnalysisJobResult | undefined): LandmarkStream => {
  if (result?.kind !== 'done' || result.stream === null) throw new Error(JSON.stringify(result));
  return result.stream;
};

const meanX = (stream: LandmarkStream, name: LandmarkName): number => {
  const values = stream.frames.flatMap(({ image }) => image?.[LANDMARK[name]]?.[0] ?? []);
  return values.reduce((sum, x) => sum + x, 0) / values.length;
};

/** Everything but the judged curves, whose last digits follow those of the landmarks. */
const withoutCurves = (rep: { readonly judged?: unknown }) => ({ ...rep, judged: undefined });

describe('a clip through the whole pipeline', () => {
  let results: AnalysisJobResult[] = [];
  const foreign: string[] = [];
  beforeAll(async () => {
    const watch = (page: Page): void => {
      page.context().on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== 'localhost' && protocol !== 'data:' && protocol !== 'blob:')
          foreign.push(request.url());
      });
    };
    const plain = job(SHORT, { withStream: true, withMeasures: true });
    results = await run([plain, plain, { ...plain, mirror: true, fps: 5 }], { prepare: watch });
  });

  it('takes every frame of the file, at the file’s own times', () => {
    const stream = streamOf(results[0]);
    expect(stream.frames).toHaveLength(SHORT_FRAMES);
    stream.frames.forEach(({ t }, index) => {
      // Times are multiples of the file's time base, 1/15360 s.
      expect(Math.abs(t - index / 15)).toBeLessThan(1e-4);
    });
    expect(results[0]).toMatchObject({
      analysis: { schema: 'hipline.analysis/1', frames: SHORT_FRAMES, framesWithPose: SHORT_FRAMES },
    });
  });

  it('gives the same JSON twice', () => {
    expect(withoutTiming(results[1])).toEqual(withoutTiming(results[0]));
    expect(streamOf(results[1])).toEqual(streamOf(results[0]));
  });

  it('knows left from right: the left hand of a person facing the camera is on the right of the picture', () => {
    const stream = streamOf(results[0]);
    for (const part of ['shoulder', 'hip', 'wrist', 'ear'] as const) {
      expect(meanX(stream, `left-${part}`)).toBeGreaterThan(meanX(stream, `right-${part}`));
    }
  });

  it('sees the mirror twin in the flipped picture', () => {
    const [plain, mirrored] = [streamOf(results[0]), streamOf(results[2])];
    for (const part of ['shoulder', 'hip'] as const) {
      // The model is not exactly symmetric: 2 % of the picture's width.
      expect(Math.abs(meanX(mirrored, `left-${part}`) - (1 - meanX(plain, `right-${part}`)))).toBeLessThan(
        0.02,
      );
    }
  });

  it('drops frames to the rate that is asked for', () => {
    expect(streamOf(results[2]).frames).toHaveLength(Math.ceil(SHORT_FRAMES / 3));
  });

  it('measures every frame when asked', () => {
    const measures = results[0]?.kind === 'done' ? results[0].analysis?.measures : undefined;
    expect(measures).toHaveLength(SHORT_FRAMES);
    expect(Object.keys(measures?.[0] ?? {})).toEqual([
      't',
      'pelvisObliquityDeg',
      'pelvisObliquitySd',
      'kneeFppaDeg',
      'kneeFppaSd',
      'trunkLeanDeg',
      'bodyLineDeg',
      'loaded',
      'exercise',
    ]);
  });

  it('counts the first three lunges, and names the model that measured them', () => {
    const analysis = results[0]?.kind === 'done' ? results[0].analysis : null;
    expect(analysis?.reps.map(({ side }) => side)).toEqual(['right', 'left', 'right']);
    expect(analysis?.movementModel).toMatch(/^[0-9a-f]{12}$/);
  });

  it('replays its landmark stream in Node with the same result', async () => {
    const original = results[0]?.kind === 'done' ? results[0].analysis : null;
    const service = await createStreamService();
    const replayed = await analyseStream(
      streamOf(results[0]),
      { clip: 'curtsy-short.mp4', exercise: 'curtsy-lunge', fps: null, mirror: false, measures: false },
      service,
    );
    await service.close();
    const { reps, partials, faults, movementModel } = (replayed.kind === 'done' && replayed.analysis) || {};
    expect({ reps: reps?.map(withoutCurves), partials: partials?.map(withoutCurves), faults }).toEqual({
      reps: original?.reps.map(withoutCurves),
      partials: original?.partials.map(withoutCurves),
      faults: original?.faults,
    });
    expect(movementModel).toEqual(original?.movementModel);
    const judged = (all: typeof reps) => (all ?? []).flatMap((rep) => rep.judged ?? []);
    const again = judged(reps);
    expect(again.length).toBeGreaterThan(0);
    judged(original?.reps).forEach(({ deg }, i) => {
      // Degrees: a stream file holds its landmarks to a limited number of digits.
      deg.forEach((value, k) => expect(Math.abs((again[i]?.deg[k] ?? NaN) - value)).toBeLessThan(0.1));
    });
  });

  it('asks nothing of any other origin', () => {
    expect(foreign).toEqual([]);
  });
});

describe('bad input', () => {
  it('names what is wrong with each file', async () => {
    const whole = readFileSync(SHORT);
    const results = await run(
      [
        file('note.mp4', 'this is no video'),
        file('empty.mp4', ''),
        file('sound.wav', silentWav()),
        file('head-only.mp4', whole.subarray(0, 24)),
        file('cut.mp4', whole.subarray(0, Math.round(whole.length * 0.6))),
      ].map((path) => job(path, { exercise: null, withStream: true })),
    );
    const codes = results.map((result) => (result.kind === 'fault' ? result.fault.code : result.kind));
    expect(codes).toEqual(['file-unreadable', 'file-unreadable', 'file-no-video', 'file-unreadable', 'done']);
    const cut = results[4];
    expect(cut?.kind === 'done' && cut.truncated).toMatch(/readable up to \d/);
    const frames = streamOf(cut).frames.length;
    expect(frames).toBeGreaterThan(SHORT_FRAMES * 0.3);
    expect(frames).toBeLessThan(SHORT_FRAMES);
  });

  const withModel = (answer: { status: number; body?: Buffer }) =>
    run([job(SHORT)], {
      prepare: (page) =>
        page.context().route('**/pose_landmarker_lite.task', (route) => route.fulfill(answer)),
    });

  it('says that the model is missing', async () => {
    expect(await withModel({ status: 404 })).toMatchObject([
      { kind: 'fault', fault: { code: 'model-missing' } },
    ]);
  });

  it('says that the model is damaged', async () => {
    const bundle = readFileSync(join(ROOT, 'public/models/pose_landmarker_lite.task'));
    bundle[1_000_000] = (bundle[1_000_000] ?? 0) ^ 1;
    expect(await withModel({ status: 200, body: bundle })).toMatchObject([
      { kind: 'fault', fault: { code: 'model-damaged' } },
    ]);
  });

  it('says that there is no WebGL', async () => {
    expect(
      await run([job(SHORT)], { flags: ['--disable-gpu', '--disable-software-rasterizer'] }),
    ).toMatchObject([{ kind: 'fault', fault: { code: 'webgl-missing' } }]);
  });
});

describe('npm run analyse', () => {
  it('prints one JSON object for a video', () => {
    const { status, stdout, stderr } = analyse(
      SHORT,
      '--exercise',
      'curtsy-lunge',
      '--model',
      'lite',
      '--fps',
      '3',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'hipline.analysis/1',
      clip: 'curtsy-short.mp4',
      exercise: 'curtsy-lunge',
      model: 'lite',
      engine: 'mediapipe',
      delegate: 'CPU',
      durationS: 9.4,
    });
  });

  it('refuses a file that is no video', () => {
    const { status, stdout, stderr } = analyse(file('text.mp4', 'no video'), '--exercise', 'auto');
    expect(status).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/no video that can be read/);
  });
});
