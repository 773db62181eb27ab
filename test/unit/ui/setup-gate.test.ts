import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../../../scripts/evaluate/fixture-stream';
import type { Light } from '../../../src/core/pose/light';
import { LANDMARK } from '../../../src/core/pose/landmark';
import { IMAGE_STRIDE, type PoseFrame } from '../../../src/core/pose/pose-frame';
import { millis } from '../../../src/core/units';
import { startGate, stepGate, type GateState } from '../../../src/ui/model/setup-gate';
import { officialPose } from '../../support/official-pose';

const STANDING = officialPose('d02_5_3s.png');
const LYING = officialPose('d05_12s.png');
const STREAMS = resolve(import.meta.dirname, '../../fixtures/streams');

interface Change {
  readonly scale?: number;
  readonly right?: number;
  readonly down?: number;
}

/** The same person at another time and place: scaled about the picture's middle, then moved. */
function at(pose: PoseFrame, timeMs: number, { scale = 1, right = 0, down = 0 }: Change = {}): PoseFrame {
  const image = pose.landmarks?.image.slice() ?? new Float32Array();
  for (let index = 0; index < image.length; index += IMAGE_STRIDE) {
    image[index] = ((image[index] ?? 0) - 0.5) * scale + 0.5 + right;
    image[index + 1] = ((image[index + 1] ?? 0) - 0.5) * scale + 0.5 + down;
  }
  return {
    ...pose,
    timestampMs: millis(timeMs),
    landmarks: { image, world: pose.landmarks?.world ?? new Float32Array() },
  };
}

/** Runs the gate at 15 frames a second. */
function run(
  pose: PoseFrame,
  seconds: number,
  options: {
    change?: (timeMs: number) => Change;
    light?: Light | null;
    view?: 'standing-front' | 'lying-side';
  } = {},
): GateState {
  const { change = () => ({}), light = 'fine', view = 'standing-front' } = options;
  let state = startGate();
  for (let timeMs = 0; timeMs <= seconds * 1000; timeMs += 1000 / 15) {
    state = stepGate(state, at(pose, timeMs, change(timeMs)), view, light);
  }
  return state;
}

describe('the set-up gate', () => {
  it('opens for a person who stands in view and keeps still for two seconds', () => {
    expect(run(STANDING, 2.2)).toMatchObject({ ready: true, todo: null });
  });

  it('does not open earlier', () => {
    expect(run(STANDING, 1.8)).toMatchObject({ ready: false, todo: 'still' });
  });

  it('does not open while the person walks, and begins anew after a step', () => {
    const walking = run(STANDING, 4, { change: (timeMs) => ({ right: 0.05 * Math.sin(timeMs / 400) }) });
    expect(walking.ready).toBe(false);
    const stepped = run(STANDING, 3, { change: (timeMs) => ({ right: timeMs < 1800 ? 0 : 0.08 }) });
    expect(stepped).toMatchObject({ ready: false, todo: 'still' });
  });

  it('forgives the sway of a standing body', () => {
    const swaying = run(STANDING, 2.5, { change: (timeMs) => ({ right: 0.004 * Math.sin(timeMs / 300) }) });
    expect(swaying.ready).toBe(true);
  });

  it('asks for a step back when the feet are below the picture', () => {
    expect(run(STANDING, 3, { change: () => ({ down: 0.3 }) })).toMatchObject({
      todo: 'whole',
      tooNear: true,
    });
  });

  it('asks for a step forward when the person is far away', () => {
    expect(run(STANDING, 3, { change: () => ({ scale: 0.5 }) })).toMatchObject({
      todo: 'distance',
      tooNear: false,
    });
  });

  it('asks for light in the dark, and judges no light where there is no picture', () => {
    expect(run(STANDING, 3, { light: 'dark' })).toMatchObject({ ready: false, todo: 'light', hint: null });
    expect(run(STANDING, 3, { light: 'backlit' })).toMatchObject({ todo: 'light', hint: 'backlit' });
    expect(run(STANDING, 3, { light: null })).toMatchObject({ ready: true });
  });

  it('asks the person in when nobody is there', () => {
    const empty: PoseFrame = { ...STANDING, landmarks: null };
    expect(stepGate(startGate(), empty, 'standing-front', 'fine')).toMatchObject({
      todo: 'person',
      ready: false,
    });
  });

  it('starts again when the person leaves', () => {
    const gone = stepGate(run(STANDING, 2.2), { ...STANDING, landmarks: null }, 'standing-front', 'fine');
    expect(gone).toMatchObject({ ready: false, progress: 0, trail: [] });
  });

  it('does not take a guessed limb for a seen one', () => {
    const pose = at(STANDING, 0);
    const image = pose.landmarks?.image ?? new Float32Array();
    for (const foot of ['left-ankle', 'right-ankle'] as const) image[LANDMARK[foot] * IMAGE_STRIDE + 3] = 0.2;
    expect(stepGate(startGate(), pose, 'standing-front', 'fine').todo).toBe('whole');
  });

  it('opens for a person who lies on the side across the picture', () => {
    expect(run(LYING, 2.2, { view: 'lying-side' })).toMatchObject({ ready: true });
  });
});

/** The same person after a change of every landmark's place, in units of the picture's height. */
function moved(
  pose: PoseFrame,
  change: (point: { x: number; y: number }) => { x: number; y: number },
): PoseFrame {
  const aspect = pose.width / pose.height;
  const image = pose.landmarks?.image.slice() ?? new Float32Array();
  for (let index = 0; index < image.length; index += IMAGE_STRIDE) {
    const to = change({ x: ((image[index] ?? 0) - 0.5) * aspect, y: (image[index + 1] ?? 0) - 0.5 });
    image[index] = to.x / aspect + 0.5;
    image[index + 1] = to.y + 0.5;
  }
  return { ...pose, landmarks: { image, world: new Float32Array() } };
}
const rotated = (pose: PoseFrame, degrees: number): PoseFrame => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return moved(pose, ({ x, y }) => ({ x: 0.9 * (x * cos - y * sin), y: 0.9 * (x * sin + y * cos) }));
};

describe('what is said where it is known what is wrong', () => {
  it('asks somebody else to leave, whatever else is fine', () => {
    const state = stepGate(run(STANDING, 1), STANDING, 'standing-front', 'fine', true);
    expect(state).toMatchObject({ todo: 'person', hint: 'other', ready: false, progress: 0 });
  });

  it('asks to step to the middle where the body is cut off at the side, and back where it is at the feet', () => {
    expect(run(STANDING, 1, { change: () => ({ right: 0.4 }) })).toMatchObject({
      todo: 'whole',
      hint: 'aside',
    });
    expect(run(STANDING, 1, { change: () => ({ down: 0.3 }) })).toMatchObject({ todo: 'whole', hint: null });
  });

  it('asks to turn who stands sideways, and not who stands a little obliquely', () => {
    const narrow = (share: number) =>
      run(
        moved(STANDING, ({ x, y }) => ({ x: x * share, y })),
        2.2,
      );
    expect(narrow(0.3)).toMatchObject({ todo: 'still', hint: 'turned', ready: false });
    expect(narrow(0.88)).toMatchObject({ todo: null, hint: null, ready: true });
  });

  it('asks to set the camera level, where it is clearly not', () => {
    expect(run(rotated(STANDING, 17), 2.2)).toMatchObject({ todo: 'still', hint: 'tilted', ready: false });
    expect(run(rotated(STANDING, 6), 2.2)).toMatchObject({ hint: null, ready: true });
  });

  it('finds nobody of the recordings turned or tilted when they begin', () => {
    const names = readdirSync(STREAMS).filter((name) => /_(band|hike|march|curtsy)_.*gz$/.test(name));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const hints = readFixture(join(STREAMS, name))
        .frames.slice(0, 15)
        .map((pose) => stepGate(startGate(), pose, 'standing-front', 'fine').hint);
      expect([name, ...new Set(hints)]).toEqual([name, null]);
    }
  });
});
