import { describe, expect, it } from 'vitest';
import type { SourceFrame } from '../../../src/capture/frame-source';
import { createStreamSource, parseLandmarkStream } from '../../../src/capture/landmark-stream';
import type { LandmarkStream } from '../../../src/capture/landmark-stream';
import { mirrorPose } from '../../../src/core/pose/access';
import { toLandmarkStream } from '../../../src/capture/stream-writer';
import { LANDMARK, LANDMARK_COUNT } from '../../../src/core/pose/landmark';
import type { PoseFrame } from '../../../src/core/pose/pose-frame';

const rows = (stride: number, at: number): number[][] =>
  Array.from({ length: LANDMARK_COUNT }, (_, row) =>
    Array.from({ length: stride }, (__, column) => (row * stride + column + at) / 512),
  );

const stream = (times: readonly number[] = [0, 0.1, 0.2]): LandmarkStream => ({
  schema: 'hipline.stream/1',
  clip: 'test.mp4',
  model: 'full',
  width: 640,
  height: 480,
  fps: 10,
  frames: times.map((t, index) => ({ t, image: rows(4, index), world: rows(3, index) })),
});

const posesOf = async (
  source: LandmarkStream,
  options = { fps: null as number | null, mirror: false },
): Promise<PoseFrame[]> => {
  const poses: PoseFrame[] = [];
  await createStreamSource(source, options).run((frame: SourceFrame) => {
    if (frame.kind === 'landmarks') poses.push(frame.pose);
  });
  return poses;
};

const broken = (change: (copy: Record<string, unknown> & { frames: Record<string, unknown>[] }) => void) => {
  const copy = structuredClone(stream()) as unknown as Parameters<typeof change>[0];
  change(copy);
  return JSON.stringify(copy);
};

describe('reading a landmark stream', () => {
  it('takes a good one, with frames where nobody was seen', () => {
    const good = stream();
    const withGap = { ...good, frames: [...good.frames, { t: 0.3, image: null, world: null }] };
    expect(parseLandmarkStream(JSON.stringify(withGap))).toMatchObject({ ok: true });
  });

  it.each([
    ['no JSON', '{"schema": "hipline.stream/1", "clip"', /not JSON/],
    ['another schema', broken((copy) => (copy['schema'] = 'hipline.stream/9')), /schema/],
    ['no frames', broken((copy) => delete (copy as Partial<typeof copy>).frames), /frames/],
    ['a size of nothing', broken((copy) => (copy['width'] = 0)), /width/],
    [
      'a landmark too few',
      broken((copy) => (copy.frames[1]!['image'] = rows(4, 0).slice(1))),
      /frames\.1\.image/,
    ],
    ['a value too few', broken((copy) => (copy.frames[1]!['image'] = rows(3, 0))), /frames\.1\.image/],
    ['a value that is no number', broken((copy) => (copy.frames[2]!['t'] = 'soon')), /frames\.2\.t/],
    ['time that stands still', broken((copy) => (copy.frames[2]!['t'] = 0.1)), /frames\.2\.t/],
    ['time that runs back', broken((copy) => (copy.frames[1]!['t'] = -1)), /frames\.1\.t/],
  ])('refuses %s, and says where', (_, text, where) => {
    const parsed = parseLandmarkStream(text);
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'stream-invalid' } });
    expect(!parsed.ok && parsed.fault.detail).toMatch(where);
  });
});

describe('a landmark stream as a source', () => {
  it('is written and read without loss', async () => {
    const poses = await posesOf(stream());
    const again = toLandmarkStream({ clip: 'test.mp4', model: 'full' }, poses);
    const parsed = parseLandmarkStream(JSON.stringify(again));
    expect(parsed.ok && (await posesOf(parsed.stream)).map(({ timestampMs }) => timestampMs)).toEqual([
      0, 100, 200,
    ]);
    // A millionth is what the writer keeps.
    again.frames.forEach((frame, index) => {
      frame.image?.flat().forEach((value, at) => {
        expect(Math.abs(value - (poses[index]?.landmarks?.image[at] ?? NaN))).toBeLessThanOrEqual(1e-6);
      });
    });
    expect(again.fps).toBeCloseTo(10, 6);
  });

  it.each([
    [30, 15, 15],
    [30, 20, 20],
    [15, 10, 10],
    [15, 15, 15],
    [15, 30, 15],
  ])('drops frames from %i to %i a second', async (recorded, wanted, kept) => {
    const times = Array.from({ length: recorded * 2 }, (_, index) => Number((index / recorded).toFixed(6)));
    const poses = await posesOf(stream(times), { fps: wanted, mirror: false });
    expect(poses).toHaveLength(kept * 2);
  });

  it('stops when told', async () => {
    const source = createStreamSource(stream());
    let frames = 0;
    const end = await source.run(() => {
      frames += 1;
      source.stop();
    });
    expect(end).toEqual({ kind: 'stopped' });
    expect(frames).toBe(1);
  });
});

describe('mirroring', () => {
  it('puts the left wrist where the right one was, on the other half of the picture', async () => {
    const [pose] = await posesOf(stream());
    const [mirrored] = await posesOf(stream(), { fps: null, mirror: true });
    const left = LANDMARK['left-wrist'];
    const right = LANDMARK['right-wrist'];
    const image = (frame: PoseFrame | undefined, at: number) => frame?.landmarks?.image[at] ?? NaN;
    expect(image(mirrored, left * 4)).toBeCloseTo(1 - image(pose, right * 4), 6);
    expect(image(mirrored, left * 4 + 1)).toBe(image(pose, right * 4 + 1));
    expect(mirrored?.landmarks?.world[left * 3]).toBe(-(pose?.landmarks?.world[right * 3] ?? NaN));
  });

  it('twice changes nothing but the last bit', async () => {
    const [pose] = await posesOf(stream());
    if (pose === undefined) throw new Error('no frame');
    const twice = mirrorPose(mirrorPose(pose));
    expect(twice.landmarks?.world).toEqual(pose.landmarks?.world);
    twice.landmarks?.image.forEach((value, at) => {
      // Two subtractions from 1 in single precision.
      expect(Math.abs(value - (pose.landmarks?.image[at] ?? NaN))).toBeLessThan(1e-6);
    });
  });
});
