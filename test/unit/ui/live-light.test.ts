import { beforeAll, afterAll, expect, it, vi } from 'vitest';
import type { LumaGrid } from '../../../src/core/pose/light';
import { LUNGES, stage, until, WHOLE } from '../../support/live-stage';

/** Nothing is drawn here. */
beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterAll(() => vi.unstubAllGlobals());

const [width, height] = [32, 18];
const filled = (lumaAt: (column: number) => number): LumaGrid => ({
  width,
  height,
  values: Array.from({ length: width * height }, (_, at) => lumaAt(at % width)),
});
const WINDOW_BEHIND = filled((column) => (column < 6 || column > 25 ? 1 : 0.1));
const spoken = (sink: ReturnType<typeof stage>['sink']) =>
  sink.cues.flatMap(({ speech }) => (speech ? [speech.text] : []));

it.each([
  ['backlit', WINDOW_BEHIND, 'The light is behind you: draw the curtain'],
  ['dark', filled(() => 0.05), 'It is too dark: turn a light on in front of you'],
] as const)('says in the work that it is %s, once, and shows it', async (light, grid, sentence) => {
  const { live, sink, isLit } = stage([WHOLE], LUNGES);
  isLit(grid);
  live.start();
  await until(() => live.light.value === light);
  await until(() => (live.view.value?.count ?? 0) >= 3);
  expect(spoken(sink).filter((text) => text === sentence)).toHaveLength(1);
  live.dispose();
});

it('says nothing of the light in a lit room', async () => {
  const { live, sink, isLit } = stage([WHOLE], LUNGES);
  isLit(filled(() => 0.5));
  live.start();
  await until(() => (live.view.value?.count ?? 0) >= 3);
  expect(live.light.value).toBe('fine');
  expect(spoken(sink).join()).not.toContain('light');
  live.dispose();
});

it.each([
  ['backlit', WINDOW_BEHIND, 'The light is behind you: draw the curtain, or turn the camera'],
  ['dark', filled(() => 0.05), 'Turn a light on in front of you'],
] as const)('asks in the set-up for what helps where it is %s', async (_light, grid, sentence) => {
  const { live, sink, isLit } = stage([WHOLE], { ...LUNGES, skipSetup: false });
  isLit(grid);
  live.start();
  await until(() => live.banner.value?.short === sentence);
  await until(() => spoken(sink).includes(sentence));
  live.dispose();
});
