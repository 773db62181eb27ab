import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDataset } from '../../models/movement/dataset';
import { openMovementModel, type MovementModel } from '../../scripts/evaluate/movement';
import { runClip } from '../../scripts/evaluate/run-clip';

/** Rendered bodies who stand on one leg, some with the foot held so low in front that it hardly rises in the picture. */
const RECORDINGS = [66, 140, 145, 214];
const clips = readDataset(
  join(import.meta.dirname, '../../models/movement/data'),
  ({ id, exercise }) => exercise === 'single_leg_stand' && RECORDINGS.includes(id),
);

let model: MovementModel;
beforeAll(async () => {
  model = await openMovementModel(true);
});
afterAll(() => model.close());

it.each(clips.map((clip) => [clip.id, clip] as const))(
  'recording %i: every stand is timed, on its leg',
  async (id, { poses, reps }) => {
    const frames = poses.full;
    const { holds } = runClip(String(id), 'single-leg-stand', frames, await model.estimate(frames)).analysis;
    expect(holds.map(({ side }) => side)).toEqual(reps.map(({ loadedSide }) => loadedSide));
    holds.forEach(({ startS, endS }, i) => {
      const [from = 0, until = 0] = [reps[i]?.startS, reps[i]?.endS];
      // The truth begins and ends with the shift of weight, the stand with the foot off the floor; it may be set down early.
      expect(startS).toBeGreaterThanOrEqual(from);
      expect(startS).toBeLessThanOrEqual(from + 1);
      expect(endS).toBeLessThanOrEqual(until);
    });
  },
);

it('has all the recordings', () => {
  expect(clips.map(({ id }) => id)).toEqual(RECORDINGS);
});
