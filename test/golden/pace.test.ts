import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyCondition, AS_RECORDED } from '../../scripts/evaluate/conditions';
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

describe('at the rate from which on the count is called sure', () => {
  it.each(clips)('everything is counted, evenly spaced: $clip', ({ clip, truth, exercise }) => {
    const fps = exactFrom(exerciseById(exercise));
    const { frames } = readFixture(join(STREAMS, `${clip}.full.stream.gz`));
    const { state } = runSet(exercise, applyCondition(frames, { ...AS_RECORDED, label: `${fps}/s`, fps }));
    expect(state.reps.length).toBe(truth.reps.filter(({ full }) => full === true).length);
    const heldS = state.holds.reduce((sum, { inPositionMs }) => sum + inPositionMs / 1000, 0);
    const trueS = truth.holds.reduce((sum, { inPositionS }) => sum + inPositionS, 0);
    expect(Math.abs(heldS - trueS)).toBeLessThanOrEqual(HOLD_WITHIN_S * Math.max(1, truth.holds.length));
  });
});
