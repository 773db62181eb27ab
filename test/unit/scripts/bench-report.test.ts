import { describe, expect, it } from 'vitest';
import type { ModelRunner } from '../../../scripts/bench/chips';
import { toJson, toMarkdown } from '../../../scripts/bench/report';
import type { Bench } from '../../../scripts/bench/report';

const stream: Bench['engines'][number]['stream'] = {
  schema: 'hipline.stream/1',
  clip: '',
  model: 'full',
  width: 1,
  height: 1,
  fps: 1,
  frames: [],
};
const cost = (engine: ModelRunner['engine'], delegate: ModelRunner['delegate'], inferenceMs: number) =>
  ({
    engine,
    delegate,
    threads: 1,
    model: 'full',
    inferenceMs,
    perPictureMs: inferenceMs + 10,
    stream,
  }) as const;

const BENCH: Bench = {
  graphics: { mediapipe: { kind: 'none' }, litert: { kind: 'none' } },
  live: [
    {
      camera: '1280x720',
      engine: 'litert',
      delegate: 'CPU',
      model: 'full',
      fps: 24.04,
      modelAloneFps: 40,
      ratio: 0.601,
      ofPossible: 0.801,
      latencyMs: 61.4,
      cueLatencyMs: 70.2,
      inferenceMs: 25.04,
      longTasks: 0,
      stages: { capture: 5.04, pose: 43, page: 6, conversion: 2, compositing: 12, rest: 3 },
      memoryMb: 300.4,
      memoryGrowthMb: 1.2,
    },
  ],
  engines: [cost('mediapipe', 'CPU', 50), cost('litert', 'CPU', 25)],
  chips: [
    { engine: 'litert', model: null, outcome: 'absent', words: 'the browser gives none through WebGPU' },
  ],
  core: { movementMs: 1.234, fixedMs: 0.1, autoMs: 0.4 },
  tutorial: { camera: '1280x720', model: 'full', fps: 12.02 },
  start: { scriptKb: 58.04, firstPictureS: 3.04, firstPictureCachedS: 2.02 },
};

describe('the report of the bench', () => {
  it('is one object in the form that others rely on', () => {
    const json = toJson(BENCH);
    expect(json.live).toEqual([
      {
        camera: '1280x720',
        engine: 'litert',
        delegate: 'CPU',
        model: 'full',
        fps: 24,
        modelAloneFps: 40,
        ratio: 0.6,
        ofPossible: 0.8,
        latencyMs: 61,
        cueLatencyMs: 70,
        inferenceMs: 25,
        longTasks: 0,
        stages: { capture: 5, pose: 43, page: 6, conversion: 2, compositing: 12, rest: 3 },
        memoryMb: 300,
        memoryGrowthMb: 1,
      },
    ]);
    expect(json.engines[1]).toMatchObject({
      engine: 'litert',
      delegate: 'CPU',
      threads: 1,
      model: 'full',
      inferenceMs: 25,
    });
    expect(json.chips).toEqual(BENCH.chips);
    expect(json.tutorial).toEqual({ camera: '1280x720', model: 'full', fps: 12 });
    expect(json.start).toEqual({ scriptKb: 58, firstPictureS: 3, firstPictureCachedS: 2 });
  });

  it('gives ratios before absolute figures, and says on what machine', () => {
    const text = toMarkdown(BENCH);
    expect(text.indexOf('## Ratios')).toBeLessThan(text.indexOf('## Live'));
    expect(text).toMatch(/on \d+ cores of/);
    expect(text).toContain('| 1280x720 | litert | full | 0.60 | 0.80 | 2.00 |');
    expect(text).toContain('| full | 2.00 |');
  });

  it('says in words why there is no time of a graphics chip', () => {
    const text = toMarkdown(BENCH);
    expect(text).toContain('headless Chromium without a graphics chip, on');
    expect(text).toContain('| litert | lite, full, heavy | the browser gives none through WebGPU |');
    expect(text).not.toContain('processor to chip');
  });

  it('shows a graphics chip apart from the processor, and what it gains', () => {
    const [row] = BENCH.live;
    const text = toMarkdown({
      ...BENCH,
      graphics: {
        mediapipe: { kind: 'chip', name: 'ANGLE (Some, Chip)' },
        litert: { kind: 'chip', name: 'some chip' },
      },
      live: row === undefined ? [] : [{ ...row, delegate: 'GPU' }],
      engines: [...BENCH.engines, cost('litert', 'GPU', 5)],
      chips: [{ engine: 'litert', model: 'full', outcome: 'measured', words: 'right, and measured' }],
    });
    expect(text).toContain('headless Chromium with a graphics chip (ANGLE (Some, Chip)), on');
    // MediaPipe to LiteRT is still a matter of the processor.
    expect(text).toContain('| full | 2.00 |');
    expect(text).toContain('| litert | full | 5.00 |');
    expect(text).toContain('| litert, graphics chip | 1 | full | 5 | 15 |');
    expect(text).toContain('| 1280x720 | litert, graphics chip | full | 24 | 40 | 61 | 70 | 0 |');
    expect(text).toContain('| litert | full | right, and measured |');
  });
});
