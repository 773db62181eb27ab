import { describe, expect, it } from 'vitest';
import { createIdentity, type TorsoSighting } from '../../../src/core/body/identity';
import { measureFrame } from '../../../src/core/kinematics/measure';
import { createBodyTracker } from '../../../src/core/body/body-tracker';
import { trackPoses } from '../../../src/core/body/track-poses';
import { levelBody } from '../../../src/core/kinematics/posture';
import { mirrorPose } from '../../../src/core/pose/access';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';
import { deg, millis } from '../../../src/core/units';
import { anOpinion } from '../../support/movement-builder';
import {
  AVERAGE_BUILD,
  film,
  NO_NOISE,
  simulateIdle,
  simulateMovement,
  type Camera,
} from '../../support/simulator';

const still = (camera: Partial<Camera> = {}): readonly PoseFrame[] =>
  film(simulateIdle('still', AVERAGE_BUILD, 2), { camera, noise: NO_NOISE }).poses;

describe('quiet stance', () => {
  it('is known after half a second of standing, and not before', () => {
    const tracked = trackPoses(still());
    expect(tracked[0]?.stance).toBeNull();
    expect(tracked.find((one) => one.stance)?.timestampMs).toBeLessThanOrEqual(700);
  });

  it.each([-5, 3])('sees a camera roll of %i° and takes it out of every angle', (rollDeg) => {
    const last = trackPoses(still({ rollDeg })).at(-1);
    const body = last && levelBody(last)?.body;
    // A tenth of a degree: the standing body is symmetrical, only perspective remains.
    expect(Math.abs(last?.stance?.rollDeg ?? 0)).toBeCloseTo(Math.abs(rollDeg), 1);
    expect(last?.stance?.angles.obliquityDeg).toBeCloseTo(0, 1);
    expect(body?.ankle.left.y).toBeCloseTo(body?.ankle.right.y ?? Number.NaN, 2);
  });

  it('makes ankles to shoulders one body length, x to the left of the person, y up', () => {
    const last = trackPoses(still()).at(-1);
    const body = last && levelBody(last)?.body;
    const shoulders = ((body?.shoulder.left.y ?? 0) + (body?.shoulder.right.y ?? 0)) / 2;
    const ankles = ((body?.ankle.left.y ?? 0) + (body?.ankle.right.y ?? 0)) / 2;
    expect(shoulders - ankles).toBeCloseTo(1, 2);
    expect(body?.shoulder.left.x).toBeGreaterThan(body?.shoulder.right.x ?? 0);
  });
});

describe('measures', () => {
  const lifted = (drop: number): readonly PoseFrame[] =>
    film(
      simulateMovement('kettlebell-march', AVERAGE_BUILD, [
        { side: 'right', durationS: 2, restS: 1, range: 1, full: true, dropDeg: drop },
      ]),
      { noise: NO_NOISE },
    ).poses;
  const extreme = (poses: readonly PoseFrame[]): number =>
    trackPoses(poses)
      .map((one) => measureFrame(one, null).pelvisObliquity?.deg ?? 0)
      .reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);

  it('has + for the right side of the pelvis higher', () => {
    // The right leg is lifted and its side raised by 10°; then lowered by 10°.
    expect(extreme(lifted(-10))).toBeGreaterThan(8);
    expect(extreme(lifted(10))).toBeLessThan(-8);
  });

  it('changes only the sign in the mirrored picture', () => {
    const poses = lifted(8);
    expect(extreme(poses.map(mirrorPose))).toBeCloseTo(-extreme(poses), 3);
  });

  it('says which leg carries the weight', () => {
    const loaded = trackPoses(lifted(0)).map((one) => measureFrame(one, null).loaded);
    expect(loaded).toContain('left');
    expect(loaded).not.toContain('right');
    expect(loaded.at(-1)).toBe('both');
  });

  it('is lost with a reason, every measure null, when nobody is there', () => {
    const tracker = createBodyTracker();
    const frame = measureFrame(
      tracker.step({ timestampMs: millis(0), width: 640, height: 480, landmarks: null }),
      null,
    );
    expect(frame.lost).toBe('not-tracked');
    expect([frame.pelvisObliquity, frame.kneeFppa.left, frame.trunkLean, frame.body]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('says that it is too dark where that is why nobody is seen', () => {
    const lostIn = (brightness: number): string | null =>
      createBodyTracker().step({
        ...{ timestampMs: millis(0), width: 640, height: 480, landmarks: null },
        brightness,
      }).lost;
    expect([lostIn(0.05), lostIn(0.4)]).toEqual(['too-dark', 'not-tracked']);
  });

  it('knows how far hips and knees are bent only where the movement model has an idea of it', () => {
    const [tracked] = trackPoses(still());
    const measured = (sd: number) => {
      const flexion = { left: { deg: deg(40), sd: deg(sd) }, right: { deg: deg(5), sd: deg(sd) } };
      const estimate = { ...anOpinion(millis(0), {}), hipFlexion: flexion, kneeFlexion: flexion };
      return tracked && measureFrame(tracked, estimate).flexion;
    };
    expect(measured(6)?.hip.left.deg).toBe(40);
    expect(measured(30)).toBeNull();
  });

  it('is not upset by a frame whose time does not increase, nor by NaN', () => {
    const poses = still();
    const tracker = createBodyTracker();
    poses.forEach((pose) => tracker.step(pose));
    const last = poses.at(-1) as PoseFrame;
    expect(tracker.step(last).lost).toBe('not-tracked');
    const broken = { image: new Float32Array(132).fill(Number.NaN), world: new Float32Array(99) };
    expect(tracker.step({ ...last, timestampMs: millis(5000), landmarks: broken }).lost).toBe('not-tracked');
  });
});

describe('identity', () => {
  const at = (timestampMs: number, x: number, size = 100): TorsoSighting => ({
    timestampMs: millis(timestampMs),
    centre: { x, y: 0 },
    size,
  });
  const known = (): ReturnType<typeof createIdentity> => {
    const identity = createIdentity();
    for (let t = 0; t <= 1200; t += 100) expect(identity.accept(at(t, 0))).toBe(true);
    return identity;
  };

  it('refuses a skeleton that jumped, and takes it back when it returns', () => {
    const identity = known();
    expect(identity.accept(at(1300, 300))).toBe(false);
    expect(identity.accept(at(1400, 320))).toBe(false);
    expect(identity.accept(at(1500, 10))).toBe(true);
  });

  it('refuses somebody of another size in the same place after a jump', () => {
    const identity = known();
    identity.accept(at(1300, 300, 50));
    expect(identity.accept(at(1400, 20, 50))).toBe(false);
  });

  it('follows a fast but continuous movement', () => {
    const identity = known();
    for (let n = 1; n <= 10; n++) expect(identity.accept(at(1200 + n * 100, n * 30))).toBe(true);
  });

  it('adopts whoever stays calmly in the new place', () => {
    const identity = known();
    let accepted = false;
    for (let t = 1300; t < 4500; t += 100) accepted = identity.accept(at(t, 400));
    expect(accepted).toBe(true);
  });
});
