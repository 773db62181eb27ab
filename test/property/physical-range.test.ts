import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../scripts/evaluate/fixture-stream';
import { createBodyTracker } from '../../src/core/body/body-tracker';
import type { KinematicFrame } from '../../src/core/kinematics/kinematic-frame';
import { measureFrame } from '../../src/core/kinematics/measure';
import type { MovementEstimate } from '../../src/core/movement/movement-estimate';
import type { PoseFrame } from '../../src/core/pose/pose-frame';
import type { Estimate } from '../../src/core/terms/estimate';
import { PHYSICAL_RANGES, type PhysicalMeasure } from '../../src/core/terms/physical-range';
import { deg, millis, SIDES } from '../../src/core/units';
import { anOpinion } from '../support/movement-builder';

const STREAMS = resolve(import.meta.dirname, '../fixtures/streams');
/** Standing and lying, a second and a half of each: the stance is known by then. */
const CLIPS = ['d12_curtsy_clean', 'd04_plank_left_clean'].map((name) =>
  readFixture(join(STREAMS, `${name}.full.stream.gz`)).frames.slice(0, 45),
);

/** What is no angle, angles that no body has, and all between. */
const anyDegrees = fc
  .oneof(
    fc.double({ min: -720, max: 720, noNaN: true }),
    fc.constantFrom(NaN, Infinity, -Infinity, 1e30, -181, 180.01),
  )
  .map(deg);
const anyEstimate: fc.Arbitrary<Estimate> = fc.record({ deg: anyDegrees, sd: anyDegrees });
const bothSides = fc.record({ left: anyEstimate, right: anyEstimate });
const anyMovement: fc.Arbitrary<MovementEstimate> = fc
  .record({
    pelvisObliquity: anyEstimate,
    trunkLean: anyEstimate,
    kneeFppa: bothSides,
    hipFlexion: bothSides,
    kneeFlexion: bothSides,
  })
  .map((estimates) => ({ ...anOpinion(millis(0), { 'curtsy-lunge': 0.9 }), ...estimates }));

/** Moves single landmarks far from the body, or leaves them where they are. */
const anySpoiling = fc.array(
  fc.record({ at: fc.nat(), by: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
  { maxLength: 12 },
);

const spoil = (pose: PoseFrame, spoilt: readonly { at: number; by: number }[]): PoseFrame => {
  if (!pose.landmarks) return pose;
  const image = Float32Array.from(pose.landmarks.image);
  const world = Float32Array.from(pose.landmarks.world);
  for (const { at, by } of spoilt) {
    image[at % image.length] = by;
    world[at % world.length] = by;
  }
  return { ...pose, landmarks: { image, world } };
};

/** Every number of a frame with the measure that it is of. */
const reported = (frame: KinematicFrame): [PhysicalMeasure, number | null | undefined][] => [
  ['pelvisObliquity', frame.pelvisObliquity?.deg],
  ['trunkLean', frame.trunkLean?.deg],
  ['trunkFlexion', frame.trunkFlexionDeg],
  ['bodyLine', frame.bodyLine?.deg],
  ['yaw', frame.yawDeg],
  ['deviation', frame.pelvisObliquity?.sd],
  ['deviation', frame.trunkLean?.sd],
  ['deviation', frame.bodyLine?.sd],
  ...SIDES.flatMap((side): [PhysicalMeasure, number | null | undefined][] => [
    ['kneeFppa', frame.kneeFppa[side]?.deg],
    ['kneeFppa', frame.pictureFppaDeg[side]],
    ['kneeFlexion', frame.kneeFlexionDeg[side]],
    ['hipFlexion', frame.hipFlexionDeg[side]],
    ['estimatedFlexion', frame.flexion?.knee[side].deg],
    ['estimatedFlexion', frame.flexion?.hip[side].deg],
    ['deviation', frame.kneeFppa[side]?.sd],
  ]),
];

const outside = (frame: KinematicFrame): unknown[] =>
  reported(frame).filter(([measure, value]) => {
    if (value === null || value === undefined) return false;
    const { least, most } = PHYSICAL_RANGES[measure];
    return !(value >= least && value <= most);
  });

describe('a number that is reported', () => {
  it('is one that a body can show, whatever the landmarks and the movement model say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLIPS),
        anySpoiling,
        fc.option(anyMovement),
        (clip, spoiling, movement) => {
          const tracker = createBodyTracker();
          const seen = clip.map((pose, i) => (i < 40 ? pose : spoil(pose, spoiling)));
          const frames = seen.map((pose) => measureFrame(tracker.step(pose), movement));
          expect(frames.flatMap(outside)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not seen where the movement model reads what no body can show', () => {
    const tracker = createBodyTracker();
    const [clip = []] = CLIPS;
    const movement = {
      ...anOpinion(millis(0), { 'curtsy-lunge': 0.9 }),
      pelvisObliquity: { deg: deg(91), sd: deg(1) },
    };
    const last = clip.map((pose) => measureFrame(tracker.step(pose), movement)).at(-1);
    expect(last?.lost).toBeNull();
    expect(last?.pelvisObliquity).toBeNull();
    expect(last?.trunkLean).toEqual(movement.trunkLean);
  });
});

describe('a physical range', () => {
  it.each(Object.entries(PHYSICAL_RANGES))('of %s says from where to where, and why', (_, range) => {
    expect(range.least).toBeLessThan(range.most);
    expect(range.source).not.toBe('');
    expect(range.reason).not.toBe('');
  });
});
