import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../../src/core/pose/landmark';
import { IMAGE_STRIDE, WORLD_STRIDE } from '../../../../src/core/pose/pose-frame';
import { PosePipeline } from '../../../../workers/litert/pose-pipeline';
import type { PoseNetworks } from '../../../../workers/litert/pose-pipeline';

const PIXELS = { width: 640, height: 480, rgba: new Uint8Array(640 * 480 * 4) };

/**
 * Networks that see one person in the middle, whose body's circle is 80 pixels of the detector's input; the auxiliary
 * landmarks say that the person lies with the head to the right.
 */
const networks = (presences: readonly number[]) => {
  const calls: ('detect' | 'landmarks')[] = [];
  let picture = 0;
  const landmarks = new Float32Array(195);
  for (let i = 0; i < 39; i++) landmarks.set([128, 128, 0, 5, 5], i * 5);
  landmarks.set([192, 128, 12.8, 5, 5], LANDMARK['left-hip'] * 5);
  landmarks.set([228.4, 128, 0, 5, 5], 34 * 5);
  const world = new Float32Array(117);
  world.set([0.1, 0, 0.05], LANDMARK['left-hip'] * 3);
  const fake: PoseNetworks = {
    detect: () => {
      calls.push('detect');
      const boxes = new Float32Array(2254 * 12);
      const scores = new Float32Array(2254).fill(-100);
      // The middle cell of the last layer: 16 × 14 × 14 … its anchor is the middle of the picture.
      const middle = 1960 + (3 * 7 + 3) * 6;
      boxes.set([0, 0, 160, 160, 0, 0, 0, -80], middle * 12);
      scores[middle] = 5;
      return Promise.resolve({ boxes, scores });
    },
    landmarks: () => {
      calls.push('landmarks');
      const presence = presences[picture++] ?? 1;
      const heatmap = new Float32Array(64 * 64 * 39).fill(-50);
      return Promise.resolve({ landmarks, presence, heatmap, world });
    },
  };
  return { fake, calls };
};

describe('the pose pipeline', () => {
  it('looks for a person once, and then follows', async () => {
    const { fake, calls } = networks([1, 1, 1]);
    const pipeline = new PosePipeline(fake);
    for (const atMs of [1000, 1033, 1066]) expect(await pipeline.step(PIXELS, atMs)).not.toBeNull();
    expect(calls).toEqual(['detect', 'landmarks', 'landmarks', 'landmarks']);
  });

  it('says that nobody is there, and looks again with the next picture', async () => {
    const { fake, calls } = networks([1, 0.5, 1]);
    const pipeline = new PosePipeline(fake);
    await pipeline.step(PIXELS, 1000);
    expect(await pipeline.step(PIXELS, 1033)).toBeNull();
    expect(await pipeline.step(PIXELS, 1066)).not.toBeNull();
    expect(calls).toEqual(['detect', 'landmarks', 'landmarks', 'detect', 'landmarks']);
  });

  it('gives places as shares of the picture, and metres turned back into the camera’s view', async () => {
    const pipeline = new PosePipeline(networks([]).fake);
    const first = await pipeline.step(PIXELS, 1000);
    // The detector's 80 of 224 pixels are 228.6 of the picture's 640: the region is 2 × 1.25 times that.
    const size = (80 / 224) * 640 * 2.5;
    const hip = LANDMARK['left-hip'] * IMAGE_STRIDE;
    expect(first?.image[hip]).toBeCloseTo((320 + size / 4) / 640, 4);
    expect(first?.image[hip + 1]).toBeCloseTo(0.5, 4);
    expect(first?.image[hip + 2]).toBeCloseTo((0.05 * size) / 640, 4);
    expect(first?.world[LANDMARK['left-hip'] * WORLD_STRIDE]).toBeCloseTo(0.1, 6);
    // Turned by a quarter now: what the network calls right is down in the picture, and down in the world.
    pipeline.reset();
    const turned = new PosePipeline(networks([]).fake);
    await turned.step(PIXELS, 1000);
    const second = await turned.step(PIXELS, 3000);
    expect(second?.image[hip + 1]).toBeGreaterThan(0.6);
    expect(second?.world[LANDMARK['left-hip'] * WORLD_STRIDE + 1]).toBeGreaterThan(0.05);
  });
});
