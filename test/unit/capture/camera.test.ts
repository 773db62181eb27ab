import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cameraFault, createCamera } from '../../../src/capture/camera';
import type { SourceFrame } from '../../../src/capture/frame-source';
import { listCameras } from '../../../src/capture/list-cameras';

type FrameCallback = (now: number, metadata: { captureTime?: number }) => void;

/** A video element that shows a picture when the test says so. */
class FakeVideo {
  static latest: FakeVideo | null = null;
  muted = false;
  playsInline = false;
  srcObject: unknown = null;
  videoWidth = 1280;
  videoHeight = 720;
  currentTime = 0;
  #callback: FrameCallback | null = null;

  constructor() {
    FakeVideo.latest = this;
  }

  play(): Promise<void> {
    return Promise.resolve();
  }

  requestVideoFrameCallback(callback: FrameCallback): void {
    this.#callback = callback;
  }

  show(captureTime: number, now = captureTime + 20): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.(now, { captureTime });
  }
}

class FakeTrack extends EventTarget {
  readonly label = 'Built-in camera';
  isStopped = false;
  stop(): void {
    this.isStopped = true;
  }
  getSettings(): { width: number; height: number } {
    return { width: 1280, height: 720 };
  }
}

const pictures = { opened: 0, closed: 0, isToBeHad: true };
class FakeVideoFrame {
  constructor() {
    if (!pictures.isToBeHad) throw new DOMException('Invalid source state', 'InvalidStateError');
    pictures.opened += 1;
  }
  close(): void {
    pictures.closed += 1;
  }
}

let track = new FakeTrack();
let asked: MediaStreamConstraints[] = [];
let refusal: Error | null = null;
/** The device that is gone. */
let missing: string | null = null;

beforeEach(() => {
  track = new FakeTrack();
  asked = [];
  refusal = null;
  missing = null;
  Object.assign(pictures, { opened: 0, closed: 0, isToBeHad: true });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  vi.stubGlobal('document', { createElement: () => new FakeVideo() });
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  vi.stubGlobal('VideoFrame', FakeVideoFrame);
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
        if (missing !== null && JSON.stringify(constraints).includes(`"exact":"${missing}"`))
          return Promise.reject(Object.assign(new Error('test'), { name: 'OverconstrainedError' }));
        return refusal === null ? Promise.resolve(stream) : Promise.reject(refusal);
      },
      enumerateDevices: () =>
        Promise.resolve([
          { kind: 'audioinput', deviceId: 'm', label: 'Microphone' },
          { kind: 'videoinput', deviceId: 'a', label: 'Built-in camera' },
          { kind: 'videoinput', deviceId: 'b', label: '' },
        ]),
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Runs a camera; every picture is closed by its receiver, as the gate does. */
const run = async (deviceId: string | null = null, facing: 'user' | 'environment' = 'user') => {
  const camera = createCamera({ deviceId, facing });
  const times: number[] = [];
  const ended = camera.run((frame: SourceFrame) => {
    times.push(frame.kind === 'picture' ? frame.timestampMs : NaN);
    if (frame.kind === 'picture') frame.picture.close();
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { camera, times, ended, show: (time: number, now?: number) => FakeVideo.latest?.show(time, now) };
};

describe('the camera', () => {
  it('leaves out a picture that the video does not hold yet, and goes on with the next', async () => {
    const { camera, times, show } = await run();
    pictures.isToBeHad = false;
    show(1000);
    pictures.isToBeHad = true;
    show(1033);
    expect(times).toEqual([1033]);
    camera.stop();
  });

  it('asks for 720 lines, and for the chosen device', async () => {
    const { camera } = await run('b');
    expect(asked).toEqual([
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
    const { camera } = await run(null, facing);
    expect(asked.map(({ video }) => video)).toEqual([expect.objectContaining({ facingMode: facing })]);
    camera.stop();
  });

  it('takes the camera that there is where the chosen one was swapped for it', async () => {
    missing = 'b';
    const { camera } = await run('b');
    expect(asked.map(({ video }) => video)).toEqual([
      expect.objectContaining({ deviceId: { exact: 'b' } }),
      expect.objectContaining({ facingMode: 'user' }),
    ]);
    expect(camera.stream).not.toBeNull();
    camera.stop();
  });

  it('gives pictures with their times of capture, and none twice', async () => {
    const { camera, times, ended, show } = await run();
    for (const time of [100, 133, 166]) show(time);
    show(166, 160);
    camera.stop();
    show(200);
    expect(times).toEqual([100, 133, 166]);
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(pictures).toMatchObject({ opened: 3, closed: 3 });
    expect(track.isStopped).toBe(true);
  });

  it.each([
    ['goes back', [5000, 5033, 1000, 1033]],
    ['stands still', [5000, 5000, 5000, 5000]],
    ['runs an hour ahead and returns', [5000, 3_605_033, 5066, 5100]],
    ['is no number', [5000, NaN, NaN, 5100]],
  ])('goes on by the page’s clock when the camera’s own %s', async (_, captureTimes) => {
    const { camera, times, show } = await run();
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
    const { camera, times, show } = await run();
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
      const { camera, times } = await run();
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

  describe('that is open and gives no pictures', () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });
    const silent = { kind: 'fault', fault: { code: 'camera-silent' } };
    const close = (frame: SourceFrame): void => {
      if (frame.kind === 'picture') frame.picture.close();
    };
    const start = () => {
      const page = { visibilityState: 'visible', createElement: () => new FakeVideo() };
      vi.stubGlobal('document', page);
      const camera = createCamera({ deviceId: null, facing: 'user' });
      return {
        page,
        camera,
        ended: camera.run(close),
      };
    };
    const isOver = (ended: Promise<unknown>) =>
      Promise.race([ended.then(() => true), Promise.resolve(false)]);

    it('from the first is said after a while', async () => {
      const { ended } = start();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await ended).toMatchObject(silent);
      expect(track.isStopped).toBe(true);
    });

    it('any more is said after five seconds, but three a second are enough', async () => {
      const { ended } = start();
      await vi.advanceTimersByTimeAsync(0);
      for (let time = 100; time < 20_000; time += 333) {
        FakeVideo.latest?.show(time);
        await vi.advanceTimersByTimeAsync(333);
      }
      expect(await isOver(ended)).toBe(false);
      await vi.advanceTimersByTimeAsync(5000);
      expect(await ended).toMatchObject(silent);
    });

    it('because the tab is hidden goes on', async () => {
      const { page, camera, ended } = start();
      await vi.advanceTimersByTimeAsync(0);
      FakeVideo.latest?.show(100);
      page.visibilityState = 'hidden';
      await vi.advanceTimersByTimeAsync(60_000);
      page.visibilityState = 'visible';
      await vi.advanceTimersByTimeAsync(3000);
      expect(await isOver(ended)).toBe(false);
      camera.stop();
    });
  });

  it('says that it was unplugged in the middle, and lets go', async () => {
    const { ended, show, times } = await run();
    show(100);
    track.dispatchEvent(new Event('ended'));
    show(133);
    expect(await ended).toMatchObject({ kind: 'fault', fault: { code: 'camera-lost' } });
    expect(times).toEqual([100]);
    expect(track.isStopped).toBe(true);
  });

  it.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-absent'],
    ['OverconstrainedError', 'camera-absent'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['TypeError', 'camera-unsupported'],
  ])('ends with a fault for %s', async (name, code) => {
    refusal = Object.assign(new Error('test'), { name });
    const { ended } = await run();
    expect(await ended).toMatchObject({ kind: 'fault', fault: { code } });
    expect(cameraFault(refusal).code).toBe(code);
  });

  it('lets go of a camera that opens after it was stopped', async () => {
    const camera = createCamera({ deviceId: null, facing: 'user' });
    const ended = camera.run(() => undefined);
    camera.stop();
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(track.isStopped).toBe(true);
  });

  it('says what a browser lacks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await createCamera({ deviceId: null, facing: 'user' }).open()).toMatchObject({
      code: 'camera-unsupported',
    });
    expect(await listCameras()).toEqual([]);
  });

  it('lists cameras, with a name for each', async () => {
    expect(await listCameras()).toEqual([
      { deviceId: 'a', label: 'Built-in camera' },
      { deviceId: 'b', label: '' },
    ]);
  });
});
