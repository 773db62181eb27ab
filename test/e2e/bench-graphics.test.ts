import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { measureRunners } from '../../scripts/bench/engines';
import { findGraphics } from '../../scripts/bench/graphics';
import { BROWSER_FLAGS } from '../../scripts/chromium.mjs';
import { SLOW_CLOCK, SOFTWARE_CHIP, beforePoseWorker } from '../support/software-chip';

const CLIP = join(resolve(import.meta.dirname, '../fixtures/clips'), 'curtsy-short.mp4');
/** Enough of a chip in software, which takes a second for each. */
const FEW_FPS = 1;
const FLAGS = [...BROWSER_FLAGS, ...SOFTWARE_CHIP];
const ON_CHIP = { engine: 'litert', delegate: 'GPU', model: 'lite' } as const;

it('knows a graphics chip in software for what it is, and asks for no chip where there is none', async () => {
  const { graphics, flags } = await findGraphics(FLAGS);
  expect(graphics.litert).toEqual({ kind: 'software', name: 'google swiftshader' });
  expect(graphics.mediapipe).toMatchObject({ kind: 'software' });
  expect(flags).toEqual(BROWSER_FLAGS);
});

it('gives a graphics chip that is too slow no row, and says so', async () => {
  const { engines, chips } = await measureRunners(CLIP, [ON_CHIP], { flags: FLAGS, fps: FEW_FPS });
  expect(engines).toEqual([]);
  // On a busy machine it may not even have an answer in time.
  expect(chips).toHaveLength(1);
  expect(['slow', 'no-answer']).toContain(chips[0]?.outcome);
  expect(chips[0]?.words).toMatch(/^right, but too slow: \d+ ms|^gave no answer/);
});

it('measures a graphics chip that passes as a row of its own', async () => {
  const { engines, chips } = await measureRunners(CLIP, [ON_CHIP], {
    flags: FLAGS,
    fps: FEW_FPS,
    prepare: (page) => beforePoseWorker(page, SLOW_CLOCK),
  });
  expect(chips).toMatchObject([{ engine: 'litert', model: 'lite', outcome: 'measured' }]);
  expect(engines).toMatchObject([ON_CHIP]);
  expect(engines[0]?.inferenceMs).toBeGreaterThan(0);
  expect(engines[0]?.stream.frames.filter(({ image }) => image !== null).length).toBeGreaterThan(5);
});
