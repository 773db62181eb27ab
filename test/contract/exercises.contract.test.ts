import { describe, expect, it } from 'vitest';
import { judgedFaults } from '../../src/core/exercise/definition';
import { NOT_SEEN_REASONS } from '../../src/core/terms/not-seen';
import { FAULT_IDS } from '../../src/core/terms/ids';
import { mirrorPose } from '../../src/core/pose/access';
import { otherSide } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import { plainPlans, runSet } from '../support/run-set';
import { AVERAGE_BUILD, film, IDLE_KINDS, simulateIdle, simulateMovement } from '../support/simulator';

const REPS = 6;

it('finds every exercise once', () => {
  const ids = exercises.map((exercise) => exercise.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  const isHold = exercise.prescription.kind === 'hold';
  const movement = simulateMovement(id, AVERAGE_BUILD, plainPlans(id, isHold ? 1 : REPS));

  it('has a text for everything it shows and says', () => {
    const { text } = exercise;
    expect(text.steps.length).toBeGreaterThanOrEqual(3);
    expect(text.steps.length).toBeLessThanOrEqual(5);
    for (const words of [text.name, text.summary, text.camera, text.equipment, ...text.steps])
      expect(words).not.toBe('');
    for (const fault of judgedFaults(exercise)) {
      const cue = text.cues[fault];
      expect(cue, `cue for ${fault}`).toBeDefined();
      expect(
        cue?.short.replace('{side}', 'left').split(' ').length,
        `"${cue?.short ?? ''}" is sayable`,
      ).toBeLessThanOrEqual(3);
    }
    for (const fault of Object.keys(text.cues))
      expect(judgedFaults(exercise), `a cue without a check: ${fault}`).toContain(fault);
  });

  it('gives every number a source and a reason', () => {
    const thresholds = Object.entries(exercise.thresholds);
    expect(thresholds.length).toBeGreaterThan(0);
    for (const [name, threshold] of thresholds) {
      expect(threshold.source, name).not.toBe('');
      expect(threshold.reason, name).not.toBe('');
      expect(Number.isFinite(threshold.value), name).toBe(true);
    }
  });

  it.each([10, 15, 30])('counts exactly what was done at %i frames a second', (fps) => {
    const { poses, truth } = film(movement, { fps });
    const { state } = runSet(id, poses);
    if (isHold) expect(state.holds.map((hold) => hold.side)).toEqual(truth.map((hold) => hold.side));
    else expect(state.reps.map((rep) => rep.side)).toEqual(truth.map((rep) => rep.side));
    expect(state.partials).toEqual([]);
  });

  it('counts the same with 30 % of the frames dropped', () => {
    const { poses, truth } = film(movement, { fps: 15, drop: 0.3, seed: 5 });
    const { state } = runSet(id, poses);
    expect(isHold ? state.holds.length : state.reps.length).toBe(truth.length);
  });

  it('gives the mirrored twin with the sides swapped and nothing else changed', () => {
    const { poses } = film(movement, { fps: 15 });
    const plain = runSet(id, poses).state;
    const twin = runSet(id, poses.map(mirrorPose)).state;
    expect(twin.reps.map(({ side, startMs, endMs }) => [otherSide(side), startMs, endMs])).toEqual(
      plain.reps.map(({ side, startMs, endMs }) => [side, startMs, endMs]),
    );
    // A microsecond: mirroring rounds single-precision coordinates differently.
    const micro = (ms: number): number => Math.round(ms * 1000);
    expect(twin.holds.map((hold) => [otherSide(hold.side), micro(hold.inPositionMs)])).toEqual(
      plain.holds.map((hold) => [hold.side, micro(hold.inPositionMs)]),
    );
  });

  it.each(IDLE_KINDS)('counts nothing while nobody exercises: %s', (kind) => {
    const { poses } = film(simulateIdle(kind, AVERAGE_BUILD, 15));
    const { state } = runSet(id, poses);
    expect([state.reps, state.holds, state.faults]).toEqual([[], [], []]);
  });

  it.skipIf(isHold)('does not count a half-hearted attempt', () => {
    const half = simulateMovement(id, AVERAGE_BUILD, plainPlans(id, 3, { range: 0.15, full: false }));
    expect(runSet(id, film(half).poses).state.reps).toEqual([]);
  });

  it('judges each of its faults in every repetition, with a reason when it cannot', () => {
    const { state } = runSet(id, film(movement).poses);
    for (const rep of state.reps) {
      for (const { fault } of exercise.checks) {
        const verdict = rep.verdicts[fault];
        expect(verdict, `${fault} in repetition ${String(rep.n)}`).toBeDefined();
        if (verdict?.verdict === 'not-seen') expect(NOT_SEEN_REASONS).toContain(verdict.reason);
      }
      for (const fault of Object.keys(rep.verdicts)) expect(FAULT_IDS).toContain(fault);
    }
  });

  it('is deterministic', () => {
    const { poses } = film(movement);
    expect(runSet(id, poses)).toEqual(runSet(id, poses));
  });
});
