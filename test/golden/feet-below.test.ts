import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import { openMovementModel, type MovementModel } from '../../scripts/evaluate/movement';
import { runClip } from '../../scripts/evaluate/run-clip';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { ExerciseId } from '../../src/core/terms/ids';
import type { Side } from '../../src/core/units';

/**
 * A rendered body that steps over a hurdle as a recorded person did, filmed so that the picture ends above the ankles. The
 * landmarks went through the full pose model, which guesses the feet near the picture's edge.
 */
const FOLDER = join(import.meta.dirname, '../fixtures/feet-below');
const { frames } = readFixture(join(FOLDER, 'hurdle-steps.full.stream.gz'));
const truth = JSON.parse(readFileSync(join(FOLDER, 'hurdle-steps.reps.json'), 'utf8')) as {
  readonly side: Side;
  readonly startS: number;
  readonly endS: number;
}[];

let model: MovementModel;
beforeAll(async () => {
  model = await openMovementModel(true);
});
afterAll(() => model.close());

const count = async (exercise: ExerciseId, poses: readonly PoseFrame[]) =>
  runClip('feet-below', exercise, poses, await model.estimate(poses)).analysis;

describe('a march whose feet are below the picture', () => {
  it('counts every lift on its side, with the movement model', async () => {
    const { reps } = await count('kettlebell-march', frames);
    expect(reps.map(({ side }) => side)).toEqual(truth.map(({ side }) => side));
    reps.forEach(({ peakS }, i) => {
      expect(peakS).toBeGreaterThan(truth[i]?.startS ?? NaN);
      expect(peakS).toBeLessThan(truth[i]?.endS ?? NaN);
    });
  });

  it('flags no level hip', async () => {
    const { reps } = await count('kettlebell-march', frames);
    // In none of these steps does the pelvis sink by 4°.
    expect(reps.filter(({ verdicts }) => verdicts['hip-drop']?.verdict === 'fault')).toEqual([]);
  });

  it.each(['banded-lateral-step', 'hip-hike', 'curtsy-lunge', 'side-plank'] as const)(
    'is no %s',
    async (exercise) => {
      const { reps, holds } = await count(exercise, frames);
      expect([reps, holds]).toEqual([[], []]);
    },
  );
});
