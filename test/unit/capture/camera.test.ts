import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCameras } from '../../../src/capture/list-cameras';
import { FakeVideo, runCamera, stubCamera, type FakeCamera } from '../../support/fake-camera';

let fake: FakeCamera;
beforeEach(() => {
  fake = stubCamera();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the camera', () => {
  it('leaves out a picture that the video does not hold yet, and goes on with the next', async () => {
    const { camera, times, show } = await runCamera();
    fake.pictures.isToBeHad = false;
    show(1000);
    fake.pictures.isToBeHad = true;
    show(1033);
    expect(times).toEqual([1033]);
    camera.stop();
  });

  it('asks for 720 lines, and for the chosen device', async () => {
    const { camera } = await runCamera('b');
    expect(fake.asked).toEqual([
      {
        audio: false,
        video: {
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 30 },
          deviceId: { exact: 'b' },
        },
      },
    ]);
    expect(camera.describe()).toMatchObject({ label: 'Built-in camera', width: 1280, height: 720 });
    camera.stop();
  });

  it.each(['user', 'environment'] as const)('asks for one that faces as it should: %s', async (facing) => {
    const { camera } = await runCamera(null, facing);
    expect(fake.asked.map(({ video }) => video)).toEqual([expect.objectContaining({ facingMode: facing })]);
    camera.stop();
  });

  it('takes the camera that there is where the chosen one was swapped for it', async () => {
    fake.missing = 'b';
    const { camera } = await runCamera('b');
    expect(fake.asked.map(({ video }) => video)).toEqual([
      expect.objectContaining({ deviceId: { exact: 'b' } }),
      expect.objectContaining({ facingMode: 'user' }),
    ]);
    expect(camera.stream).not.toBeNull();
    camera.stop();
  });

  it('gives pictures with their times of capture, and none twice', async () => {
    const { camera, times, ended, show } = await runCamera();
    for (const time of [100, 133, 166]) show(time);
    show(166, 160);
    camera.stop();
    show(200);
    expect(times).toEqual([100, 133, 166]);
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(fake.pictures).toMatchObject({ opened: 4, closed: 4 });
    expect(fake.track.isStopped).toBe(true);
  });

  it.each([
    ['goes back', [5000, 5033, 1000, 1033]],
    ['stands still', [5000, 5000, 5000, 5000]],
    ['runs an hour ahead and returns', [5000, 3_605_033, 5066, 5100]],
    ['is no number', [5000, NaN, NaN, 5100]],
  ])('goes on by the page’s clock when the camera’s own %s', async (_, captureTimes) => {
    const { camera, times, show } = await runCamera();
    captureTimes.forEach((captureTime, index) => {
      show(captureTime, 5010 + index * 33);
    });
    camera.stop();
    expect(times).toHaveLength(4);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(4);
  });

  it('takes pictures as bitmaps, one at a time, where there is no VideoFrame', async () => {
    vi.stubGlobal('VideoFrame', undefined);
    const copying: ((picture: ImageBitmap) => void)[] = [];
    vi.stubGlobal('createImageBitmap', () => new Promise((resolve) => copying.push(resolve)));
    const { camera, times, show } = await runCamera();
    show(100);
    show(133);
    expect(copying).toHaveLength(1);
    let closed = 0;
    const bitmap = { close: () => (closed += 1) } as unknown as ImageBitmap;
    copying[0]?.(bitmap);
    await vi.waitFor(() => {
      expect(times).toEqual([100]);
    });
    show(166);
    camera.stop();
    copying[1]?.(bitmap);
    await vi.waitFor(() => {
      expect(closed).toBe(2);
    });
    expect(times).toEqual([100]);
  });

  it('looks at the video with every frame of the screen where it does not call back', async () => {
    const looks: ((now: number) => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (look: (now: number) => void) => looks.push(look));
    const method = Object.getOwnPropertyDescriptor(FakeVideo.prototype, 'requestVideoFrameCallback') ?? {};
    Reflect.deleteProperty(FakeVideo.prototype, 'requestVideoFrameCallback');
    try {
      const { camera, times } = await runCamera();
      looks.shift()?.(16);
      if (FakeVideo.latest) FakeVideo.latest.currentTime = 0.033;
      looks.shift()?.(33);
      expect(times).toEqual([33]);
      expect(looks).toHaveLength(1);
      camera.stop();
    } finally {
      Object.defineProperty(FakeVideo.prototype, 'requestVideoFrameCallback', method);
    }
  });

  it('lists cameras, with a name for each', async () => {
    expect(await listCameras()).toEqual([
      { deviceId: 'a', label: 'Built-in camera' },
      { deviceId: 'b', label: '' },
    ]);
  });
});
