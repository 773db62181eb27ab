import { describe, expect, it } from 'vitest';
import { createBodyTracker, type TrackedBody } from '../../../src/core/body/body-tracker';
import { legsAgree } from '../../../src/core/body/stance';
import { LANDMARK } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis } from '../../../src/core/units';
import { plainPlans, runSet } from '../../support/run-set';
import { AVERAGE_BUILD, film, simulateMovement } from '../../support/simulator';

const plans = plainPlans('curtsy-lunge', 3);
const { poses, truth } = film(simulateMovement('curtsy-lunge', AVERAGE_BUILD, plans));

const track = (frames: readonly PoseFrame[]): TrackedBody => {
  const tracker = createBodyTracker();
  return frames.map((pose) => tracker.step(pose)).at(-1) as TrackedBody;
};

const hipHeight = ({ landmarks }: PoseFrame): number =>
  landmarks?.image[LANDMARK['left-hip'] * IMAGE_STRIDE + 1] ?? 0;

/** Where the first lunge is deepest. */
const bottom = poses.reduce(
  (low, pose, i) =>
    pose.timestampMs < (truth[0]?.endS ?? 0) * 1000 && hipHeight(pose) > hipHeight(poses[low] as PoseFrame)
      ? i
      : low,
  0,
);

/** Sways by 2 % of the picture's width, 4 % of a body's length: nobody would call it standing still. */
const sway = (pose: PoseFrame, timestampMs: number): PoseFrame => {
  const { landmarks } = pose;
  if (!landmarks) return { ...pose, timestampMs: millis(timestampMs) };
  const shift = 0.02 * Math.sin(timestampMs / 110);
  const image = landmarks.image.map((value, k) => (k % IMAGE_STRIDE === 0 ? value + shift : value));
  return { ...pose, timestampMs: millis(timestampMs), landmarks: { ...landmarks, image } };
};

/** The film begins at the bottom of the first lunge, which is held there for so long. The person never stands still. */
const fromTheBottom = (heldMs: number): readonly PoseFrame[] => {
  const low = poses[bottom] as PoseFrame;
  const held = Array.from({ length: Math.round(heldMs / 66) }, (_, i) => sway(low, i * 66));
  const rest = poses.slice(bottom + 1);
  return [...held, ...rest.map((pose) => sway(pose, pose.timestampMs - low.timestampMs + heldMs))];
};

describe('the stance of somebody whom the camera finds in mid-movement', () => {
  const standing = track(poses).stance?.scalePx ?? NaN;

  it('is not the bottom of a lunge that is held for longer than anything else', () => {
    const { stance } = track(fromTheBottom(5000));
    expect(stance?.kind).toBe('in-motion');
    // Half of the tall moments may still be bent a little: 3 %. The bottom is shorter by 20 %.
    expect(Math.abs((stance?.scalePx ?? 0) / standing - 1)).toBeLessThan(0.03);
  });

  it('counts the lunges that come after it, each on its side', () => {
    const { reps } = runSet('curtsy-lunge', fromTheBottom(5000)).state;
    expect(reps.map(({ side }) => side).slice(-2)).toEqual(truth.slice(-2).map(({ side }) => side));
  });
});

describe('the stance of somebody whom the camera finds in a pause within a movement', () => {
  const hikes = film(simulateMovement('hip-hike', AVERAGE_BUILD, plainPlans('hip-hike', 6)));
  const whole = track(hikes.poses).stance;
  const first = hikes.truth[0] as (typeof hikes.truth)[number];
  /** The film begins at the lowest point of the first hike, where nothing moves for so long. */
  const fromTheLowest = (heldMs: number): readonly PoseFrame[] => {
    const lowestMs = (first.startS + (first.endS - first.startS) / 4) * 1000;
    const rest = hikes.poses.filter(({ timestampMs }) => timestampMs >= lowestMs);
    const low = rest[0] as PoseFrame;
    const held = Array.from({ length: Math.round(heldMs / 66) }, (_, i) => ({
      ...low,
      timestampMs: millis(i * 66),
    }));
    return [
      ...held,
      ...rest.map((pose) => ({
        ...pose,
        timestampMs: millis(pose.timestampMs - low.timestampMs + heldMs),
      })),
    ];
  };
  const stances = (() => {
    const tracker = createBodyTracker();
    return fromTheLowest(300).map((pose) => tracker.step(pose).stance);
  })();

  it('is the pause only until the movement shows where the body comes back to', () => {
    const glimpsed = stances.find((stance) => stance !== null);
    expect(glimpsed?.kind).toBe('glimpsed');
    // Body lengths: the hanging foot is that much lower in the pause, and what is found is nearer to the stance than that.
    if (!glimpsed || !whole) throw new Error('no stance');
    expect(legsAgree(whole, glimpsed, 0.012)).toBe(false);
    const last = stances.at(-1);
    expect(last && last.foundMs > glimpsed.foundMs && legsAgree(whole, last, 0.012)).toBe(true);
  });

  it('loses none of the hikes that come after it', () => {
    const { reps } = runSet('hip-hike', fromTheLowest(300)).state;
    expect(reps.length).toBeGreaterThanOrEqual(hikes.truth.length - 1);
    expect(reps.length).toBeLessThanOrEqual(hikes.truth.length);
  });

  it('is the stance itself where somebody waits in it', () => {
    const tracker = createBodyTracker();
    const kinds = hikes.poses
      .filter(({ timestampMs }) => timestampMs < first.startS * 1000)
      .map((pose) => tracker.step(pose).stance?.kind);
    expect(kinds).toContain('glimpsed');
    expect(kinds.at(-1)).toBe('quiet');
  });
});
