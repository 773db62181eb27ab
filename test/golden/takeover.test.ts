import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import { IMAGE_STRIDE, type PoseFrame } from '../../src/core/pose/pose-frame';
import { runSet } from '../support/run-set';

const recorded = (clip: string): readonly PoseFrame[] =>
  readFixture(join(import.meta.dirname, `../fixtures/streams/${clip}.full.stream.gz`)).frames;

/** Somebody else's recorded landmarks, a step aside in the picture, at the times of the frames they take the place of. */
const standIn = (frames: readonly PoseFrame[], other: readonly PoseFrame[], aside: number): PoseFrame[] =>
  frames.map((frame, n) => {
    const { landmarks } = other[n % other.length] as PoseFrame;
    if (!landmarks) return { ...frame, landmarks };
    const image = landmarks.image.map((value, at) => (at % IMAGE_STRIDE === 0 ? value + aside : value));
    return { ...frame, landmarks: { ...landmarks, image } };
  });

it.each([0.25, -0.25])(
  'does not count what another body does when its skeleton takes over for two seconds (%f of the picture aside)',
  (aside) => {
    const own = recorded('d09_march_kbR_clean');
    const alone = runSet('kettlebell-march', own).state.reps;
    const isTaken = (frame: PoseFrame): boolean => frame.timestampMs >= 6000 && frame.timestampMs < 8000;
    const taken = standIn(own.filter(isTaken), recorded('d18_march_passerby').slice(60), aside);
    const mixed = own.map((frame) => taken.find((one) => one.timestampMs === frame.timestampMs) ?? frame);
    const { state, events } = runSet('kettlebell-march', mixed);
    expect(events.some((event) => event.kind === 'tracking-lost' && event.reason === 'other-person')).toBe(
      true,
    );
    // Only what the exerciser did while hidden is lost, and nothing of the other body is judged.
    const undisturbed = alone.filter((rep) => rep.endMs < 5900 || rep.startMs > 8500);
    for (const rep of undisturbed) {
      expect(
        state.reps.filter((one) => Math.abs(one.peakMs - rep.peakMs) < 300).map((one) => one.side),
      ).toEqual([rep.side]);
    }
    expect(state.reps.length).toBeLessThanOrEqual(alone.length);
    expect(state.faults.filter((span) => span.startMs > 5900 && span.startMs < 8100)).toEqual([]);
  },
);
