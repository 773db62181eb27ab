import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import type { ExerciseEvent } from '../../src/core/exercise/events';
import type { PoseFrame, PoseLandmarks } from '../../src/core/pose/pose-frame';
import { createSetEngine } from '../../src/core/session/create-set-engine';
import { entryOfEvent } from '../../src/core/session/record-convert';
import { millis } from '../../src/core/units';
import { exercises } from '../../src/exercises/registry';
import { EntrySchema } from '../../src/storage/session-schema';
import { LocalPoseService } from '../../workers/pose-service';
import { fakePorts } from '../support/fake-pose';
import { createRandom } from '../support/simulator/random';

const STREAMS = resolve(import.meta.dirname, '../fixtures/streams');
const CLIP_OF: Readonly<Record<string, string>> = {
  'banded-lateral-step': 'd02_band_faults',
  'side-plank': 'd06_plank_left_2holds',
  'hip-hike': 'd08_hike_left_faults',
  'kettlebell-march': 'd11_march_kbR_mixed',
  'curtsy-lunge': 'd14_curtsy_mixed',
};
/** For exercises of which there is no recording. */
const OTHER_CLIP = 'd07_hike_right_clean';
/** Two minutes each. `HOSTILE_SETS` makes it more: fifty are a hundred thousand frames for every exercise. */
const FRAMES_PER_SET = 2000;
const SETS = Number(process.env['HOSTILE_SETS'] ?? 2);
const BAD = [NaN, Infinity, -Infinity, 1e30, -1e30, 0];

/** Every third frame has something wrong with it: one value, all values, none at all, a wrong length, a wrong time. */
function spoil(pose: PoseFrame, random: () => number): PoseFrame {
  const kind = Math.floor(random() * 18);
  const bad = BAD[Math.floor(random() * BAD.length)] ?? NaN;
  const within = (change: (landmarks: PoseLandmarks) => PoseLandmarks): PoseFrame => ({
    ...pose,
    landmarks: pose.landmarks && change(pose.landmarks),
  });
  const put = (values: Float32Array): Float32Array => values.map((value) => (random() < 0.02 ? bad : value));
  switch (kind) {
    case 0:
      return within(({ image, world }) => ({ image: put(image), world }));
    case 1:
      return within(({ image, world }) => ({ image, world: put(world) }));
    case 2:
      return within(({ image, world }) => ({ image: image.map(() => bad), world: world.map(() => bad) }));
    case 3:
      return within(({ image, world }) => ({ image: image.slice(0, 12), world }));
    case 4:
      return { ...pose, landmarks: null };
    case 5:
      return {
        ...pose,
        timestampMs: millis([NaN, Infinity, 0, pose.timestampMs - 500][Math.floor(random() * 4)] ?? NaN),
      };
    default:
      return pose;
  }
}

describe('thousands of hostile frames for each exercise', () => {
  it.each(exercises)('$id: whatever is counted can be kept, and read again', async ({ id }) => {
    const { frames } = readFixture(join(STREAMS, `${CLIP_OF[id] ?? OTHER_CLIP}.full.stream.gz`));
    const random = createRandom(15);
    let wrong = 0;
    const take = (events: readonly ExerciseEvent[]): void => {
      for (const event of events) {
        const entry = entryOfEvent(event);
        if (entry && !v.is(EntrySchema, entry)) wrong += 1;
      }
    };
    for (let set = 0; set < SETS; set += 1) {
      const service = new LocalPoseService(fakePorts());
      const engine = createSetEngine({ exercise: id, definitions: exercises });
      for (let index = 0; index < FRAMES_PER_SET; index += 1) {
        const original = frames[index % frames.length];
        if (!original) throw new Error('an empty recording');
        const pose = spoil({ ...original, timestampMs: millis(index * 66.7) }, random);
        for (const again of random() < 0.05 ? [pose, pose] : [pose]) {
          const seen = await service.observe(again);
          if (!seen.ok) continue;
          const { events, frame } = engine.step({ tracked: seen.value.tracked, movement: null });
          take(events);
          if (!Number.isFinite(frame.timestampMs)) wrong += 1;
        }
      }
      take(engine.finish().events);
    }
    expect(wrong).toBe(0);
  });
});
