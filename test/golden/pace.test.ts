import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyCondition, AS_RECORDED, seededRandom } from '../../scripts/evaluate/conditions';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import { readTruth } from '../../scripts/evaluate/truth';
import { exactFrom } from '../../src/core/session/pace-watch';
import { exerciseById } from '../../src/exercises/registry';
import { runSet } from '../support/run-set';

const STREAMS = resolve(import.meta.dirname, '../fixtures/streams');
/** What is lost at the ends of a hold, at any rate. */
const HOLD_WITHIN_S = 0.5;

const clips = readdirSync(STREAMS).flatMap((file) => {
  const clip = /^(.*)\.full\.stream\.gz$/.exec(file)?.[1];
  const truth =
    clip === undefined
      ? null
      : readTruth(JSON.parse(readFileSync(join(STREAMS, `${clip}.truth.json`), 'utf8')));
  return clip === undefined || truth === null || truth.exercise === 'none'
    ? []
    : [{ clip, truth, exercise: truth.exercise }];
});

/** The loss that the thresholds were measured with, and three of their seeds, two of them the worst for band steps. */
const LOST_SHARE = 0.3;
const SEEDS = [23, 41, 83];

/** As many pictures as make the rate what it is after the loss. */
function lose<Frame>(frames: readonly Frame[], seed: number): readonly Frame[] {
  const random = seededRandom(seed);
  return frames.filter(() => random() >= LOST_SHARE);
}

describe('at the rate from which on the count is called sure', () => {
  it.each(clips)('everything is counted, evenly spaced or a third of them lost: $clip', (one) => {
    const { clip, truth, exercise } = one;
    const arriving = exactFrom(exerciseById(exercise));
    const { frames } = readFixture(join(STREAMS, `${clip}.full.stream.gz`));
    const thinned = (fps: number) => applyCondition(frames, { ...AS_RECORDED, label: `${fps}/s`, fps });
    const sent = thinned(arriving / (1 - LOST_SHARE));
    for (const poses of [thinned(arriving), ...SEEDS.map((seed) => lose(sent, seed))]) {
      const { state } = runSet(exercise, poses);
      expect(state.reps.length).toBe(truth.reps.filter(({ full }) => full === true).length);
      const heldS = state.holds.reduce((sum, { inPositionMs }) => sum + inPositionMs / 1000, 0);
      const trueS = truth.holds.reduce((sum, { inPositionS }) => sum + inPositionS, 0);
      expect(Math.abs(heldS - trueS)).toBeLessThanOrEqual(HOLD_WITHIN_S * Math.max(1, truth.holds.length));
    }
  });
});
