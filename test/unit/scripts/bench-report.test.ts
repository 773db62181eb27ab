import { describe, expect, it } from 'vitest';
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
const cost = (engine: 'mediapipe' | 'litert', inferenceMs: number) =>
  ({ engine, threads: 1, model: 'full', inferenceMs, perPictureMs: inferenceMs + 10, stream }) as const;

const BENCH: Bench = {
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
  engines: [cost('mediapipe', 50), cost('litert', 25)],
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
    expect(json.engines[1]).toMatchObject({ engine: 'litert', threads: 1, model: 'full', inferenceMs: 25 });
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
});
