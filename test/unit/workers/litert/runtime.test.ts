import { describe, expect, it } from 'vitest';
import { chooseBuild } from '../../../../workers/litert/runtime';

type Feature = 'relaxedSimd' | 'threads';
const build = (isIsolated: boolean, cores: number, ...features: readonly Feature[]) =>
  chooseBuild({ isIsolated, cores, supports: (feature) => Promise.resolve(features.includes(feature)) });

describe('the build of LiteRT', () => {
  it('has threads where memory can be shared and there is more than one core', async () => {
    expect(await build(true, 2, 'relaxedSimd', 'threads')).toEqual({
      script: 'litert_wasm_threaded_internal.js',
      hasThreads: true,
    });
  });

  it.each([
    ['the page is not isolated', build(false, 8, 'relaxedSimd', 'threads')],
    ['there is one core', build(true, 1, 'relaxedSimd', 'threads')],
    ['the browser has no threads', build(true, 8, 'relaxedSimd')],
  ])('has none where %s', async (_, chosen) => {
    expect(await chosen).toEqual({ script: 'litert_wasm_internal.js', hasThreads: false });
  });

  it('does without relaxed SIMD, threads or not', async () => {
    expect(await build(true, 8, 'threads')).toEqual({
      script: 'litert_wasm_compat_internal.js',
      hasThreads: false,
    });
  });
});
