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

  show(captureTime: number): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.(captureTime + 20, { captureTime });
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

beforeEach(() => {
  track = new FakeTrack();
  asked = [];
  refusal = null;
  Object.assign(pictures, { opened: 0, closed: 0, isToBeHad: true });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  vi.stubGlobal('document', { createElement: () => new FakeVideo() });
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  vi.stubGlobal('VideoFrame', FakeVideoFrame);
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
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
const run = async (deviceId: string | null = null) => {
  const camera = createCamera({ deviceId });
  const times: number[] = [];
  const ended = camera.run((frame: SourceFrame) => {
    times.push(frame.kind === 'picture' ? frame.timestampMs : NaN);
    if (frame.kind === 'picture') frame.picture.close();
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { camera, times, ended, show: (time: number) => FakeVideo.latest?.show(time) };
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

  it('gives pictures with strictly increasing times of capture', async () => {
    const { camera, times, ended, show } = await run();
    for (const time of [100, 133, 133, 120, 166]) show(time);
    camera.stop();
    show(200);
    expect(times).toEqual([100, 133, 166]);
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(pictures).toMatchObject({ opened: 3, closed: 3 });
    expect(track.isStopped).toBe(true);
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
    const camera = createCamera({ deviceId: null });
    const ended = camera.run(() => undefined);
    camera.stop();
    expect(await ended).toEqual({ kind: 'stopped' });
    expect(track.isStopped).toBe(true);
  });

  it('says what a browser lacks', async () => {
    vi.stubGlobal('navigator', {});
    expect(await createCamera({ deviceId: null }).open()).toMatchObject({ code: 'camera-unsupported' });
    expect(await listCameras()).toEqual([]);
  });

  it('lists cameras, with a name for each', async () => {
    expect(await listCameras()).toEqual([
      { deviceId: 'a', label: 'Built-in camera' },
      { deviceId: 'b', label: 'Camera 2' },
    ]);
  });
});
