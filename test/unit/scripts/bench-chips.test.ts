import { describe, expect, it } from 'vitest';
import { chipsToTry, fastest, verdictOf } from '../../../scripts/bench/chips';
import type { ModelRunner } from '../../../scripts/bench/chips';
import { graphicsOf } from '../../../scripts/bench/graphics';
import type { SeenGraphics } from '../../../scripts/bench/graphics';

const CHIP = { renderer: 'ANGLE (Intel, Mesa Intel(R) Iris(R) Xe Graphics)', hasCaveat: false };
const SWIFTSHADER = { renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))', hasCaveat: false };
const ADAPTER = { vendor: 'intel', architecture: 'gen-12lp', description: '', isFallbackAdapter: false };
const SOFTWARE_ADAPTER = { ...ADAPTER, vendor: 'google', architecture: 'swiftshader' };

describe('the graphics of a browser', () => {
  it.each<[string, SeenGraphics, string, string]>([
    ['nothing', { webgl: null, adapter: null }, 'none', 'none'],
    ['a chip behind both', { webgl: CHIP, adapter: ADAPTER }, 'chip', 'chip'],
    ['a chip behind WebGL alone', { webgl: CHIP, adapter: null }, 'chip', 'none'],
    ['software behind both', { webgl: SWIFTSHADER, adapter: SOFTWARE_ADAPTER }, 'software', 'software'],
    [
      'WebGL with a caveat',
      { webgl: { ...CHIP, hasCaveat: true }, adapter: ADAPTER },
      'software',
      'software',
    ],
    [
      'a fallback adapter',
      { webgl: CHIP, adapter: { ...ADAPTER, isFallbackAdapter: true } },
      'chip',
      'software',
    ],
    // The app asks for no adapter there.
    ['an adapter without WebGL', { webgl: null, adapter: ADAPTER }, 'none', 'none'],
  ])('are told apart: %s', (_, seen, mediapipe, litert) => {
    expect(graphicsOf(seen)).toMatchObject({ mediapipe: { kind: mediapipe }, litert: { kind: litert } });
  });
});

describe('a graphics chip of the bench', () => {
  it('is tried with every model, through each way that there is', () => {
    const { runners, absent } = chipsToTry(graphicsOf({ webgl: CHIP, adapter: null }));
    expect(runners).toEqual([
      { engine: 'mediapipe', delegate: 'GPU', model: 'lite' },
      { engine: 'mediapipe', delegate: 'GPU', model: 'full' },
      { engine: 'mediapipe', delegate: 'GPU', model: 'heavy' },
    ]);
    expect(absent).toEqual([
      { engine: 'litert', model: null, outcome: 'absent', words: 'the browser gives none through WebGPU' },
    ]);
  });

  it('in software is named, and not tried', () => {
    const { runners, absent } = chipsToTry(graphicsOf({ webgl: SWIFTSHADER, adapter: SOFTWARE_ADAPTER }));
    expect(runners).toEqual([]);
    expect(absent.map(({ outcome }) => outcome)).toEqual(['software', 'software']);
    expect(absent[1]?.words).toContain('google swiftshader');
  });

  const RUNNER: ModelRunner = { engine: 'litert', delegate: 'GPU', model: 'full' };
  const done = { kind: 'done', analysis: null, stream: null, truncated: null } as const;

  it.each([
    [true, done, 'measured', 'right'],
    [
      false,
      { ...done, chipRefusal: { why: 'slow', pictureMs: 1043.2 } } as const,
      'slow',
      '1043 ms for the known picture, and 100 ms is the most',
    ],
    [false, { ...done, chipRefusal: { why: 'wrong', pictureMs: null } } as const, 'wrong', 'other landmarks'],
    // The worker hung, and another one took its place.
    [false, done, 'no-answer', 'no answer'],
    [
      false,
      { kind: 'fault', fault: { code: 'detect-failed', detail: 'the graphics chip was lost' } } as const,
      'failed',
      'was lost',
    ],
  ])('has a verdict in words (%#)', (isMeasured, result, outcome, words) => {
    const verdict = verdictOf(RUNNER, result, isMeasured);
    expect(verdict).toMatchObject({ engine: 'litert', model: 'full', outcome });
    expect(verdict.words).toContain(words);
  });

  it('is what trains where it is faster, with the same engine and model', () => {
    const cpu = { engine: 'litert', delegate: 'CPU', model: 'full', inferenceMs: 22 } as const;
    const gpu = { ...cpu, delegate: 'GPU', inferenceMs: 9 } as const;
    const other = { ...cpu, engine: 'mediapipe', inferenceMs: 1 } as const;
    expect(fastest([cpu, gpu, other], 'litert', 'full')).toBe(gpu);
    expect(fastest([cpu, { ...gpu, inferenceMs: 30 }, other], 'litert', 'full')).toBe(cpu);
    expect(fastest([cpu, gpu], 'litert', 'lite')).toBeUndefined();
  });
});
