import { describe, expect, it } from 'vitest';
import { findClips } from '../../../scripts/evaluate/clips';
import { applyCondition, AS_RECORDED } from '../../../scripts/evaluate/conditions';
import { packFixture, unpackFixture } from '../../../scripts/evaluate/fixture-stream';
import { summariseErrors } from '../../../scripts/evaluate/measure-errors';
import { FIXTURES, parseOptions } from '../../../scripts/evaluate/options';
import { errorPlot } from '../../../scripts/evaluate/plots';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis } from '../../../src/core/units';

const frame = (i: number, isEmpty = false): PoseFrame => ({
  timestampMs: millis(i * 66.6),
  width: 640,
  height: 480,
  landmarks: isEmpty
    ? null
    : {
        image: Float32Array.from({ length: 132 }, (_, k) => (k % 4 === 3 ? 0.87 : Math.sin(i + k) * 1.4)),
        world: Float32Array.from({ length: 99 }, (_, k) => Math.cos(i * k)),
      },
});

describe('packed fixtures', () => {
  it('come back within their quantisation', () => {
    const frames = [frame(0), frame(1), frame(2, true), frame(3)];
    const back = unpackFixture(packFixture({ clip: 'c', model: 'full', frames }));
    expect(back).toMatchObject({ clip: 'c', model: 'full' });
    expect(back.frames.map((each) => each.landmarks === null)).toEqual([false, false, true, false]);
    const last = back.frames[3];
    frames[3]?.landmarks?.image.forEach((value, k) => {
      // Half a step: a sixteenth of a pixel of 480, or half a hundredth of visibility.
      expect(Math.abs((last?.landmarks?.image[k] ?? 9) - value)).toBeLessThanOrEqual(
        k % 4 === 3 ? 0.0051 : 1 / 16 / 480 + 1e-6,
      );
    });
    frames[3]?.landmarks?.world.forEach((value, k) => {
      // Half a millimetre.
      expect(Math.abs((last?.landmarks?.world[k] ?? 9) - value)).toBeLessThanOrEqual(0.00051);
    });
  });

  it('refuse other files', () => {
    expect(() => unpackFixture(new Uint8Array([1, 2, 3]))).toThrow();
  });
});

describe('conditions', () => {
  const frames = Array.from({ length: 300 }, (_, i) => frame(i));

  it('thin, lose and mirror without touching times', () => {
    const thinned = applyCondition(frames, { ...AS_RECORDED, fps: 10 });
    // 300 frames of 66.6 ms are 20 s.
    expect(thinned.length).toBeGreaterThan(190);
    expect(thinned.length).toBeLessThanOrEqual(201);
    const lost = applyCondition(frames, { ...AS_RECORDED, drop: 0.3 });
    // Binomial: 210 ± 8; four deviations.
    expect(Math.abs(lost.length - 210)).toBeLessThan(32);
    expect(lost).toEqual(applyCondition(frames, { ...AS_RECORDED, drop: 0.3 }));
    expect(lost.every((each) => frames.includes(each))).toBe(true);
  });

  it('mirror twice to the same', () => {
    const mirror = { ...AS_RECORDED, mirror: true };
    const [twice] = applyCondition(applyCondition([frame(4)], mirror), mirror);
    frame(4).landmarks?.image.forEach((value, k) => {
      expect(twice?.landmarks?.image[k]).toBeCloseTo(value, 5);
    });
  });
});

describe('options', () => {
  it('default to the fixtures and the full model', () => {
    const parsed = parseOptions([]);
    expect(parsed).toMatchObject({
      ok: true,
      options: { folders: [FIXTURES], models: ['full'], isThorough: false },
    });
  });

  it.each([['--model', 'huge'], ['--fps', '0'], ['--drop', '1'], ['--fps'], ['--what']])(
    'refuse %s %s',
    (...argv) => {
      expect(parseOptions(argv.filter((word) => typeof word === 'string')).ok).toBe(false);
    },
  );

  it('name a condition by what it does', () => {
    const parsed = parseOptions(['--fps', '10', '--drop', '0.3', '--mirror']);
    expect(parsed.ok && parsed.options.condition.label).toBe('10 frames/s, 30 % of frames lost, mirrored');
  });
});

describe('the shipped fixtures', () => {
  it('hold every exercise and an idle clip, with truth for every frame', () => {
    const clips = findClips(FIXTURES);
    expect(new Set(clips.map((clip) => clip.truth.exercise))).toEqual(
      new Set(['banded-lateral-step', 'side-plank', 'hip-hike', 'kettlebell-march', 'curtsy-lunge', 'none']),
    );
    for (const clip of clips) expect(clip.truth.frames.length).toBe(clip.recorded('full')?.length);
  });

  it('are not found where there are none', () => {
    expect(() => findClips(import.meta.dirname)).toThrow('no clips with truth');
    expect(() => findClips('/nowhere/at/all')).toThrow('no such folder');
  });
});

describe('measure errors', () => {
  it('are summarised with bias, median, 95 % and how well they know themselves', () => {
    const errors = [-2, -1, 0, 1, 4].map((deg) => ({ deg, sd: 1 }));
    expect(summariseErrors(errors)).toEqual({
      frames: 5,
      biasDeg: 0.4,
      medianDeg: 1,
      p95Deg: expect.closeTo(3.6, 10) as number,
      withinSd: 0.6,
    });
    expect(summariseErrors([])).toBeNull();
  });

  it('are drawn, or not when there are none', () => {
    const none = { 'pelvic obliquity': [], 'knee FPPA': [], 'trunk lean': [], 'body line': [] };
    expect(errorPlot('Side plank', none)).toBeNull();
    const svg = errorPlot('Side plank', { ...none, 'body line': [{ deg: 1, sd: 1 }] });
    expect(svg).toContain('half ≤ 1.0°');
    expect(svg?.match(/<polyline/g)).toHaveLength(1);
  });
});
